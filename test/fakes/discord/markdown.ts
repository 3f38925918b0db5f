// What a reader sees of Discord's Markdown: a reader of its own, made from Discord's rules and not from what Brevier writes.

export interface ReadMarkdown {
  readonly text: string
  /** Where links lead, those made of bare addresses too. */
  readonly links: readonly string[]
  /** Mentions, times and the like: what stands between angle brackets and means something. */
  readonly references: readonly string[]
  /** What stands out, as it is shown. */
  readonly emphasised: readonly string[]
  /** How lines begin that are more than words. */
  readonly lines: readonly ('heading' | 'subtext' | 'quote' | 'list' | 'plain')[]
}

const ESCAPE = /^\\([^0-9A-Za-z\s])/
const LINK = /^\[((?:\\.|[^\]\\])+)\]\((https?:\/\/(?:\\.|[^\s()\\])+)\)/
const BARE = /^https?:\/\/[^\s<]+[^<.,:;"'\]\s]/
const REFERENCE = /^<(?:@[!&]?|#|t:|\/[^:>]+:|a?:\w+:|id:)[^>\s]*>/
const EVERYONE = /^@(?:everyone|here)\b/
const EMPHASIS = /^(\*\*\*|\*\*|\*|__|_|~~|\|\||`+)(?=\S)((?:\\[\s\S]|[^\\])+?)\1(?!\*)/

export function readMarkdown(markdown: string): ReadMarkdown {
  const found = { links: [] as string[], references: [] as string[], emphasised: [] as string[] }
  const lines = markdown.split('\n').map((line) => readLine(line, found))
  return { text: lines.map(({ text }) => text).join('\n'), ...found, lines: lines.map(({ kind }) => kind) }
}

type Found = { readonly links: string[]; readonly references: string[]; readonly emphasised: string[] }

function readLine(
  line: string,
  found: Found,
): { readonly text: string; readonly kind: ReadMarkdown['lines'][number] } {
  const [, mark = ''] = /^\s*(#{1,3} |-# |> |>>> |[-*] |\d+\. )/.exec(line) ?? []
  const rest = mark === '' ? line : line.slice(line.indexOf(mark) + mark.length)
  return { text: readWords(rest, found), kind: kindOf(mark) }
}

function kindOf(mark: string): ReadMarkdown['lines'][number] {
  if (mark === '') return 'plain'
  if (mark.startsWith('#')) return 'heading'
  if (mark === '-# ') return 'subtext'
  return mark.startsWith('>') ? 'quote' : 'list'
}

function readWords(words: string, found: Found): string {
  let text = ''
  let at = 0
  while (at < words.length) {
    const rest = words.slice(at)
    const literal = ESCAPE.exec(rest)
    const link = LINK.exec(rest)
    const bare = BARE.exec(rest)
    const reference = REFERENCE.exec(rest) ?? EVERYONE.exec(rest)
    const emphasis = EMPHASIS.exec(rest)
    if (literal) {
      text += literal[1]
      at += literal[0].length
    } else if (link) {
      found.links.push(link[2] ?? '')
      text += readWords(link[1] ?? '', found)
      at += link[0].length
    } else if (bare) {
      found.links.push(bare[0])
      text += bare[0]
      at += bare[0].length
    } else if (reference) {
      found.references.push(reference[0])
      text += reference[0]
      at += reference[0].length
    } else if (emphasis) {
      const inside = readWords(emphasis[2] ?? '', found)
      found.emphasised.push(inside)
      text += inside
      at += emphasis[0].length
    } else {
      text += words[at]
      at += 1
    }
  }
  return text
}
