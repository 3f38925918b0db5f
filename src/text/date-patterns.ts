// How dates are written, language by language. Fuller ways come first: what they take is not read again.

import { type DateFields, possibleDate } from './date-mention.ts'
import { type CalendarNames, namesOf } from './month-names.ts'

export interface DatePattern {
  readonly pattern: RegExp
  /** Undefined when the match is no date after all. */
  read(match: RegExpExecArray): DateFields | undefined
}

const compiled = new Map<string, readonly DatePattern[]>()

export function datePatterns(language: string): readonly DatePattern[] {
  const key = language.slice(0, 2).toLowerCase()
  const known = compiled.get(key)
  if (known) return known
  const names = namesOf(key)
  const patterns = [
    yearFirst,
    inDigits(key === 'en'),
    withSigns,
    dayAndMonth(names),
    monthFirst(names, key),
    weekday(names),
    ...relativeWords(names),
  ]
  compiled.set(key, patterns)
  return patterns
}

const yearFirst: DatePattern = {
  pattern: /(?=\d)(?<![\p{L}\p{N}])(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?!\d)/gu,
  read: ([, year, month, day]) =>
    possibleDate({ day: Number(day), month: Number(month), year: Number(year) }),
}

/** 2026年3月3日, 3월 3일 */
const withSigns: DatePattern = {
  pattern: /(?=\d)(?<!\d)(?:(\d{4})\s?[年년]\s?)?(\d{1,2})\s?[月월](?:\s?(\d{1,2})\s?[日号號일])?/gu,
  read: ([, year, month, day]) =>
    possibleDate({ ...(day && { day: Number(day) }), month: Number(month), ...yearField(year) }),
}

function inDigits(isMonthFirst: boolean): DatePattern {
  return {
    pattern: /(?=\d)(?<![\p{L}\p{N}.,/])(\d{1,2})([./])(\d{1,2})\2(\d{4}|\d{2})?(?![\d/])(?!\.\d)/gu,
    read: ([, first, mark, second, year = '']) => {
      if (mark === '.') return possibleDate(dayOf(first, second, year))
      return year === ''
        ? undefined
        : slashed(dayOf(first, second, year), dayOf(second, first, year), isMonthFirst)
    },
  }
}

function dayOf(day = '', month = '', year = ''): DateFields {
  return { day: Number(day), month: Number(month), ...yearField(year) }
}

/** 03/04/2026 is two dates, 25/12/2026 only one. */
function slashed(
  dayFirst: DateFields,
  monthFirst: DateFields,
  isMonthFirst: boolean,
): DateFields | undefined {
  if (!possibleDate(monthFirst) || dayFirst.day === dayFirst.month) return possibleDate(dayFirst)
  if (!possibleDate(dayFirst)) return monthFirst
  const [likely, other] = isMonthFirst ? [monthFirst, dayFirst] : [dayFirst, monthFirst]
  return { ...likely, alternative: { day: other.day ?? 0, month: other.month ?? 0 } }
}

function dayAndMonth(names: CalendarNames): DatePattern {
  const monthOf = numbered(names.months)
  return {
    pattern: new RegExp(
      `(?=\\d)(?<![\\p{L}\\p{N}.,])(\\d{1,2})(?:st|nd|rd|th|er|[.°]|o)?\\s*(?:of\\s+|de\\s+|-)?${monthPattern(names)}` +
        '(?:(?:-|,?\\s+(?:de\\s+|del\\s+)?)(\\d{4})(?!\\d))?',
      'gu',
    ),
    read: ([, day, name, year]) =>
      possibleDate({ day: Number(day), month: monthOf(name), ...yearField(year) }),
  }
}

/** "March 3, 2026", "March 3", "March 2026", "March". */
function monthFirst(names: CalendarNames, language: string): DatePattern {
  const monthOf = numbered(names.months)
  return {
    pattern: new RegExp(
      `(?<![\\p{L}\\p{N}])${monthPattern(names)}` +
        '(?:\\s+(\\d{1,2})(?:st|nd|rd|th)?(?![\\d:%])(?![.,]\\d)(?:,?\\s+(\\d{4})(?!\\d))?|,?\\s+(?:of\\s+|de\\s+|del\\s+)?(\\d{4})(?!\\d))?',
      'gu',
    ),
    read: (match) => {
      const [, name, day, yearOfDay, year] = match
      const month = monthOf(name)
      if (day) return possibleDate({ day: Number(day), month, ...yearField(yearOfDay) })
      if (year) return { month, ...yearField(year) }
      return isBareMonth(match, language) ? { month } : undefined
    },
  }
}

