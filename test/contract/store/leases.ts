import { describe, expect } from 'vitest'
import {
  claim,
  event,
  group,
  LEASE_MS,
  NOW,
  namesOf,
  newDelivery,
  newSubscription,
  type StoreTest,
  sendOne,
} from './makers.ts'

export function leasesContract(test: StoreTest): void {
  describe('when all leases are ended', () => {
    test('feeds, subscriptions and events can be claimed at once', async ({ store }) => {
      await store.addFeed({ url: 'https://courier.example/feed' }, NOW)
      await store.addSubscription(newSubscription(), NOW)
      await store.acceptEvent(event('1'))
      const claims = () =>
        Promise.all([
          store.claimFeeds(NOW, LEASE_MS, 9),
          store.claimSubscriptions(NOW, LEASE_MS, 9),
          store.claimEvents(NOW, LEASE_MS, 9),
        ])
      const sizes = async () => (await claims()).map((rows) => rows.length)
      await claims()
      expect(await sizes()).toEqual([0, 0, 0])
      await store.endLeases(NOW)
      expect(await sizes()).toEqual([1, 1, 1])
    })

    test('a claimed delivery can be claimed at once, and the claim before does not count', async ({
      store,
    }) => {
      await store.enqueue([newDelivery('m')], NOW)
      await claim(store)
      await store.endLeases(NOW)
      expect(await claim(store)).toMatchObject([{ messageKey: 'm', attempt: 1 }])
    })

    test('what was being sent may have arrived, and the rest of its chat goes on', async ({ store }) => {
      await store.enqueue([newDelivery('m'), newDelivery('n')], NOW)
      await sendOne(store)
      await store.endLeases(NOW)
      expect(await claim(store)).toEqual([])
      expect(await claimUnknown()).toEqual(['m.1'])
      expect(namesOf(await claim(store))).toEqual(['n.1'])

      async function claimUnknown() {
        return namesOf(await store.claimUnknown({ platforms: ['test'], limit: 9 }, NOW, LEASE_MS))
      }
    })

    test('what somebody was looking for is looked for at once; what waits for a person stays', async ({
      store,
    }) => {
      const reason = { kind: 'unknown', detail: 'timeout' } as const
      for (const [at, resolveAt] of [NOW + LEASE_MS, undefined].entries()) {
        await store.enqueue([newDelivery(`m${at}`, { chat: group(`${at}`) })], NOW)
        const { id } = await sendOne(store)
        await store.settleDelivery(
          id,
          { state: 'unknown', reason, ...(resolveAt !== undefined && { resolveAt }) },
          NOW,
        )
      }
      await store.endLeases(NOW)
      const taken = await store.claimUnknown({ platforms: ['test'], limit: 9 }, NOW, LEASE_MS)
      expect(taken).toMatchObject([{ messageKey: 'm0', reason }])
    })

    test('nothing else becomes due', async ({ store }) => {
      await store.addSubscription(newSubscription({ nextEditionAt: NOW + 1 }), NOW)
      await store.enqueue([newDelivery('m', { dueAt: NOW + 1 })], NOW)
      await store.endLeases(NOW)
      expect(await store.claimSubscriptions(NOW, LEASE_MS, 9)).toEqual([])
      expect(await claim(store)).toEqual([])
    })
  })
}
