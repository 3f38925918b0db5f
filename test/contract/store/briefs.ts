import { describe, expect } from 'vitest'
import type { Citation } from '../../../src/domain.ts'
import { brief, NOW, type StoreTest } from './makers.ts'

export function briefsContract(test: StoreTest): void {
  describe('briefs', () => {
    test('briefs come back as they were stored', async ({ store }) => {
      const plain = await store.saveBrief(brief(), NOW)
      const full = await store.saveBrief(
        brief({
          engine: 'model',
          model: 'm',
          promptVersion: 'p',
          storyId: 's7',
          headlineLanguage: 'fr',
          nanoUsd: 12_000,
          difference: [
            { text: '19 people', source: 'Tarn Post', citation: brief().points[0]?.citations[0] as Citation },
          ],
          findings: [
            { kind: 'number', level: 'fail', text: '13', note: 'No such figure.', became: 'mended' },
          ],
        }),
        NOW,
      )
      expect(await store.brief(plain.id)).toEqual(plain)
      expect(await store.brief(full.id)).toEqual(full)
      expect(plain).toEqual({ ...brief(), id: plain.id, writtenAt: NOW })
      expect(await store.brief('b99')).toBeUndefined()
    })

    test('with a key that is stored already are that brief', async ({ store }) => {
      const first = await store.saveBrief(brief({ cacheKey: 'k' }), NOW)
      const again = await store.saveBrief(brief({ cacheKey: 'k', headline: 'Another' }), NOW + 1)
      expect(again).toEqual(first)
      expect(await store.briefByKey('k')).toEqual(first)
      expect(await store.briefByKey('l')).toBeUndefined()
    })

    test('without a key are stored each time', async ({ store }) => {
      const first = await store.saveBrief(brief(), NOW)
      expect((await store.saveBrief(brief(), NOW)).id).not.toBe(first.id)
    })
  })
}
