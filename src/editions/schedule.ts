// When editions come: a schedule as people write it → its slots, in its zone.

import { Temporal } from 'temporal-polyfill'
import { DAY_MS } from '../clock.ts'
import type { QuietHours, Schedule } from '../domain.ts'
import { userError } from '../message/user-error.ts'
import { type Cron, parseCron } from './cron.ts'
import { slotsOfDay } from './local-slots.ts'
import { endOfQuiet, isQuiet } from './quiet-hours.ts'
import { cronsOfPhrase } from './schedule-phrases.ts'

/** 29 February can be eight years away (1896 to 1904, 2096 to 2104). */
const FARTHEST_DAYS = 8 * 366 + 1

/**
 * Words ("every weekday at 7:30"), or cron expressions with semicolons between them. Throws UserError when it is neither,
 * when the zone does not exist, and when it never fires.
 */
export function parseSchedule(text: string, zone: string): Schedule {
  const schedule = { text: text.trim(), crons: cronsOf(text), zone: zoneOf(zone) }
  for (const cron of schedule.crons) parseCron(cron)
  if (nextSlot(schedule, 0) === undefined) {
    throw userError((wrong) => wrong.neverComes(text))
  }
  return schedule
}

/** The first slot after that moment, in epoch milliseconds; undefined when there is none. */
export function nextSlot(schedule: Schedule, after: number, quiet?: QuietHours): number | undefined {
  for (const slot of slotsAfter(schedule, after, quiet)) return slot
  return undefined
}

/** The first slots after that moment. */
export function nextSlots(
  schedule: Schedule,
  after: number,
  count: number,
  quiet?: QuietHours,
): readonly number[] {
  return slotsBetween(schedule, after + 1, Number.POSITIVE_INFINITY, quiet, count)
}

/** The slots from one moment to another, both included, at most `limit` of them, the earliest first. */
export function slotsBetween(
  schedule: Schedule,
  from: number,
  to: number,
  quiet?: QuietHours,
  limit = 1000,
): readonly number[] {
  const slots: number[] = []
  for (const slot of slotsAfter(schedule, from - 1, quiet)) {
    if (slot > to || slots.length === limit) break
    slots.push(slot)
  }
  return slots
}

/** Ascending, each once. With quiet hours that move slots, those that lie in them come at their end. */
function* slotsAfter(schedule: Schedule, after: number, quiet: QuietHours | undefined): Generator<number> {
  const moves = quiet?.effect === 'move' ? quiet : undefined
  // What is moved beyond `after` may lie a day before it.
  const raw = rawSlots(schedule, moves ? after - DAY_MS : after)
  let last = after
  for (const slot of raw) {
    const moved = moves && isQuiet(moves, schedule.zone, slot) ? endOfQuiet(moves, schedule.zone, slot) : slot
    if (moved <= last) continue
    yield moved
    last = moved
  }
}

function* rawSlots({ crons, zone }: Schedule, after: number): Generator<number> {
  const parsed: readonly Cron[] = crons.map(parseCron)
  // Where a whole day is skipped, its slots come on the day after.
  let date = Temporal.Instant.fromEpochMilliseconds(after)
    .toZonedDateTimeISO(zone)
    .toPlainDate()
    .subtract({ days: 1 })
  for (let daysWithout = 0; daysWithout <= FARTHEST_DAYS; daysWithout += 1) {
    const slots = new Set(parsed.flatMap((cron) => slotsOfDay(cron, date, zone)))
    const later = [...slots].filter((slot) => slot > after).sort((a, b) => a - b)
    if (later.length > 0) daysWithout = 0
    yield* later
    date = date.add({ days: 1 })
  }
}

function cronsOf(text: string): readonly string[] {
  const words = cronsOfPhrase(text)
  if (words) return words
  const parts = text.split(';').map((part) => part.trim())
  if (parts.every((part) => /^@\w+$|^[\d*]\S*\s/.test(part))) return parts
  throw userError((wrong) => wrong.noSchedule(text))
}

function zoneOf(zone: string): string {
  try {
    if (!/^[a-z]/i.test(zone)) throw new RangeError('an offset has no clock changes')
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return zone
  } catch (cause) {
    throw userError((wrong) => wrong.noZone(zone), { cause })
  }
}
