// Figures, dates and quotes of a point against the sentences it cites (grounding 8, step 1).

import type { Finding } from '../domain.ts'
import { type DateMention, datesMatch } from '../text/dates.ts'
import { INFLECTED, nameSupport } from '../text/name-support.ts'
import { fold } from '../text/normalise.ts'
import { findQuotes, quoteOccurs } from '../text/quotes.ts'
import {
  type CheckedNumber,
  type CheckedText,
  type CheckScope,
  type Noticed,
  saidElsewhere,
  sharedStems,
  speaksOf,
} from './checked-text.ts'
import { figureSupports } from './figure-supports.ts'

/** A sentence that shares fewer stems with the point speaks of something else. */
const MIN_SHARED_STEMS = 2

export function checkNumbers(point: CheckedText, scope: CheckScope): readonly Noticed[] {
  return point
    .numbers()
    .filter(({ number }) => !point.dates().some((date) => isWithin(number, date)))
    .flatMap((claimed) => checkNumber(claimed, point, scope))
}

interface Span {
  readonly start: number
  readonly end: number
}

/** The year of a date is asked of the date. */
function isWithin(inner: Span, outer: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end
}

function checkNumber(
  claimed: CheckedNumber,
  point: CheckedText,
  { cited, others }: CheckScope,
): readonly Noticed[] {
  const { number } = claimed
  const matches = (text: CheckedText) => text.numbers().filter((other) => figureSupports(other, claimed))
  const isCited = cited.some((text) => matches(text).length > 0)
  if (cited.some((text) => matches(text).some((other) => sharesContext(claimed, other, text)))) return []
  if (number.kind === 'code' && cited.some((text) => saysCode(text, number.text))) return []
  const elsewhere = others.find(
    (text) =>
      sharedStems(point, text) >= MIN_SHARED_STEMS &&
      matches(text).some((other) => countsTheSame(claimed, other)),
  )
  const finding = (level: Finding['level'], note: string): Finding => ({
    kind: 'number',
    level,
    text: number.text,
    note,
  })
  if (elsewhere) return [saidElsewhere('number', number.text, elsewhere)]
  if (isCited) return number.isSoft ? [] : [finding('soft', 'The figure is cited, but for something else.')]
  if (cited.some((text) => text.numbers().some((other) => isUnpriced(claimed, other)))) {
    return [finding('soft', 'The cited sentences give this number without a currency.')]
  }
  if (cited.some((text) => text.numbers().some((other) => isCounted(claimed, other)))) {
    return [finding('soft', 'The cited sentences count this one by one.')]
  }
  if (number.isSoft) return [finding('soft', 'The cited sentences do not give this number.')]
  return [finding('fail', 'The cited sentences do not give this figure.')]
}

/** Speakers leave out what everybody knows: "twelve fifty", "5 mln bucks". */
function isUnpriced({ number }: CheckedNumber, { number: other }: CheckedNumber): boolean {
  return number.kind === 'money' && other.kind === 'num' && number.value === other.value
}

/** Where a source has no capitals, "Par-3" and "3D" are not seen as codes. */
function saysCode(text: CheckedText, code: string): boolean {
  const words = fold(code).match(/[\p{L}\p{N}]+/gu) ?? []
  return ` ${text.words().join(' ')} `.includes(` ${words.join(' ')} `)
}

/** Whoever has won a sixth title has won six. */
function isCounted({ number }: CheckedNumber, { number: other }: CheckedNumber): boolean {
  return number.kind === 'num' && number.isWord && other.kind === 'ord' && number.value === other.value
}

/** "Five bridges" is not said where a line is blocked "in five places", however much else both speak of. */
function countsTheSame(claimed: CheckedNumber, other: CheckedNumber): boolean {
  if (claimed.counts !== undefined) return other.context.has(claimed.counts)
  return sharesWords(claimed.context, other.context)
}

