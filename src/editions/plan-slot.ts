// Which slot of a subscription is served now, and what becomes of those that passed while no desk ran.

import { DAY_MS, MINUTE_MS } from '../clock.ts'
import type { Reason, Subscription } from '../domain.ts'
import { nextSlot, slotsBetween } from './schedule.ts'

/** What `openEdition` is asked for; with a reason the slot is skipped. */
export interface SlotPlan {
  readonly slot: number
  readonly missed: readonly number[]
  readonly nextEditionAt: number
  readonly reason?: Extract<Reason, { kind: 'missed' }>
}

/** A busy minute delays an edition; one that comes later than this has missed its slot. */
const LATE_MS = 15 * MINUTE_MS
/** No edition reaches farther back, so slots before that are not listed one by one. */
const MISSED_MS = 7 * DAY_MS
/** The end of time in every calendar: a schedule that never fires again. */
const NEVER = 8.64e15

export function isLate(slot: number, now: number): boolean {
  return now - slot > LATE_MS
}

/** The slots that have come, the last of them served or skipped. `skip` skips what was missed before anything is served. */
export function planSlot(subscription: Subscription, now: number): SlotPlan {
  const { schedule, quietHours, afterDownTime } = subscription
  const due = dueSlots(subscription, now)
  const slot = due.at(-1) ?? subscription.nextEditionAt
  const nextEditionAt = nextSlot(schedule, Math.max(slot, now), quietHours) ?? NEVER
  const earlier = due.slice(0, -1)
  if (afterDownTime !== 'skip') return { slot, missed: earlier, nextEditionAt }
  const reason = { kind: 'missed', policy: afterDownTime } as const
  if (isLate(slot, now)) return { slot, missed: earlier, nextEditionAt, reason }
  const last = earlier.at(-1)
  if (last === undefined) return { slot, missed: [], nextEditionAt }
  return { slot: last, missed: earlier.slice(0, -1), nextEditionAt: slot, reason }
}

/** Ascending; the one that the subscription waits for is always among them. */
function dueSlots({ schedule, quietHours, nextEditionAt }: Subscription, now: number): readonly number[] {
  const from = Math.max(nextEditionAt + 1, now - MISSED_MS)
  return [nextEditionAt, ...slotsBetween(schedule, from, now, quietHours, Number.POSITIVE_INFINITY)]
}
