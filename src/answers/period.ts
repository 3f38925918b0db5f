// The time a question speaks of: "this week", "since Monday", "yesterday", "in March", "on 7 January", "in 2019". Relative
// words are those of a reader at `now`, so the news they mean was published then; a calendar date may also be the date
// of something that was written about later, so it ranks and never filters.

import { DAY_MS } from '../clock.ts'
import { type DateMention, findDates, resolveDate } from '../text/dates.ts'
import { findNumbers } from '../text/numbers.ts'

export interface Period {
  /** Epoch milliseconds, both inclusive; absent is open. */
  readonly since?: number
  readonly until?: number
  /** Said from the reader's day, not by the calendar. */
  readonly isRelative: boolean
  /** The day, month or year itself, which an answer must be of; absent of stretches of time. */
  readonly date?: DateMention
  /** Other words for it that an answer may have: "the year before". */
  readonly said?: RegExp
  /** The words that said so, `[start, end)` in the question: they are no search terms. */
  readonly start: number
  readonly end: number
}

/** News of a day is written until the end of the next one. */
const AFTERMATH_MS = DAY_MS

interface RelativeRule {
  readonly pattern: RegExp
  period(now: number, match: RegExpExecArray): { readonly since?: number; readonly until?: number }
}

const COUNTED_UNITS: Readonly<Record<string, number>> = {
  hour: 1 / 24,
  stunde: 1 / 24,
  day: 1,
  tag: 1,
  week: 7,
  woche: 7,
  month: 31,
  monat: 31,
  year: 366,
  jahr: 366,
}
const COUNTS: Readonly<Record<string, number>> = {
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  ten: 10,
}

/** Without an end they end now. In a reader's mouth "this week" is the last seven days: on a Monday it is not one day. */
const RELATIVE: readonly RelativeRule[] = [
  {
    pattern:
      /\b(?:in |over |during |within )?the (?:last|past) (\d{1,3}|two|three|four|five|six|seven|ten) (hour|day|week|month|year)s?\b/i,
    period: (now, match) => ({ since: now - countOf(match) * DAY_MS }),
  },
  {
    pattern: /\bin den (?:letzten|vergangenen) (\d{1,3}) (stunde|tag|woche|monat|jahr)e?n?\b/i,
    period: (now, match) => ({ since: now - countOf(match) * DAY_MS }),
  },
  {
    pattern:
      /\b(?:over |during |in )?(?:this|the past|the last) week\b|\bdiese[rn]? Woche\b|\bcette semaine\b|\besta semana\b|(?:на )?этой неделе/i,
    period: (now) => ({ since: startOfDay(now) - 7 * DAY_MS }),
  },
  {
    pattern:
      /\blast week\b|\b(?:letzte|vergangene)[rn]? Woche\b|\bla semaine derni[èe]re\b|\bla semana pasada\b|прошлой неделе/i,
    period: (now) => ({ since: startOfWeek(now) - 7 * DAY_MS, until: startOfWeek(now) + AFTERMATH_MS }),
  },
  {
    pattern:
      /\b(?:in |during )?(?:this|the past) month\b|\b(?:in )?diese[mn]? Monat\b|\bce mois-ci\b|\beste mes\b|(?:в )?этом месяце/i,
    period: (now) => ({ since: Math.min(startOfMonth(now, 0), startOfDay(now) - 7 * DAY_MS) }),
  },
  {
    pattern:
      /\blast month\b|\b(?:letzte|vergangene)[mn] Monat\b|\ble mois dernier\b|\bel mes pasado\b|прошлом месяце/i,
    period: (now) => ({ since: startOfMonth(now, -1), until: startOfMonth(now, 0) + AFTERMATH_MS }),
  },
  {
    pattern: /\bover the weekend\b|\b(?:last|this) weekend\b|\bam Wochenende\b/i,
    period: (now) => ({ since: startOfWeek(now) - 2 * DAY_MS, until: now }),
  },
]

/** The periods the question names, a relative one first. `language` is the question's. */
export function findPeriods(question: string, language: string, now: number): readonly Period[] {
  const found: Period[] = []
  for (const { pattern, period } of RELATIVE) {
    const match = pattern.exec(question)
    if (match)
      found.push({
        ...period(now, match),
        isRelative: true,
        ...placeOf(question, match.index, match[0].length),
      })
  }
  for (const date of datesIn(question, language)) {
    const period = periodOf(date, question, now)
    if (period && !found.some(({ start, end }) => date.start < end && date.end > start)) found.push(period)
  }
  return found
    .map((period) => (period.isRelative ? { until: now + AFTERMATH_MS, ...period } : period))
    .sort((a, b) => Number(b.isRelative) - Number(a.isRelative))
}

