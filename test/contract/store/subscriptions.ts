import { describe, expect } from 'vitest'
import type { Store } from '../../../src/ports.ts'
import {
  claim,
  edition,
  group,
  LEASE_MS,
  MINUTE_MS,
  makeEdition,
  NOW,
  namesOf,
  newSubscription,
  openSlot,
  type StoreTest,
  sendOne,
} from './makers.ts'

const ada = { platform: 'test', id: 'ada:1' }

export function subscriptionsContract(test: StoreTest): void {
  describe('subscriptions', () => {
    test('is found by when its next slot comes, unless it is paused', async ({ store }) => {
      const soon = await store.addSubscription(newSubscription({ nextEditionAt: NOW + 1 }), NOW)
      await store.addSubscription(newSubscription({ nextEditionAt: NOW + 2 }), NOW)
      const paused = await store.addSubscription(newSubscription({ nextEditionAt: NOW + 1 }), NOW)
      await store.pauseSubscription(paused.id, NOW)
      expect(await store.subscriptions({ comingUntil: NOW + 1 })).toEqual([soon])
    })

    test('come back as they were added', async ({ store }) => {
      const draft = newSubscription({
        chat: group('one', 'topic 7'),
        owner: ada,
        quietHours: { from: '22:00', to: '07:00', effect: 'move' },
        afterDownTime: 'merge',
        whenUnknown: 'again',
        whenEmpty: 'line',
        calledRole: '700000000000000001',
        isForFollowers: true,
      })
      const added = await store.addSubscription(draft, NOW)
      expect(added).toEqual({ ...draft, id: added.id, createdAt: NOW })
      expect(await store.subscription(added.id)).toEqual(added)
    })

    test('are listed in the order they were made, of one chat, of one owner, or all', async ({ store }) => {
      const one = await store.addSubscription(newSubscription({ owner: ada }), NOW)
      const two = await store.addSubscription(newSubscription({ chat: group('one', 'thread') }), NOW)
      const three = await store.addSubscription(newSubscription({ owner: ada, chat: group('two') }), NOW)
      expect(await store.subscriptions()).toEqual([one, two, three])
      expect(await store.subscriptions({ chat: group('one') })).toEqual([one])
      expect(await store.subscriptions({ owner: ada })).toEqual([one, three])
      expect(await store.subscriptions({ owner: ada, chat: group('two') })).toEqual([three])
      expect(await store.subscriptions({ chat: group('nowhere') })).toEqual([])
    })

    test('that nobody knows give nothing', async ({ store }) => {
      expect(await store.subscription('u9')).toBeUndefined()
      expect(await store.subscription('nonsense')).toBeUndefined()
      expect(await store.changeSubscription('u9', { points: 2 })).toBeUndefined()
      expect(await store.pauseSubscription('u9', NOW)).toBeUndefined()
      expect(await store.resumeSubscription('u9', NOW)).toBeUndefined()
      expect(await store.removeSubscription('u9', NOW)).toBeUndefined()
    })

    test('change in what is named, and stay as they are in the rest', async ({ store }) => {
      const before = await store.addSubscription(newSubscription(), NOW)
      const quietHours = { from: '23:00', to: '06:30', effect: 'silence' } as const
      const changes = { topics: 'ferries', points: 2, quietHours, owner: ada, nextEditionAt: NOW + 5 }
      const after = await store.changeSubscription(before.id, changes)
      expect(after).toEqual({ ...before, ...changes })
      expect(await store.changeSubscription(before.id, {})).toEqual(after)
      expect(await store.subscription(before.id)).toEqual(after)
    })

    test('lose their quiet hours only when they are ended', async ({ store }) => {
      const quietHours = { from: '22:00', to: '07:00', effect: 'move' } as const
      const { id } = await store.addSubscription(newSubscription({ quietHours }), NOW)
      expect(await store.changeSubscription(id, { briefs: 1 })).toHaveProperty('quietHours', quietHours)
      expect(await store.changeSubscription(id, { quietHours: null })).not.toHaveProperty('quietHours')
    })

    test('are claimed when their slot has come, longest due first, as many as asked for', async ({
      store,
    }) => {
      for (const minutes of [3, 1, 2, 9])
        await store.addSubscription(newSubscription({ nextEditionAt: NOW + minutes * MINUTE_MS }), NOW)
      expect(await claimIds(store, NOW)).toEqual([])
      expect(await claimIds(store, NOW + 5 * MINUTE_MS, 0)).toEqual([])
      expect(await claimIds(store, NOW + 5 * MINUTE_MS, 2)).toEqual(['u2', 'u3'])
      expect(await claimIds(store, NOW + 5 * MINUTE_MS)).toEqual(['u1'])
    })

    test('are claimed again when the lease ends, and every claim is counted', async ({ store }) => {
      const added = await store.addSubscription(newSubscription(), NOW)
      expect(await claimAll(store, NOW)).toEqual([{ subscription: added, attempt: 1 }])
      expect(await claimAll(store, NOW + LEASE_MS - 1)).toEqual([])
      expect(await claimAll(store, NOW + LEASE_MS)).toEqual([{ subscription: added, attempt: 2 }])
    })

    test('with an open edition are claimed with it, though their next slot is far', async ({ store }) => {
      const subscription = await store.addSubscription(newSubscription(), NOW)
      await claimAll(store, NOW)
      const open = await openSlot(store, subscription)
      expect(await claimAll(store, NOW)).toEqual([])
      const [again] = await claimAll(store, NOW + LEASE_MS)
      expect(again).toMatchObject({ open, attempt: 2 })
    })

    test('are free, and counted anew, when their edition is complete', async ({ store }) => {
      const { id } = await store.addSubscription(newSubscription(), NOW)
      await claimAll(store, NOW)
      await claimAll(store, NOW + LEASE_MS)
      const open = await store.openEdition(
        { subscriptionId: id, slot: NOW, missed: [], nextEditionAt: NOW + LEASE_MS + 1 },
        NOW + LEASE_MS,
      )
      await store.completeEdition(open?.id ?? '', { state: 'made', edition: edition(), deliveries: [] })
      const [claimed] = await claimAll(store, NOW + LEASE_MS + 1)
      expect(claimed).toHaveProperty('attempt', 1)
      expect(claimed).not.toHaveProperty('open')
    })

    test('are free at once when their slot is skipped', async ({ store }) => {
      const { id } = await store.addSubscription(newSubscription(), NOW)
      await claimAll(store, NOW)
      const reason = { kind: 'missed', policy: 'skip' } as const
      const slot = { subscriptionId: id, slot: NOW, missed: [], nextEditionAt: NOW + 1 }
      await store.openEdition({ ...slot, reason }, NOW)
      expect(await claimAll(store, NOW + 1)).toMatchObject([{ attempt: 1 }])
    })

    test('are not due while they are paused', async ({ store }) => {
      const { id } = await store.addSubscription(newSubscription(), NOW)
      expect(await store.pauseSubscription(id, NOW)).toHaveProperty('pausedAt', NOW)
      expect(await claimAll(store, NOW + MINUTE_MS)).toEqual([])
      expect(await store.nextDueAt(['test'])).toBeUndefined()
    })

    test('stay paused since they were first', async ({ store }) => {
      const { id } = await store.addSubscription(newSubscription(), NOW)
      await store.pauseSubscription(id, NOW)
      expect(await store.pauseSubscription(id, NOW + 1)).toHaveProperty('pausedAt', NOW)
    })

    test('that are resumed go on with the slot given', async ({ store }) => {
      const { id } = await store.addSubscription(newSubscription(), NOW)
      await store.pauseSubscription(id, NOW)
      const resumed = await store.resumeSubscription(id, NOW + 2 * MINUTE_MS)
      expect(resumed).not.toHaveProperty('pausedAt')
      expect(await claimIds(store, NOW + MINUTE_MS)).toEqual([])
      expect(await claimIds(store, NOW + 2 * MINUTE_MS)).toEqual([id])
    })

    test('that were not paused keep their slot when they are resumed', async ({ store }) => {
      const { id } = await store.addSubscription(newSubscription(), NOW)
      expect(await store.resumeSubscription(id, NOW + MINUTE_MS)).toHaveProperty('nextEditionAt', NOW)
    })

    test('that are paused keep what is in the outbox for them', async ({ store }) => {
      const subscription = await store.addSubscription(newSubscription(), NOW)
      const made = await makeEdition(store, subscription)
      await store.pauseSubscription(subscription.id, NOW)
      expect(namesOf(await claim(store))).toEqual([`${made.id}.1`])
    })

    test('that are removed are found no more, and never due', async ({ store }) => {
      const subscription = await store.addSubscription(newSubscription({ owner: ada }), NOW)
      expect(await store.removeSubscription(subscription.id, NOW)).toEqual(subscription)
      expect(await store.removeSubscription(subscription.id, NOW)).toBeUndefined()
      expect(await store.subscription(subscription.id)).toBeUndefined()
      expect(await store.subscriptions({ owner: ada })).toEqual([])
      expect(await store.changeSubscription(subscription.id, { points: 1 })).toBeUndefined()
      expect(await claimAll(store, NOW)).toEqual([])
      expect(await store.nextDueAt(['test'])).toBeUndefined()
    })

    test('never get the id of one that was removed', async ({ store }) => {
      const { id } = await store.addSubscription(newSubscription(), NOW)
      await store.removeSubscription(id, NOW)
      expect((await store.addSubscription(newSubscription(), NOW)).id).not.toBe(id)
    })

    test('that are removed leave their editions readable', async ({ store }) => {
      const subscription = await store.addSubscription(newSubscription(), NOW)
      const made = await makeEdition(store, subscription)
      await store.removeSubscription(subscription.id, NOW)
      expect(await store.edition(made.id)).toEqual(made)
      expect(await store.editions({ subscriptionId: subscription.id, limit: 5 })).toEqual([made])
      expect(await store.editions({ chat: subscription.chat, limit: 5 })).toEqual([made])
    })

    test('that are removed have what is pending for them refused, and nothing else', async ({ store }) => {
      const subscription = await store.addSubscription(newSubscription(), NOW)
      const other = await store.addSubscription(newSubscription(), NOW)
      const made = await makeEdition(store, subscription, { parts: 2 })
      const kept = await makeEdition(store, other)
      await store.removeSubscription(subscription.id, NOW)
      expect(await store.deliveries({ editionId: made.id, limit: 5 })).toMatchObject(
        [2, 1].map((part) => ({
          part,
          state: 'refused',
          reason: { kind: 'subscription-removed' },
          settledAt: NOW,
        })),
      )
      expect(namesOf(await claim(store))).toEqual([`${kept.id}.1`])
    })

    test('that are removed leave what is being sent to its outcome', async ({ store }) => {
      const subscription = await store.addSubscription(newSubscription(), NOW)
      await makeEdition(store, subscription, { parts: 2 })
      const sent = await sendOne(store)
      await store.removeSubscription(subscription.id, NOW)
      await store.settleDelivery(sent.id, { state: 'delivered', receipt: 'r' }, NOW)
      const parts = await store.deliveries({ subscriptionId: subscription.id, limit: 5 })
      expect(parts.map(({ state }) => state)).toEqual(['refused', 'delivered'])
    })

    test('that are removed have their open edition skipped, with the reason', async ({ store }) => {
      const subscription = await store.addSubscription(newSubscription(), NOW)
      const open = await openSlot(store, subscription)
      await store.removeSubscription(subscription.id, NOW)
      await store.completeEdition(open.id, { state: 'made', edition: edition(), deliveries: [] })
      expect(await store.edition(open.id)).toEqual({
        ...open,
        state: 'skipped',
        reason: { kind: 'subscription-removed' },
      })
    })
  })
}

function claimAll(store: Store, now: number, limit = 100) {
  return store.claimSubscriptions(now, LEASE_MS, limit)
}

async function claimIds(store: Store, now: number, limit = 100): Promise<readonly string[]> {
  return (await claimAll(store, now, limit)).map(({ subscription }) => subscription.id)
}
