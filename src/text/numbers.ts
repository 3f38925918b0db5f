// Figures in a text, in digits and in words, and whether one supports another (grounding 3.4, 3.6).

import { findDates } from './dates.ts'
import { fold, normalise } from './normalise.ts'
import { currencies, figureMagnitudes, type NumberLanguage, numberLanguage } from './number-words.ts'

export type NumberKind = 'num' | 'pct' | 'money' | 'ord' | 'frac' | 'decade' | 'year' | 'code' | 'score'

export interface NumberMention {
  readonly kind: NumberKind
  readonly value: number
  /** The other side's score. */
  readonly value2?: number
  readonly currency?: string
  /** Size of the last significant digit: 100,000 of "1.2 million", 100 of "3,800", 1 of "37". */
  readonly lastUnit: number
  readonly marker: 'about' | 'more-than' | 'less-than' | ''
  readonly isWord: boolean
  /** Too vague or too common a word to accuse anybody of: "one", "second", "a dozen". */
  readonly isSoft: boolean
  readonly text: string
  readonly start: number
  readonly end: number
}

/** A mention with offsets into the normalised text. */
type Draft = Omit<NumberMention, 'text' | 'marker'>

const alternatives = (words: Iterable<string>) =>
  [...words]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[$.]/g, '\\$&'))
    .join('|')

const SIGNS = alternatives([...currencies.keys()].filter((name) => /[^\p{L}]/u.test(name)))
const CURRENCY_WORDS = alternatives([...currencies.keys()].filter((name) => !/\$$/.test(name)))
const MAGNITUDES = alternatives(figureMagnitudes.keys())
const PERCENT =
  '%|per ?cent|pct|pc|percentage points?|prozentpunkten?|prozent|por ciento|pour ?cent|процент\\p{L}*|パーセント'

const FIGURE = new RegExp(
  `(?:(${SIGNS})\\s?)?(?<![\\p{L}\\p{N}]|\\d[.,])(\\d{1,3}(?:[ ,.']\\d{2,3})*[ ,.']\\d{3}(?:[.,]\\d+)?(?!\\d)|\\d+(?:[.,]\\d+)?)` +
    `(?:(st|nd|rd|th|s|ers?)(?![\\p{L}]))?` +
    `(?:[\\s-]?(${MAGNITUDES})(?![\\p{Script=Latin}\\p{Script=Cyrillic}])\\.?)?` +
    `(?:[\\s-]?(${PERCENT})(?![\\p{Script=Latin}\\p{Script=Cyrillic}]))?` +
    `(?:[\\s-]?(?:(?:de|d')\\s)?(${CURRENCY_WORDS})(?![\\p{Script=Latin}\\p{Script=Cyrillic}]))?`,
  'giu',
)
const CODE =
  /(?<![\p{L}\p{N}])(?=\p{Lu})\p{L}{1,8}-?\d+(?:[.-]\d+)*\p{L}?(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])\d+\p{Lu}\p{L}?(?![\p{L}\p{N}])/gu
const TIME =
  /(?<![\d.,:])\d{1,2}(?:[:.]\d{2}(?::\d{2})?)?\s?(?:a\.m\.|p\.m\.|am|pm|uhr|noon)(?![\p{L}])|(?<![\d.,:])(?:[01]?\d|2[0-3]):[0-5]\d(?!\d)/giu
const SCORE =
  /(?<![\d.,:-])(\d{1,3})(?:[-:]| to )(\d{1,3})(?![\d.,:%-]|\s?(?:%|per ?cent|percent|million|billion|m\b|bn\b))/giu
const SPORT =
  /\b(?:w[io]n|beat|beaten|defeat\p{L}*|los[te]\p{L}*|draw|drew|victor\p{L}*|goals?|scor\p{L}*|lead|led|match|game|sets?|ahead|behind|half-time|final)\b/iu

