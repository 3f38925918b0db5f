// What a person says of a delivery: try it again, it arrived, or let it be. To say so twice changes nothing.

import { HOUR_MS } from '../clock.ts'
import type { Delivery } from '../domain.ts'
import { UserError } from '../errors.ts'
import type { Clock, Store } from '../ports.ts'

export interface ByHandParts {
  readonly store: Store
  readonly clock: Clock
}

/** As long as any post is news. */
const KEPT_MS = 12 * HOUR_MS

export async function deliveryNamed({ store }: Pick<ByHandParts, 'store'>, id: string): Promise<Delivery> {
  const delivery = await store.delivery(id)
  if (delivery) return delivery
  throw new UserError(`There is no delivery ${id}. brevier deliveries list shows those there are.`)
}

/** What will be sent again: the delivery, and the parts of its message that fell with it. */
export async function retryByHand(parts: ByHandParts, id: string): Promise<readonly Delivery[]> {
  const delivery = await deliveryNamed(parts, id)
  const now = parts.clock.now()
  const retried = await parts.store.retryDelivery(id, now, now + KEPT_MS)
  if (retried.length > 0 || isWaiting(delivery)) return retried.length > 0 ? retried : [delivery]
  throw new UserError(
    delivery.state === 'sending'
      ? `${id} is being sent just now. brevier deliveries show ${id} says what becomes of it.`
      : `${id} was delivered. What has arrived is not sent again.`,
  )
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
  if (!canBe) throw new UserError(whyNot(delivery))
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

function whyNot({ id, state }: Delivery): string {
  switch (state) {
    case 'pending':
    case 'claimed':
      return `${id} waits to be sent, so it has not arrived. --drop keeps it from being sent.`
    case 'sending':
      return `${id} is being sent just now. brevier deliveries show ${id} says what becomes of it.`
    case 'delivered':
      return `${id} was delivered, so there is nothing to drop.`
    case 'refused':
    case 'expired':
    case 'unknown':
      return `${id} was not sent. To send it now: brevier deliveries retry ${id}`
  }
}
