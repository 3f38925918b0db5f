// Figures in a text, in digits and in words (grounding 3.4). One pass after another claims its words: dates, what only looks
// like a figure, digits, words.

import type { DateMention } from './date-mention.ts'
import { findLookalikes } from './figure-lookalikes.ts'
import { findFigures } from './figures.ts'
import { findDates } from './find-dates.ts'
import { normalise } from './normalise.ts'
import { type NumberDraft, type NumberMention, plainDraft } from './number-mention.ts'
import { markerBefore, withSharedUnits } from './number-ranges.ts'
import { findWordNumbers } from './word-numbers.ts'

export type { NumberKind, NumberMention } from './number-mention.ts'
export { numbersMatch } from './numbers-match.ts'

interface Span {
  readonly start: number
  readonly end: number
}

/** Every figure in the text, in order. Dates, times of day and what is glued to letters are no figures. */
export function findNumbers(text: string, language: string): readonly NumberMention[] {
  const { text: normal, at } = normalise(text)
  const drafts = withSharedUnits(findDrafts(normal, language.slice(0, 2).toLowerCase()), normal)
  return drafts.map(({ scale: _, ...draft }) => {
    const [start, end] = [at(draft.start), at(draft.end)]
    return { ...draft, marker: markerBefore(normal, draft.start), text: text.slice(start, end), start, end }
  })
}

function findDrafts(text: string, language: string): readonly NumberDraft[] {
  const dates = findDates(text, language)
  const taken: Span[] = [...dates]
  const drafts = dates.flatMap((date) => yearOf(date) ?? [])
  const claim = (span: Span, draft?: NumberDraft) => {
    if (taken.some((other) => span.start < other.end && other.start < span.end)) return
    taken.push(span)
    if (draft) drafts.push(draft)
  }
  if (/\d/.test(text)) {
    for (const { draft, ...span } of findLookalikes(text)) claim(span, draft)
    for (const draft of findFigures(text, language)) claim(draft, draft)
  }
  for (const draft of findWordNumbers(text, language)) claim(draft, draft)
  return drafts.sort((a, b) => a.start - b.start)
}

/** The year within a date supports "in 2026"; whether it is right is asked of the date, so it accuses nobody. */
function yearOf({ text, start }: DateMention): NumberDraft | undefined {
  const year = /(?<!\d)\d{4}(?!\d)/.exec(text)
  if (!year) return undefined
  const from = start + year.index
  return plainDraft({ kind: 'year', value: Number(year[0]), isSoft: true, start: from, end: from + 4 })
}
