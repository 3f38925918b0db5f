import { describe, expect } from 'vitest'
import type { Brief, Reason } from '../../../src/domain.ts'
import type { Store } from '../../../src/ports.ts'
import {
  brief,
  claim,
  deliverOne,
  edition,
  group,
  MINUTE_MS,
  makeEdition,
  NOW,
  namesOf,
  newDelivery,
  newParts,
  newSubscription,
  openSlot,
  type StoreTest,
  sendOne,
} from './makers.ts'

const DAY_MS = 24 * 60 * MINUTE_MS
const MISSED: Reason = { kind: 'missed', policy: 'skip' }

export function editionsContract(test: StoreTest): void {
  describe('editions', () => {
    test('open for a slot, and set the next', async ({ store }) => {
      const subscription = await store.addSubscription(newSubscription(), NOW)
      const opened = await store.openEdition(
        { subscriptionId: subscription.id, slot: NOW, missed: [NOW - 2, NOW - 1], nextEditionAt: NOW + 9 },
        NOW + 1,
      )
      expect(opened).toEqual({
        id: opened?.id,
        subscriptionId: subscription.id,
        chat: subscription.chat,
        slot: NOW,
        missed: [NOW - 2, NOW - 1],
        state: 'open',
        entries: [],
        leftOut: [],
        openedAt: NOW + 1,
      })
      expect(await store.edition(opened?.id ?? '')).toEqual(opened)
      expect((await store.subscription(subscription.id))?.nextEditionAt).toBe(NOW + 9)
    })

    test('that are skipped are stored with their reason', async ({ store }) => {
      const { id } = await store.addSubscription(newSubscription(), NOW)
      const skipped = await store.openEdition({ ...slotOf(id), reason: MISSED }, NOW)
      expect(skipped).toMatchObject({ state: 'skipped', reason: MISSED })
      expect(skipped).not.toHaveProperty('composedAt')
      expect((await store.subscription(id))?.nextEditionAt).toBe(NOW + DAY_MS)
    })

    test('exist once for a slot; the next slot is set all the same', async ({ store }) => {
      const { id } = await store.addSubscription(newSubscription(), NOW)
      await store.openEdition({ ...slotOf(id), reason: MISSED }, NOW)
      await store.changeSubscription(id, { nextEditionAt: NOW })
      expect(await store.openEdition(slotOf(id), NOW)).toBeUndefined()
      expect((await store.subscription(id))?.nextEditionAt).toBe(NOW + DAY_MS)
      expect(await store.editions({ subscriptionId: id, limit: 5 })).toHaveLength(1)
    })

    test('of one slot are one for each subscription', async ({ store }) => {
      const one = await store.addSubscription(newSubscription(), NOW)
      const other = await store.addSubscription(newSubscription(), NOW)
      expect((await openSlot(store, one)).id).not.toBe((await openSlot(store, other)).id)
    })

    test('are open one at a time: another slot waits, and stays due', async ({ store }) => {
      const { id } = await store.addSubscription(newSubscription(), NOW)
      await openSlot(store, { id })
      await store.changeSubscription(id, { nextEditionAt: NOW + 1 })
      expect(await store.openEdition(slotOf(id, NOW + 1), NOW + 1)).toBeUndefined()
      expect((await store.subscription(id))?.nextEditionAt).toBe(NOW + 1)
    })

    test('leave a next slot alone that was changed while they were opened', async ({ store }) => {
      const { id } = await store.addSubscription(newSubscription(), NOW)
      await store.changeSubscription(id, { nextEditionAt: NOW + 5 })
      await store.openEdition(slotOf(id), NOW)
      expect((await store.subscription(id))?.nextEditionAt).toBe(NOW + 5)
    })

    test('of a subscription that is not there do not open', async ({ store }) => {
      const { id } = await store.addSubscription(newSubscription(), NOW)
      await store.removeSubscription(id, NOW)
      expect(await store.openEdition(slotOf(id), NOW)).toBeUndefined()
      expect(await store.openEdition(slotOf('u99'), NOW)).toBeUndefined()
      expect(await store.openEdition(slotOf('nonsense'), NOW)).toBeUndefined()
    })

    test('come back as they were composed, their deliveries with them', async ({ store }) => {
      const subscription = await store.addSubscription(newSubscription(), NOW)
      const [first, second] = [await saved(store, 's1'), await saved(store, 's2')]
      const composed = edition({
        entries: [{ brief: second, update: { at: NOW - DAY_MS, receipt: 'r' } }, { brief: first }],
        leftOut: [{ storyId: 's3', headline: 'Left', reason: { kind: 'no-room' } }],
        composedAt: NOW + 7,
      })
      const { id } = await openSlot(store, subscription)
      const deliveries = newParts(id, 2, { editionId: id })
      await store.completeEdition(id, { state: 'made', edition: composed, deliveries })
      expect(await store.edition(id)).toMatchObject({ state: 'made', openedAt: NOW, ...composed })
      expect(await store.deliveries({ editionId: id, limit: 5 })).toMatchObject(
        deliveries.toReversed().map((delivery) => ({ ...delivery, state: 'pending', createdAt: NOW + 7 })),
      )
    })

    test('without news keep why', async ({ store }) => {
      const subscription = await store.addSubscription(newSubscription(), NOW)
      const { id } = await openSlot(store, subscription)
      const reason: Reason = { kind: 'all-told', stories: 4 }
      await store.completeEdition(id, { state: 'empty', edition: edition({ reason }), deliveries: [] })
      expect(await store.edition(id)).toMatchObject({ state: 'empty', reason, composedAt: NOW, entries: [] })
    })

    test.for(['empty', 'skipped'] as const)('that are %s need a reason', async (state, { store }) => {
      const subscription = await store.addSubscription(newSubscription(), NOW)
      const open = await openSlot(store, subscription)
      const made = { state, edition: edition(), deliveries: [newDelivery('x')] }
      await expect(store.completeEdition(open.id, made)).rejects.toThrow()
      expect(await store.edition(open.id)).toEqual(open)
      expect(await store.deliveries({ limit: 5 })).toEqual([])
    })

    test('are completed once', async ({ store }) => {
      const subscription = await store.addSubscription(newSubscription(), NOW)
      const made = await makeEdition(store, subscription)
      const late = { state: 'made', edition: edition({ composedAt: NOW + 1 }) } as const
      await store.completeEdition(made.id, { ...late, deliveries: [newDelivery('another')] })
      await store.completeEdition('e99', { ...late, deliveries: [newDelivery('another')] })
      expect(await store.edition(made.id)).toEqual(made)
      expect(namesOf(await store.deliveries({ limit: 5 }))).toEqual([`${made.id}.1`])
    })

    test('are completed with all of it, or nothing', async ({ store }) => {
      const subscription = await store.addSubscription(newSubscription(), NOW)
      const open = await openSlot(store, subscription)
      const broken = newDelivery('y', { payload: undefined as never })
      const made = { state: 'made', edition: edition(), deliveries: [newDelivery('x'), broken] } as const
      await expect(store.completeEdition(open.id, made)).rejects.toThrow()
      expect(await store.edition(open.id)).toEqual(open)
      expect(await store.deliveries({ limit: 5 })).toEqual([])
    })

    test('are listed latest slot first, of a subscription or a chat', async ({ store }) => {
      const one = await store.addSubscription(newSubscription(), NOW)
      const same = await store.addSubscription(newSubscription(), NOW)
      const far = await store.addSubscription(newSubscription({ chat: group('two') }), NOW)
      for (const [subscription, days] of [
        [one, 2],
        [one, 1],
        [same, 3],
        [far, 4],
      ] as const)
        await makeEdition(store, subscription, { slot: NOW + days * DAY_MS })
      const slots = async (of: object, limit = 9) =>
        (await store.editions({ ...of, limit })).map(({ slot }) => (slot - NOW) / DAY_MS)
      expect(await slots({ subscriptionId: one.id })).toEqual([2, 1])
      expect(await slots({ chat: group('one') })).toEqual([3, 2, 1])
      expect(await slots({ chat: group('one') }, 1)).toEqual([3])
      expect(await slots({})).toEqual([4, 3, 2, 1])
      expect(await slots({ chat: group('nowhere') })).toEqual([])
      expect(await slots({ subscriptionId: 'nonsense' })).toEqual([])
    })

    test('that nobody knows give nothing', async ({ store }) => {
      expect(await store.edition('e9')).toBeUndefined()
      expect(await store.edition('u1')).toBeUndefined()
    })
  })

  describe('what a chat was told', () => {
    test('is what its editions told it, latest first', async ({ store }) => {
      const one = await store.addSubscription(newSubscription(), NOW)
      const same = await store.addSubscription(newSubscription(), NOW)
      const [a, b, c] = [await saved(store, 's1'), await saved(store, 's2'), await saved(store, 's1')]
      await makeEdition(store, one, { briefs: [a, b] })
      await makeEdition(store, same, { briefs: [c], slot: NOW + DAY_MS })
      expect(await store.toldTo(group('one'), NOW)).toEqual([
        { storyId: 's1', brief: c, at: NOW + DAY_MS },
        { storyId: 's1', brief: a, at: NOW },
        { storyId: 's2', brief: b, at: NOW },
      ])
      expect(await store.toldTo(group('one'), NOW + 1)).toHaveLength(1)
    })

    test('names the receipt of the first part that was delivered', async ({ store }) => {
      const subscription = await store.addSubscription(newSubscription(), NOW)
      await makeEdition(store, subscription, { briefs: [await saved(store, 's1')], parts: 2 })
      const first = await deliverOne(store)
      await deliverOne(store)
      expect(await store.toldTo(subscription.chat, 0)).toMatchObject([{ receipt: `receipt of ${first.id}` }])
    })

    test('is not what other chats or threads were told', async ({ store }) => {
      const subscription = await store.addSubscription(newSubscription({ chat: group('one', 't') }), NOW)
      await makeEdition(store, subscription, { briefs: [await saved(store, 's1')] })
      expect(await store.toldTo(group('one'), 0)).toEqual([])
      expect(await store.toldTo(group('two'), 0)).toEqual([])
      expect(await store.toldTo(group('one', 't'), 0)).toHaveLength(1)
    })

    test.for(['refused', 'expired'] as const)('is not what was %s in all parts', async (state, { store }) => {
      const subscription = await store.addSubscription(newSubscription(), NOW)
      await makeEdition(store, subscription, { briefs: [await saved(store, 's1')], parts: 2 })
      const { id } = await sendOne(store)
      await store.settleDelivery(id, { state, reason: { kind: 'attempts', attempts: 5 } }, NOW)
      expect(await store.toldTo(subscription.chat, 0)).toEqual([])
    })

    test('is also what was delivered in part, and what may have arrived', async ({ store }) => {
      const subscription = await store.addSubscription(newSubscription(), NOW)
      await makeEdition(store, subscription, { briefs: [await saved(store, 's1')], parts: 2 })
      await deliverOne(store)
      const { id } = await sendOne(store)
      await store.settleDelivery(id, { state: 'unknown', reason: { kind: 'unknown', detail: 'x' } }, NOW)
      expect(await store.toldTo(subscription.chat, 0)).toHaveLength(1)
      await store.settleDelivery(id, { state: 'refused', reason: { kind: 'settled-by-hand' } }, NOW)
      expect(await store.toldTo(subscription.chat, 0)).toHaveLength(1)
    })

    test('is not what was composed and sent nothing', async ({ store }) => {
      const subscription = await store.addSubscription(newSubscription(), NOW)
      const { id } = await openSlot(store, subscription)
      const entries = [{ brief: await saved(store, 's1') }]
      await store.completeEdition(id, { state: 'made', edition: edition({ entries }), deliveries: [] })
      expect(await store.toldTo(subscription.chat, 0)).toEqual([])
    })

    test('does not depend on notices that went elsewhere', async ({ store }) => {
      const subscription = await store.addSubscription(newSubscription(), NOW)
      const made = await makeEdition(store, subscription, { briefs: [await saved(store, 's1')] })
      await store.enqueue([newDelivery('notice', { chat: group('owner'), editionId: made.id })], NOW)
      const [edited] = (await claim(store)).filter(({ chat }) => chat.id === 'one')
      await store.settleDelivery(
        edited?.id ?? '',
        { state: 'refused', reason: { kind: 'refused', class: 'content', detail: 'x' } },
        NOW,
      )
      expect(await store.toldTo(subscription.chat, 0)).toEqual([])
    })

    test('stays told when its subscription is removed', async ({ store }) => {
      const subscription = await store.addSubscription(newSubscription(), NOW)
      await makeEdition(store, subscription, { briefs: [await saved(store, 's1')] })
      await deliverOne(store)
      await store.removeSubscription(subscription.id, NOW)
      expect(await store.toldTo(subscription.chat, 0)).toHaveLength(1)
    })
  })
}

function slotOf(subscriptionId: string, slot = NOW) {
  return { subscriptionId, slot, missed: [], nextEditionAt: slot + DAY_MS }
}

function saved(store: Store, storyId: string): Promise<Brief> {
  return store.saveBrief(brief({ storyId }), NOW)
}
