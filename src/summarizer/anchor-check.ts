// A point in another language than its sentences (grounding 12.3): their words cannot be compared, but every figure, date, name
// and quote can, when the writer says which stands for which. What has no such anchor fails.

import { findDates } from '../text/dates.ts'
import { findNames } from '../text/names.ts'
import { norm } from '../text/normalise.ts'
import { findNumbers, numbersMatch } from '../text/numbers.ts'
import { findQuotes } from '../text/quotes.ts'
import type { CheckedText, CheckScope, Noticed } from './checked-text.ts'
import type { Anchor } from './draft.ts'
import { checkDates } from './facts-check.ts'

export function checkAnchors(
  point: CheckedText,
  anchors: readonly Anchor[],
  scope: CheckScope,
): readonly Noticed[] {
  const wrong = anchors.flatMap((anchor) => wrongAnchor(anchor, point, scope.cited))
  const sound = anchors.filter((anchor) => wrongAnchor(anchor, point, scope.cited).length === 0)
  return [...wrong, ...checkDates(point, scope), ...unanchored(point, sound, scope.cited)]
}

function failed(text: string, note: string): Noticed {
  return { kind: 'anchor', level: 'fail', text, note }
}

function wrongAnchor(
  { src, dst }: Anchor,
  point: CheckedText,
  cited: readonly CheckedText[],
): readonly Noticed[] {
  const source = cited.find(({ text }) => isIn(src, text))
  if (!source) return [failed(dst, `The cited sentences do not say "${src}".`)]
  if (!isIn(dst, point.text)) return [failed(dst, 'The anchor names words that the point does not have.')]
  const given = findNumbers(src, source.language)
  const lost = findNumbers(dst, point.language).filter(
    (number) => !number.isSoft && !given.some((other) => numbersMatch(number, other)),
  )
  const isDate = findDates(dst, point.language).length > 0
  return isDate || lost.length === 0 ? [] : [failed(dst, `The cited sentences say "${src}".`)]
}

function isIn(part: string, whole: string): boolean {
  const words = norm(part).trim().toLowerCase()
  return words !== '' && norm(whole).toLowerCase().includes(words)
}

/** Figures, names and quotes of the point that stand in no anchor, and not so in the source either. */
function unanchored(
  point: CheckedText,
  anchors: readonly Anchor[],
  cited: readonly CheckedText[],
): readonly Noticed[] {
  const isAnchored = (text: string) =>
    anchors.some(({ dst }) => isIn(text, dst)) || cited.some((one) => isIn(text, one.text))
  const dates = point.dates()
  const isInDate = (start: number, end: number) =>
    dates.some((date) => date.start <= start && end <= date.end)
  const numbers = point
    .numbers()
    .filter(({ number }) => !number.isSoft && !isInDate(number.start, number.end))
    .map(({ number }) => number.text)
  const names = findNames(point.text, point.language)
    .filter(
      ({ start, end, isSentenceStart, tokens }) =>
        !isInDate(start, end) && !(isSentenceStart && tokens.length === 1),
    )
    .map(({ text }) => text)
  const quotes = findQuotes(point.text).map(({ text }) => text)
  return [
    ...[...numbers, ...names].filter((text) => !isAnchored(text)),
    // A translated quote is nobody's words.
    ...quotes.filter((text) => !cited.some((one) => isIn(text, one.text))),
  ].map((text) => failed(text, 'Nothing in the cited sentences is named for it.'))
}