function monthPattern({ months, capital }: CalendarNames): string {
  return `(${alternatives(months.flat(), capital)})(?![\\p{L}\\p{N}])\\.?`
}

/** Short names are other words too ("The Sun", "Di"): they need a date behind them. */
function weekday(names: CalendarNames): DatePattern {
  const forms = names.weekdays.flat()
  const long = alternatives(
    forms.filter((form) => form.length > 3),
    names.capital,
  )
  const short = forms.filter((form) => form.length <= 3)
  const months = alternatives(names.months.flat(), names.capital)
  const list = short.length === 0 ? long : `${long}|(?:${short.join('|')})(?=[.,]{0,2}\\s+(?:\\d|${months}))`
  const weekdayOf = numbered(names.weekdays)
  return {
    pattern: new RegExp(
      `(?<![\\p{L}\\p{N}])(${list})(?:s|abend|morgen|nachmittag|nacht)?(?![\\p{L}\\p{N}])`,
      'gu',
    ),
    read: ([, name]) => ({ weekday: weekdayOf(name) }),
  }
}

function relativeWords(names: CalendarNames): readonly DatePattern[] {
  return (['yesterday', 'today', 'tomorrow'] as const)
    .filter((relative) => names[relative].length > 0)
    .map((relative) => ({
      pattern: new RegExp(
        `(?<![\\p{L}\\p{N}])(?:${alternatives(names[relative], false)})(?![\\p{L}\\p{N}])`,
        'gu',
      ),
      read: () => ({ relative }),
    }))
}

/** Longest first; names without a fixed capital may have one. */
function alternatives(words: readonly string[], isCapital: boolean): string {
  return [...words]
    .sort((a, b) => b.length - a.length)
    .map((word) => (isCapital ? word : `[${word.charAt(0)}${word.charAt(0).toUpperCase()}]${word.slice(1)}`))
    .join('|')
}

function numbered(names: readonly (readonly string[])[]): (name: string | undefined) => number {
  const numbers = new Map(
    names.flatMap((forms, at) => forms.map((form) => [form.toLowerCase(), at + 1] as const)),
  )
  return (name = '') => numbers.get(name.toLowerCase()) ?? 0
}

/** "26" is 2026, "98" is 1998. */
function yearField(year: string | undefined): { readonly year?: number } {
  if (!year) return {}
  if (year.length > 2) return { year: Number(year) }
  return { year: Number(year) + (Number(year) < 70 ? 2000 : 1900) }
}

/** Month names that are other words too: alone, they are months only behind a preposition of time. */
const OTHER_WORDS: Readonly<Record<string, ReadonlySet<string>>> = {
  en: new Set(['march', 'may', 'sept']),
  fr: new Set(['mars', 'mai', 'sept', 'juil', 'janv', 'févr']),
}
/** Common first names, when another name follows. */
const FIRST_NAMES: ReadonlySet<string> = new Set(['april', 'june', 'august'])
const TIME_BEFORE =
  /(?<!\p{L})(?:in|by|since|until|till|from|during|through|last|next|this|early|late|mid|of|before|after|en|depuis|avant|après|fin|début)[\s-]+$/iu

function isBareMonth({ 0: printed, 1: name = '', index, input }: RegExpExecArray, language: string): boolean {
  const month = name.toLowerCase()
  const behind = input.slice(index + printed.length, index + printed.length + 3)
  const isDoubtful =
    (month.length <= 3 && !/^(?:may|mai|май|мая|mei)$/.test(month)) ||
    OTHER_WORDS[language]?.has(month) ||
    (language === 'en' && FIRST_NAMES.has(month) && /^ \p{Lu}\p{Ll}/u.test(behind))
  return !isDoubtful || TIME_BEFORE.test(input.slice(Math.max(0, index - 12), index))
}
