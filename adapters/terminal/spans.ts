// Lines of words with their emphasis. Escape codes come last, when every line has its length.

import stringWidth from 'string-width'
import { directionOf } from '../../src/message/direction.ts'
import { foldedText } from '../../src/message/plain-text.ts'
import { breakLines } from './wrap.ts'

export type Emphasis = 'bold' | 'dim'

export interface Span {
  readonly text: string
  readonly emphasis?: Emphasis | undefined
  /** Of words from outside that hold right-to-left ones: they must not reorder what stands beside them. */
  readonly direction?: 'ltr' | 'rtl' | undefined
}

export type Line = readonly Span[]

/** Words of ours. */
export function ours(text: string, emphasis?: Emphasis): Span {
  return { text, emphasis }
}

/** Words from outside, made harmless. */
export function outside(text: string, emphasis?: Emphasis, wholeText = text): Span {
  return { text: foldedText(text), emphasis, direction: directionOf(wholeText) }
}

/** Wraps spans to lines of at most `width` columns, as if they were one text; spaces at line ends go. */
export function wrap(spans: readonly Span[], width: number): readonly Line[] {
  const text = spans.map((span) => span.text).join('')
  return breakLines(text, width).map(([start, end]) => slice(spans, start, end))
}

/** The same behind a label: further lines begin under the text, or under `indent` columns if given. */
export function hang(
  spans: readonly Span[],
  label: Span,
  width: number,
  indent = stringWidth(label.text),
): readonly Line[] {
  const lines = wrap(spans, Math.max(1, width - indent))
  if (lines.length === 0) return [[label]]
  return lines.map((line, at) => [at === 0 ? label : ours(' '.repeat(indent)), ...line])
}

function slice(spans: readonly Span[], start: number, end: number): Line {
  const line: Span[] = []
  let at = 0
  for (const span of spans) {
    const text = span.text.slice(Math.max(0, start - at), Math.max(0, end - at))
    if (text !== '') line.push({ ...span, text })
    at += span.text.length
  }
  return line
}

const CODES = { bold: ['\u001b[1m', '\u001b[22m'], dim: ['\u001b[2m', '\u001b[22m'] } as const
const ISOLATES = { ltr: '\u2066', rtl: '\u2067' } as const
const END_OF_ISOLATE = '\u2069'

/** The line as it is written. Isolates end with the line, because terminals order each line by itself. */
export function paint(line: Line, hasColour: boolean): string {
  let out = ''
  for (const [at, span] of line.entries()) {
    const [before, after] = [line[at - 1], line[at + 1]]
    if (span.direction && before?.direction !== span.direction) out += ISOLATES[span.direction]
    const [on, off] = hasColour && span.emphasis ? CODES[span.emphasis] : ['', '']
    out += (before?.emphasis === span.emphasis ? '' : on) + span.text
    if (after?.emphasis !== span.emphasis) out += off
    if (span.direction && after?.direction !== span.direction) out += END_OF_ISOLATE
  }
  return out.replaceAll('\u00a0', ' ').trimEnd()
}
