import { describe, expect } from 'vitest'
import { event, MINUTE_MS, NOW, namesOf, newDelivery, newParts, type StoreTest } from './makers.ts'

export function inboxContract(test: StoreTest): void {
  describe('inbox', () => {
    test('an event is accepted once', async ({ store }) => {
      expect(await store.acceptEvent(event('1'))).toBe(true)
      expect(await store.acceptEvent(event('1'))).toBe(false)
      expect(await store.claimEvents(NOW, MINUTE_MS, 8)).toMatchObject([{ event: event('1'), attempt: 1 }])
    })

    test('events of one chat are handled one at a time, in order; other chats do not wait', async ({
      store,
    }) => {
      await store.acceptEvent(event('1', 'one'))
      await store.acceptEvent(event('2', 'one'))
      await store.acceptEvent(event('3', 'two'))
      const claimed = await store.claimEvents(NOW, MINUTE_MS, 8)
      expect(claimed.map((one) => one.event.key)).toEqual(['1', '3'])
      expect(await store.claimEvents(NOW, MINUTE_MS, 8)).toEqual([])
      await store.settleEvent(claimed[0]?.id ?? '', { deliveries: [] }, NOW)
      expect((await store.claimEvents(NOW, MINUTE_MS, 8)).map((one) => one.event.key)).toEqual(['2'])
    })

    test('one key of two platforms is two events, and threads of a chat do not wait for each other', async ({
      store,
    }) => {
      const other = event('1')
      expect(await store.acceptEvent(event('1'))).toBe(true)
      expect(await store.acceptEvent({ ...other, chat: { ...other.chat, platform: 'other' } })).toBe(true)
      expect(await store.acceptEvent({ ...event('2'), chat: { ...other.chat, thread: 't' } })).toBe(true)
      expect(await store.claimEvents(NOW, MINUTE_MS, 8)).toHaveLength(3)
    })

    test('no more events are claimed than asked for, and a settled one never again', async ({ store }) => {
      for (const key of ['1', '2', '3']) await store.acceptEvent(event(key, key))
      expect(await store.claimEvents(NOW, MINUTE_MS, 0)).toEqual([])
      const [first] = await store.claimEvents(NOW, MINUTE_MS, 1)
      await store.settleEvent(first?.id ?? '', { deliveries: [], problem: 'The chat is gone.' }, NOW)
      await store.settleEvent('i999', { deliveries: [] }, NOW)
      const later = await store.claimEvents(NOW + 2 * MINUTE_MS, MINUTE_MS, 8)
      expect(later.map((one) => one.event.key)).toEqual(['2', '3'])
    })

    test('what is said back goes to the outbox with the settlement, once', async ({ store }) => {
      await store.acceptEvent(event('1'))
      const [claimed] = await store.claimEvents(NOW, MINUTE_MS, 8)
      const id = claimed?.id ?? ''
      await store.settleEvent(id, { deliveries: newParts('reply', 2) }, NOW)
      await store.settleEvent(id, { deliveries: [newDelivery('another')] }, NOW)
      expect(namesOf(await store.deliveries({ limit: 9 }))).toEqual(['reply.2', 'reply.1'])
    })

    test('an event whose reply cannot be stored is not settled', async ({ store }) => {
      await store.acceptEvent(event('1'))
      const [claimed] = await store.claimEvents(NOW, MINUTE_MS, 8)
      const broken = newDelivery('reply', { part: 0 })
      await expect(store.settleEvent(claimed?.id ?? '', { deliveries: [broken] }, NOW)).rejects.toThrow()
      expect(await store.claimEvents(NOW + MINUTE_MS, MINUTE_MS, 8)).toHaveLength(1)
    })

    test('an event whose handler died is claimed again, and the attempt is counted', async ({ store }) => {
      await store.acceptEvent(event('1'))
      await store.claimEvents(NOW, MINUTE_MS, 8)
      expect(await store.claimEvents(NOW + MINUTE_MS, MINUTE_MS, 8)).toMatchObject([{ attempt: 2 }])
    })
  })
}
