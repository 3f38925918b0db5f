// The most that may be spent: by the whole installation and by each chat, in money; by each reader, in answers. Days and months
// are those of UTC.

import type { CapSettings } from '../config.ts'
import type { SpendingCap } from '../domain.ts'
import type { Payer } from '../ports.ts'

/** The caps that a call for that payer must keep within, the strictest to explain first. */
export function capsOf(settings: CapSettings, { chat, person }: Payer, now: number): readonly SpendingCap[] {
  const [day, month] = [startOfDay(now), startOfMonth(now)]
  const money = (
    of: SpendingCap['of'],
    per: SpendingCap['per'],
    since: number,
    nanoUsd: number | undefined,
  ) => (nanoUsd === undefined ? [] : [{ of, per, since, limit: { nanoUsd } }])
  const answers = (per: SpendingCap['per'], since: number, count: number | undefined) =>
    count === undefined ? [] : [{ of: 'person' as const, per, since, limit: { answers: count } }]
  return [
    ...(person ? answers('day', day, settings.readerDayAnswers) : []),
    ...(person ? answers('month', month, settings.readerMonthAnswers) : []),
    ...(chat ? money('chat', 'day', day, settings.chatDayNanoUsd) : []),
    ...(chat ? money('chat', 'month', month, settings.chatMonthNanoUsd) : []),
    ...money('installation', 'day', day, settings.dayNanoUsd),
    ...money('installation', 'month', month, settings.monthNanoUsd),
  ]
}

export function startOfDay(now: number): number {
  const at = new Date(now)
  return Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate())
}

export function startOfMonth(now: number): number {
  const at = new Date(now)
  return Date.UTC(at.getUTCFullYear(), at.getUTCMonth())
}
