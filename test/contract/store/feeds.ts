import { describe, expect } from 'vitest'
import type { SeenItem } from '../../../src/domain.ts'
import type { Store } from '../../../src/ports.ts'
import { MINUTE_MS, NOW, newArticle, type StoreTest, searchText } from './makers.ts'

export function feedsContract(test: StoreTest): void {
  describe('feeds', () => {
    const url = 'https://courier.example/feed'

    test('are added once', async ({ store }) => {
      const feed = await store.addFeed({ url, title: 'Courier' }, NOW)
      expect(feed).toEqual({ id: feed?.id, url, title: 'Courier', addedAt: NOW, nextPollAt: NOW })
      expect(await store.addFeed({ url }, NOW)).toBeUndefined()
      expect(await store.feeds()).toEqual([feed])
    })

    test('keep the word that they are about', async ({ store }) => {
      const feed = await store.addFeed({ url, category: 'harbour' }, NOW)
      expect(feed).toHaveProperty('category', 'harbour')
      await store.settleFeed(feed?.id ?? '', { polledAt: NOW, nextPollAt: NOW })
      expect((await store.feeds())[0]).toHaveProperty('category', 'harbour')
    })

    test('are removed by id or by address', async ({ store }) => {
      const feed = await store.addFeed({ url }, NOW)
      expect(await store.removeFeed('f99')).toBeUndefined()
      expect(await store.removeFeed(feed?.id ?? '')).toEqual(feed)
      await store.addFeed({ url }, NOW)
      expect((await store.removeFeed(url))?.url).toBe(url)
      expect(await store.feeds()).toEqual([])
    })

    test('never get the id of one that was removed', async ({ store }) => {
      const feed = await store.addFeed({ url }, NOW)
      await store.removeFeed(feed?.id ?? '')
      expect((await store.addFeed({ url }, NOW))?.id).not.toBe(feed?.id)
    })

    test('are claimed in the order in which they are due, as many as asked for', async ({ store }) => {
      for (const minutes of [3, 1, 2])
        await store.addFeed({ url: `${url}/${minutes}` }, NOW + minutes * MINUTE_MS)
      const claimed = await store.claimFeeds(NOW + 5 * MINUTE_MS, MINUTE_MS, 2)
      expect(claimed.map((feed) => feed.url)).toEqual([`${url}/1`, `${url}/2`])
    })

    test('are claimed when due, once, until the lease ends or they are settled', async ({ store }) => {
      const feed = await store.addFeed({ url }, NOW)
      expect(await store.claimFeeds(NOW - 1, MINUTE_MS, 8)).toEqual([])
      expect(await store.claimFeeds(NOW, MINUTE_MS, 8)).toHaveLength(1)
      expect(await store.claimFeeds(NOW, MINUTE_MS, 8)).toEqual([])
      expect(await store.claimFeeds(NOW + MINUTE_MS, MINUTE_MS, 8)).toHaveLength(1)
      await store.settleFeed(feed?.id ?? '', {
        polledAt: NOW,
        nextPollAt: NOW + 5 * MINUTE_MS,
        etag: 'e',
        title: 'New',
      })
      expect(await store.claimFeeds(NOW + 2 * MINUTE_MS, MINUTE_MS, 8)).toEqual([])
      expect(await store.claimFeeds(NOW + 5 * MINUTE_MS, MINUTE_MS, 0)).toEqual([])
      expect(await store.claimFeeds(NOW + 5 * MINUTE_MS, MINUTE_MS, 8)).toMatchObject([
        { etag: 'e', title: 'New' },
      ])
    })

    test('forget a problem after a good poll, and keep their title', async ({ store }) => {
      const feed = await store.addFeed({ url, title: 'Courier' }, NOW)
      const id = feed?.id ?? ''
      await store.settleFeed(id, { polledAt: NOW, nextPollAt: NOW, problem: 'It answered 500.' })
      expect((await store.feeds())[0]?.problem).toBe('It answered 500.')
      await store.settleFeed(id, { polledAt: NOW, nextPollAt: NOW })
      expect((await store.feeds())[0]).toEqual({
        id,
        url,
        title: 'Courier',
        addedAt: NOW,
        polledAt: NOW,
        nextPollAt: NOW,
      })
    })

    test('are found by id or by address', async ({ store }) => {
      const feed = await store.addFeed({ url }, NOW)
      expect(await store.feed(feed?.id ?? '')).toEqual(feed)
      expect(await store.feed(url)).toEqual(feed)
      expect(await store.feed('f99')).toBeUndefined()
    })

    test('keep how often they bring something, and their address, until a poll says otherwise', async ({
      store,
    }) => {
      const feed = await store.addFeed({ url }, NOW)
      const id = feed?.id ?? ''
      const pace = { ttlMs: MINUTE_MS, skipHours: [1, 2] }
      await store.settleFeed(id, { polledAt: NOW, nextPollAt: NOW, pace, url: `${url}/new` })
      await store.settleFeed(id, { polledAt: NOW, nextPollAt: NOW })
      expect(await store.feed(id)).toMatchObject({ pace, url: `${url}/new` })
    })

    test('that are paused are not due, until a poll has settled them again', async ({ store }) => {
      const id = (await store.addFeed({ url }, NOW))?.id ?? ''
      const paused = {
        polledAt: NOW,
        nextPollAt: NOW,
        problem: 'Gone.',
        failingSince: NOW - 1,
        pausedAt: NOW,
      }
      await store.settleFeed(id, paused)
      expect(await store.feed(id)).toMatchObject({ problem: 'Gone.', failingSince: NOW - 1, pausedAt: NOW })
      expect(await store.claimFeeds(NOW + MINUTE_MS, MINUTE_MS, 9)).toEqual([])
      expect(await store.nextDueAt([])).toBeUndefined()
      await store.settleFeed(id, { polledAt: NOW, nextPollAt: NOW })
      expect(await store.claimFeeds(NOW, MINUTE_MS, 9)).toMatchObject([{ id }])
    })
  })

  describe('seen items', () => {
    const seen = (key: string, more: Partial<SeenItem> = {}) => ({
      key,
      wordsHash: 'h',
      readAt: NOW,
      ...more,
    })

    async function feedIn(store: Store, url = 'https://courier.example/feed') {
      const id = (await store.addFeed({ url }, NOW))?.id ?? ''
      const settle = (items: readonly SeenItem[], polledAt = NOW) =>
        store.settleFeed(id, { polledAt, nextPollAt: polledAt }, items)
      return { id, settle }
    }

    test('are remembered under each key, with the identity of their article', async ({ store }) => {
      const [saved] = await store.saveArticles(
        [{ article: newArticle('x', 'One.'), searchText: searchText('') }],
        NOW,
      )
      const { id, settle } = await feedIn(store)
      const articleId = saved?.article.id ?? ''
      await settle([seen('a', { articleId }), seen('b', { retryUntil: NOW + 5 })])
      expect(await store.seenItems(id, ['a', 'b', 'c'])).toEqual(
        new Map<string, object>([
          ['a', { ...seen('a', { articleId }), identity: newArticle('x', 'One.').identity }],
          ['b', seen('b', { retryUntil: NOW + 5 })],
        ]),
      )
    })

    test('are remembered anew when they are read again', async ({ store }) => {
      const { id, settle } = await feedIn(store)
      await settle([seen('a', { retryUntil: NOW + 5 })])
      await settle([seen('a', { wordsHash: 'other', readAt: NOW + 9 })])
      expect((await store.seenItems(id, ['a'])).get('a')).toEqual(
        seen('a', { wordsHash: 'other', readAt: NOW + 9 }),
      )
    })

    test('of one feed are not those of another, and go with their feed', async ({ store }) => {
      const one = await feedIn(store)
      const other = await feedIn(store, 'https://ledger.example/feed')
      await one.settle([seen('a')])
      expect((await store.seenItems(other.id, ['a'])).size).toBe(0)
      await store.removeFeed(one.id)
      await one.settle([seen('a')])
      expect((await store.seenItems(one.id, ['a'])).size).toBe(0)
    })

    test('that were not said again for two months are forgotten', async ({ store }) => {
      const { id, settle } = await feedIn(store)
      await settle([seen('a'), seen('b')])
      const later = NOW + 61 * 24 * 60 * MINUTE_MS
      await settle([seen('b', { readAt: later })], later)
      expect([...(await store.seenItems(id, ['a', 'b'])).keys()]).toEqual(['b'])
    })
  })
}
