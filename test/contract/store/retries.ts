import { describe, expect } from 'vitest'
import type { Delivery, Reason } from '../../../src/domain.ts'
import type { Store } from '../../../src/ports.ts'
import { claim, deliverOne, LEASE_MS, NOW, namesOf, newParts, type StoreTest, sendOne } from './makers.ts'

const CONTENT: Reason = { kind: 'refused', class: 'content', detail: 'no' }
const LATER = NOW + 5 * LEASE_MS
const UNTIL = LATER + 100 * LEASE_MS

export function retriesContract(test: StoreTest): void {
  describe('deliveries that are tried again', () => {
    test('are due at once, as if they had never been tried', async ({ store }) => {
      const { id } = await refuseFirst(store, 1)
      const [retried] = await store.retryDelivery(id, LATER, UNTIL)
      expect(retried).toMatchObject({ id, state: 'pending', attempt: 0, dueAt: LATER, expiresAt: UNTIL })
      expect(retried).not.toHaveProperty('settledAt')
      expect(namesOf(await claim(store, LATER))).toEqual(['m.1'])
    })

    test('bring back the parts that fell with them, in order', async ({ store }) => {
      const { id } = await refuseFirst(store, 3)
      expect(namesOf(await store.retryDelivery(id, LATER, UNTIL))).toEqual(['m.1', 'm.2', 'm.3'])
      expect(namesOf(await claim(store, LATER))).toEqual(['m.1'])
    })

    test('leave the parts alone that have arrived', async ({ store }) => {
      await store.enqueue(newParts('m', 2), NOW)
      await deliverOne(store)
      const second = await sendOne(store)
      await store.settleDelivery(second.id, { state: 'refused', reason: CONTENT }, NOW)
      expect(namesOf(await store.retryDelivery(second.id, LATER, UNTIL))).toEqual(['m.2'])
    })

    test('may be those that may have arrived', async ({ store }) => {
      await store.enqueue(newParts('m', 1), NOW)
      const { id } = await sendOne(store)
      await store.settleDelivery(id, { state: 'unknown', reason: { kind: 'process-ended' } }, NOW)
      expect(namesOf(await store.retryDelivery(id, LATER, UNTIL))).toEqual(['m.1'])
    })

    test('are none that have arrived, wait, or are not there', async ({ store }) => {
      await store.enqueue([...newParts('m', 1), ...newParts('n', 1)], NOW)
      const { id } = await deliverOne(store)
      const [waiting] = await store.deliveries({ states: ['pending'], limit: 1 })
      for (const one of [id, waiting?.id ?? '', 'd9', 'nonsense'])
        expect(await store.retryDelivery(one, LATER, UNTIL)).toEqual([])
    })
  })
}

/** A message whose first part is refused, and its later parts with it. */
async function refuseFirst(store: Store, parts: number): Promise<Delivery> {
  await store.enqueue(newParts('m', parts), NOW)
  const sent = await sendOne(store)
  await store.settleDelivery(sent.id, { state: 'refused', reason: CONTENT }, NOW)
  return sent
}
