import { describe, expect } from 'vitest'
import type { Chat, InboundEvent, Reason } from '../../../src/domain.ts'
import {
  answer,
  brief,
  claim,
  claimOne,
  deliverOne,
  event,
  group,
  LEASE_MS,
  MINUTE_MS,
  makeEdition,
  NOW,
  namesOf,
  newDelivery,
  newParts,
  newSubscription,
  type StoreTest,
  sendOne,
} from './makers.ts'

const GONE: Reason = { kind: 'refused', class: 'gone', detail: 'kicked' }
const [old, now] = [group('old'), group('new')]

export function chatsContract(test: StoreTest): void {
  describe('the chat for notices', () => {
    const [ada, bea] = [
      { platform: 'test', id: 'ada' },
      { platform: 'test', id: 'bea' },
    ]

    test('is the one that a person chose last, and of nobody else', async ({ store }) => {
      expect(await store.noticeChat(ada)).toBeUndefined()
      await store.setNoticeChat(ada, group('log'))
      await store.setNoticeChat(bea, group('log'))
      await store.setNoticeChat(ada, group('other', 'thread'))
      expect(await store.noticeChat(ada)).toEqual(group('other', 'thread'))
      expect(await store.noticeChat(bea)).toEqual(group('log'))
      await store.setNoticeChat(ada, undefined)
      expect(await store.noticeChat(ada)).toBeUndefined()
      expect(await store.noticeChat(bea)).toEqual(group('log'))
    })

    test('moves with its address, also where the new one is known', async ({ store }) => {
      await store.setNoticeChat(ada, old)
      await store.moveChat(old, now)
      expect(await store.noticeChat(ada)).toEqual(now)
      await store.setNoticeChat(bea, old)
      await store.moveChat(old, now)
      expect(await store.noticeChat(bea)).toEqual(now)
    })

    test('stays that of a person whose private chat has moved', async ({ store }) => {
      const privateOf = (id: string): Chat => ({ platform: 'test', id, kind: 'private' })
      await store.setNoticeChat(ada, group('log'))
      await store.moveChat(privateOf('ada'), privateOf('ada2'))
      expect(await store.noticeChat({ platform: 'test', id: 'ada2' })).toEqual(group('log'))
      await store.setNoticeChat(ada, group('other'))
      await store.moveChat(privateOf('ada'), privateOf('ada2'))
      expect(await store.noticeChat({ platform: 'test', id: 'ada2' })).toEqual(group('log'))
    })
  })

  describe('a paused chat', () => {
    test('is listed with its reason, longest paused first', async ({ store }) => {
      const thread: Chat = { platform: 'test', id: 'two', thread: 't', kind: 'thread' }
      expect(await store.pauseChat(thread, GONE, [], NOW + 1)).toBe(true)
      expect(await store.pauseChat(group('one'), GONE, [], NOW)).toBe(true)
      expect(await store.pausedChats()).toEqual([
        { chat: group('one'), since: NOW, reason: GONE },
        { chat: thread, since: NOW + 1, reason: GONE },
      ])
    })

    test('is not paused again, and nobody is told twice', async ({ store }) => {
      const notice = (key: string) => [newDelivery(key, { chat: group('owner') })]
      await store.pauseChat(old, GONE, notice('first'), NOW)
      expect(await store.pauseChat(old, { kind: 'process-ended' }, notice('second'), NOW + 1)).toBe(false)
      expect(await store.pausedChats()).toEqual([{ chat: old, since: NOW, reason: GONE }])
      expect(namesOf(await store.deliveries({ limit: 9 }))).toEqual(['first.1'])
      expect(namesOf(await claim(store))).toEqual(['first.1'])
    })

    test('gets nothing; other chats, and its threads, do', async ({ store }) => {
      const chats = [old, group('old', 'thread'), now]
      for (const [at, chat] of chats.entries()) await store.enqueue([newDelivery(`m${at}`, { chat })], NOW)
      await store.pauseChat(old, GONE, [], NOW)
      await store.enqueue([newDelivery('later', { chat: old })], NOW)
      expect(namesOf(await claim(store))).toEqual(['m1.1', 'm2.1'])
      expect(await store.nextDueAt(['test'])).toBe(NOW + LEASE_MS)
    })

    test('gets what waited when it is resumed', async ({ store }) => {
      await store.enqueue([newDelivery('m', { chat: old })], NOW)
      await store.pauseChat(old, GONE, [], NOW)
      expect(await store.resumeChat(old)).toBe(true)
      expect(await store.resumeChat(old)).toBe(false)
      expect(await store.resumeChat(group('nowhere'))).toBe(false)
      expect(await store.pausedChats()).toEqual([])
      expect(namesOf(await claim(store))).toEqual(['m.1'])
    })

    test('may be paused and told again after it was resumed', async ({ store }) => {
      await store.pauseChat(old, GONE, [], NOW)
      await store.resumeChat(old)
      expect(await store.pauseChat(old, GONE, [], NOW + 1)).toBe(true)
    })

    test('stays paused while what was being sent to it comes to its end', async ({ store }) => {
      await store.enqueue([newDelivery('x', { chat: old }), newDelivery('y', { chat: old })], NOW)
      const { id } = await sendOne(store)
      await store.pauseChat(old, GONE, [], NOW)
      await store.settleDelivery(id, { state: 'pending', dueAt: NOW, reason: GONE }, NOW)
      expect(await claim(store, NOW + LEASE_MS)).toEqual([])
    })
  })

  describe('a chat that moves', () => {
    test('takes its subscriptions and editions along', async ({ store }) => {
      const subscription = await store.addSubscription(newSubscription({ chat: old }), NOW)
      const story = await store.saveBrief(brief({ storyId: 's1' }), NOW)
      const made = await makeEdition(store, subscription, { briefs: [story] })
      await store.moveChat(old, now)
      expect(await store.subscriptions({ chat: now })).toMatchObject([{ id: subscription.id, chat: now }])
      expect(await store.subscriptions({ chat: old })).toEqual([])
      expect(await store.editions({ chat: now, limit: 9 })).toEqual([{ ...made, chat: now }])
      expect(await store.toldTo(now, 0)).toHaveLength(1)
      expect(await store.toldTo(old, 0)).toEqual([])
    })

    test('takes its deliveries along, whatever their state', async ({ store }) => {
      await store.enqueue([...newParts('m', 3, { chat: old }), newDelivery('n', { chat: old })], NOW)
      await deliverOne(store)
      const { id } = await sendOne(store)
      await store.moveChat(old, now)
      expect(await store.deliveries({ chat: old, limit: 9 })).toEqual([])
      expect(await store.deliveries({ chat: now, limit: 9 })).toHaveLength(4)
      const again = { state: 'pending', dueAt: NOW, reason: { kind: 'moved' }, isMoved: true } as const
      await store.settleDelivery(id, again, NOW)
      expect(await claimOne(store)).toMatchObject({ id, chat: now, isMoved: true })
    })

    test('stays paused', async ({ store }) => {
      await store.pauseChat(old, GONE, [], NOW)
      await store.moveChat(old, now)
      expect(await store.pausedChats()).toEqual([{ chat: now, since: NOW, reason: GONE }])
    })

    test('takes its threads along, and no other chat', async ({ store }) => {
      const chats = [group('old', 't'), group('older'), { ...old, platform: 'other' }]
      for (const chat of chats) await store.addSubscription(newSubscription({ chat }), NOW)
      await store.moveChat(old, now)
      const places = (await store.subscriptions()).map(({ chat }) => chat)
      expect(places).toEqual([group('new', 't'), group('older'), { ...old, platform: 'other' }])
    })

    test('as a thread leaves the rest of its chat where it is', async ({ store }) => {
      const chats = [old, group('old', 't'), group('old', 'u')]
      for (const chat of chats) await store.addSubscription(newSubscription({ chat }), NOW)
      await store.moveChat(group('old', 't'), group('new', 'v'))
      const places = (await store.subscriptions()).map(({ chat }) => chat)
      expect(places).toEqual([old, group('new', 'v'), group('old', 'u')])
    })

    test('has the kind of its new address', async ({ store }) => {
      await store.addSubscription(newSubscription({ chat: old }), NOW)
      await store.moveChat(old, { ...now, kind: 'channel' })
      expect((await store.subscriptions())[0]?.chat.kind).toBe('channel')
    })

    test('takes its events along, and what they say of their chat', async ({ store }) => {
      await store.acceptEvent(inChat('1', old))
      await store.acceptEvent(inChat('2', group('old', 't')))
      await store.acceptEvent(inChat('3', group('older')))
      await store.moveChat(old, now)
      expect((await store.claimEvents(NOW, LEASE_MS, 9)).map((one) => one.event.chat)).toEqual([
        now,
        group('new', 't'),
        group('older'),
      ])
    })

    test('has one queue of events with those that came from its new address', async ({ store }) => {
      await store.acceptEvent(inChat('1', old))
      await store.acceptEvent(inChat('2', now))
      await store.moveChat(old, now)
      expect((await store.claimEvents(NOW, LEASE_MS, 9)).map((one) => one.event.key)).toEqual(['1'])
    })

    test('takes its conversations along', async ({ store }) => {
      const keys = ['test:old test:ada', 'test:old/t root', 'test:older test:ada', 'other:old test:ada']
      const before = []
      for (const key of keys) before.push(await store.conversationOf(key, NOW))
      await store.moveChat(old, now)
      const after = await Promise.all(before.map(({ id }) => store.conversation(id)))
      expect(after.map((one) => one?.key)).toEqual([
        'test:new test:ada',
        'test:new/t root',
        'test:older test:ada',
        'other:old test:ada',
      ])
    })

    test('goes on with a conversation that began at its new address, all turns in order', async ({
      store,
    }) => {
      const one = await store.conversationOf('test:old test:ada', NOW)
      await store.saveAnswer(one.id, answer('First?'), undefined, NOW)
      const other = await store.conversationOf('test:new test:ada', NOW)
      await store.saveAnswer(other.id, answer('Second?'), undefined, NOW + 1)
      await store.moveChat(old, now)
      const both = await store.conversationOf('test:new test:ada', NOW)
      expect(both.id).toBe(other.id)
      expect(both.turns.map(({ question }) => question)).toEqual(['First?', 'Second?'])
      expect(await store.conversation(one.id)).toBeUndefined()
    })

    test('to an address that is known becomes one with it', async ({ store }) => {
      const moved = await store.addSubscription(newSubscription({ chat: old }), NOW)
      const there = await store.addSubscription(newSubscription({ chat: now }), NOW)
      await store.enqueue([newDelivery('x', { chat: old }), newDelivery('y', { chat: now })], NOW)
      await store.moveChat(old, now)
      expect((await store.subscriptions({ chat: now })).map(({ id }) => id)).toEqual([moved.id, there.id])
      expect(namesOf([await deliverOne(store), await deliverOne(store)])).toEqual(['x.1', 'y.1'])
    })

    test('to an address that gets messages is not held up by its own pause', async ({ store }) => {
      await store.enqueue([newDelivery('x', { chat: old }), newDelivery('y', { chat: now })], NOW)
      await store.pauseChat(old, GONE, [], NOW)
      await store.moveChat(old, now)
      expect(await store.pausedChats()).toEqual([])
      expect(namesOf(await claim(store))).toEqual(['x.1'])
    })

    test('to an address that is paused is paused too', async ({ store }) => {
      await store.enqueue([newDelivery('x', { chat: old })], NOW)
      await store.pauseChat(now, GONE, [], NOW)
      await store.moveChat(old, now)
      expect(await claim(store)).toEqual([])
    })

    test('waits for what is being sent to its new address', async ({ store }) => {
      await store.enqueue([newDelivery('y', { chat: now })], NOW)
      await sendOne(store)
      await store.enqueue([newDelivery('x', { chat: old })], NOW)
      await store.moveChat(old, now)
      expect(await claim(store)).toEqual([])
    })

    test('a second time, to itself, or without being known, changes nothing', async ({ store }) => {
      const { chat: _, ...rest } = await store.addSubscription(newSubscription({ chat: old }), NOW)
      await store.moveChat(old, now)
      await store.moveChat(old, now)
      await store.moveChat(now, now)
      await store.moveChat(group('nowhere'), now)
      expect(await store.subscriptions()).toEqual([{ ...rest, chat: now }])
    })

    test('as the private chat of an owner moves the owner with it', async ({ store }) => {
      const from: Chat = { platform: 'test', id: 'ada', kind: 'private' }
      const owner = { platform: 'test', id: 'ada' }
      await store.addSubscription(newSubscription({ owner }), NOW)
      await store.moveChat(from, { ...from, id: 'ada-2' })
      expect((await store.subscriptions())[0]?.owner).toEqual({ ...owner, id: 'ada-2' })
    })
  })

  describe('what is due next', () => {
    test('is nothing where there is nothing', async ({ store }) => {
      expect(await store.nextDueAt(['test'])).toBeUndefined()
      expect(await store.nextDueAt([])).toBeUndefined()
    })

    test('is a feed, when it is to be polled or its lease ends', async ({ store }) => {
      await store.addFeed({ url: 'https://courier.example/feed' }, NOW)
      expect(await store.nextDueAt([])).toBe(NOW)
      await store.claimFeeds(NOW, LEASE_MS, 1)
      expect(await store.nextDueAt([])).toBe(NOW + LEASE_MS)
    })

    test('is a subscription, by its slot, its lease or its open edition', async ({ store }) => {
      const { id } = await store.addSubscription(newSubscription(), NOW)
      expect(await store.nextDueAt([])).toBe(NOW)
      const far = NOW + 1000 * MINUTE_MS
      await store.openEdition({ subscriptionId: id, slot: NOW, missed: [], nextEditionAt: far }, NOW)
      expect(await store.nextDueAt([])).toBe(NOW)
      await store.claimSubscriptions(NOW, LEASE_MS, 1)
      expect(await store.nextDueAt([])).toBe(NOW + LEASE_MS)
    })

    test('is an event, at once, or when the lease of the one before it ends', async ({ store }) => {
      await store.acceptEvent(event('1'))
      await store.acceptEvent(event('2'))
      expect(await store.nextDueAt([])).toBeLessThanOrEqual(NOW)
      await store.claimEvents(NOW, LEASE_MS, 9)
      expect(await store.nextDueAt([])).toBe(NOW + LEASE_MS)
    })

    test('is a delivery to one of the platforms, and not one that waits for another', async ({ store }) => {
      await store.enqueue(newParts('m', 2, { dueAt: NOW + 3 }), NOW)
      await store.enqueue([newDelivery('n', { dueAt: NOW + 1 })], NOW)
      expect(await store.nextDueAt(['other'])).toBeUndefined()
      expect(await store.nextDueAt(['other', 'test'])).toBe(NOW + 3)
      const { id } = await claimOne(store, NOW + 3)
      expect(await store.nextDueAt(['test'])).toBe(NOW + 3 + LEASE_MS)
      await store.startSending(id, NOW + 3, 2 * LEASE_MS)
      expect(await store.nextDueAt(['test'])).toBe(NOW + 3 + 2 * LEASE_MS)
      await store.settleDelivery(id, { state: 'delivered', receipt: 'r' }, NOW)
      expect(await store.nextDueAt(['test'])).toBe(NOW + 3)
    })

    test('is an unknown delivery when it is to be looked at, never when only a person can tell', async ({
      store,
    }) => {
      const reason: Reason = { kind: 'unknown', detail: 'x' }
      await store.enqueue([newDelivery('m')], NOW)
      const { id } = await sendOne(store)
      await store.settleDelivery(id, { state: 'unknown', reason, resolveAt: NOW + 9 }, NOW)
      expect(await store.nextDueAt(['test'])).toBe(NOW + 9)
      expect(await store.nextDueAt(['other'])).toBeUndefined()
      await store.settleDelivery(id, { state: 'unknown', reason }, NOW)
      expect(await store.nextDueAt(['test'])).toBeUndefined()
    })
  })
}

function inChat(key: string, chat: Chat): InboundEvent {
  return { ...event(key), chat }
}