/** Dates, and years that stand alone. */
export function datesIn(text: string, language: string): readonly DateMention[] {
  const dates = findDates(text, language)
  const years = findNumbers(text, language)
    .filter(
      ({ kind, start, end }) =>
        kind === 'year' && !dates.some((date) => date.start < end && date.end > start),
    )
    .map(({ value, text: year, start, end }) => ({ year: value, text: year, start, end }))
  return [...dates, ...years]
}

/** The whole of that year. */
export function yearPeriod(year: number): Pick<Period, 'since' | 'until' | 'isRelative'> {
  return { since: Date.UTC(year, 0, 1), until: Date.UTC(year + 1, 0, 1) + AFTERMATH_MS, isRelative: false }
}

function periodOf(date: DateMention, question: string, now: number): Period | undefined {
  const place = placeOf(question, date.start, date.end - date.start)
  const isOpen = /\b(?:since|seit|depuis|desde|after|nach|с|со)\s+(?:the\s+)?$/iu.test(
    question.slice(0, date.start),
  )
  const day = dayOf(date, now)
  if (day !== undefined) {
    const isRelative = date.relative !== undefined || (date.weekday !== undefined && date.month === undefined)
    const until = isOpen || date.relative === 'today' ? {} : { until: day + DAY_MS + AFTERMATH_MS }
    return { since: day, ...until, isRelative, ...(!isOpen && { date: calendarDay(date, now) }), ...place }
  }
  if (date.month === undefined) {
    if (date.year === undefined || isOpen) return undefined
    return { ...yearPeriod(date.year), date, ...place }
  }
  const since = Date.UTC(yearOf(date, now), date.month - 1, 1)
  const until = isOpen ? {} : { until: Date.UTC(yearOf(date, now), date.month, 1) + AFTERMATH_MS }
  return { since, ...until, isRelative: false, ...(!isOpen && { date }), ...place }
}

/** "Monday" and "yesterday" as the day of the calendar that they are to the reader. */
function calendarDay(date: DateMention, now: number): DateMention {
  const { weekday: _weekday, relative: _relative, ...day } = resolveDate(date, now)
  return day
}

/** Midnight UTC of the day meant: the latest one that is not after now, unless the year is given. */
function dayOf(date: DateMention, now: number): number | undefined {
  const today = startOfDay(now)
  if (date.relative === 'today') return today
  if (date.relative === 'yesterday') return today - DAY_MS
  if (date.relative === 'tomorrow') return undefined
  if (date.day !== undefined && date.month !== undefined) {
    return Date.UTC(yearOf(date, now), date.month - 1, date.day)
  }
  if (date.weekday === undefined || date.month !== undefined) return undefined
  const back = (weekdayOf(now) - date.weekday + 7) % 7
  return today - back * DAY_MS
}

function yearOf(date: DateMention, now: number): number {
  if (date.year !== undefined) return date.year
  const year = new Date(now).getUTCFullYear()
  return Date.UTC(year, (date.month ?? 1) - 1, date.day ?? 1) > now ? year - 1 : year
}

/** The preposition belongs to the phrase. */
function placeOf(
  question: string,
  start: number,
  length: number,
): { readonly start: number; readonly end: number } {
  const before = /(?:\b(?:on|in|since|during|by|from|am|im|seit)\s+)$/i.exec(question.slice(0, start))
  return { start: start - (before?.[0].length ?? 0), end: start + length }
}

function countOf(match: RegExpExecArray): number {
  const [, count = '', unit = ''] = match
  return (COUNTS[count.toLowerCase()] ?? Number(count)) * (COUNTED_UNITS[unit.toLowerCase()] ?? 1)
}

function startOfDay(at: number): number {
  return Math.floor(at / DAY_MS) * DAY_MS
}

/** 1 Monday … 7 Sunday. */
function weekdayOf(at: number): number {
  return ((new Date(at).getUTCDay() + 6) % 7) + 1
}

function startOfWeek(at: number): number {
  return startOfDay(at) - (weekdayOf(at) - 1) * DAY_MS
}

function startOfMonth(at: number, monthsOn: number): number {
  const date = new Date(at)
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + monthsOn, 1)
}
