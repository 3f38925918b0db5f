import { describe, expect } from 'vitest'
import type { Store } from '../../../src/ports.ts'
import { MINUTE_MS, NOW, newArticle, type StoreTest, save } from './makers.ts'

export function searchContract(test: StoreTest): void {
  describe('search', () => {
    test('finds articles by any of the stems, those with rarer ones first', async ({ store }) => {
      await save(
        store,
        newArticle('bridge', 'the bridge is closed', { title: 'a' }),
        newArticle('both', 'the bridge and the kelp', { title: 'b' }),
        newArticle('other', 'nothing of that', { title: 'c' }),
        newArticle('third', 'a bridge again', { title: 'd' }),
      )
      const matches = await store.matchArticles({ anyOf: ['bridge', 'kelp'], limit: 10 })
      expect(matches.map(({ article }) => article.externalId)[0]).toBe('both')
      expect(matches).toHaveLength(3)
      expect(matches.every(({ score }, at) => at === 0 || score <= (matches[at - 1]?.score ?? 0))).toBe(true)
      expect(await store.matchArticles({ anyOf: ['bridge', 'kelp'], limit: 1 })).toHaveLength(1)
    })

    test('weighs a stem in the title more', async ({ store }) => {
      await save(
        store,
        newArticle('body', 'kelp kelp', { title: 'other words' }),
        newArticle('title', 'other words', { title: 'kelp' }),
        newArticle('none', 'neither', { title: 'nor this' }),
      )
      const [first] = await store.matchArticles({ anyOf: ['kelp'], limit: 2 })
      expect(first?.article.externalId).toBe('title')
    })

    test('hands out the stem hashes of the text that is current', async ({ store }) => {
      await save(store, newArticle('x', 'old bridge'), newArticle('x', 'new bridge'))
      const [match] = await store.matchArticles({ anyOf: ['bridge'], limit: 1 })
      expect(new TextDecoder().decode(match?.stemHashes)).toBe('new bridge')
    })

    test('keeps to a period and to a source', async ({ store }) => {
      await save(
        store,
        newArticle('old', 'bridge one', { publishedAt: NOW - 100 * MINUTE_MS, publisher: 'Courier' }),
        newArticle('new', 'bridge two', {
          publishedAt: NOW - MINUTE_MS,
          site: 'The Ledger',
          url: 'https://www.ledger.example/2',
        }),
      )
      const ids = async (query: Partial<Parameters<Store['matchArticles']>[0]>) =>
        (await store.matchArticles({ anyOf: ['bridge'], limit: 10, ...query })).map(
          ({ article }) => article.externalId,
        )
      expect(await ids({ since: NOW - 2 * MINUTE_MS })).toEqual(['new'])
      expect(await ids({ until: NOW - 2 * MINUTE_MS })).toEqual(['old'])
      expect(await ids({ sourceName: 'courier' })).toEqual(['old'])
      expect(await ids({ sourceName: 'the ledger' })).toEqual(['new'])
      expect(await ids({ sourceName: 'ledger.example' })).toEqual(['new'])
      expect(await ids({ sourceName: '%' })).toEqual([])
    })

    test.for([
      '"',
      '""',
      '*',
      'brid*',
      'a AND b',
      'NEAR(',
      "x' --",
      '^',
      'title:bridge',
      '',
      '  ',
      '\0',
      '-',
      '{',
      '\ud800',
    ])('takes %j as a word, not as syntax', async (word, { store }) => {
      await save(store, newArticle('y', 'the bridge'))
      expect(await store.matchArticles({ anyOf: [word], limit: 10 })).toEqual([])
    })

    test('finds a stem whatever stands beside it in the query', async ({ store }) => {
      await save(store, newArticle('y', 'the bridge covid-19 l\'eau "q"'))
      for (const stem of ['covid-19', "l'eau", '"q"', 'bri\0dge']) {
        expect(await store.matchArticles({ anyOf: ['"', stem, 'NOT'], limit: 10 })).toHaveLength(1)
      }
      expect(await store.matchArticles({ anyOf: ['covid'], limit: 10 })).toEqual([])
    })

    test('compares names of sources without case in every script, and whole', async ({ store }) => {
      await save(store, newArticle('x', 'bridge', { publisher: 'ÉCHO DE LA BAIE', site: 'Вестник' }))
      const found = async (sourceName: string) =>
        (await store.matchArticles({ anyOf: ['bridge'], limit: 10, sourceName })).length
      expect(await found('écho de la baie')).toBe(1)
      expect(await found('ВЕСТНИК')).toBe(1)
      expect(await found('écho')).toBe(0)
      expect(await found('')).toBe(0)
    })

    test('takes the time of storing where there is none of publication', async ({ store }) => {
      await save(store, newArticle('x', 'bridge'))
      expect(await store.matchArticles({ anyOf: ['bridge'], limit: 1, since: NOW, until: NOW })).toHaveLength(
        1,
      )
      expect(await store.matchArticles({ anyOf: ['bridge'], limit: 1, since: NOW + 1 })).toEqual([])
    })

    test('hands out no more than asked for, also within a period', async ({ store }) => {
      await save(
        store,
        newArticle('x', 'bridge one'),
        newArticle('y', 'bridge two'),
        newArticle('z', 'bridge three'),
      )
      expect(await store.matchArticles({ anyOf: ['bridge'], limit: 2, since: 0 })).toHaveLength(2)
      expect(await store.matchArticles({ anyOf: ['bridge'], limit: 0 })).toEqual([])
    })

    test('finds the new text of a changed article, and no longer the old', async ({ store }) => {
      await save(store, newArticle('x', 'bridge'))
      await save(store, newArticle('x', 'kelp'))
      expect(await store.matchArticles({ anyOf: ['bridge'], limit: 10 })).toEqual([])
      expect(await store.matchArticles({ anyOf: ['kelp'], limit: 10 })).toHaveLength(1)
    })

    test('counts in how many articles a stem occurs', async ({ store }) => {
      await save(
        store,
        newArticle('x', 'bridge bridge', { title: 'k' }),
        newArticle('y', 'bridge kelp', { title: 'k' }),
      )
      expect(await store.stemCounts(['bridge', 'kelp', 'absent'])).toEqual({
        articles: 2,
        counts: new Map([
          ['bridge', 2],
          ['kelp', 1],
        ]),
      })
    })

    test('counts a stem with a mark or a sign in it, and follows a change of text', async ({ store }) => {
      await save(store, newArticle('x', 'covid-19 हिन्दी bridge', { title: 'k' }))
      expect((await store.stemCounts(['covid-19', 'हिन्दी', 'covid'])).counts).toEqual(
        new Map([
          ['covid-19', 1],
          ['हिन्दी', 1],
        ]),
      )
      await save(store, newArticle('x', 'kelp', { title: 'k' }))
      expect((await store.stemCounts(['bridge', 'kelp'])).counts).toEqual(new Map([['kelp', 1]]))
    })

    test('lists the names under which articles were published', async ({ store }) => {
      await save(
        store,
        newArticle('x', 'One.', { publisher: 'Meridian', site: 'Courier' }),
        newArticle('y', 'Two.', { publisher: 'Courier' }),
        newArticle('z', 'Three.'),
      )
      expect([...(await store.sourceNames())].sort()).toEqual(['Courier', 'Meridian'])
    })
  })
}
