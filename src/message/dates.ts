// Dates as readers see them: absolute, with the month's name, in UTC.

/** `3 Mar 2026` */
export function shortDate(at: number, language: string): string {
  return new Intl.DateTimeFormat(localeOf(language), {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(at)
}

/** `Tuesday, 3 March 2026` */
export function longDate(at: number, language: string): string {
  return new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'full', timeZone: 'UTC' }).format(at)
}

/** English dates put the day first, as most of the world does. */
function localeOf(language: string): string {
  return language === 'en' ? 'en-GB' : language
}
