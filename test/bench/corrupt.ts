// Faithful points made false in the ways in which models err (grounding 13.2). Each way changes one thing; what it cannot
// change in a point, it leaves out.

import { findDates } from '../../src/text/dates.ts'
import { calendarNames } from '../../src/text/month-names.ts'
import { findNames } from '../../src/text/names.ts'
import { fold } from '../../src/text/normalise.ts'
import { findNumbers, type NumberMention, numbersMatch } from '../../src/text/numbers.ts'
import { findQuotes } from '../../src/text/quotes.ts'
import { corruptionWords } from './corruption-words.ts'
import type { FaithfulPoint } from './faithful-points.ts'
import { pick, type Random } from './random.ts'

export interface Corruption {
  readonly kind: string
  /** The false points made of a true one. */
  of(point: FaithfulPoint, random: Random): readonly Corrupted[]
}

export type Corrupted = Pick<FaithfulPoint, 'text' | 'cites'>

interface Span {
  readonly start: number
  readonly end: number
}

function replaced(point: FaithfulPoint, { start, end }: Span, by: string): readonly Corrupted[] {
  const text = point.text.slice(0, start) + by + point.text.slice(end)
  return text === point.text ? [] : [{ text, cites: point.cites }]
}

/** Figures that a point states firmly, outside its dates, quotes and names. */
function figuresOf({ text, language }: FaithfulPoint): readonly NumberMention[] {
  const taken: readonly Span[] = [...findDates(text, language), ...findQuotes(text)]
  return findNumbers(text, language).filter(
    ({ start, end, isSoft, kind }) =>
      !isSoft && kind !== 'code' && !taken.some((span) => span.start <= start && end <= span.end),
  )
}

function sourceNumbers({ evidence }: FaithfulPoint): readonly NumberMention[] {
  return evidence.sentences.flatMap(({ text, article }) => findNumbers(text, article.language))
}

const TRIES = 5

function withDigits(number: NumberMention, change: (digits: string) => string): string {
  return number.text.replace(/\d(?:[\d.,\u00a0\u202f ]*\d)?/, change)
}

function otherDigit(random: Random, digit: string, isFirst: boolean): string {
  const digits = '0123456789'.replace(digit, '').slice(isFirst ? 1 : 0)
  return pick(random, [...digits]) ?? digit
}

/** One digit becomes another. */
function changedDigit(number: NumberMention, random: Random): string {
  return withDigits(number, (digits) => {
    const places = [...digits].flatMap((char, at) => (/\d/.test(char) ? [at] : []))
    const place = pick(random, places) ?? 0
    return (
      digits.slice(0, place) + otherDigit(random, digits[place] ?? '0', place === 0) + digits.slice(place + 1)
    )
  })
}

/** All digits are drawn anew. */
function drawnDigits(number: NumberMention, random: Random): string {
  return withDigits(number, (digits) =>
    [...digits].map((char, at) => (/\d/.test(char) ? otherDigit(random, '', at === 0) : char)).join(''),
  )
}

const figureAbsent: Corruption = {
  kind: 'figure absent from the evidence',
  of: (point, random) => {
    const known = sourceNumbers(point)
    return figuresOf(point).flatMap((figure) =>
      Array.from({ length: TRIES }, () => drawnDigits(figure, random)).flatMap((by) => {
        const isKnown = findNumbers(by, point.language).some((number) =>
          known.some((other) => numbersMatch(number, other) || number.value === other.value),
        )
        return isKnown ? [] : replaced(point, figure, by)
      }),
    )
  },
}

const figureChanged: Corruption = {
  kind: 'figure changed at random',
  of: (point, random) =>
    figuresOf(point).flatMap((figure) =>
      Array.from({ length: TRIES }, () => changedDigit(figure, random)).flatMap((by) => {
        const [changed] = findNumbers(by, point.language)
        return changed?.value === figure.value ? [] : replaced(point, figure, by)
      }),
    ),
}

const figureSwapped: Corruption = {
  kind: 'figure of another fact of the article',
  of: (point, random) => {
    const own = findNumbers(point.text, point.language)
    return figuresOf(point).flatMap((figure) => {
      const others = sourceNumbers(point).filter(
        (other) =>
          other.kind === figure.kind && !other.isSoft && !own.some(({ value }) => value === other.value),
      )
      const other = pick(random, others)
      return other ? replaced(point, figure, other.text) : []
    })
  },
}

const unit: Corruption = {
  kind: 'magnitude, percent or currency',
  of: (point) => {
    const { units } = corruptionWords(point.language)
    return figuresOf(point).flatMap((figure) =>
      units.flatMap(([from, to]) => {
        const text = figure.text.replace(from, to)
        return text === figure.text ? [] : replaced(point, figure, text)
      }),
    )
  },
}

const date: Corruption = {
  kind: 'date',
  of: (point, random) =>
    findDates(point.text, point.language).flatMap((mention) =>
      Array.from({ length: 2 }, () => changedDate(mention.text, point.language, random)).flatMap((by) =>
        by === undefined ? [] : replaced(point, mention, by),
      ),
    ),
}

