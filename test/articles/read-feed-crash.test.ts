// A process that ends before or after any of its writes: nothing is half, nothing is lost, nothing is there twice.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { openSqlite } from '../../db/sqlite.ts'
import { readFeed } from '../../src/articles/read-feed.ts'
import { MINUTE_MS } from '../../src/clock.ts'
import type { Feed } from '../../src/domain.ts'
import { guardedFetch } from '../../src/http.ts'
import { createLog } from '../../src/log.ts'
import type { Store } from '../../src/ports.ts'
import { startWebServer } from '../fakes/web-server.ts'

const ITEMS = 9
const NOW = Date.UTC(2026, 2, 3, 8)
const root = mkdtempSync(join(tmpdir(), 'brevier-crash-'))
afterAll(() => rmSync(root, { recursive: true }))

const story = (number: number) =>
  Array.from(
    { length: 9 },
    (_, at) =>
      `<p>Ferry ${number} will change its hours in week ${at + 1} of the year, and harbour ${number} of the coast agreed to it on Tuesday after a long talk about money, staff and the weather of the winter months.</p>`,
  ).join('')
const item = (number: number) =>
  `<item><title>Ferry ${number}</title><guid isPermaLink="false">${number}</guid><pubDate>Tue, 03 Mar 2026 05:30:00 GMT</pubDate><description><![CDATA[${story(number)}]]></description></item>`
const feedOf = (count: number) =>
  `<rss version="2.0"><channel><title>Courier</title>${Array.from({ length: count }, (_, at) => item(at)).join('')}</channel></rss>`

const WRITES = ['claimFeeds', 'saveArticles', 'settleFeed']

/** The store of a process that ends at its so many-th boundary: from there on it does nothing more. */
function mortal(store: Store, diesAt: number): { readonly store: Store; readonly isDead: () => boolean } {
  let boundary = 0
  let isDead = false
  const pass = () => {
    boundary += 1
    isDead ||= boundary === diesAt
    if (isDead) throw new Error('the process has ended')
  }
  const handler: ProxyHandler<Store> = {
    get(target, name: string, receiver) {
      const method: unknown = Reflect.get(target, name, receiver)
      if (typeof method !== 'function') return method
      return async (...given: readonly unknown[]) => {
        if (isDead || WRITES.includes(name)) pass()
        const result: unknown = await method.apply(target, given)
        if (WRITES.includes(name)) pass()
        return result
      }
    },
  }
  return { store: new Proxy(store, handler), isDead: () => isDead }
}

/** One life of a process on the database: claims what is due, and reads it. False when it died. */
async function live(file: string, now: number, diesAt: number): Promise<boolean> {
  const real = await openSqlite({ file })
  const { store, isDead } = mortal(real, diesAt)
  const parts = {
    store,
    clock: { now: () => now, sleep: () => new Promise<void>((resolve) => setImmediate(resolve)) },
    fetch: guardedFetch({ userAgent: 'Brevier/test', mayReach: () => true }),
    log: createLog({ level: 'error', json: false, write: () => undefined }),
  }
  try {
    await real.endLeases(now)
    for (const feed of await store.claimFeeds(now, MINUTE_MS, 8)) await readFeed(parts, feed as Feed)
  } catch (error) {
    if (!isDead()) throw error
  } finally {
    await real.close()
  }
  return !isDead()
}

test('whenever a process ends, each item is stored once and whole when the feed has been read', async () => {
  await using server = await startWebServer({ '/feed': { headers: { etag: '"v1"' }, body: feedOf(ITEMS) } })
  let deaths = 0
  for (let diesAt = 1; ; diesAt++) {
    const file = join(root, `${diesAt}.db`)
    const store = await openSqlite({ file })
    await store.addFeed({ url: `${server.url}/feed` }, NOW)
    // It was read before, so that this is no first poll.
    await store.settleFeed('f1', { polledAt: NOW, nextPollAt: NOW, pace: {} })
    await store.close()
    const isDone = await live(file, NOW, diesAt)
    if (!isDone) {
      deaths += 1
      await live(file, NOW + 60 * MINUTE_MS, Number.POSITIVE_INFINITY)
    }
    expect(await contentsOf(file)).toEqual({
      titles: Array.from({ length: ITEMS }, (_, at) => `Ferry ${at}`),
      revisions: [1],
      isWhole: true,
    })
    if (isDone) break
  }
  expect(deaths).toBeGreaterThan(6)
})

async function contentsOf(file: string) {
  const store = await openSqlite({ file })
  const articles = await store.unplacedArticles(ITEMS * 2)
  await store.close()
  const numberOf = (title: string) => Number(title.slice('Ferry '.length))
  return {
    titles: articles.map(({ title }) => title).sort((a, b) => numberOf(a) - numberOf(b)),
    revisions: [...new Set(articles.map(({ revision }) => revision))],
    isWhole: articles.every(({ text }) => text.includes('in week 9 of the year')),
  }
}
