// A long message in parts, each of which Telegram takes.

import { splitLines as split } from '../../src/message/split-lines.ts'
import { htmlOf, type Line, visibleOf } from './html.ts'

/** Telegram counts letters and bytes before and after reading the markup; the entities past a hundred lose their markup. */
const LONGEST = { units: 4_096, bytes: 32_768, entities: 100 }

export function splitLines(lines: readonly Line[]): readonly (readonly Line[])[] {
  return split(lines, { longest: LONGEST.units, fits })
}

export function fits(lines: readonly Line[]): boolean {
  return (
    visibleOf(lines).length <= LONGEST.units &&
    entityCount(lines) <= LONGEST.entities &&
    Buffer.byteLength(htmlOf(lines)) <= LONGEST.bytes
  )
}

function entityCount(lines: readonly Line[]): number {
  return lines.reduce(
    (sum, { runs, isQuote }) =>
      sum + (isQuote ? 1 : 0) + runs.reduce((of, run) => of + (run.emphasis ? 1 : 0) + (run.url ? 1 : 0), 0),
    0,
  )
}
