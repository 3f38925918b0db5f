// Dates as readers see them: absolute, with the month's name, in UTC.

import { DAY_MS } from '../clock.ts'

/** `3 Mar 2026` */
export function shortDate(at: number, language: string): string {
  return written(at, language, { day: 'numeric', month: 'short', year: 'numeric' })
}

/** `3 Mar 2026, 14:05 UTC` */
export function dateAndTime(at: number, language: string): string {
  return `${shortDate(at, language)}, ${written(at, language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })} UTC`
}

/** `Tuesday, 3 March 2026` */
export function longDate(at: number, language: string): string {
  return written(at, language, { dateStyle: 'full' })
}

/** Midnight is how a date without a time is stored. */
export function hasTime(at: number): boolean {
  return at % DAY_MS !== 0
}

function written(at: number, language: string, format: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(localeOf(language), { ...format, timeZone: 'UTC' }).format(at)
}

/** English dates put the day first, as most of the world does. */
function localeOf(language: string): string {
  return language === 'en' ? 'en-GB' : language
}