/** Another weekday, month, day or year. */
function changedDate(text: string, language: string, random: Random): string | undefined {
  const words = calendarNames[language]
  const lists = words ? [words.weekdays, words.months] : []
  const changes = lists.flatMap((list) =>
    list.flatMap((forms, at) =>
      forms.flatMap((form, formAt) => {
        const found = new RegExp(`(?<!\\p{L})${form.replaceAll('.', '\\.')}(?!\\p{L})`, 'iu').exec(text)
        const other = list[(at + 1 + Math.floor(random() * (list.length - 1))) % list.length]
        const by = other?.[formAt] ?? other?.[0]
        if (!found || !by) return []
        const isCapital = /^\p{Lu}/u.test(found[0])
        return [text.replace(found[0], isCapital ? by.charAt(0).toUpperCase() + by.slice(1) : by)]
      }),
    ),
  )
  const day = /(?<!\d)\d{1,2}(?!\d)/.exec(text)
  if (day) changes.push(text.replace(day[0], String((Number(day[0]) % 27) + 1)))
  const year = /(?<!\d)\d{4}(?!\d)/.exec(text)
  if (year) changes.push(text.replace(year[0], String(Number(year[0]) + (random() < 0.5 ? 1 : -1))))
  return pick(random, changes)
}

/** What opens a sentence is a name when the article has it within one too. */
function namesIn(point: FaithfulPoint) {
  const quotes = findQuotes(point.text)
  const within = point.evidence.sentences.map(({ text }) => text.slice(1)).join(' ')
  return findNames(point.text, point.language).filter(
    ({ start, end, tokens, isSentenceStart, text }) =>
      !quotes.some((quote) => quote.start <= start && end <= quote.end) &&
      tokens.every((token) => !/\d/.test(token)) &&
      (!isSentenceStart || (tokens.length === 1 && within.includes(text))),
  )
}

const nameAbsent: Corruption = {
  kind: 'name absent from the evidence',
  of: (point, random) =>
    namesIn(point).flatMap((name) => {
      const { people, places } = corruptionWords(point.language)
      const pool = name.tokens.length > 1 ? people : places
      return Array.from({ length: 3 }, () => pick(random, pool) ?? '').flatMap((by) =>
        replaced(point, withArticle(point, name), by),
      )
    }),
}

/** German countries may have an article, towns have none. */
function withArticle({ text, language }: FaithfulPoint, { start, end }: Span): Span {
  const article = language === 'de' ? /(?<!\p{L})(?:der|die|dem|den) $/u.exec(text.slice(0, start)) : null
  return { start: start - (article?.[0].length ?? 0), end }
}

const nameSwapped: Corruption = {
  kind: 'name of another in the article',
  of: (point, random) => {
    const own = fold(point.text)
    return namesIn(point).flatMap((name) => {
      const others = point.evidence.sentences
        .flatMap(({ text, article }) => findNames(text, article.language))
        .filter(
          (other) =>
            !own.includes(fold(other.text)) &&
            !other.isSentenceStart &&
            other.tokens.length > 1 === name.tokens.length > 1,
        )
      const other = pick(random, others)
      return other ? replaced(point, name, other.text) : []
    })
  },
}

const quote: Corruption = {
  kind: 'quote altered',
  of: (point, random) =>
    findQuotes(point.text).flatMap((mention) => {
      const words = [...mention.text.matchAll(/\p{L}{3,}/gu)]
      const word = pick(random, words)
      const by = pick(random, corruptionWords(point.language).words)
      if (!word || by === undefined || fold(by) === fold(word[0])) return []
      const start = mention.start + word.index
      return replaced(point, { start, end: start + word[0].length }, by)
    }),
}

/** A pattern of the language and what stands in its place. */
function byPattern(
  kind: string,
  changes: (language: string) => readonly (readonly [RegExp, string])[],
): Corruption {
  return {
    kind,
    of: (point) =>
      changes(point.language).flatMap(([from, to]) => {
        const text = point.text.replace(from, to)
        return text === point.text ? [] : [{ text, cites: point.cites }]
      }),
  }
}

const appended = (kind: string, words: (language: string) => readonly string[]): Corruption => ({
  kind,
  of: (point, random) => {
    const by = pick(random, words(point.language))
    if (by === undefined || !/[.!]$/.test(point.text)) return []
    return [{ text: `${point.text.slice(0, -1)}${by}.`, cites: point.cites }]
  },
})

const otherStory: Corruption = {
  kind: 'sentence cited that is of another fact',
  of: (point, random) => {
    const others = point.evidence.sentences.filter(({ number }) => !point.cites.includes(number))
    const other = pick(random, others)
    return other ? [{ text: point.text, cites: [other.number] }] : []
  },
}

const citation: Corruption = {
  kind: 'citation missing or out of range',
  of: ({ text, evidence }) =>
    [[], [0], [-1], [evidence.sentences.length + 1], [999, 1000]].map((cites) => ({ text, cites })),
}

export const corruptions: readonly Corruption[] = [
  figureAbsent,
  figureChanged,
  figureSwapped,
  unit,
  nameAbsent,
  nameSwapped,
  date,
  quote,
  citation,
  otherStory,
  byPattern('negation put in or taken out', (language) => corruptionWords(language).negations),
  byPattern('direction turned', (language) => corruptionWords(language).opposites),
  byPattern('attribution or doubt left out', (language) => corruptionWords(language).attributions),
  appended('cause added', (language) => corruptionWords(language).causes),
  appended('fact added without figure or name', (language) => corruptionWords(language).facts),
]