function sharesContext(claimed: CheckedNumber, other: CheckedNumber, text: CheckedText): boolean {
  if (claimed.context.size === 0 || sharesWords(claimed.context, other.context)) return true
  return sharesWords(claimed.context, text.stemSet)
}

function sharesWords(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  for (const word of a) if (b.has(word)) return true
  return false
}

export function checkDates(
  point: CheckedText,
  { cited, others, publishedAt }: CheckScope,
): readonly Noticed[] {
  return point.dates().flatMap((date): readonly Noticed[] => {
    const says = (text: CheckedText) =>
      text.dates().some((other) => datesMatch(date, other, text.publishedAt ?? publishedAt))
    if (cited.some(says)) return []
    const elsewhere = others.find((text) => says(text) && speaksOf(point, date, text))
    if (elsewhere) return [saidElsewhere('date', date.text, elsewhere)]
    if (isUndecided(date, cited, publishedAt)) {
      return [
        {
          kind: 'date',
          level: 'soft',
          text: date.text,
          note: 'Without the date of publication this day cannot be compared.',
        },
      ]
    }
    return [
      { kind: 'date', level: 'fail', text: date.text, note: 'The cited sentences do not give this date.' },
    ]
  })
}

/** A weekday or "yesterday" against a full date, or the other way round, with no date of publication to tell. */
function isUndecided(
  date: DateMention,
  cited: readonly CheckedText[],
  publishedAt: number | undefined,
): boolean {
  if (publishedAt !== undefined) return false
  const isRelative = (one: DateMention) =>
    one.relative !== undefined || (one.weekday !== undefined && one.day === undefined)
  return cited.some(
    (text) =>
      text.publishedAt === undefined && text.dates().some((other) => isRelative(other) !== isRelative(date)),
  )
}

export function checkQuotes(point: CheckedText, { cited, others }: CheckScope): readonly Noticed[] {
  const joined = cited.map(({ text }) => text).join(' ')
  return findQuotes(point.text).flatMap(({ text: quote }): readonly Noticed[] => {
    if (quoteOccurs(quote, joined)) return []
    if (isNameInQuotes(quote, point.language) && cited.some((text) => namesIt(quote, text))) return []
    const elsewhere = others.find(({ text }) => quoteOccurs(quote, text))
    if (elsewhere) return [saidElsewhere('quote', quote, elsewhere)]
    if (quoteOccurs(quote, [...cited, ...others].map(({ text }) => text).join(' '))) {
      return [
        { kind: 'quote', level: 'soft', text: quote, note: 'The quote is longer than the cited sentences.' },
      ]
    }
    if (isTitle(quote)) {
      return [
        { kind: 'quote', level: 'soft', text: quote, note: 'The cited sentences do not have this title.' },
      ]
    }
    return [
      {
        kind: 'quote',
        level: 'fail',
        text: quote,
        note: 'Nobody says this word for word in the cited sentences.',
      },
    ]
  })
}

/** Films and books are named between quotation marks: "The Old House by the Sea". */
function isTitle(quote: string): boolean {
  const words = quote.match(/\p{L}+/gu) ?? []
  return words.length > 1 && words.every((word, at) => (at > 0 && word.length <= 3) || /^\p{Lu}/u.test(word))
}

/** Russian puts the names of firms between quotation marks, and declines them: «Полметра», опрос «Полметры». */
function isNameInQuotes(quote: string, language: string): boolean {
  return (
    INFLECTED.has(language.slice(0, 2)) && /^\p{Lu}[^.!?,;:]*$/u.test(quote) && quote.split(/\s+/).length <= 4
  )
}

function namesIt(quote: string, { text, language }: CheckedText): boolean {
  const tokens = quote.split(/\s+/)
  return (
    nameSupport({ text: quote, tokens, start: 0, end: quote.length, isSentenceStart: false }, text, {
      language,
    }) === 'found'
  )
}
