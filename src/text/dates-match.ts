// What the day of publication tells about a date, and whether two dates can be the same day. A missing field is unknown,
// not wrong (grounding 3.5).

import type { DateMention } from './date-mention.ts'

const DAY_MS = 86_400_000

/**
 * The date with the fields that the day of publication implies: weekdays and "yesterday" become a day, a missing year is
 * the one nearest to publication. Weekdays are taken as the last such day, as reports mean them. UTC.
 */
export function resolveDate(date: DateMention, publishedAt: number | undefined): DateMention {
  if (publishedAt === undefined) return date
  if (date.relative) return { ...date, ...dayOf(publishedAt + DAYS_FROM_TODAY[date.relative] * DAY_MS) }
  if (isWeekdayAlone(date) && date.weekday !== undefined) {
    const back = (weekdayOf(publishedAt) - date.weekday + 7) % 7
    return { ...date, ...dayOf(publishedAt - back * DAY_MS) }
  }
  if (date.month !== undefined && date.year === undefined)
    return { ...date, year: nearestYear(date.month, date.day ?? 15, publishedAt) }
  return date
}

const DAYS_FROM_TODAY = { today: 0, yesterday: -1, tomorrow: 1 } as const

function isWeekdayAlone({ day, month, weekday }: DateMention): boolean {
  return weekday !== undefined && day === undefined && month === undefined
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
  return readingsOf(claim).some((wanted) =>
    readingsOf(evidence).some((source) =>
      daysOf(source, publishedAt).some((day) => agrees(wanted, source, day, publishedAt)),
    ),
  )
}

function readingsOf(date: DateMention): readonly DateMention[] {
  return date.alternative ? [date, { ...date, ...date.alternative }] : [date]
}

/** "On Friday" may be the last one or the one to come; only the verb knows. */
function daysOf(date: DateMention, publishedAt: number | undefined): readonly DateMention[] {
  const last = resolveDate(date, publishedAt)
  if (publishedAt === undefined || !isWeekdayAlone(date) || date.weekday === undefined) return [last]
  const ahead = (date.weekday - weekdayOf(publishedAt) + 7) % 7
  return [last, { ...date, ...dayOf(publishedAt + ahead * DAY_MS) }]
}

const FIELDS = ['day', 'month', 'year'] as const

function agrees(
  claim: DateMention,
  evidence: DateMention,
  day: DateMention,
  publishedAt: number | undefined,
): boolean {
  if (claim.relative && claim.relative === evidence.relative) return true
  const wanted = claim.relative ? resolveDate(claim, publishedAt) : claim
  const given = FIELDS.filter((field) => wanted[field] !== undefined)
  if (given.some((field) => wanted[field] !== day[field])) return false
  if (wanted.weekday === undefined) return given.length > 0
  return wanted.weekday === (evidence.weekday ?? weekdayOfDate(day))
}

function weekdayOfDate({ day, month, year }: DateMention): number | undefined {
  return day === undefined || month === undefined || year === undefined
    ? undefined
    : weekdayOf(Date.UTC(year, month - 1, day))
}
