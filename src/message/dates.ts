// Dates as readers see them: absolute, with the month's name, in UTC unless a zone is given.

import { DAY_MS } from '../clock.ts'

/** `3 Mar 2026` */
export function shortDate(at: number, language: string, timeZone?: string): string {
  return written(at, language, { day: 'numeric', month: 'short', year: 'numeric' }, timeZone)
}

/** `14:05` */
export function timeOfDay(at: number, language: string, timeZone?: string): string {
  return written(at, language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }, timeZone)
}

/** `3 Mar 2026, 14:05 UTC` */
export function dateAndTime(at: number, language: string): string {
  return `${shortDate(at, language)}, ${timeOfDay(at, language)} UTC`
}

/** `Tue 3 Mar 2026, 07:30 Europe/Berlin` */
export function localDateAndTime(at: number, language: string, timeZone: string): string {
  const weekday = written(at, language, { weekday: 'short' }, timeZone)
  return `${weekday} ${shortDate(at, language, timeZone)}, ${timeOfDay(at, language, timeZone)} ${timeZone}`
}

/** `Tuesday, 3 March 2026` */
export function longDate(at: number, language: string, timeZone?: string): string {
  return written(at, language, { dateStyle: 'full' }, timeZone)
}

/** A moment of the last days as people name it: `07:30` of the same day, `Tuesday` of the last six, else `3 Mar 2026`. */
export function sinceWhen(
  at: number,
  {
    now,
    language,
    zone,
  }: { readonly now: number; readonly language: string; readonly zone?: string | undefined },
): string {
  if (longDate(at, language, zone) === longDate(now, language, zone)) return timeOfDay(at, language, zone)
  if (Math.abs(now - at) < 6 * DAY_MS) return written(at, language, { weekday: 'long' }, zone)
  return shortDate(at, language, zone)
}

/** Midnight is how a date without a time is stored. */
export function hasTime(at: number): boolean {
  return at % DAY_MS !== 0
}

/** Making one costs as much as writing a hundred dates with it. */
const formatters = new Map<string, Intl.DateTimeFormat>()

function written(at: number, language: string, format: Intl.DateTimeFormatOptions, timeZone = 'UTC'): string {
  const locale = localeOf(language)
  const key = JSON.stringify([locale, timeZone, format])
  const known = formatters.get(key)
  if (known) return known.format(at)
  const formatter = new Intl.DateTimeFormat(locale, { ...format, timeZone })
  formatters.set(key, formatter)
  return formatter.format(at)
}

/** English dates put the day first, as most of the world does. */
function localeOf(language: string): string {
  return language === 'en' ? 'en-GB' : language
}
