// Lines of words with their emphasis, and the Markdown that Discord reads. Words meet markup only here, and always escaped:
// nothing else writes a star or a bracket.

import { type Run, shownText } from '../../src/message/runs.ts'

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
