// Dates as texts print them: finding, resolving and comparing them, and the date of publication of a page.

export type { DateMention } from './date-mention.ts'
export { datesMatch, resolveDate } from './dates-match.ts'
export { findDates } from './find-dates.ts'
export { parsePageDate } from './page-date.ts'
