import { describe, expect } from 'vitest'
import { MINUTE_MS, NOW, type StoreTest } from './makers.ts'

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
  })
}
