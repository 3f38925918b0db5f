// Quiet hours: local times of day at which nothing makes a sound.

import { Temporal } from 'temporal-polyfill'
import type { QuietHours } from '../domain.ts'
import { userError } from '../message/user-error.ts'

/** `22:00-07:00`, with `move` (as without it) or `silence` behind it. Throws UserError with one sentence. */
export function parseQuietHours(text: string): QuietHours {
  const [, from, to, effect = 'move'] =
    /^\s*(\d{1,2}:\d{2})\s*(?:-|–|to)\s*(\d{1,2}:\d{2})(?:[\s,]+(move|silence))?\s*$/.exec(text) ?? []
  const hours = {
    from: timeOf(from),
    to: timeOf(to),
    effect: effect === 'silence' ? effect : 'move',
  } as const
  if (hours.from === undefined || hours.to === undefined || hours.from === hours.to) {
    throw userError((wrong) => wrong.noQuietHours(text))
  }
  return { ...hours, from: hours.from, to: hours.to }
}

/** Whether that moment lies in them. `from` belongs to them, `to` does not. */
export function isQuiet(hours: QuietHours | undefined, zone: string, at: number): boolean {
  if (!hours) return false
  const time = localTime(at, zone)
  return hours.from < hours.to ? time >= hours.from && time < hours.to : time >= hours.from || time < hours.to
}

/** The end of the quiet hours that moment lies in. */
export function endOfQuiet(hours: QuietHours, zone: string, at: number): number {
  const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone)
  const end = Temporal.PlainTime.from(hours.to)
  const days = localTime(at, zone) < hours.to ? 0 : 1
  return local.toPlainDate().add({ days }).toZonedDateTime({ timeZone: zone, plainTime: end })
    .epochMilliseconds
}

/** `07:30`, in order of the day when compared as text. */
function localTime(at: number, zone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(at)
    .toZonedDateTimeISO(zone)
    .toPlainTime()
    .toString({ smallestUnit: 'minute' })
}

function timeOf(text = ''): string | undefined {
  const [hour = '', minute = ''] = text.split(':')
  return /^\d{1,2}:\d{2}$/.test(text) && Number(hour) < 24 && Number(minute) < 60
    ? `${hour.padStart(2, '0')}:${minute}`
    : undefined
}