/** Every figure in the text, in order. Dates, times of day and what is glued to letters are no figures. */
export function findNumbers(text: string, language: string): readonly NumberMention[] {
  if (!/\d|\p{L}/u.test(text)) return []
  const { text: normal, at } = normalise(text)
  const taken = findDates(normal, language)
    .filter(isWholeDate)
    .map(({ start, end }) => ({ start, end }))
  const drafts: Draft[] = []
  const claim = (draft: Draft | undefined, span: { start: number; end: number }) => {
    if (taken.some((other) => span.start < other.end && other.start < span.end)) return
    taken.push(span)
    if (draft) drafts.push(draft)
  }
  for (const match of normal.matchAll(TIME)) claim(undefined, spanOf(match))
  for (const match of normal.matchAll(CODE)) claim(codeOf(match), spanOf(match))
  for (const match of normal.matchAll(SCORE)) {
    const around = normal.slice(Math.max(0, match.index - 50), match.index + match[0].length + 50)
    if (SPORT.test(around)) claim(scoreOf(match), spanOf(match))
  }
  for (const match of normal.matchAll(FIGURE)) claim(figureOf(match, language), spanOf(match))
  for (const draft of wordNumbers(normal, numberLanguage(language))) claim(draft, draft)
  drafts.sort((a, b) => a.start - b.start)
  return withRanges(drafts, normal).map((draft) => {
    const [start, end] = [at(draft.start), at(draft.end)]
    return { ...draft, marker: markerBefore(normal, draft.start), text: text.slice(start, end), start, end }
  })
}

/** A month or a weekday alone holds no figure. */
function isWholeDate({ day }: { readonly day?: number }): boolean {
  return day !== undefined
}

function spanOf(match: RegExpMatchArray): { readonly start: number; readonly end: number } {
  const start = match.index ?? 0
  return { start, end: start + match[0].length }
}

function codeOf(match: RegExpMatchArray): Draft {
  return {
    kind: 'code',
    value: Number(/\d+/.exec(match[0])?.[0]),
    lastUnit: 1,
    isWord: false,
    isSoft: false,
    ...spanOf(match),
  }
}

function scoreOf(match: RegExpMatchArray): Draft {
  return {
    kind: 'score',
    value: Number(match[1]),
    value2: Number(match[2]),
    lastUnit: 1,
    isWord: false,
    isSoft: false,
    ...spanOf(match),
  }
}

function figureOf(match: RegExpMatchArray, language: string): Draft {
  const [, sign, digits = '', suffix = '', magnitude = '', percent, currencyWord] = match
  const { value, lastUnit } = parseFigure(digits, language)
  const times = figureMagnitudes.get(magnitude.toLowerCase()) ?? 1
  const currency = currencies.get((sign ?? currencyWord ?? '').toLowerCase())
  const isPlain = !sign && !magnitude && !percent && !currencyWord
  const isBare = isPlain && /^\d{4}$/.test(digits)
  return {
    kind: kindOf({ suffix, percent, currency, isBare, value }),
    value: value * times,
    ...(currency !== undefined && { currency }),
    lastUnit: lastUnit * times,
    isWord: false,
    isSoft: false,
    ...spanOf(match),
  }
}

function kindOf(o: {
  readonly suffix: string
  readonly percent: string | undefined
  readonly currency: string | undefined
  readonly isBare: boolean
  readonly value: number
}): NumberKind {
  if (o.percent) return 'pct'
  if (o.currency) return 'money'
  if (/^(?:s|ers?)$/i.test(o.suffix)) return 'decade'
  if (o.suffix) return 'ord'
  return o.isBare && o.value >= 1000 && o.value < 2200 ? 'year' : 'num'
}

/** Where the comma is the decimal mark. */
const DECIMAL_COMMA = /^(?:de|es|fr|ru|it|pt|nl|pl|sv|da|no|nb|fi|cs|tr|uk|id)/

