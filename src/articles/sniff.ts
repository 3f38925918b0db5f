// What bytes are, by their beginning and, where that leaves it open, by their name.

export type Sniffed =
  | { readonly kind: 'html' | 'text' | 'feed' | 'json-lines' }
  /** Nothing to read here; `problem` completes "news.pdf …". */
  | { readonly kind: 'refused'; readonly problem: string }

const SIGNATURES: readonly (readonly [name: string, bytes: readonly number[]])[] = [
  ['a PDF document', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['a ZIP archive or an office document', [0x50, 0x4b, 0x03, 0x04]],
  ['a gzip archive', [0x1f, 0x8b]],
  ['an image', [0x89, 0x50, 0x4e, 0x47]],
  ['an image', [0xff, 0xd8, 0xff]],
  ['an image', [0x47, 0x49, 0x46, 0x38]],
]

/** `head` is the beginning of the bytes, `text` the same decoded. `name` is a file name or the path of a URL. */
export function sniff(head: Uint8Array, text: string, name: string): Sniffed {
  const signature = SIGNATURES.find(([, bytes]) => bytes.every((byte, index) => head[index] === byte))
  if (signature) return refused(`is ${signature[0]}, not text. Save the article as HTML or as plain text.`)
  if (isUtf16WithoutMark(head)) {
    return refused('is UTF-16 text without a byte order mark. Save it as UTF-8.')
  }
  if (isBinary(head, text)) return refused('is a binary file, not text.')
  const start = text.replace(/^[\ufeff\s]+/, '').slice(0, 4_000)
  if (start === '') return refused('is empty.')
  if (start.startsWith('{')) return sniffObject(start)
  if (/^\[\s*\{/.test(start)) {
    return refused(
      'holds a JSON array. Write one object per line instead, for example with: jq -c ".[]" old.json > new.jsonl',
    )
  }
  if (start.startsWith('<')) return sniffMarkup(start)
  // A scraper's warning may stand before the XML, and an extension may say what the beginning does not.
  if (/<(?:rss|rdf:RDF|feed)[\s>]/.test(start) && start.includes('<?xml')) return { kind: 'feed' }
  if (/\.x?html?$/i.test(name) && /<[a-z!]/i.test(text)) return { kind: 'html' }
  return { kind: 'text' }
}

function refused(problem: string): Sniffed {
  return { kind: 'refused', problem }
}

function hasUtf16Mark([first, second]: Uint8Array): boolean {
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)
}

/** Letters of Western scripts have every second byte 0. */
function isUtf16WithoutMark(head: Uint8Array): boolean {
  const bytes = head.subarray(0, 200)
  const zeros = (from: number) => bytes.filter((byte, at) => at % 2 === from && byte === 0).length
  const [even, odd] = [zeros(0), zeros(1)]
  return (
    !hasUtf16Mark(head) &&
    bytes.length >= 8 &&
    Math.max(even, odd) > bytes.length * 0.4 &&
    Math.min(even, odd) === 0
  )
}

function isBinary(head: Uint8Array, text: string): boolean {
  if (head.includes(0) && !hasUtf16Mark(head)) return true
  const odd = text.match(/[\x00-\x08\x0e-\x1a\x1c-\x1f\ufffd]/g)?.length ?? 0
  return odd > text.length / 10
}

function sniffObject(start: string): Sniffed {
  if (/"version"\s*:\s*"https?:\\?\/\\?\/(?:www\.)?jsonfeed\.org/.test(start)) return { kind: 'feed' }
  if (/^\{\s*\n/.test(start)) {
    return refused(
      'holds JSON over several lines. Write each object on a line of its own, for example with: jq -c .',
    )
  }
  return /^\{\s*"/.test(start) || /^\{\s*\}/.test(start) ? { kind: 'json-lines' } : { kind: 'text' }
}

function sniffMarkup(start: string): Sniffed {
  if (/<(?:rss|rdf:RDF|feed)[\s>]/i.test(start)) return { kind: 'feed' }
  if (/<opml[\s>]/i.test(start)) {
    return refused('is a list of feeds (OPML), not articles. "brevier feeds parse" shows them.')
  }
  return /^<(?:[a-z!/]|\?xml)/i.test(start) ? { kind: 'html' } : { kind: 'text' }
}
