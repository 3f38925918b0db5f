// Words of a message with their emphasis and links, for platforms whose markup stands within the line. The markup itself, and what
// has to be escaped for it, is the adapter's.

import type { Block, Moment } from '../domain.ts'
import { directionOf } from './direction.ts'
import { foldedText } from './plain-text.ts'
import { sourceLabels } from './source-label.ts'

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

export function paragraph(text: string, emphasis?: Emphasis): Run {
  return outside(text.trim(), { emphasis, isParagraph: true })
}

/** What a reader sees of it. */
export function shownText({ text, isIsolated }: Run): string {
  return isIsolated ? `${FIRST_STRONG_ISOLATE}${text}${POP_ISOLATE}` : text
}

/** Marks are tied to the last word by no-break spaces, so that none begins a line. */
export function pointRuns({ text, marks }: Extract<Block, { kind: 'point' }>): readonly Run[] {
  return [ours('• '), paragraph(text), ours(marks.map((mark) => `\u00a0[${mark}]`).join(''))]
}

/** `[1] Ellery Courier, 3 Mar 2026 · [2] Marrow Radio (in German)`; the names are links. */
export function sourceRuns(
  { sources }: Extract<Block, { kind: 'sources' }>,
  language: string,
): readonly Run[] {
  return sourceLabels(sources, language).flatMap(({ mark, name, notes, when, url }, at) => {
    const note = notes.length > 0 ? ` (${notes.join(', ')})` : ''
    return [
      ours(`${at === 0 ? '' : ' · '}[${mark}] `),
      outside(name.trim(), { url }),
      ours(`${when === undefined ? '' : `, ${when}`}${note}`),
    ]
  })
}

/** The cited sentences stand out, unless what would have to be cut for it is no words: a sequence that is cut shows. */
export function passageRuns(passage: Extract<Block, { kind: 'passage' }>): readonly Run[] {
  const runs = citedRuns(passage)
  const whole = paragraph(passage.text)
  const isWhole =
    runs
      .map(({ text }) => text)
      .join('')
      .trim() === whole.text.trim()
  return isWhole ? runs.filter(({ text }) => text !== '') : [whole]
}

/** Ranges that overlap are read as one. */
function citedRuns({ text, cited }: Extract<Block, { kind: 'passage' }>): readonly Run[] {
  const runs: Run[] = []
  let at = 0
  for (const [start, end] of cited.toSorted((a, b) => a[0] - b[0])) {
    runs.push(outside(text.slice(at, start), { isParagraph: true }))
    runs.push(outside(text.slice(Math.max(at, start), end), { emphasis: 'bold', isParagraph: true }))
    at = Math.max(at, end)
  }
  return [...runs, outside(text.slice(at), { isParagraph: true })]
}
