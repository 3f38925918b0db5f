// Dates as a text prints them, and whether two of them can be the same day. A missing field is unknown, not wrong.

import { type CalendarNames, calendarNames, namesOf } from './month-names.ts'
import { normalise } from './normalise.ts'

export interface DateMention {
  readonly day?: number
  /** 1 to 12 */
  readonly month?: number
  readonly year?: number
  /** 1 Monday to 7 Sunday */
  readonly weekday?: number
  readonly relative?: 'today' | 'yesterday' | 'tomorrow'
  /** The other reading of an ambiguous date such as 03/04/2026. */
  readonly alternative?: { readonly day: number; readonly month: number }
  readonly text: string
  readonly start: number
  readonly end: number
}

type Fields = Pick<DateMention, 'day' | 'month' | 'year' | 'weekday' | 'relative' | 'alternative'>

interface Pattern {
  readonly pattern: RegExp
  /** Undefined when the match is no date after all. */
  read(match: RegExpExecArray): Fields | undefined
}

const DAY_MS = 86_400_000

/** Every date in the text, in order; earlier, fuller patterns claim their words first. Offsets are those of the text. */
export function findDates(text: string, language: string): readonly DateMention[] {
  const normalised = normalise(text)
  const found: DateMention[] = []
  for (const { pattern, read } of patternsOf(language)) {
    for (const match of normalised.text.matchAll(pattern)) {
      const fields = read(match as RegExpExecArray)
      const [start, end] = [normalised.at(match.index), normalised.at(match.index + match[0].length)]
      if (!fields || found.some((other) => start < other.end && other.start < end)) continue
      found.push({ ...fields, text: text.slice(start, end), start, end })
    }
  }
  return found.sort((a, b) => a.start - b.start)
}

const compiled = new Map<string, readonly Pattern[]>()

function patternsOf(language: string): readonly Pattern[] {
  const key = language.slice(0, 2).toLowerCase()
  const known = compiled.get(key)
  if (known) return known
  const patterns = compile(namesOf(key), key)
  compiled.set(key, patterns)
  return patterns
}

function compile(names: CalendarNames, language: string): readonly Pattern[] {
  const flags = names.capital ? 'gu' : 'giu'
  const monthNumbers = numbered(names.months)
  const weekdayNumbers = numbered(names.weekdays)
  const month = `(${alternatives(names.months.flat())})(?![\\p{L}\\p{N}])\\.?`
  const isFirstMonth = language === 'en'
  const monthOf = (name = '') => monthNumbers.get(name.toLowerCase().normalize('NFKC'))
  const dayMonth = (day = '', name = '', year = ''): Fields | undefined => {
    const fields = { day: Number(day), month: monthOf(name) ?? 0, ...yearField(year) }
    return isPossible(fields) ? fields : undefined
  }
  return [
    {
      pattern: /(?<![\p{L}\p{N}])(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?!\d)/gu,
      read: ([, year, second, day]) =>
        possible({ day: Number(day), month: Number(second), year: Number(year) }),
    },
    {
      pattern: /(?<![\p{L}\p{N}.,/])(\d{1,2})([./])(\d{1,2})\2(\d{4}|\d{2})?(?![\d/])(?!\.\d)/gu,
      read: ([, first, mark, second, year]) =>
        numeric(Number(first), Number(second), year ?? '', mark === '.', isFirstMonth),
    },
    {
      pattern: new RegExp(
        `(?<![\\p{L}\\p{N}.,])(\\d{1,2})(?:st|nd|rd|th|er|[.ºª°])?\\s*(?:of\\s+|de\\s+|-)?${month}(?:,?\\s+(?:de\\s+|del\\s+)?(\\d{4})(?!\\d))?`,
        flags,
      ),
      read: ([, day, name, year]) => dayMonth(day, name, year),
    },
    {
      pattern: new RegExp(
        `(?<![\\p{L}\\p{N}])${month}\\s+(\\d{1,2})(?:st|nd|rd|th)?(?![\\d:%])(?![.,]\\d)(?:,?\\s+(\\d{4})(?!\\d))?`,
        flags,
      ),
      read: ([, name, day, year]) => dayMonth(day, name, year),
    },
    {
      pattern: new RegExp(
        `(?<![\\p{L}\\p{N}])${month},?\\s+(?:of\\s+|de\\s+|del\\s+)?(\\d{4})(?!\\d)`,
        flags,
      ),
      read: ([, name, year]) => ({ month: monthOf(name) ?? 0, ...yearField(year) }),
    },
    {
      pattern: new RegExp(`(?<![\\p{L}\\p{N}])${month}`, flags),
      read: (match) => (isBareMonth(match, language) ? { month: monthOf(match[1]) ?? 0 } : undefined),
    },
    {
      pattern: new RegExp(
        `(?<![\\p{L}\\p{N}])(${alternatives(names.weekdays.flat())})(?:s|abend|morgen|nachmittag|nacht)?(?![\\p{L}\\p{N}])`,
        flags,
      ),
      read: ([, name = '']) =>
        name.length > 2 ? { weekday: weekdayNumbers.get(name.toLowerCase()) ?? 0 } : undefined,
    },
    ...(['yesterday', 'today', 'tomorrow'] as const).flatMap((relative) =>
      names[relative].length === 0
        ? []
        : [
            {
              pattern: new RegExp(
                `(?<![\\p{L}\\p{N}])(?:${alternatives(names[relative])})(?![\\p{L}\\p{N}])`,
                'giu',
              ),
              read: () => ({ relative }),
            },
          ],
    ),
  ]
}

