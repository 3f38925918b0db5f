// How the post of an edition is headed, when it is sent, and until when it is worth sending.

import { HOUR_MS } from '../clock.ts'
import type { NewDelivery, SlotEdition, Subscription } from '../domain.ts'
import type { EditionFrame } from '../message/from-edition.ts'
import { isLate } from './plan-slot.ts'
import { endOfQuiet, isQuiet } from './quiet-hours.ts'
import { nextSlot } from './schedule.ts'

export function frameOf(
  { schedule, quietHours, afterDownTime }: Subscription,
  { slot, missed }: Pick<SlotEdition, 'slot' | 'missed'>,
  now: number,
): EditionFrame {
  return {
    slot: { at: slot, zone: schedule.zone },
    isLate: isLate(slot, now),
    missed: missed.length,
    isMerged: afterDownTime === 'merge',
    isSilent: quietHours?.effect === 'silence' && isQuiet(quietHours, schedule.zone, now),
  }
}

/** So long a post is news. */
export const FRESH_MS = 12 * HOUR_MS
/** Given in any case, for an outage to pass. */
const LEAST_MS = HOUR_MS

/**
 * Where editions come more often than a post is news, it goes when the one after the next is due: one that waits is followed by the
 * next, and two that wait say the same twice.
 */
export function sendingTime(
  { schedule, quietHours }: Subscription,
  now: number,
): Pick<NewDelivery, 'dueAt' | 'expiresAt'> {
  // Slots are moved out of quiet hours already; what was late or tried again may have come into them.
  const waits = quietHours?.effect === 'move' && isQuiet(quietHours, schedule.zone, now)
  const dueAt = waits ? endOfQuiet(quietHours, schedule.zone, now) : now
  const next = nextSlot(schedule, dueAt, quietHours)
  const afterNext = next === undefined ? undefined : nextSlot(schedule, next, quietHours)
  const until = Math.min(dueAt + FRESH_MS, afterNext ?? Number.POSITIVE_INFINITY)
  return { dueAt, expiresAt: Math.max(dueAt + LEAST_MS, until) }
}
