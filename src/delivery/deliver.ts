// A claimed delivery goes out once and is settled by what the platform said. The row is stored as `sending` before the
// bytes leave; whatever happens after that, nothing sends it again without knowing, or being allowed not to know.

import { MINUTE_MS } from '../clock.ts'
import type { Chat, Delivery } from '../domain.ts'
import type { Outcome, Settlement } from '../ports.ts'
import { createFlood } from './flood.ts'
import { insist } from './insist.ts'
import { adapterOf, type DeliveryParts } from './parts.ts'
import { createRates, type Rates } from './rates.ts'
import { SEND_DEADLINE_MS, sendOnce } from './send-once.ts'
import { settlementOf } from './settlement.ts'
import { resolveUnknown } from './unknown.ts'

/** Tries that got no answer worth the name, over some hours. */
const MAX_ATTEMPTS = 20
/** Longer than a send may take, so that nobody else looks at a row while its bytes are under way. */
const SENDING_LEASE_MS = SEND_DEADLINE_MS + MINUTE_MS

export interface DeliveryStage {
  /**
   * Sends a claimed delivery and settles it. When the signal aborts nothing is begun any more; a send under way gets
   * `STOP_GRACE_MS` to end, and the promise waits for it.
   */
  deliver(delivery: Delivery, signal: AbortSignal): Promise<void>
  /** Waits for the turn of something that is said at once, ahead of what is delivered; false when the signal aborts. */
  turn(chat: Chat, signal: AbortSignal, afterMs?: number): Promise<boolean>
  /** Finds out, or decides, what became of a delivery that may have arrived. */
  resolve(delivery: Delivery, signal: AbortSignal): Promise<void>
}

export function createDelivery(parts: DeliveryParts): DeliveryStage {
  const { store, clock, log } = parts
  const rates = createRates(parts)
  const flood = createFlood(clock)

  return {
    async deliver(delivery, signal) {
      const adapter = adapterOf(parts, delivery.chat.platform)
      const obstacle = unsendable(delivery, clock.now()) ?? (await turn(delivery, signal))
      if (obstacle) return store.settleDelivery(delivery.id, obstacle, clock.now())
      if (!(await store.startSending(delivery.id, clock.now(), SENDING_LEASE_MS))) return
      const outcome = await sendOnce(parts, adapter, delivery, signal)
      if (!outcome) return log.warn('stopped without an answer to a send', { delivery: delivery.id })
      await insist(parts, () => settle(delivery, outcome), signal)
    },

    async turn(chat, signal, afterMs = 0) {
      if (afterMs > 0) rates.holdChat(chat, afterMs)
      while (!signal.aborted) {
        if (await rates.take(chat, signal, { isUrgent: true })) return true
        await clock.sleep(rates.delayMs(chat), signal)
      }
      return false
    },

    resolve: (delivery, signal) => resolveUnknown(parts, delivery, signal),
  }

  /** Harmless to do again, should the store fail on the way. */
  async function settle(delivery: Delivery, outcome: Outcome): Promise<void> {
    const settlement = await settlementOf({ ...parts, rates, flood }, delivery, outcome)
    await store.settleDelivery(delivery.id, settlement, clock.now())
  }

  /** Undefined when it is the delivery's turn; else where to put it back. */
  async function turn(delivery: Delivery, signal: AbortSignal): Promise<Settlement | undefined> {
    if (await rates.take(delivery.chat, signal)) return unsendable(delivery, clock.now())
    return putBack(delivery, rates, clock.now(), signal)
  }
}

function unsendable({ attempt, expiresAt }: Delivery, now: number): Settlement | undefined {
  if (expiresAt <= now) return { state: 'expired', reason: { kind: 'expired' } }
  if (attempt > MAX_ATTEMPTS)
    return { state: 'refused', reason: { kind: 'attempts', attempts: MAX_ATTEMPTS } }
  return undefined
}

function putBack({ chat }: Delivery, rates: Rates, now: number, signal: AbortSignal): Settlement {
  const back = { state: 'pending', isUncounted: true } as const
  if (signal.aborted) return { ...back, dueAt: now, reason: { kind: 'process-ended' } }
  const reason = {
    kind: 'later',
    detail: 'The platform takes only so many messages in a given time.',
  } as const
  return { ...back, dueAt: now + rates.delayMs(chat), reason }
}
