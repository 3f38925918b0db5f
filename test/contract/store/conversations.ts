import { describe, expect } from 'vitest'
import { answer, NOW, type StoreTest } from './makers.ts'

export function conversationsContract(test: StoreTest): void {
  describe('conversations', () => {
    const focus = {
      storyIds: ['s1'],
      articleIds: ['a1'],
      names: ['ada'],
      questionStems: ['bridg'],
      at: NOW,
    }

    test('belong to their key', async ({ store }) => {
      const one = await store.conversationOf('chat person', NOW)
      expect((await store.conversationOf('chat person', NOW)).id).toBe(one.id)
      expect((await store.conversationOf('chat other', NOW)).id).not.toBe(one.id)
    })

    test('opened on the command line have their id as their key', async ({ store }) => {
      const [one, other] = [await store.openConversation(NOW), await store.openConversation(NOW)]
      expect(one.key).toBe(one.id)
      expect(other.id).not.toBe(one.id)
      expect(await store.conversation(one.id)).toEqual({ id: one.id, key: one.id, turns: [] })
    })

    test('keep their last ten turns, their focus, and what was shown', async ({ store }) => {
      const { id } = await store.openConversation(NOW)
      for (let turn = 1; turn <= 12; turn++)
        await store.saveAnswer(id, answer(`Question ${turn}?`), focus, NOW + turn)
      const conversation = await store.conversation(id)
      expect(conversation?.turns.map(({ question }) => question)).toEqual(
        [3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map((turn) => `Question ${turn}?`),
      )
      expect(conversation?.focus).toEqual(focus)
      expect(conversation?.shown).toEqual({ kind: 'answer', id: conversation?.turns.at(-1)?.answerId })
    })

    test('answers come back as they were stored', async ({ store }) => {
      const { id } = await store.openConversation(NOW)
      const saved = await store.saveAnswer(
        id,
        answer('Why?', { kind: 'refused', reason: 'not-stored', points: [] }),
        undefined,
        NOW,
      )
      expect(await store.answer(saved.id)).toEqual(saved)
      expect(saved).toMatchObject({ conversationId: id, answeredAt: NOW, reason: 'not-stored' })
    })

    test('that nobody knows give nothing', async ({ store }) => {
      expect(await store.conversation('c999')).toBeUndefined()
      expect(await store.conversation('a1')).toBeUndefined()
      expect(await store.answer('q999')).toBeUndefined()
      await store.setShown('c999', { kind: 'briefs', ids: [] }, undefined)
    })

    test('remember the briefs shown in them', async ({ store }) => {
      const { id } = await store.openConversation(NOW)
      await store.setShown(id, { kind: 'briefs', ids: ['b1', 'b2'] }, focus)
      expect(await store.conversation(id)).toMatchObject({
        shown: { kind: 'briefs', ids: ['b1', 'b2'] },
        focus,
      })
    })
  })
}
