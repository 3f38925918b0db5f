import { describe, expect } from 'vitest'
import type { Store } from '../../../src/ports.ts'
import {
  claim,
  claimOne,
  deliverOne,
  group,
  LEASE_MS,
  NOW,
  namesOf,
  newDelivery,
  newParts,
  type StoreTest,
  sendOne,
} from './makers.ts'

const DETAIL = { kind: 'later', detail: 'flood' } as const
const UNSURE = { kind: 'unknown', detail: 'timeout' } as const

export function claimsContract(test: StoreTest): void {
  describe('a claim of deliveries', () => {
    test('takes what is due, longest due first, as many as asked for', async ({ store }) => {
      for (const minutes of [3, 1, 2, 9])
        await store.enqueue(
          [newDelivery(`m${minutes}`, { chat: group(`${minutes}`), dueAt: NOW + minutes })],
          NOW,
        )
      expect(await claim(store, NOW)).toEqual([])
      expect(await claim(store, NOW + 5, 0)).toEqual([])
      expect(namesOf(await claim(store, NOW + 5, 2))).toEqual(['m1.1', 'm2.1'])
      expect(namesOf(await claim(store, NOW + 5))).toEqual(['m3.1'])
    })

    test('counts the attempt', async ({ store }) => {
      await store.enqueue([newDelivery('m')], NOW)
      const claimed = await claimOne(store)
      expect(claimed).toMatchObject({ state: 'claimed', attempt: 1 })
      expect(await store.delivery(claimed.id)).toEqual(claimed)
    })

    test('takes only what goes to the platforms given, longest due of all first', async ({ store }) => {
      const chats = ['a', 'b', 'c'].map((platform) => ({ ...group('one'), platform }))
      for (const [at, chat] of chats.entries())
        await store.enqueue([newDelivery(chat.platform, { chat, dueAt: NOW - at })], NOW)
      const taken = (platforms: readonly string[], limit: number) =>
        store.claimDeliveries({ platforms, limit }, NOW, LEASE_MS)
      expect(await taken([], 9)).toEqual([])
      expect(namesOf(await taken(['a', 'c'], 1))).toEqual(['c.1'])
      expect(namesOf(await taken(['a', 'c'], 9))).toEqual(['a.1'])
    })

    test('takes one delivery of a chat at a time, the oldest; other chats and threads do not wait', async ({
      store,
    }) => {
      const chats = [group('one'), group('one'), group('two'), group('one', 'thread')]
      for (const [at, chat] of chats.entries()) await store.enqueue([newDelivery(`m${at}`, { chat })], NOW)
      expect(namesOf(await claim(store))).toEqual(['m0.1', 'm2.1', 'm3.1'])
      expect(await claim(store)).toEqual([])
    })

    test('takes nothing of a chat while something is being sent to it', async ({ store }) => {
      await store.enqueue([newDelivery('x'), newDelivery('y')], NOW)
      const sent = await sendOne(store)
      expect(await claim(store, NOW + 10 * LEASE_MS)).toEqual([])
      await store.settleDelivery(sent.id, { state: 'delivered', receipt: 'r' }, NOW)
      expect(namesOf(await claim(store))).toEqual(['y.1'])
    })

    test('goes on in order when the oldest has to wait', async ({ store }) => {
      await store.enqueue([newDelivery('x'), newDelivery('y')], NOW)
      const { id } = await sendOne(store)
      await store.settleDelivery(id, { state: 'pending', dueAt: NOW + 5, reason: DETAIL }, NOW)
      expect(await claim(store, NOW + 4)).toEqual([])
      expect(namesOf(await claim(store, NOW + 5))).toEqual(['x.1'])
    })

    test('is free again when its lease ends, and counts once more', async ({ store }) => {
      await store.enqueue([newDelivery('m')], NOW)
      await claimOne(store)
      expect(await claim(store, NOW + LEASE_MS - 1)).toEqual([])
      expect(await claim(store, NOW + LEASE_MS)).toMatchObject([{ attempt: 2, state: 'claimed' }])
    })

    test('takes part after part, each when the one ahead of it is delivered', async ({ store }) => {
      await store.enqueue(newParts('m', 3), NOW)
      const taken: string[] = []
      for (const _ of [1, 2, 3]) taken.push(...namesOf([await deliverOne(store)]))
      expect(taken).toEqual(['m.1', 'm.2', 'm.3'])
      expect(await claim(store)).toEqual([])
    })

    test('takes parts in order, whichever was stored first', async ({ store }) => {
      await store.enqueue(newParts('m', 2).toReversed(), NOW)
      expect(namesOf([await deliverOne(store), await deliverOne(store)])).toEqual(['m.1', 'm.2'])
    })

    test('leaves the parts after one that may have arrived, while other messages go on', async ({
      store,
    }) => {
      await store.enqueue([...newParts('m', 2), newDelivery('n')], NOW)
      const { id } = await sendOne(store)
      await store.settleDelivery(id, { state: 'unknown', reason: UNSURE }, NOW)
      expect(namesOf([await deliverOne(store)])).toEqual(['n.1'])
      expect(await claim(store, NOW + 10 * LEASE_MS)).toEqual([])
      await store.settleDelivery(id, { state: 'delivered', receipt: 'seen' }, NOW)
      expect(namesOf(await claim(store))).toEqual(['m.2'])
    })

    test('takes one of a chat also when an earlier one comes back to be sent again', async ({ store }) => {
      await store.enqueue([newDelivery('x'), newDelivery('y')], NOW)
      const { id } = await sendOne(store)
      await store.settleDelivery(id, { state: 'unknown', reason: UNSURE }, NOW)
      const other = await claimOne(store)
      await store.settleDelivery(id, { state: 'pending', dueAt: NOW, reason: UNSURE, isResent: true }, NOW)
      expect(await claim(store)).toEqual([])
      await store.startSending(other.id, NOW, LEASE_MS)
      expect(await claim(store)).toEqual([])
      await store.settleDelivery(other.id, { state: 'delivered', receipt: 'r' }, NOW)
      expect(namesOf(await claim(store))).toEqual(['x.1'])
    })

    test('that is not wanted any more gives way to the next', async ({ store }) => {
      await store.enqueue([newDelivery('x'), newDelivery('y')], NOW)
      const { id } = await claimOne(store)
      await store.settleDelivery(id, { state: 'expired', reason: { kind: 'expired' } }, NOW)
      expect(namesOf(await claim(store))).toEqual(['y.1'])
    })
  })

  describe('sending', () => {
    test('begins when the delivery is claimed, and is stored', async ({ store }) => {
      await store.enqueue([newDelivery('m')], NOW)
      const { id } = await claimOne(store)
      expect(await store.startSending(id, NOW + 1, LEASE_MS)).toBe(true)
      expect(await store.delivery(id)).toMatchObject({ state: 'sending', sendingAt: NOW + 1, attempt: 1 })
    })

    test('does not begin twice, unclaimed, or after the lease', async ({ store }) => {
      await store.enqueue([newDelivery('x'), newDelivery('y', { chat: group('two') })], NOW)
      expect(await store.startSending('d1', NOW, LEASE_MS)).toBe(false)
      const [x, y] = await claim(store)
      expect(await store.startSending(x?.id ?? '', NOW, LEASE_MS)).toBe(true)
      expect(await store.startSending(x?.id ?? '', NOW, LEASE_MS)).toBe(false)
      expect(await store.startSending(y?.id ?? '', NOW + LEASE_MS, LEASE_MS)).toBe(false)
    })

    test('begins for one of two who claimed it one after the other', async ({ store }) => {
      await store.enqueue([newDelivery('m')], NOW)
      const { id } = await claimOne(store)
      await claimOne(store, NOW + LEASE_MS)
      const began = [
        await store.startSending(id, NOW + LEASE_MS, LEASE_MS),
        await store.startSending(id, NOW + LEASE_MS, LEASE_MS),
      ]
      expect(began.filter((one) => one)).toHaveLength(1)
    })
  })

  describe('a claim of what may have arrived', () => {
    test('takes what was being sent when its lease ended, which is unknown then', async ({ store }) => {
      await store.enqueue([newDelivery('m')], NOW)
      const { id } = await sendOne(store)
      expect(await claimUnknown(store, NOW + LEASE_MS - 1)).toEqual([])
      const [taken] = await claimUnknown(store, NOW + LEASE_MS)
      expect(taken).toMatchObject({
        id,
        state: 'unknown',
        reason: { kind: 'process-ended' },
        sendingAt: NOW,
        attempt: 1,
      })
      expect(await store.delivery(id)).toEqual(taken)
    })

    test('is not free again before its own lease ends', async ({ store }) => {
      await store.enqueue([newDelivery('m')], NOW)
      await sendOne(store)
      await claimUnknown(store, NOW + LEASE_MS)
      expect(await claimUnknown(store, NOW + 2 * LEASE_MS - 1)).toEqual([])
      expect(await claimUnknown(store, NOW + 2 * LEASE_MS)).toHaveLength(1)
    })

    test('takes unknown ones when they are to be looked at, with their reason; others wait for a person', async ({
      store,
    }) => {
      await store.enqueue([newDelivery('x'), newDelivery('y', { chat: group('two') })], NOW)
      const [x, y] = [await sendOne(store), await sendOne(store)]
      await store.settleDelivery(x.id, { state: 'unknown', reason: UNSURE, resolveAt: NOW + 5 }, NOW)
      await store.settleDelivery(y.id, { state: 'unknown', reason: UNSURE }, NOW)
      expect(await claimUnknown(store, NOW + 4)).toEqual([])
      expect(await claimUnknown(store, NOW + 10 * LEASE_MS)).toMatchObject([{ id: x.id, reason: UNSURE }])
    })

    test('takes as many as asked for, longest first, of the platforms given', async ({ store }) => {
      for (const at of [1, 2, 3]) {
        await store.enqueue([newDelivery(`m${at}`, { chat: group(`${at}`) })], NOW)
        const { id } = await sendOne(store, NOW)
        const resolveAt = NOW + 10 - at
        if (at < 3) await store.settleDelivery(id, { state: 'unknown', reason: UNSURE, resolveAt }, NOW)
      }
      const later = NOW + 2 * LEASE_MS
      expect(await store.claimUnknown({ platforms: ['other'], limit: 9 }, later, LEASE_MS)).toEqual([])
      expect(await claimUnknown(store, later, 0)).toEqual([])
      expect(namesOf(await claimUnknown(store, later, 2))).toEqual(['m2.1', 'm1.1'])
      expect(namesOf(await claimUnknown(store, later))).toEqual(['m3.1'])
    })

    test('lets the other messages of the chat go on', async ({ store }) => {
      await store.enqueue([newDelivery('x'), newDelivery('y')], NOW)
      await sendOne(store)
      await claimUnknown(store, NOW + LEASE_MS)
      expect(namesOf(await claim(store, NOW + LEASE_MS))).toEqual(['y.1'])
    })

    test('leaves claims alone whose lease ended: nothing has left yet', async ({ store }) => {
      await store.enqueue([newDelivery('m')], NOW)
      await claimOne(store)
      expect(await claimUnknown(store, NOW + 2 * LEASE_MS)).toEqual([])
    })
  })
}

function claimUnknown(store: Store, now: number, limit = 9) {
  return store.claimUnknown({ platforms: ['test'], limit }, now, LEASE_MS)
}
