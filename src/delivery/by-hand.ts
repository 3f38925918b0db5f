// What a person says of a delivery: try it again, it arrived, or let it be. To say so twice changes nothing.

import type { Delivery } from '../domain.ts'
import { FRESH_MS } from '../editions/edition-sending.ts'
import type { Texts } from '../message/texts.ts'
import { userError } from '../message/user-error.ts'
import type { Clock, Store } from '../ports.ts'

export interface ByHandParts {
  readonly store: Store
  readonly clock: Clock
}

export async function deliveryNamed({ store }: Pick<ByHandParts, 'store'>, id: string): Promise<Delivery> {
  const delivery = await store.delivery(id)
  if (delivery) return delivery
  throw userError((wrong) => wrong.noDelivery(id))
}

/** What will be sent again: the delivery, and the parts of its message that fell with it. */
export async function retryByHand(parts: ByHandParts, id: string): Promise<readonly Delivery[]> {
  const delivery = await deliveryNamed(parts, id)
  const now = parts.clock.now()
  const retried = await parts.store.retryDelivery(id, now, now + FRESH_MS)
  if (retried.length > 0 || isWaiting(delivery)) return retried.length > 0 ? retried : [delivery]
  throw userError((wrong) => (delivery.state === 'sending' ? wrong.sendingNow(id) : wrong.hasArrived(id)))
}

/** Ends the doubt about one that may have arrived; what only waits can be dropped as well. */
export async function settleByHand(
  parts: ByHandParts,
  id: string,
  verdict: 'arrived' | 'drop',
): Promise<Delivery> {
  const { store, clock } = parts
  const delivery = await deliveryNamed(parts, id)
  if (delivery.state === (verdict === 'arrived' ? 'delivered' : 'refused')) return delivery
  const canBe = delivery.state === 'unknown' || (verdict === 'drop' && delivery.state === 'pending')
  if (!canBe) throw userError((wrong) => whyNot(delivery, wrong))
  const settlement =
    verdict === 'arrived'
      ? ({ state: 'delivered', receipt: '' } as const)
      : ({ state: 'refused', reason: { kind: 'settled-by-hand' } } as const)
  await store.settleDelivery(id, settlement, clock.now())
  return deliveryNamed(parts, id)
}

function isWaiting({ state }: Delivery): boolean {
  return state === 'pending' || state === 'claimed'
}

function whyNot({ id, state }: Delivery, wrong: Texts['wrong']): string {
  switch (state) {
    case 'pending':
    case 'claimed':
      return wrong.stillWaits(id)
    case 'sending':
      return wrong.sendingNow(id)
    case 'delivered':
      return wrong.nothingToDrop(id)
    case 'refused':
    case 'expired':
    case 'unknown':
      return wrong.wasNotSent(id)
  }
}
