import { describe, expect, test } from 'vitest'
import { openSqlite } from '../../db/sqlite.ts'
import type { Feed } from '../../src/domain.ts'
import { pollFeed } from '../../src/feeds/poll.ts'
import { guardedFetch } from '../../src/http.ts'
import { startWebServer, type WebServer } from '../fakes/web-server.ts'
import { rss } from './documents.ts'

const NOW = Date.UTC(2026, 2, 3, 8)
const MINUTE = 60_000

/** A stored feed on a server, and what polling it needs. */
async function followed(server: WebServer, path = '/feed') {
  const store = await openSqlite({ file: ':memory:' })
  const time = { now: NOW }
  const clock = { now: () => time.now, sleep: async () => {} }
  const fetch = guardedFetch({ userAgent: 'Brevier/test', mayReach: () => true })
  await store.addFeed({ url: `${server.url}${path}` }, NOW)
  const feed = async () => (await store.feeds())[0] as Feed
  return {
    time,
    store,
    feed,
    poll: async (signal?: AbortSignal) => pollFeed({ store, clock, fetch }, await feed(), signal),
    pollOf: (other: Feed) => pollFeed({ store, clock, fetch }, other),
    [Symbol.asyncDispose]: () => store.close(),
  }
}

const good = {
  headers: {
    etag: '"v1"',
    'last-modified': 'Tue, 03 Mar 2026 07:00:00 GMT',
    'cache-control': 'max-age=3600',
  },
  body: rss,
}

describe('a poll that finds items', () => {
  test('gives them, and leaves the row alone until they are stored', async () => {
    await using server = await startWebServer({ '/feed': good })
    await using one = await followed(server)
    const poll = await one.poll()
    expect(poll).toMatchObject({ kind: 'items', title: 'Harrow Courier', language: 'en-gb' })
    expect(poll.kind === 'items' && poll.items.map(({ title }) => title)).toEqual([
      'The ferry stops & rests',
      'The tram goes',
    ])
    expect(await one.feed()).not.toHaveProperty('polledAt')
  })

  test('settled, it keeps the title, what the server said, and when to ask again', async () => {
    await using server = await startWebServer({ '/feed': good })
    await using one = await followed(server)
    const poll = await one.poll()
    if (poll.kind === 'items') await poll.settle()
    expect(await one.feed()).toMatchObject({
      title: 'Harrow Courier',
      etag: '"v1"',
      lastModified: 'Tue, 03 Mar 2026 07:00:00 GMT',
      polledAt: NOW,
      nextPollAt: NOW + 60 * MINUTE,
    })
  })
})

test('the next poll is conditional, and "not changed" settles the row and keeps what the server said', async () => {
  await using server = await startWebServer({ '/feed': good })
  await using one = await followed(server)
  const first = await one.poll()
  if (first.kind === 'items') await first.settle()
  server.script('/feed', { status: 304 })
  one.time.now += 60 * MINUTE

  expect(await one.poll()).toEqual({ kind: 'unchanged' })
  expect(server.asked[1]?.headers).toMatchObject({
    'if-none-match': '"v1"',
    'if-modified-since': 'Tue, 03 Mar 2026 07:00:00 GMT',
  })
  expect(await one.feed()).toMatchObject({
    title: 'Harrow Courier',
    etag: '"v1"',
    polledAt: NOW + 60 * MINUTE,
    nextPollAt: NOW + 75 * MINUTE,
  })
})

