import { describe, expect } from 'vitest'
import type { DeliveryState, Reason } from '../../../src/domain.ts'
import type { Settlement, Store } from '../../../src/ports.ts'
import {
  claim,
  claimOne,
  deliverOne,
  group,
  LEASE_MS,
  MINUTE_MS,
  NOW,
  namesOf,
  newDelivery,
  newParts,
  type StoreTest,
  sendOne,
} from './makers.ts'

const LATER: Reason = { kind: 'later', detail: 'flood' }
const REFUSED: Settlement = {
  state: 'refused',
  reason: { kind: 'refused', class: 'gone', detail: 'kicked' },
}
const DELIVERED: Settlement = { state: 'delivered', receipt: '77' }
const EXPIRED: Settlement = { state: 'expired', reason: { kind: 'expired' } }

export function settlementsContract(test: StoreTest): void {
  describe('a settlement', () => {
    test('of what was delivered keeps the receipt, and no reason', async ({ store }) => {
      const id = await unknownOne(store)
      await store.settleDelivery(id, DELIVERED, NOW + 3)
      const settled = await store.delivery(id)
      expect(settled).toMatchObject({ state: 'delivered', receipt: '77', settledAt: NOW + 3, sendingAt: NOW })
      expect(settled).not.toHaveProperty('reason')
    })

    test.for([REFUSED, EXPIRED])('of what was not sent keeps why: $state', async (settlement, { store }) => {
      await store.enqueue([newDelivery('m')], NOW)
      const { id } = await sendOne(store)
      await store.settleDelivery(id, settlement, NOW + 3)
      expect(await store.delivery(id)).toMatchObject({ ...settlement, settledAt: NOW + 3 })
    })

    test('to wait keeps why, and the attempt', async ({ store }) => {
      await store.enqueue([newDelivery('m')], NOW)
      const { id } = await sendOne(store)
      await store.settleDelivery(id, { state: 'pending', dueAt: NOW + 9, reason: LATER }, NOW)
      const waiting = await store.delivery(id)
      expect(waiting).toMatchObject({
        state: 'pending',
        dueAt: NOW + 9,
        reason: LATER,
        attempt: 1,
        sendingAt: NOW,
      })
      expect(waiting).not.toHaveProperty('settledAt')
    })

    test('to wait as the platform asked gives the attempt back', async ({ store }) => {
      await store.enqueue([newDelivery('m')], NOW)
      const { id } = await sendOne(store)
      const wait = { state: 'pending', dueAt: NOW, reason: LATER, isUncounted: true } as const
      await store.settleDelivery(id, wait, NOW)
      expect((await store.delivery(id))?.attempt).toBe(0)
      await store.settleDelivery(id, wait, NOW)
      expect((await store.delivery(id))?.attempt).toBe(0)
      expect(await claimOne(store)).toHaveProperty('attempt', 1)
    })

    test.for(['isResent', 'isPlain', 'isMoved'] as const)(
      'to send once more remembers %s, and nothing else of the kind',
      async (mark, { store }) => {
        const before = { isResent: false, isPlain: false, isMoved: false }
        await store.enqueue([newDelivery('m')], NOW)
        const { id } = await sendOne(store)
        await store.settleDelivery(id, { state: 'pending', dueAt: NOW, reason: LATER, [mark]: true }, NOW)
        expect(await store.delivery(id)).toMatchObject({ ...before, [mark]: true })
        await store.settleDelivery(id, { state: 'pending', dueAt: NOW, reason: LATER }, NOW)
        expect(await store.delivery(id)).toMatchObject({ ...before, [mark]: true })
      },
    )

    test('of what is only pending is possible too, as people do by hand', async ({ store }) => {
      const chats = ['one', 'two', 'three', 'four']
      await store.enqueue(
        chats.map((id) => newDelivery(id, { chat: group(id) })),
        NOW,
      )
      const unknown: Settlement = { state: 'unknown', reason: { kind: 'unknown', detail: 'x' } }
      for (const [at, settlement] of [DELIVERED, REFUSED, EXPIRED, unknown].entries())
        await store.settleDelivery(`d${at + 1}`, settlement, NOW)
      const states = (await store.deliveries({ limit: 9 })).map(({ state }) => state)
      expect(states).toEqual(['unknown', 'expired', 'refused', 'delivered'])
    })

    const settlements: readonly Settlement[] = [
      DELIVERED,
      REFUSED,
      EXPIRED,
      { state: 'pending', dueAt: NOW, reason: LATER },
      { state: 'unknown', reason: { kind: 'unknown', detail: 'x' }, resolveAt: NOW },
    ]
    test.for([DELIVERED, REFUSED, EXPIRED])('is final: $state', async (settlement, { store }) => {
      await store.enqueue([newDelivery('m')], NOW)
      const { id } = await sendOne(store)
      await store.settleDelivery(id, settlement, NOW)
      const settled = await store.delivery(id)
      for (const other of settlements) await store.settleDelivery(id, other, NOW + 1)
      expect(await store.delivery(id)).toEqual(settled)
      expect(await claim(store, NOW + 10 * LEASE_MS)).toEqual([])
    })

    test('that comes after somebody else took the delivery for unknown still counts', async ({ store }) => {
      await store.enqueue([newDelivery('m')], NOW)
      const { id } = await sendOne(store)
      await store.claimUnknown({ platforms: ['test'], limit: 1 }, NOW + LEASE_MS, LEASE_MS)
      await store.settleDelivery(id, DELIVERED, NOW + LEASE_MS)
      expect(await store.delivery(id)).toMatchObject({ state: 'delivered', receipt: '77' })
      expect(await store.claimUnknown({ platforms: ['test'], limit: 1 }, NOW + 9 * LEASE_MS, 1)).toEqual([])
    })

    test.for(['refused', 'expired'] as const)(
      'that is %s takes the later parts along',
      async (state, { store }) => {
        await store.enqueue([...newParts('m', 4), newDelivery('n')], NOW)
        await deliverOne(store)
        const { id } = await sendOne(store)
        await store.settleDelivery(id, { state, reason: { kind: 'attempts', attempts: 3 } }, NOW + 1)
        const later = { state, reason: { kind: 'earlier-part', part: 2 }, settledAt: NOW + 1 }
        expect(await partsOf(store, 'm')).toMatchObject([
          { state: 'delivered' },
          { state, reason: { kind: 'attempts' } },
          later,
          later,
        ])
        expect(namesOf(await claim(store))).toEqual(['n.1'])
      },
    )

    test('of any other kind leaves the later parts as they are', async ({ store }) => {
      await store.enqueue(newParts('m', 2), NOW)
      const { id } = await sendOne(store)
      await store.settleDelivery(id, { state: 'unknown', reason: { kind: 'unknown', detail: 'x' } }, NOW)
      expect(await statesOf(store, 'm')).toEqual(['unknown', 'pending'])
    })
  })

  describe('deliveries that are too old', () => {
    const old = { expiresAt: NOW + MINUTE_MS }

    test('expire, and are counted; others stay', async ({ store }) => {
      await store.enqueue([newDelivery('x', old), newDelivery('y')], NOW)
      expect(await store.expireDeliveries(NOW + MINUTE_MS - 1)).toBe(0)
      expect(await store.expireDeliveries(NOW + MINUTE_MS)).toBe(1)
      expect(await partsOf(store, 'x')).toMatchObject([
        { state: 'expired', reason: { kind: 'expired' }, settledAt: NOW + MINUTE_MS },
      ])
      expect(namesOf(await claim(store, NOW + MINUTE_MS))).toEqual(['y.1'])
      expect(await store.expireDeliveries(NOW + MINUTE_MS)).toBe(0)
    })

    test('expire whatever stands before them', async ({ store }) => {
      await store.enqueue([newDelivery('x'), newDelivery('y', old)], NOW)
      await sendOne(store)
      await store.pauseChat(group('one'), LATER, [], NOW)
      expect(await store.expireDeliveries(NOW + MINUTE_MS)).toBe(1)
      expect(await statesOf(store, 'y')).toEqual(['expired'])
    })

    test('expire when their claim has lapsed, and not before', async ({ store }) => {
      await store.enqueue([newDelivery('x', { expiresAt: NOW })], NOW)
      await claimOne(store)
      expect(await store.expireDeliveries(NOW + LEASE_MS - 1)).toBe(0)
      expect(await store.expireDeliveries(NOW + LEASE_MS)).toBe(1)
    })

    test('do not expire when they may have arrived', async ({ store }) => {
      await unknownOne(store, old)
      await store.enqueue([newDelivery('y', { ...old, chat: group('two') })], NOW)
      await sendOne(store)
      expect(await store.expireDeliveries(NOW + 10 * MINUTE_MS)).toBe(0)
    })

    test('take the later parts along', async ({ store }) => {
      const [first, ...rest] = newParts('m', 3)
      await store.enqueue([...(first ? [{ ...first, ...old }] : []), ...rest], NOW)
      expect(await store.expireDeliveries(NOW + MINUTE_MS)).toBe(3)
      expect(await partsOf(store, 'm')).toMatchObject([
        { state: 'expired', reason: { kind: 'expired' } },
        { state: 'expired', reason: { kind: 'earlier-part', part: 1 } },
        { state: 'expired', reason: { kind: 'earlier-part', part: 1 } },
      ])
    })

    test('expire by the thousand', async ({ store }) => {
      const many = Array.from({ length: 1200 }, (_, at) => newDelivery(`m${at}`, old))
      await store.enqueue(many, NOW)
      expect(await store.expireDeliveries(NOW + MINUTE_MS)).toBe(1200)
      expect(await store.nextDueAt(['test'])).toBeUndefined()
    })
  })
}

async function unknownOne(store: Store, more: object = {}): Promise<string> {
  await store.enqueue([newDelivery('unknown', more)], NOW)
  const { id } = await sendOne(store)
  await store.settleDelivery(id, { state: 'unknown', reason: { kind: 'unknown', detail: 'x' } }, NOW)
  return id
}

async function partsOf(store: Store, messageKey: string) {
  const all = await store.deliveries({ limit: 100 })
  return all.filter((delivery) => delivery.messageKey === messageKey).toReversed()
}

async function statesOf(store: Store, messageKey: string): Promise<readonly DeliveryState[]> {
  return (await partsOf(store, messageKey)).map(({ state }) => state)
}
