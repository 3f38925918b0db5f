export interface DateMention {
  readonly day?: number
  /** 1 to 12 */
  readonly month?: number
  readonly year?: number
  /** 1 Monday to 7 Sunday */
  readonly weekday?: number
  readonly relative?: 'today' | 'yesterday' | 'tomorrow'
  /** The other reading of an ambiguous date such as 03/04/2026. */
  readonly alternative?: { readonly day: number; readonly month: number }
  readonly text: string
  readonly start: number
  readonly end: number
}

/** What a date says, without where it stands. */
export type DateFields = Omit<DateMention, 'text' | 'start' | 'end'>

/** Undefined for a day that no calendar has. */
export function possibleDate(fields: DateFields): DateFields | undefined {
  const { day = 1, month = 1, year = 2024 } = fields
  if (month < 1 || month > 12 || day < 1 || year < 1000 || year > 2999) return undefined
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate() ? fields : undefined
}