describe('a redirect', () => {
  const moved = async (server: WebServer, status: number) => {
    server.script('/feed', { status, headers: { location: '/new#top' } })
    server.script('/new', good)
    const one = await followed(server)
    const poll = await one.poll()
    if (poll.kind === 'items') await poll.settle()
    return one
  }

  test.each([301, 308])('for good (%s) gives the feed its new address', async (status) => {
    await using server = await startWebServer()
    await using one = await moved(server, status)
    expect(await one.feed()).toMatchObject({ url: `${server.url}/new`, etag: '"v1"' })
  })

  test.each([302, 307])('for now (%s) leaves it its own', async (status) => {
    await using server = await startWebServer()
    await using one = await moved(server, status)
    expect(await one.feed()).toMatchObject({ url: `${server.url}/feed` })
  })

  test('for good is followed also where nothing has changed', async () => {
    await using server = await startWebServer({ '/feed': good })
    await using one = await followed(server)
    const first = await one.poll()
    if (first.kind === 'items') await first.settle()
    server.script('/feed', { status: 301, headers: { location: '/new' } })
    server.script('/new', { status: 304 })
    expect(await one.poll()).toMatchObject({ kind: 'unchanged' })
    expect(await one.feed()).toMatchObject({ url: `${server.url}/new`, etag: '"v1"' })
  })

  test('of two feeds for good to one address at once moves one, and the other is told at its next poll', async () => {
    await using server = await startWebServer({ '/new': good })
    for (const path of ['/feed', '/other'])
      server.script(path, { status: 301, headers: { location: '/new' } })
    await using one = await followed(server)
    const { store } = one
    const other = await store.addFeed({ url: `${server.url}/other` }, NOW)
    const polls = [await one.poll(), await one.pollOf(other as Feed)]
    for (const poll of polls) if (poll.kind === 'items') await poll.settle()
    expect((await store.feeds()).map(({ url }) => url)).toEqual([`${server.url}/new`, `${server.url}/other`])
    const again = await one.pollOf((await store.feed('f2')) as Feed)
    expect(again).toMatchObject({ pausedFor: expect.stringContaining('which is followed as f1') })
  })

  test('for good to what is no feed moves nothing', async () => {
    await using server = await startWebServer({ '/new': { body: '<!doctype html><html>Parked</html>' } })
    server.script('/feed', { status: 301, headers: { location: '/new' } })
    await using one = await followed(server)
    expect(await one.poll()).toMatchObject({ kind: 'failed' })
    expect(await one.feed()).toMatchObject({ url: `${server.url}/feed` })
  })

  test('for good to a feed that is followed already pauses the one that moved', async () => {
    await using server = await startWebServer({ '/new': good })
    server.script('/feed', { status: 301, headers: { location: '/new' } })
    await using one = await followed(server)
    await one.store.addFeed({ url: `${server.url}/new` }, NOW)
    const poll = await one.poll()
    if (poll.kind === 'items') await poll.settle()
    expect(await one.feed()).toMatchObject({
      url: `${server.url}/feed`,
      pausedAt: NOW,
      problem: `${server.url}/feed has moved to ${server.url}/new, which is followed as f2.`,
    })
  })
})

test('how often a feed wants to be read is kept for polls that find it unchanged', async () => {
  const slow = good.body.replace('<channel>', '<channel><ttl>180</ttl>')
  await using server = await startWebServer({ '/feed': { body: slow } })
  await using one = await followed(server)
  const poll = await one.poll()
  if (poll.kind === 'items') await poll.settle()
  server.script('/feed', { status: 304 })
  one.time.now += 180 * MINUTE
  await one.poll()
  expect(await one.feed()).toMatchObject({
    pace: { ttlMs: 180 * MINUTE },
    nextPollAt: NOW + 360 * MINUTE,
  })
})

test('half a document is not taken for one that has not changed', async () => {
  const half = { ...good, body: rss.slice(0, rss.indexOf('</item>') + 7) }
  await using server = await startWebServer({ '/feed': half })
  await using one = await followed(server)
  const poll = await one.poll()
  if (poll.kind === 'items') await poll.settle()
  expect(poll).toMatchObject({ items: [{ id: 'ferry-1' }] })
  expect(await one.feed()).not.toHaveProperty('etag')
})

