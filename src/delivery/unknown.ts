// A send of which nobody knows whether it arrived: the bytes left, and the answer got lost or the process ended.

import { MINUTE_MS } from '../clock.ts'
import type { Delivery, Reason } from '../domain.ts'
import { reasonOf } from '../errors.ts'
import type { ChatAdapter, Evidence, Settlement } from '../ports.ts'
import { unknownNotices } from './notices.ts'
import { adapterOf, type DeliveryParts } from './parts.ts'

const LOOK_DEADLINE_MS = MINUTE_MS
/** A platform that cannot be asked is asked again, for so long after the send. */
const LOOK_AGAIN_MS = MINUTE_MS
const LOOK_FOR_MS = 15 * MINUTE_MS

/** Settles a delivery taken by `claimUnknown`: by the platform, else by policy, else by asking its owner. */
export async function resolveUnknown(
  parts: DeliveryParts,
  delivery: Delivery,
  signal: AbortSignal,
): Promise<void> {
  const { store, clock } = parts
  const adapter = adapterOf(parts, delivery.chat.platform)
  const settle = (settlement: Settlement) => store.settleDelivery(delivery.id, settlement, clock.now())
  const again = { state: 'pending', dueAt: clock.now(), reason: reasonFor(delivery) } as const

  if (isRepeatHarmless(adapter, delivery, clock.now())) return settle(again)
  const evidence = await look(parts, adapter, delivery, signal)
  if (signal.aborted) return
  if (typeof evidence === 'object') return settle({ state: 'delivered', receipt: evidence.receipt })
  switch (evidence) {
    case 'arrived':
      return settle({ state: 'delivered', receipt: '' })
    case 'absent':
      return settle(again)
    case 'not-seen':
      return settle({
        state: 'unknown',
        reason: reasonFor(delivery),
        resolveAt: clock.now() + LOOK_AGAIN_MS,
      })
    case 'unknown':
      if (delivery.whenUnknown === 'again' && !delivery.isResent) return settle({ ...again, isResent: true })
      // Asked before it is settled: a crash in between asks once more, and the same question is stored once.
      await store.enqueue(await unknownNotices(parts, delivery), clock.now())
      return settle({ state: 'unknown', reason: reasonFor(delivery) })
  }
}

/** The key counts from the first try that may have arrived. When that was is known of a first try only. */
function isRepeatHarmless(
  { resendSafeMs = 0 }: ChatAdapter,
  { attempt, isResent, sendingAt, createdAt }: Delivery,
  now: number,
): boolean {
  const firstTryAt = attempt <= 1 && !isResent ? (sendingAt ?? createdAt) : createdAt
  return now - firstTryAt < resendSafeMs
}

async function look(
  { clock, log }: DeliveryParts,
  adapter: ChatAdapter,
  delivery: Delivery,
  signal: AbortSignal,
): Promise<Evidence | 'not-seen'> {
  if (!adapter.evidence) return 'unknown'
  const over = new AbortController()
  const looking = AbortSignal.any([signal, over.signal])
  const since = delivery.sendingAt ?? delivery.createdAt
  const unseen = clock.now() - since < LOOK_FOR_MS ? 'not-seen' : 'unknown'
  try {
    return await Promise.race([
      adapter.evidence(delivery, looking),
      clock.sleep(LOOK_DEADLINE_MS, looking).then(() => unseen),
    ])
  } catch (error) {
    log.warn('a platform could not say whether a send arrived', {
      delivery: delivery.id,
      error: reasonOf(error),
    })
    return unseen
  } finally {
    over.abort()
  }
}

function reasonFor({ reason }: Delivery): Reason {
  return reason ?? { kind: 'process-ended' }
}