function alternatives(words: readonly string[]): string {
  return [...words].sort((a, b) => b.length - a.length).join('|')
}

function numbered(names: readonly (readonly string[])[]): ReadonlyMap<string, number> {
  return new Map(names.flatMap((forms, at) => forms.map((form) => [form.toLowerCase(), at + 1] as const)))
}

/** Month names that are other words too: alone, they are months only behind a preposition of time. */
const OTHER_WORDS: Readonly<Record<string, ReadonlySet<string>>> = {
  en: new Set([
    'march',
    'may',
    'jan',
    'mar',
    'dec',
    'jun',
    'sep',
    'apr',
    'aug',
    'feb',
    'nov',
    'oct',
    'jul',
    'sept',
  ]),
  fr: new Set(['mars', 'mai', 'nov', 'oct', 'sept', 'avr', 'déc', 'juil', 'janv', 'févr']),
}
const TIME_BEFORE =
  /(?:^|[^\p{L}])(?:in|by|since|until|till|from|during|through|last|next|this|early|late|mid|of|before|after|en|depuis|avant|après|fin|début)[\s-]+$/iu

function isBareMonth(match: RegExpExecArray, language: string): boolean {
  const name = (match[1] ?? '').toLowerCase()
  if (name.length <= 3 && name !== 'may' && name !== 'mai' && name !== 'май' && name !== 'mei') {
    return TIME_BEFORE.test(match.input.slice(Math.max(0, match.index - 12), match.index))
  }
  if (!OTHER_WORDS[language]?.has(name)) return true
  return TIME_BEFORE.test(match.input.slice(Math.max(0, match.index - 12), match.index))
}

/** 03/04/2026 is two dates; 25/12 only one. With dots the day comes first. */
function numeric(
  first: number,
  second: number,
  year: string,
  isDotted: boolean,
  isFirstMonth: boolean,
): Fields | undefined {
  if (!isDotted && year === '') return undefined
  const rest = yearField(year)
  const dayFirst = { day: first, month: second, ...rest }
  const monthFirst = { day: second, month: first, ...rest }
  if (isDotted || !isPossible(monthFirst)) return possible(dayFirst)
  if (!isPossible(dayFirst) || first === second) return possible(monthFirst)
  const [likely, other] = isFirstMonth ? [monthFirst, dayFirst] : [dayFirst, monthFirst]
  return { ...likely, alternative: { day: other.day, month: other.month } }
}

function yearField(year: string | undefined): { readonly year?: number } {
  if (!year) return {}
  if (year.length === 2) return { year: Number(year) + (Number(year) < 70 ? 2000 : 1900) }
  return { year: Number(year) }
}

function possible(fields: Fields): Fields | undefined {
  return isPossible(fields) ? fields : undefined
}

function isPossible({ day = 1, month = 1, year = 2024 }: Fields): boolean {
  if (month < 1 || month > 12 || day < 1 || year < 1000 || year > 2999) return false
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate()
}

/**
 * The date with the fields that the day of publication implies: weekdays and "yesterday" become a day, a missing year is
 * the one nearest to publication. Weekdays are taken as the last such day, as reports mean them. UTC.
 */
export function resolveDate(date: DateMention, publishedAt: number | undefined): DateMention {
  if (publishedAt === undefined) return date
  if (date.relative)
    return {
      ...date,
      ...dayOf(publishedAt + { today: 0, yesterday: -1, tomorrow: 1 }[date.relative] * DAY_MS),
    }
  if (date.day === undefined && date.weekday !== undefined && date.month === undefined) {
    const back = (weekdayOf(publishedAt) - date.weekday + 7) % 7
    return { ...date, ...dayOf(publishedAt - back * DAY_MS) }
  }
  if (date.month !== undefined && date.year === undefined)
    return { ...date, year: nearestYear(date.month, date.day ?? 15, publishedAt) }
  return date
}

