import { describe, expect } from 'vitest'
import {
  claim,
  deliverOne,
  group,
  makeEdition,
  NOW,
  namesOf,
  newDelivery,
  newParts,
  newSubscription,
  type StoreTest,
  sendOne,
} from './makers.ts'

const NOBODY = { pending: 0, claimed: 0, sending: 0, delivered: 0, refused: 0, unknown: 0, expired: 0 }

export function deliveriesContract(test: StoreTest): void {
  describe('deliveries', () => {
    test('come back as they were enqueued', async ({ store }) => {
      const subscription = await store.addSubscription(newSubscription(), NOW)
      const { id: editionId } = await makeEdition(store, subscription)
      const draft = newDelivery('m', {
        part: 2,
        parts: 3,
        chat: { platform: 'test', id: 'a/b:c', thread: 't', kind: 'thread' },
        payload: { body: '<b>Bold</b>', plain: 'Bold' },
        editionId,
        whenUnknown: 'again',
      })
      await store.enqueue([draft], NOW + 1)
      const [found] = await store.deliveries({ chat: draft.chat, limit: 5 })
      expect(found).toEqual({
        ...draft,
        id: found?.id,
        state: 'pending',
        attempt: 0,
        isResent: false,
        isPlain: false,
        isMoved: false,
        createdAt: NOW + 1,
      })
      expect(await store.delivery(found?.id ?? '')).toEqual(found)
    })

    test('are stored once for each part of a message, as they were stored first', async ({ store }) => {
      await store.enqueue([newDelivery('m')], NOW)
      const before = await store.deliveries({ limit: 5 })
      await store.enqueue([newDelivery('m', { payload: { body: 'Another' }, dueAt: NOW + 9 })], NOW + 1)
      expect(await store.deliveries({ limit: 5 })).toEqual(before)
    })

    test('that are enqueued again are added where parts are missing', async ({ store }) => {
      await store.enqueue(newParts('m', 3).slice(0, 1), NOW)
      await deliverOne(store)
      await store.enqueue(newParts('m', 3), NOW)
      const stored = await store.deliveries({ limit: 5 })
      expect(stored.map(({ part, state }) => [part, state])).toEqual([
        [3, 'pending'],
        [2, 'pending'],
        [1, 'delivered'],
      ])
    })

    test('of one call are all stored, or none', async ({ store }) => {
      const broken = newDelivery('y', { part: 3, parts: 2 })
      await expect(store.enqueue([newDelivery('x'), broken], NOW)).rejects.toThrow()
      expect(await store.deliveries({ limit: 5 })).toEqual([])
      await store.enqueue([], NOW)
    })

    test('are listed latest first, by state, chat, subscription and edition', async ({ store }) => {
      const subscription = await store.addSubscription(newSubscription({ chat: group('one') }), NOW)
      const made = await makeEdition(store, subscription, { parts: 2 })
      await store.enqueue([newDelivery('x', { chat: group('two') }), newDelivery('y')], NOW)
      await deliverOne(store)
      const listed = async (query: object, limit = 9) => namesOf(await store.deliveries({ ...query, limit }))
      const parts = [`${made.id}.2`, `${made.id}.1`]
      expect(await listed({})).toEqual(['y.1', 'x.1', ...parts])
      expect(await listed({}, 2)).toEqual(['y.1', 'x.1'])
      expect(await listed({}, 0)).toEqual([])
      expect(await listed({ chat: group('two') })).toEqual(['x.1'])
      expect(await listed({ chat: group('nowhere') })).toEqual([])
      expect(await listed({ editionId: made.id })).toEqual(parts)
      expect(await listed({ subscriptionId: subscription.id })).toEqual(parts)
      expect(await listed({ subscriptionId: 'nonsense' })).toEqual([])
      expect(await listed({ states: ['delivered', 'refused'] })).toEqual([parts[1]])
      expect(await listed({ states: [] })).toEqual([])
      expect(await listed({ states: ['pending'], chat: group('one') })).toEqual(['y.1', parts[0]])
    })

    test('are counted by state, also by those that no delivery is in', async ({ store }) => {
      expect(await store.deliveryCounts()).toEqual(NOBODY)
      for (const id of ['one', 'two', 'three', 'four'])
        await store.enqueue([newDelivery(id, { chat: group(id) })], NOW)
      await deliverOne(store)
      await sendOne(store)
      await claim(store, NOW, 1)
      expect(await store.deliveryCounts()).toEqual({
        ...NOBODY,
        delivered: 1,
        sending: 1,
        claimed: 1,
        pending: 1,
      })
    })

    test('that nobody knows give nothing', async ({ store }) => {
      expect(await store.delivery('d9')).toBeUndefined()
      expect(await store.delivery('e1')).toBeUndefined()
      expect(await store.startSending('d9', NOW, 1)).toBe(false)
      expect(await store.startSending('nonsense', NOW, 1)).toBe(false)
      await store.settleDelivery('d9', { state: 'delivered', receipt: 'r' }, NOW)
      await store.settleDelivery('nonsense', { state: 'delivered', receipt: 'r' }, NOW)
    })
  })
}
