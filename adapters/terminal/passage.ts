// A passage of an article behind a bar, with the cited sentences standing out: bold in a dim paragraph, or between signs
// where there is no bold.

import type { Block } from '../../src/domain.ts'
import type { Page } from './page.ts'
import { hang, type Line, ours, outside, type Span } from './spans.ts'

type Passage = Extract<Block, { kind: 'passage' }>

export function passageLines(passage: Passage, page: Page): readonly Line[] {
  const bar = ours(`  ${page.signs.bar} `, 'dim')
  return hang(spansOf(passage, page), bar, page.width).map((line) => [bar, ...line.slice(1)])
}

function spansOf({ text, cited }: Passage, { signs, hasEmphasis }: Page): readonly Span[] {
  const [open, close] = hasEmphasis ? ['', ''] : signs.cited
  const spans: Span[] = []
  let at = 0
  for (const [start, end] of joined(cited)) {
    spans.push(outside(text.slice(at, start), 'dim', text))
    spans.push(outside(`${open}${text.slice(start, end)}${close}`, 'bold', text))
    at = end
  }
  return [...spans, outside(text.slice(at), 'dim', text)].filter((span) => span.text !== '')
}

/** Ranges in order, those that overlap as one. */
function joined(ranges: Passage['cited']): Passage['cited'] {
  const out: (readonly [number, number])[] = []
  for (const [start, end] of ranges.toSorted((a, b) => a[0] - b[0])) {
    const last = out.at(-1)
    if (last && start < last[1]) out[out.length - 1] = [last[0], Math.max(last[1], end)]
    else out.push([start, end])
  }
  return out
}