function dayOf(at: number): { readonly day: number; readonly month: number; readonly year: number } {
  const date = new Date(at)
  return { day: date.getUTCDate(), month: date.getUTCMonth() + 1, year: date.getUTCFullYear() }
}

function weekdayOf(at: number): number {
  return new Date(at).getUTCDay() || 7
}

function nearestYear(month: number, day: number, at: number): number {
  const year = new Date(at).getUTCFullYear()
  const distance = (candidate: number) => Math.abs(Date.UTC(candidate, month - 1, day) - at)
  return [year, year - 1, year + 1].reduce((best, other) => (distance(other) < distance(best) ? other : best))
}

/** Whether every field of the claim agrees with the evidence, where publication may supply what the evidence leaves out. */
export function datesMatch(claim: DateMention, evidence: DateMention, publishedAt?: number): boolean {
  const readings = [claim, ...(claim.alternative ? [{ ...claim, ...claim.alternative }] : [])]
  const sources = [evidence, ...(evidence.alternative ? [{ ...evidence, ...evidence.alternative }] : [])]
  return readings.some((reading) => sources.some((source) => agrees(reading, source, publishedAt)))
}

function agrees(claim: DateMention, evidence: DateMention, publishedAt: number | undefined): boolean {
  if (claim.relative && claim.relative === evidence.relative) return true
  const source = resolveDate(evidence, publishedAt)
  const wanted = claim.relative ? resolveDate(claim, publishedAt) : claim
  const fields = ['day', 'month', 'year'] as const
  const hasDay = fields.some((field) => wanted[field] !== undefined)
  if (fields.some((field) => wanted[field] !== undefined && wanted[field] !== source[field])) return false
  if (wanted.weekday === undefined) return hasDay
  return wanted.weekday === (evidence.weekday ?? weekdayOfDate(source))
}

function weekdayOfDate({ day, month, year }: DateMention): number | undefined {
  return day === undefined || month === undefined || year === undefined
    ? undefined
    : weekdayOf(Date.UTC(year, month - 1, day))
}

const ISO_TIME =
  /(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s?(Z|[+-]\d{2}:?\d{2}|UTC|GMT)?/
const CLOCK_TIME =
  /(?<!\d)([01]?\d|2[0-3])[:.h]([0-5]\d)(?::[0-5]\d)?\s?(am|pm|a\.m\.|p\.m\.)?(?:\s?(UTC|GMT|Z|[+-]\d{2}:?\d{2}))?/i

/**
 * The date of publication in a line of a page, such as `January 7, 2026 · 4 min read`. Without a year the caller's is
 * used, else the one that brings the date nearest to `now` without passing it by more than a day; such a date is inferred.
 */
export function parsePageDate(
  text: string,
  o: { readonly now: number; readonly year?: number; readonly language?: string },
): { readonly at: number; readonly inferred: boolean } | undefined {
  const iso = ISO_TIME.exec(text)
  if (iso) {
    const [, year, month, day, hour, minute, second = '00', zone = 'Z'] = iso
    const at = Date.parse(
      `${year}-${month}-${day}T${hour}:${minute}:${second}${/^(?:UTC|GMT)$/.test(zone) ? 'Z' : zone}`,
    )
    return Number.isNaN(at) ? undefined : { at, inferred: false }
  }
  for (const language of [...new Set([o.language ?? 'en', 'en', ...Object.keys(calendarNames)])]) {
    const date = findDates(text, language).find(
      (found) => found.day !== undefined && found.month !== undefined,
    )
    if (!date) continue
    const year = date.year ?? yearBefore(date, o)
    return {
      at: Date.UTC(year, (date.month ?? 1) - 1, date.day) + timeAfter(text, date.end),
      inferred: date.year === undefined,
    }
  }
  return undefined
}

function yearBefore(
  { month = 1, day = 1 }: DateMention,
  o: { readonly now: number; readonly year?: number },
): number {
  if (o.year !== undefined) return o.year
  const year = new Date(o.now).getUTCFullYear()
  return Date.UTC(year, month - 1, day) > o.now + DAY_MS ? year - 1 : year
}

/** A time of day right behind the date, in milliseconds; without a zone it is read as UTC. */
function timeAfter(text: string, end: number): number {
  const match = CLOCK_TIME.exec(text.slice(end, end + 40))
  if (!match) return 0
  const [, hour = '0', minute = '0', half = '', zone = ''] = match
  const hours = (Number(hour) % (half ? 12 : 24)) + (/^p/i.test(half) ? 12 : 0)
  return (hours * 60 + Number(minute) - zoneMinutes(zone)) * 60_000
}

function zoneMinutes(zone: string): number {
  const match = /^([+-])(\d{2}):?(\d{2})$/.exec(zone)
  if (!match) return 0
  return (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3]))
}