describe('a feed that is gone', () => {
  test('is paused at once when its server says so, with the reason', async () => {
    await using server = await startWebServer({ '/feed': { status: 410 } })
    await using one = await followed(server)
    expect(await one.poll()).toMatchObject({ kind: 'failed', isPaused: true })
    expect(await one.feed()).toMatchObject({
      pausedAt: NOW,
      problem: `${server.url}/feed answered 410 Gone.`,
    })
  })

  test('is paused when it was not found for a week, and goes on when a poll by hand finds it', async () => {
    await using server = await startWebServer({ '/feed': { status: 404 } })
    await using one = await followed(server)
    for (let day = 0; day <= 7; day++) {
      expect(await one.poll()).toMatchObject({ kind: 'failed', isPaused: day === 7 })
      expect(await one.feed()).toMatchObject({ failingSince: NOW })
      one.time.now += 24 * 60 * MINUTE
    }
    await one.poll()
    expect(await one.feed()).toMatchObject({ pausedAt: NOW + 7 * 24 * 60 * MINUTE })
    server.script('/feed', good)
    const poll = await one.poll()
    if (poll.kind === 'items') await poll.settle()
    expect(await one.feed()).not.toHaveProperty('pausedAt')
    expect(await one.feed()).not.toHaveProperty('failingSince')
  })
})

describe('a poll that fails settles the row with its reason', () => {
  test.each([
    ['an error of the server', { status: 500 }, /\/feed answered 500 Internal Server Error\.$/],
    [
      'a page instead of a feed',
      { body: '<!doctype html><html><p>Hi</html>' },
      /\/feed: It is an HTML page, not a feed\./,
    ],
    ['nothing', { body: '' }, /\/feed: There is no feed in it: it is empty\.$/],
  ])('%s', async (_, reply, problem) => {
    await using server = await startWebServer({ '/feed': reply })
    await using one = await followed(server)
    expect(await one.poll()).toMatchObject({
      kind: 'failed',
      problem: expect.stringMatching(problem),
      isPaused: false,
    })
    expect(await one.feed()).toMatchObject({
      problem: expect.stringMatching(problem),
      polledAt: NOW,
      nextPollAt: NOW + 15 * MINUTE,
    })
  })

  test('later and later, or when the server wants it', async () => {
    await using server = await startWebServer({ '/feed': { status: 500 } })
    await using one = await followed(server)
    const waits: number[] = []
    for (let failure = 0; failure < 4; failure++) {
      await one.poll()
      const { nextPollAt } = await one.feed()
      waits.push((nextPollAt - one.time.now) / MINUTE)
      one.time.now = nextPollAt
    }
    server.script('/feed', { status: 429, headers: { 'retry-after': '36000' } })
    await one.poll()
    expect(waits).toEqual([15, 30, 60, 120])
    expect((await one.feed()).nextPollAt).toBe(one.time.now + 600 * MINUTE)
  })

  test('and keeps what the server last said of a good document, so that nothing is missed', async () => {
    await using server = await startWebServer({ '/feed': good })
    await using one = await followed(server)
    const first = await one.poll()
    if (first.kind === 'items') await first.settle()
    server.script('/feed', { headers: { etag: '"v2"' }, body: 'nonsense' })
    await one.poll()
    expect(await one.feed()).toMatchObject({ etag: '"v1"' })
  })

  test('a good poll after it clears the reason', async () => {
    await using server = await startWebServer({ '/feed': { status: 500 } })
    await using one = await followed(server)
    await one.poll()
    server.script('/feed', good)
    const poll = await one.poll()
    if (poll.kind === 'items') await poll.settle()
    expect(await one.feed()).not.toHaveProperty('problem')
  })
})

test('a poll that is stopped leaves the row as it was', async () => {
  const stop = new AbortController()
  await using server = await startWebServer({ '/feed': () => stop.abort() })
  await using one = await followed(server)
  await expect(one.poll(stop.signal)).rejects.toThrow()
  expect(await one.feed()).not.toHaveProperty('problem')
})
