import type { Clock } from './ports.ts'

/** The machine's clock. `sleep` ends early, without an error, when the signal aborts. */
export const systemClock: Clock = {
  now: () => Date.now(),
  sleep(ms, signal) {
    if (signal?.aborted) return Promise.resolve()
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer)
        signal?.removeEventListener('abort', done)
        resolve()
      }
      const timer = setTimeout(done, ms)
      signal?.addEventListener('abort', done, { once: true })
    })
  },
}

export const MINUTE_MS = 60_000
export const HOUR_MS = 60 * MINUTE_MS
export const DAY_MS = 24 * HOUR_MS

const UNIT_MS: Readonly<Record<string, number>> = {
  m: MINUTE_MS,
  h: HOUR_MS,
  d: DAY_MS,
  w: 7 * DAY_MS,
  y: 365 * DAY_MS,
}

/** Milliseconds of a duration written `15m 24h 7d 2w 100y`; undefined when it is not one. */
export function parseDuration(text: string): number | undefined {
  const match = /^(\d{1,6})([mhdwy])$/.exec(text.trim())
  if (!match?.[1] || !match[2]) return undefined
  return Number(match[1]) * (UNIT_MS[match[2]] ?? Number.NaN)
}

/** ISO 8601 in UTC, or so many minutes from it; undefined stays undefined, so that JSON leaves the field out. */
export function isoTime(epochMs: number | undefined, offsetMinutes = 0): string | undefined {
  if (epochMs === undefined) return undefined
  const local = new Date(epochMs + offsetMinutes * MINUTE_MS).toISOString()
  if (offsetMinutes === 0) return local
  const [hours, minutes] = [Math.trunc(Math.abs(offsetMinutes) / 60), Math.abs(offsetMinutes) % 60]
  const offset = [hours, minutes].map((part) => String(part).padStart(2, '0')).join(':')
  return `${local.slice(0, -1)}${offsetMinutes < 0 ? '-' : '+'}${offset}`
}

/** Epoch milliseconds of an ISO 8601 time; a date alone is midnight UTC, a month its first day. Undefined when it is not one. */
export function parseIsoTime(text: string): number | undefined {
  const time = text.trim()
  if (/^\d{4}-\d{2}$/.test(time)) return epochOf(`${time}-01`)
  if (!/^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}|$)/.test(time)) return undefined
  const withZone = /(?:Z|[+-]\d{2}:?\d{2})$/i.test(time) || time.length === 10
  return epochOf(withZone ? time : `${time}Z`)
}

/** `Date.parse` of a time that begins with YYYY-MM-DD, without its kindness: 30 February is no day, not 2 March. */
export function epochOf(time: string): number | undefined {
  const ms = Date.parse(time)
  if (Number.isNaN(ms)) return undefined
  const day = time.slice(0, 10)
  return new Date(day).toISOString().startsWith(day) ? ms : undefined
}
