// News is not published tomorrow. A date that lies more than a day ahead (zones differ by less) is a slip or a lie, and
// counts as absent: the time of storing is used.

import { DAY_MS } from '../clock.ts'

export function isAhead(publishedAt: number, now: number): boolean {
  return publishedAt > now + DAY_MS
}

interface Dated {
  readonly publishedAt?: number
  readonly publishedAtInferred?: boolean
}

/** The same without a date that lies ahead. */
export function withoutDateAhead<T extends Dated>(fields: T, now: number): T {
  if (fields.publishedAt === undefined || !isAhead(fields.publishedAt, now)) return fields
  const { publishedAt: _at, publishedAtInferred: _inferred, ...others } = fields
  return others as T
}