/** The value of a printed figure, and the size of its last significant digit. */
function parseFigure(
  digits: string,
  language: string,
): { readonly value: number; readonly lastUnit: number } {
  const plain = digits.replace(/[ ']/g, '')
  const decimal = decimalMark(plain, DECIMAL_COMMA.test(language) ? ',' : '.')
  const [whole = '', fraction = ''] = decimal ? plain.split(decimal) : [plain, '']
  const wholeDigits = whole.replace(/[.,]/g, '')
  const value = Number(`${wholeDigits}${fraction && `.${fraction}`}`)
  if (fraction) return { value, lastUnit: 10 ** -fraction.length }
  const zeros = value === 0 ? 0 : (/0*$/.exec(wholeDigits)?.[0].length ?? 0)
  return { value, lastUnit: 10 ** zeros }
}

/** The last separator is decimal when one, two or more than three digits follow it, or when the language says so. */
function decimalMark(plain: string, usual: string): string | undefined {
  const marks = plain.match(/[.,]/g) ?? []
  const last = marks.at(-1)
  if (!last) return undefined
  if (marks.length > 1) return marks.every((mark) => mark === last) ? undefined : last
  const after = plain.length - plain.lastIndexOf(last) - 1
  return after !== 3 ||
    (last === usual && !/^\d{1,3}$/.test(plain.slice(0, -4))) ||
    (last === usual && plain.startsWith('0')) ||
    last === usual
    ? last
    : undefined
}

/** Runs of number words: "three hundred and five", "two-thirds", "the third". */
function wordNumbers(text: string, words: NumberLanguage): readonly Draft[] {
  const drafts: Draft[] = []
  const tokens = [...text.matchAll(/[\p{L}]+(?:-[\p{L}]+)*/gu)].flatMap((match) =>
    partsOf(match[0], match.index, words),
  )
  for (let first = 0; first < tokens.length; first++) {
    const run = longestRun(tokens, first, text, words)
    if (!run) continue
    drafts.push(run.draft)
    first = run.last
  }
  return drafts
}

interface Word {
  readonly word: string
  readonly start: number
  readonly end: number
}

/** A hyphenated word as its parts, unless it is a number word as a whole. */
function partsOf(word: string, at: number, words: NumberLanguage): readonly Word[] {
  const low = word.toLowerCase()
  if (!low.includes('-') || words.units.has(low)) return [{ word: low, start: at, end: at + word.length }]
  return [...low.matchAll(/[^-]+/g)].map((part) => ({
    word: part[0],
    start: at + part.index,
    end: at + part.index + part[0].length,
  }))
}

function longestRun(tokens: readonly Word[], first: number, text: string, words: NumberLanguage) {
  const opening = tokens[first]
  if (!opening) return undefined
  let [total, current, last, isVague] = [0, 0, -1, false]
  for (let at = first; at < tokens.length; at++) {
    const { word, start, end } = tokens[at] as Word
    if (at > first && !/^[\s-]*$/.test(text.slice(tokens[at - 1]?.end ?? 0, start))) break
    const [unit, times] = [words.units.get(word), words.multipliers.get(word)]
    if (unit !== undefined) {
      if (last >= 0 && current % 100 !== 0 && (unit >= 10 || current % 10 !== 0)) break
      current += unit
    } else if (times !== undefined) {
      if (last < 0 && ((times !== 12 && times < 1000) || !isArticleBefore(text, start))) return undefined
      isVague ||= last < 0 || word.startsWith('do')
      if (times >= 1000) {
        total += Math.max(1, current) * times
        current = 0
      } else current = Math.max(1, current) * times
    } else if (last >= 0 && words.joints.has(word)) {
      const follower = words.units.get(tokens[at + 1]?.word ?? '')
      if (follower === undefined || (current + total) % 10 !== 0) break
      continue
    } else {
      const fraction = words.fractions.get(word)
      if (fraction !== undefined && (last >= 0 || isArticleBefore(text, start) || fraction === 0.5)) {
        return {
          last: at,
          draft: fractionDraft(last >= 0 ? total + current : 1, fraction, opening.start, end),
        }
      }
      const ordinal = words.ordinals.get(word)
      if (ordinal !== undefined && last < 0) return { last: at, draft: ordinalDraft(ordinal, start, end) }
      break
    }
    last = at
  }
  if (last < 0) return undefined
  const value = total + current
  const lastUnit = value === 0 ? 1 : 10 ** (/0*$/.exec(String(value))?.[0].length ?? 0)
  const draft: Draft = {
    kind: 'num',
    value,
    lastUnit,
    isWord: true,
    isSoft: value <= 2 || isVague,
    start: opening.start,
    end: tokens[last]?.end ?? opening.end,
  }
  return { last, draft }
}

function isArticleBefore(text: string, at: number): boolean {
  return /(?:^|[^\p{L}])(?:an?|one|einer?|eine[mns]?|un|une|una)\s$/iu.test(
    text.slice(Math.max(0, at - 7), at),
  )
}

function fractionDraft(count: number, fraction: number, start: number, end: number): Draft {
  return { kind: 'frac', value: count * fraction, lastUnit: 0.01, isWord: true, isSoft: false, start, end }
}

function ordinalDraft(value: number, start: number, end: number): Draft {
  return { kind: 'ord', value, lastUnit: 1, isWord: true, isSoft: value <= 2, start, end }
}

/** "5-10%", "between 20 and 25 percent": the first figure has the unit of the second. */
function withRanges(drafts: readonly Draft[], text: string): readonly Draft[] {
  return drafts.map((draft, at) => {
    const next = drafts[at + 1]
    if (!next || (draft.kind !== 'num' && draft.kind !== 'year') || next.kind === draft.kind) return draft
    const between = text.slice(draft.end, next.start)
    const isRange =
      /^\s?(?:-|to|bis|à|до|a)\s?$/iu.test(between) ||
      (/^ (?:and|und|et|y|и) $/iu.test(between) && BETWEEN.test(text.slice(0, draft.start)))
    if (!isRange || (next.kind !== 'pct' && next.kind !== 'money')) return draft
    return { ...draft, kind: next.kind, ...(next.currency !== undefined && { currency: next.currency }) }
  })
}

const BETWEEN = /\b(?:between|zwischen|entre|между)\s$/iu

const HEDGES = [
  [
    'more-than',
    'more than|over|above|at least|upwards of|mehr als|über|mindestens|más de|al menos|plus de|au moins|более|больше|свыше',
  ],
  [
    'less-than',
    'nearly|almost|under|up to|less than|fewer than|below|close to|fast|knapp|beinahe|unter|bis zu|weniger als|casi|menos de|hasta|près de|presque|moins de|почти|менее|до',
  ],
  [
    'about',
    'about|around|roughly|some|approximately|an estimated|circa|rund|etwa|ungefähr|circa|cerca de|unos|unas|aproximadamente|environ|quelque|около|примерно',
  ],
] as const

const hedgePatterns = HEDGES.map(
  ([marker, list]) => [marker, new RegExp(`(?:^|[^\\p{L}])(?:${list})\\s(?:an?\\s)?$`, 'iu')] as const,
)

function markerBefore(text: string, at: number): NumberMention['marker'] {
  const before = text.slice(Math.max(0, at - 24), at)
  return hedgePatterns.find(([, pattern]) => pattern.test(before))?.[0] ?? ''
}

const EXACT_KINDS: ReadonlySet<NumberKind> = new Set(['year', 'ord', 'code', 'decade', 'score'])

/** Whether the evidence's figure supports the claim's: equal, or honestly rounded (grounding 3.6). */
export function numbersMatch(claim: NumberMention, evidence: NumberMention): boolean {
  if (claim.kind === 'pct' && evidence.kind === 'frac')
    return Math.abs(claim.value / 100 - evidence.value) <= 0.006
  if (claim.kind === 'frac' && evidence.kind === 'pct') {
    const difference = Math.abs(claim.value - evidence.value / 100)
    return difference <= 0.006 || (claim.marker !== '' && difference <= 0.035)
  }
  if (!kindsAgree(claim, evidence)) return false
  if (claim.kind === 'code') return codeText(claim) === codeText(evidence)
  const difference = claim.value - evidence.value
  if (claim.kind === 'score') return difference === 0 && claim.value2 === evidence.value2
  if (Math.abs(difference) <= 1e-9 * Math.abs(claim.value)) return true
  if (EXACT_KINDS.has(claim.kind) || Math.abs(claim.value) < 10) return isDecimalRounding(claim, evidence)
  return isRounding(claim, evidence)
}

function isRounding(claim: NumberMention, evidence: NumberMention): boolean {
  if (claim.lastUnit <= evidence.lastUnit) return false
  const difference = claim.value - evidence.value
  if (Math.abs(difference) <= claim.lastUnit / 2) return true
  if (claim.marker === 'more-than') return difference <= 0 && -difference <= claim.lastUnit
  return claim.marker === 'less-than' && difference >= 0 && difference <= claim.lastUnit
}

/** Small figures are exact, but "6.3" may honestly be told as "about 6". */
function isDecimalRounding(claim: NumberMention, evidence: NumberMention): boolean {
  return (
    !EXACT_KINDS.has(claim.kind) &&
    claim.marker !== '' &&
    evidence.lastUnit < 1 &&
    isRounding(claim, evidence)
  )
}

function kindsAgree(claim: NumberMention, evidence: NumberMention): boolean {
  if (claim.kind === 'money' && evidence.kind === 'money')
    return currenciesAgree(claim.currency, evidence.currency)
  if (claim.kind === evidence.kind) return true
  const plain = (kind: NumberKind) => kind === 'num' || kind === 'year'
  // A claim may leave the currency out; it may not invent one.
  return plain(claim.kind) && (plain(evidence.kind) || evidence.kind === 'money')
}

const DOLLARS = new Set(['dollar', 'usd', 'aud', 'cad', 'hkd', 'sgd', 'nzd'])

function currenciesAgree(a: string | undefined, b: string | undefined): boolean {
  if (a === b) return true
  return (a === 'dollar' || b === 'dollar') && DOLLARS.has(a ?? '') && DOLLARS.has(b ?? '')
}

function codeText({ text }: NumberMention): string {
  return fold(text).replace(/[^\p{L}\p{N}.]/gu, '')
}
