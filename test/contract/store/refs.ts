import { describe, expect } from 'vitest'
import type { Ref } from '../../../src/domain.ts'
import { group, NOW, type StoreTest } from './makers.ts'

const WHY: Ref = { kind: 'why', briefId: 'b1' }
const ASK: Ref = { kind: 'ask', editionId: 'e1', briefId: 'b1' }

export function refsContract(test: StoreTest): void {
  describe('a ref', () => {
    test('is ten letters and figures', async ({ store }) => {
      expect(await store.refOf(WHY, NOW)).toMatch(/^[A-Za-z0-9]{10}$/)
    })

    test('means what it was made for', async ({ store }) => {
      const subscribe: Ref = { kind: 'subscribe', subscriptionId: 'u1' }
      const ids = [await store.refOf(WHY, NOW), await store.refOf(subscribe, NOW)]
      expect(await Promise.all(ids.map((id) => store.ref(id)))).toEqual([WHY, subscribe])
    })

    test('is the same for the same meaning, whatever the order of its words', async ({ store }) => {
      const id = await store.refOf(ASK, NOW)
      expect(await store.refOf({ briefId: 'b1', editionId: 'e1', kind: 'ask' }, NOW + 1)).toBe(id)
    })

    test('is the same for all who make it at once', async ({ store }) => {
      const ids = await Promise.all([1, 2, 3, 4].map(() => store.refOf(WHY, NOW)))
      expect(new Set(ids).size).toBe(1)
    })

    test('is another for another meaning', async ({ store }) => {
      expect(await store.refOf(WHY, NOW)).not.toBe(await store.refOf({ kind: 'why', briefId: 'b2' }, NOW))
    })

    test('that nobody made means nothing', async ({ store }) => {
      expect(await store.ref('abcdefghij')).toBeUndefined()
    })
  })

  describe('a rating', () => {
    test('can be given again', async ({ store }) => {
      const person = { platform: 'test', id: 'ada' }
      const rating = {
        chat: group('harbour'),
        person,
        of: { kind: 'answer', id: 'q1' } as const,
        isGood: false,
      }
      await store.rate(rating, NOW)
      await expect(store.rate({ ...rating, reason: 'wrong' }, NOW + 1)).resolves.toBeUndefined()
    })
  })
}
