// The date of publication in a line of a page, with whatever stands around it.

import { DAY_MS, epochOf, MINUTE_MS } from '../clock.ts'
import type { DateMention } from './date-mention.ts'
import { findDates } from './find-dates.ts'
import { calendarNames } from './month-names.ts'

const ISO_TIME =
  /(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s?(Z|[+-]\d{2}:?\d{2}|UTC|GMT)?/
const CLOCK_TIME =
  /(?<!\d)([01]?\d|2[0-3])[:.h]([0-5]\d)(?::[0-5]\d)?\s?(am|pm|a\.m\.|p\.m\.)?(?:\s?(UTC|GMT|Z|[A-Z]{1,2}[SD]?T|CEST|[+-]\d{2}:?\d{2})(?![\p{L}\d]))?/iu
const TIME_WITHIN = 40
/** A time in front of the date belongs to it only when nothing much stands between. */
const TIME_BEFORE = new RegExp(`${CLOCK_TIME.source}(?:,|\\s|·|\\||-|–|on|Uhr|am|le|el)*$`, 'iu')

/** Hours from UTC. Names without summer or winter are those of the winter. */
const ZONE_HOURS: Readonly<Record<string, number>> = {
  EST: -5,
  ET: -5,
  EDT: -4,
  CST: -6,
  CT: -6,
  CDT: -5,
  MST: -7,
  MT: -7,
  MDT: -6,
  PST: -8,
  PT: -8,
  PDT: -7,
  BST: 1,
  CET: 1,
  CEST: 2,
}

/**
 * The time in a line such as `January 7, 2026 · 4 min read`; without a zone it is read as UTC. Without a year the
 * caller's is used, else the one that brings the date nearest to `now` without passing it by more than a day; such a
 * date is inferred.
 */
export function parsePageDate(
  text: string,
  o: { readonly now: number; readonly year?: number; readonly language?: string },
): { readonly at: number; readonly inferred: boolean } | undefined {
  const iso = ISO_TIME.exec(text)
  if (iso) return isoTime(iso)
  if (!/\d/.test(text)) return undefined
  for (const language of new Set([o.language ?? 'en', 'en', ...Object.keys(calendarNames)])) {
    const date = findDates(text, language).find(({ day, month }) => day !== undefined && month !== undefined)
    if (!date) continue
    const year = date.year ?? yearBefore(date, o)
    return {
      at: Date.UTC(year, (date.month ?? 1) - 1, date.day) + timeAround(text, date),
      inferred: date.year === undefined,
    }
  }
  return undefined
}

function isoTime(match: RegExpExecArray): { readonly at: number; readonly inferred: boolean } | undefined {
  const [, year, month, day, hour, minute, second = '00', zone = 'Z'] = match
  const at = epochOf(
    `${year}-${month}-${day}T${hour}:${minute}:${second}${/^(?:UTC|GMT)$/.test(zone) ? 'Z' : zone}`,
  )
  return at === undefined ? undefined : { at, inferred: false }
}

function yearBefore(
  { month = 1, day = 1 }: DateMention,
  o: { readonly now: number; readonly year?: number },
): number {
  if (o.year !== undefined) return o.year
  const year = new Date(o.now).getUTCFullYear()
  return Date.UTC(year, month - 1, day) > o.now + DAY_MS ? year - 1 : year
}

/** A time of day behind the date, else right before it, in milliseconds from midnight UTC. */
function timeAround(text: string, { start, end }: DateMention): number {
  const match =
    CLOCK_TIME.exec(text.slice(end, end + TIME_WITHIN)) ??
    TIME_BEFORE.exec(text.slice(Math.max(0, start - TIME_WITHIN), start))
  if (!match) return 0
  const [, hour = '0', minute = '0', half = '', zone = ''] = match
  const hours = (Number(hour) % (half ? 12 : 24)) + (/^p/i.test(half) ? 12 : 0)
  return (hours * 60 + Number(minute) - zoneMinutes(zone)) * MINUTE_MS
}

function zoneMinutes(zone: string): number {
  const match = /^([+-])(\d{2}):?(\d{2})$/.exec(zone)
  if (!match) return (ZONE_HOURS[zone.toUpperCase()] ?? 0) * 60
  return (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3]))
}
