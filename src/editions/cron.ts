// A cron expression of five fields (minute, hour, day of the month, month, weekday) → the days and times it matches.
//
// `node-cron` says whether it is one; the fields are read here, because its own next run skips or repeats slots when
// clocks change. Day and weekday, when both are given, are alternatives, as in every cron since Vixie's.

import { validate } from 'node-cron'
import { userError } from '../message/user-error.ts'

export interface Cron {
  /** Minutes of the day, ascending. */
  readonly minutesOfDay: readonly number[]
  /** `month` from 1, `weekday` from 0 for Sunday. */
  isOnDay(day: CalendarDay): boolean
  /** It counts time (every 30 minutes, hourly from 8 to 20) rather than naming times of day. */
  readonly isInterval: boolean
  /** It fires in every hour there is. */
  readonly isHourly: boolean
}

export interface CalendarDay {
  readonly month: number
  readonly day: number
  readonly weekday: number
}

const ALIASES: Readonly<Record<string, string>> = {
  '@hourly': '0 * * * *',
  '@daily': '0 0 * * *',
  '@midnight': '0 0 * * *',
  '@weekly': '0 0 * * 0',
  '@monthly': '0 0 1 * *',
  '@yearly': '0 0 1 1 *',
  '@annually': '0 0 1 1 *',
}

interface Field {
  readonly name: string
  readonly from: number
  readonly to: number
  /** How many values there are; a range may run over the last to the first. */
  readonly size: number
  /** Names of values, the first that of `from`. */
  readonly names?: readonly string[]
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat']

const MINUTE: Field = { name: 'minute', from: 0, to: 59, size: 60 }
const HOUR: Field = { name: 'hour', from: 0, to: 23, size: 24 }
const DAY: Field = { name: 'day of the month', from: 1, to: 31, size: 31 }
const MONTH: Field = { name: 'month', from: 1, to: 12, size: 12, names: MONTHS }
/** Sunday is 0 and 7. */
const WEEKDAY: Field = { name: 'weekday', from: 0, to: 7, size: 7, names: WEEKDAYS }

/** Throws UserError with one sentence. */
export function parseCron(expression: string): Cron {
  const written = ALIASES[expression.trim().toLowerCase()] ?? expression.trim()
  const fields = written.split(/\s+/)
  const [minute = '', hour = '', day = '', month = '', weekday = ''] = fields
  if (fields.length !== 5) {
    throw userError((wrong) => wrong.cronFields(expression, fields.length))
  }
  const minutes = valuesOf(minute, MINUTE)
  const hours = valuesOf(hour, HOUR)
  const days = new Set(valuesOf(day, DAY))
  const months = new Set(valuesOf(month, MONTH))
  const weekdays = new Set(valuesOf(weekday, WEEKDAY))
  if (!validate(written)) throw userError((wrong) => wrong.neverComes(expression))
  const [anyDay, anyWeekday] = [day.startsWith('*'), weekday.startsWith('*')]
  return {
    minutesOfDay: hours.flatMap((h) => minutes.map((m) => h * 60 + m)),
    isOnDay: (on) => {
      if (!months.has(on.month)) return false
      const [fits, fitsWeekday] = [days.has(on.day), weekdays.has(on.weekday)]
      return anyDay || anyWeekday ? fits && fitsWeekday : fits || fitsWeekday
    },
    isInterval: minute.startsWith('*') || /[*/-]/.test(hour),
    isHourly: hours.length === 24,
  }
}

/** The values of a list of `*`, `5`, `1-5`, `fri-mon`, each but a single one with an optional step `/2`; ascending. */
function valuesOf(written: string, field: Field): readonly number[] {
  const values = written.split(',').flatMap((part) => {
    const found = partValues(part, field)
    if (found) return found
    const { name, from, to } = field
    throw userError((wrong) => wrong.cronValue(written, wrong.cronField[name] ?? name, from, to))
  })
  return [...new Set(values)].sort((a, b) => a - b)
}

function partValues(part: string, field: Field): readonly number[] | undefined {
  const [, range, first = '', last, step] = /^(\*|(\w+)(?:-(\w+))?)(?:\/(\d{1,2}))?$/.exec(part) ?? []
  const from = range === '*' ? field.from : numberOf(first, field)
  const to = range === '*' ? field.from + field.size - 1 : numberOf(last ?? first, field)
  const isSingle = range !== '*' && last === undefined
  if (from === undefined || to === undefined || Number(step) === 0 || (isSingle && step)) return undefined
  const count = to - from + 1 + (to < from ? field.size : 0)
  return Array.from(
    { length: count },
    (_, at) => ((from - field.from + at) % field.size) + field.from,
  ).filter((_, at) => at % Number(step ?? 1) === 0)
}

function numberOf(text: string, { from, to, names }: Field): number | undefined {
  if (/^\d{1,2}$/.test(text)) return Number(text) >= from && Number(text) <= to ? Number(text) : undefined
  const at = names?.findIndex((name) => text.toLowerCase().startsWith(name)) ?? -1
  return at < 0 ? undefined : from + at
}
