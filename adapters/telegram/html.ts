// Lines of words with their emphasis, and the HTML that Telegram reads. Words meet markup only here, and always escaped:
// nothing else writes a tag. Telegram knows no other tags for lines and paragraphs than line breaks.

import { type Run, shownText } from '../../src/message/runs.ts'

export interface Line {
  readonly runs: readonly Run[]
  /** A blank line stands before it, unless it is the first. */
  readonly hasAir: boolean
  readonly isQuote: boolean
  /** It is nothing without the line after it. */
  readonly keepsWithNext: boolean
}

const TAGS = { bold: 'b', italic: 'i' } as const

export function htmlOf(lines: readonly Line[]): string {
  const written = lines.map(({ runs, isQuote }, at) => {
    const html = runs.map(htmlOfRun).join('')
    const opens = isQuote && !continues(lines, at)
    const closes = isQuote && !continues(lines, at + 1)
    return `${opens ? '<blockquote>' : ''}${html}${closes ? '</blockquote>' : ''}`
  })
  return joined(lines, written)
}

/** What a reader sees of it. */
export function visibleOf(lines: readonly Line[]): string {
  return joined(
    lines,
    lines.map(({ runs }) => runs.map(shownText).join('')),
  )
}

/** The same without markup: addresses stand behind the words that were links. */
export function plainOf(lines: readonly Line[]): string {
  const written = lines.map(({ runs }) =>
    runs.map((run) => (run.url === undefined ? shownText(run) : `${shownText(run)} (${run.url})`)).join(''),
  )
  return joined(lines, written)
}

/** Whether the lines before and at this place are one quote. */
function continues(lines: readonly Line[], at: number): boolean {
  return lines[at - 1]?.isQuote === true && lines[at]?.isQuote === true && !lines[at].hasAir
}

function joined(lines: readonly Line[], written: readonly string[]): string {
  return written.map((text, at) => (at === 0 ? text : `${lines[at]?.hasAir ? '\n\n' : '\n'}${text}`)).join('')
}

function htmlOfRun(run: Run): string {
  const words = escaped(shownText(run))
  const linked = run.url === undefined ? words : `<a href="${escapedValue(run.url)}">${words}</a>`
  const tag = run.emphasis && TAGS[run.emphasis]
  return tag === undefined ? linked : `<${tag}>${linked}</${tag}>`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

function escapedValue(text: string): string {
  return escaped(text).replaceAll('"', '&quot;')
}

/** What a reader sees of HTML that was written here. */
export function visibleOfHtml(html: string): string {
  return html
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
}
