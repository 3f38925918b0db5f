// HTML made safe for the parser: without scripts, styles, drawings and comments, not larger than a page ever is, and not
// nested deeper than browsers allow (they flatten past 512 too). One pass over the characters each.

/** Of HTML, when scripts and styles are gone. */
export const MAX_HTML_CHARS = 2_000_000
const MAX_DEPTH = 250

export interface StrippedHtml {
  readonly html: string
  /** The bodies of `<script type="application/ld+json">`. */
  readonly jsonLd: readonly string[]
}

const OPENING = /<!--|<(script|style|svg|template|iframe|object|canvas|noscript)(?=[\s>/])/gi

/** Opens nothing; parsers look for its end all the same, to the end of the page. */
const STRAY_BRACKET = /<(?![a-z/!?])/gi

export function stripHtml(source: string): StrippedHtml {
  const kept: string[] = []
  const jsonLd: string[] = []
  const missing = new Set<string>()
  let from = 0
  OPENING.lastIndex = 0
  for (let match = OPENING.exec(source); match; match = OPENING.exec(source)) {
    const name = match[1]?.toLowerCase()
    if (name === 'noscript') continue
    kept.push(source.slice(from, match.index))
    const closing = name ? `</${name}` : '-->'
    const end = missing.has(closing) ? -1 : indexOfClosing(source, closing, match.index + 4)
    const tagEnd = name ? source.indexOf('>', match.index) : match.index + 3
    if (end === -1) {
      // Never closed: only its beginning goes, or the rest of the page would go with it.
      missing.add(closing)
      from = tagEnd === -1 ? source.length : tagEnd + 1
    } else {
      if (name === 'script' && /ld\+json/i.test(source.slice(match.index, tagEnd)))
        jsonLd.push(source.slice(tagEnd + 1, end))
      const after = source.indexOf('>', end)
      from = after === -1 ? source.length : after + 1
    }
    OPENING.lastIndex = from
  }
  kept.push(source.slice(from))
  return { html: kept.join('').replace(STRAY_BRACKET, '&lt;'), jsonLd }
}

function indexOfClosing(source: string, closing: string, from: number): number {
  const at = source.indexOf(closing, from)
  if (at !== -1 || closing === '-->') return at
  return source.indexOf(closing.toUpperCase(), from)
}

const TAG = /<(\/?)([a-z][a-z0-9-]*)(?:[^<>"']|"[^"]*"|'[^']*')*>/gi

/** Elements that need no end tag, or that the parser ends by itself. */
const UNNESTED = new Set(
  'area base br col embed hr img input link meta param source track wbr p li dt dd tr td th thead tbody tfoot option optgroup colgroup html head body'.split(
    ' ',
  ),
)

/** Drops the tags of elements that lie too deep; their text stays. */
export function flattenHtml(html: string): string {
  if (!isDeep(html)) return html
  const open: { readonly name: string; readonly isKept: boolean }[] = []
  return html.replace(TAG, (tag, slash: string, name: string) => {
    const lower = name.toLowerCase()
    if (UNNESTED.has(lower) || tag.endsWith('/>')) return tag
    if (slash === '') {
      const isKept = open.length < MAX_DEPTH
      open.push({ name: lower, isKept })
      return isKept ? tag : ''
    }
    return open.at(-1)?.name === lower ? (open.pop()?.isKept ? tag : '') : open.length < MAX_DEPTH ? tag : ''
  })
}

/** A cheap look first: most pages are nowhere near. Counts what is open, mismatched ends included. */
function isDeep(html: string): boolean {
  let depth = 0
  for (const match of html.matchAll(/<(\/?)([a-z][a-z0-9-]*)/gi)) {
    if (UNNESTED.has((match[2] ?? '').toLowerCase())) continue
    depth = Math.max(0, depth + (match[1] ? -1 : 1))
    if (depth > MAX_DEPTH) return true
  }
  return false
}

/**
 * linkedom builds no missing html, head or body, and takes what stands before them for the document (stack.md section 4):
 * whatever the page has of them is put together anew, and a fragment gets them.
 */
export function wholeHtml(html: string): string {
  const language = /<html\b[^>]*?\slang\s*=\s*["']?([a-zA-Z-]{2,12})/i.exec(html)?.[1] ?? ''
  const bodyTag = /<body(?=[\s>])[^>]*>/i.exec(html)
  const headEnd = /<\/head\s*>/i.exec(html)
  const headStart = /<head(?=[\s>])[^>]*>/i.exec(html)
  const from = headStart ? headStart.index + headStart[0].length : 0
  const to = headEnd && headEnd.index >= from ? headEnd.index : (bodyTag?.index ?? from)
  const body = html.slice(headEnd && headEnd.index === to ? to + headEnd[0].length : to)
  return `<!doctype html><html lang="${language}"><head>${bare(html.slice(from, to))}</head><body>${bare(body)}</body></html>`
}

function bare(html: string): string {
  return html.replace(/<\/?(?:html|head|body)(?=[\s>])[^>]*>|<!doctype[^>]*>/gi, '')
}
