// Lines of words with their emphasis, and the Markdown that Discord reads. Words meet markup only here, and always escaped:
// nothing else writes a star or a bracket.

import type { Moment } from '../../src/domain.ts'
import { directionOf } from '../../src/message/direction.ts'
import { foldedText } from '../../src/message/plain-text.ts'

export type Emphasis = 'bold' | 'italic'

export interface Run {
  readonly text: string
  readonly emphasis?: Emphasis | undefined
  /** An http(s) address. */
  readonly url?: string | undefined
  /** Of words from outside that hold right-to-left ones: they must not reorder what stands beside them. */
  readonly isIsolated?: boolean
  /** What its words, all of them, name. */
  readonly moment?: Moment | undefined
}

export interface Line {
  readonly runs: readonly Run[]
  readonly style: 'plain' | 'title' | 'quiet' | 'quote'
  /** A blank line stands before it, unless it is the first. */
  readonly hasAir: boolean
  /** A story begins here. */
  readonly beginsStory: boolean
  /** It is nothing without the line after it. */
  readonly keepsWithNext: boolean
}

const PREFIXES = { plain: '', title: '## ', quiet: '-# ', quote: '> ' } as const
const SIGNS = { bold: '**', italic: '*' } as const
const [FIRST_STRONG_ISOLATE, POP_ISOLATE] = ['\u2068', '\u2069']

/** Words of ours. */
export function ours(text: string, emphasis?: Emphasis): Run {
  return { text, emphasis }
}

/** Words from outside, made harmless. Those that make a paragraph by themselves may turn it around, others may not. */
export function outside(
  text: string,
  { emphasis, url, isParagraph = false }: Pick<Run, 'emphasis' | 'url'> & { isParagraph?: boolean } = {},
): Run {
  const words = foldedText(text)
  const direction = directionOf(words)
  const isIsolated = direction !== undefined && !(isParagraph && direction === 'rtl')
  return { text: words, emphasis, url, ...(isIsolated && { isIsolated }) }
}

export function markdownOf(lines: readonly Line[]): string {
  return lines
    .map(({ runs, style, hasAir }, at) => {
      const line = escapedNumber(runs.map(markdownOfRun).join(''))
      return `${at === 0 ? '' : hasAir ? '\n\n' : '\n'}${PREFIXES[style]}${line}`
    })
    .join('')
}

/** What a reader sees of it. */
export function visibleOf(lines: readonly Line[]): string {
  return lines
    .map(({ runs, hasAir }, at) => `${at === 0 ? '' : hasAir ? '\n\n' : '\n'}${runs.map(shownText).join('')}`)
    .join('')
}

/** Everything that means something to Discord: emphasis, code, quotes, headings, lists, links, mentions, times, addresses. */
export function escaped(text: string): string {
  return text.replace(/[\\*_~|`>#\-[\]()<@]|:(?=\/\/)/g, '\\$&')
}

/** A line that begins with a number and a dot would be an item of a list, and could be numbered anew. */
function escapedNumber(line: string): string {
  return line.replace(/^(\s*\d+)\./, '$1\\.')
}

/** Emphasis that began or ended at a space would show its signs. */
function markdownOfRun(run: Run): string {
  const { moment } = run
  // Each reader sees his own local time. What was cut stays words.
  if (moment && run.text === moment.words)
    return `<t:${Math.floor(moment.at / 1_000)}:${moment.isTimeOfDay ? 't' : 'f'}>`
  const [, before = '', words = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(run.text) ?? []
  if (words === '') return run.text
  const text = escaped(shownText({ ...run, text: words }))
  const linked = run.url === undefined ? text : `[${text}](${escapedUrl(run.url)})`
  const sign = run.emphasis === undefined ? '' : SIGNS[run.emphasis]
  return `${before}${sign}${linked}${sign}${after}`
}

function escapedUrl(url: string): string {
  return url.replace(/[()\\<>|`\s[\]]/g, (sign) => {
    const code = sign.charCodeAt(0).toString(16).toUpperCase()
    return `%${code.padStart(2, '0')}`
  })
}

function shownText({ text, isIsolated }: Run): string {
  return isIsolated ? `${FIRST_STRONG_ISOLATE}${text}${POP_ISOLATE}` : text
}
