// The slots of one day in a zone, right when clocks change:
//
// - A time that does not exist that day runs once, at the first valid minute after it. Only a schedule that fires every
//   hour needs no such stand-in: no hour is lost to it.
// - A time that exists twice runs once, the first time; a schedule that counts time runs both times.

import type { Temporal } from 'temporal-polyfill'
import { DAY_MS, MINUTE_MS } from '../clock.ts'
import type { Cron } from './cron.ts'

/** Epoch milliseconds, ascending, each once. */
export function slotsOfDay(cron: Cron, date: Temporal.PlainDate, zone: string): readonly number[] {
  const { month, day, dayOfWeek } = date
  if (!cron.isOnDay({ month, day, weekday: dayOfWeek % 7 })) return []
  const midnight = startOf(date, zone)
  if (startOf(date.add({ days: 1 }), zone) - midnight === DAY_MS) {
    return cron.minutesOfDay.map((minute) => midnight + minute * MINUTE_MS)
  }
  const slots = cron.minutesOfDay.flatMap((minute) => slotsOfTime(cron, date, minute, zone))
  return [...new Set(slots)].sort((a, b) => a - b)
}

function slotsOfTime(cron: Cron, date: Temporal.PlainDate, minute: number, zone: string): readonly number[] {
  const local = date.toPlainDateTime({ hour: Math.floor(minute / 60), minute: minute % 60 })
  const earlier = local.toZonedDateTime(zone, { disambiguation: 'earlier' })
  const later = local.toZonedDateTime(zone, { disambiguation: 'later' })
  if (earlier.equals(later)) return [earlier.epochMilliseconds]
  const existsTwice = earlier.toPlainDateTime().equals(local)
  if (existsTwice) {
    return cron.isInterval
      ? [earlier.epochMilliseconds, later.epochMilliseconds]
      : [earlier.epochMilliseconds]
  }
  const firstValid = earlier.getTimeZoneTransition('next')
  return cron.isHourly || !firstValid ? [] : [firstValid.epochMilliseconds]
}

function startOf(date: Temporal.PlainDate, zone: string): number {
  return date.toZonedDateTime(zone).epochMilliseconds
}
