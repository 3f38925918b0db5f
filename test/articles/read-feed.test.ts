import { describe, expect, test } from 'vitest'
import { openSqlite } from '../../db/sqlite.ts'
import { type FeedReading, readFeed } from '../../src/articles/read-feed.ts'
import { systemClock } from '../../src/clock.ts'
import type { Article, Feed } from '../../src/domain.ts'
import { politeFetch } from '../../src/http/polite.ts'
import { guardedFetch } from '../../src/http.ts'
import { createLog } from '../../src/log.ts'
import { startWebServer, type WebServer } from '../fakes/web-server.ts'

const NOW = Date.UTC(2026, 2, 3, 8)
const userAgent = 'Brevier/test'
const MINUTE = 60_000

interface Entry {
  readonly title: string
  readonly link?: string
  readonly guid?: string
  readonly description?: string
  readonly content?: string
  readonly category?: string
  /** Null for an item without a date. */
  readonly date?: string | null
}

function feedOf(...items: readonly Entry[]): string {
  const told = items.map(
    ({
      title,
      link,
      guid,
      description = '',
      content = '',
      category,
      date = 'Tue, 03 Mar 2026 05:30:00 GMT',
    }) =>
      `<item><title>${title}</title>${link ? `<link>${link}</link>` : ''}${guid ? `<guid isPermaLink="false">${guid}</guid>` : ''}` +
      `${category ? `<category>${category}</category>` : ''}${date === null ? '' : `<pubDate>${date}</pubDate>`}<author>Ada Brook</author>` +
      `<description><![CDATA[${description}]]></description>${content && `<content:encoded><![CDATA[${content}]]></content:encoded>`}</item>`,
  )
  return `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Harrow Courier</title><link>https://courier.example/</link><language>en-gb</language>${told.join('')}</channel></rss>`
}

function story(subject: string): string {
  return Array.from(
    { length: 8 },
    (_, at) =>
      `<p>${subject} will change its hours in week ${at + 1} of the year, and the ${at + 1}th harbour of the coast agreed to it on Tuesday after a long talk about money, staff and the weather of the winter months.</p>`,
  ).join('\n')
}

const pageOf = (subject: string) => ({
  headers: { 'content-type': 'text/html; charset=utf-8' },
  body: `<!doctype html><html><head><title>${subject}</title></head><body><nav><a href="/">Home</a></nav><article><h1>${subject}</h1>${story(subject)}</article></body></html>`,
})

async function reader(server: WebServer, ...paths: readonly string[]) {
  const store = await openSqlite({ file: ':memory:' })
  const lines: string[] = []
  const time = { now: NOW }
  const parts = {
    store,
    clock: { ...systemClock, now: () => time.now },
    fetch: guardedFetch({ userAgent, mayReach: () => true }),
    log: createLog({ level: 'info', json: false, write: (line) => void lines.push(line) }),
  }
  for (const path of paths) await store.addFeed({ url: server.url + path, category: 'Islands' }, NOW)
  const feeds = () => store.feeds()
  return {
    lines,
    time,
    parts,
    store,
    feeds,
    async read(which = 0, signal?: AbortSignal): Promise<FeedReading> {
      return readFeed(parts, (await feeds())[which] as Feed, signal)
    },
    articles: async (): Promise<readonly Article[]> => store.unplacedArticles(100),
    [Symbol.asyncDispose]: () => store.close(),
  }
}

test('the page of an item becomes an article, with what the feed says of it', async () => {
  await using server = await startWebServer({ '/ferry': pageOf('The ferry') })
  server.script('/feed', {
    body: feedOf({ title: 'The ferry rests', link: `${server.url}/ferry`, description: 'Soon.' }),
  })
  await using desk = await reader(server, '/feed')

  expect(await desk.read()).toEqual({
    kind: 'items',
    items: 1,
    stored: 1,
    updated: 0,
    duplicate: 0,
    rejected: 0,
  })
  expect(await desk.articles()).toMatchObject([
    {
      title: 'The ferry rests',
      url: `${server.url}/ferry`,
      byline: 'Ada Brook',
      site: 'Harrow Courier',
      publishedAt: Date.UTC(2026, 2, 3, 5, 30),
      language: 'en',
      kind: 'full',
      text: expect.stringMatching(/^The ferry will change its hours in week 1/),
    },
  ])
})

test('articles are about what their item says, and what the operator calls the feed', async () => {
  await using server = await startWebServer()
  server.script('/feed', {
    body: feedOf({
      title: 'The ferry',
      link: `${server.url}/ferry`,
      content: story('The ferry'),
      category: 'Ports',
    }),
  })
  await using desk = await reader(server, '/feed')
  await desk.read()
  expect(await desk.articles()).toMatchObject([{ categories: ['islands', 'ports'] }])
})

test('an item that holds the story itself is taken as it is, and no page is asked for', async () => {
  await using server = await startWebServer()
  server.script('/feed', {
    body: feedOf({ title: 'The ferry', link: `${server.url}/ferry`, content: story('The ferry') }),
  })
  await using desk = await reader(server, '/feed')
  await desk.read()
  expect(server.asked.map(({ path }) => path)).toEqual(['/feed'])
  expect(await desk.articles()).toMatchObject([{ kind: 'full', url: `${server.url}/ferry` }])
})

test('an item is not the whole story for the addresses in its markup', async () => {
  const picture = `<img srcset="${Array.from({ length: 30 }, (_, at) => `https://courier.example/pictures/ferry-${at}00.jpg ${at}00w`).join(', ')}">`
  await using server = await startWebServer({ '/ferry': { body: story('The ferry') } })
  server.script('/feed', {
    body: feedOf({
      title: 'The ferry',
      link: `${server.url}/ferry`,
      content: `${picture}<p>The ferry stops on Sunday.</p>`,
    }),
  })
  await using desk = await reader(server, '/feed')
  await desk.read()
  expect(server.asked.map(({ path }) => path)).toContain('/ferry')
})

describe('a page that its feed says was changed, under the same teaser,', () => {
  const HOUR_MS = 3_600_000
  const entry = (number: number, updated: string) =>
    `<entry><id>n${number}</id><title>The ferry ${number}</title><link href="/ferry${number}"/><published>2026-03-03T05:30:00Z</published><updated>${updated}</updated><summary>Soon.</summary></entry>`
  const atom = (...entries: readonly string[]) => ({
    body: `<feed xmlns="http://www.w3.org/2005/Atom"><title>Harrow Courier</title>${entries.join('')}</feed>`,
  })
  const asked = (server: WebServer) => server.asked.filter(({ path }) => path !== '/feed').length

  test('is read again, once', async () => {
    await using server = await startWebServer({
      '/ferry1': pageOf('The ferry'),
      '/feed': atom(entry(1, '2026-03-03T05:30:00Z')),
    })
    await using desk = await reader(server, '/feed')
    await desk.read()
    server.script('/ferry1', pageOf('The fast ferry'))
    server.script('/feed', atom(entry(1, new Date(NOW + HOUR_MS).toISOString())))
    desk.time.now += 2 * HOUR_MS
    expect(await desk.read()).toMatchObject({ updated: 1 })
    desk.time.now += 2 * HOUR_MS
    expect(await desk.read()).toMatchObject({ updated: 0 })
    expect(asked(server)).toBe(2)
  })

  test('is not read again where the feed says so of everything', async () => {
    const all = (updated: string) => atom(...Array.from({ length: 8 }, (_, at) => entry(at, updated)))
    await using server = await startWebServer({ '/feed': all('2026-03-03T05:30:00Z') })
    for (let at = 0; at < 8; at++) server.script(`/ferry${at}`, pageOf(`The ferry ${at}`))
    await using desk = await reader(server, '/feed')
    await desk.read()
    server.script('/feed', all(new Date(NOW + HOUR_MS).toISOString()))
    desk.time.now += 2 * HOUR_MS
    expect(await desk.read()).toMatchObject({ updated: 0 })
    expect(asked(server)).toBe(8)
  })
})

test('a page that cannot be fetched leaves the words of the item as a snippet, and a line in the log', async () => {
  await using server = await startWebServer({ '/ferry': { status: 503 } })
  server.script('/feed', {
    body: feedOf({
      title: 'The ferry rests',
      link: `${server.url}/ferry`,
      description: 'The ferry to the island of Harrow stops on Sunday and will not run again before April.',
    }),
  })
  await using desk = await reader(server, '/feed')
  expect(await desk.read()).toMatchObject({ stored: 1, rejected: 0 })
  expect(await desk.articles()).toMatchObject([
    { kind: 'snippet', text: expect.stringContaining('stops on Sunday') },
  ])
  expect(desk.lines.join('')).toMatch(
    /warn {2}a page could not be read; the words of the feed are kept .*answered 503/,
  )
})

test('an item read before is passed over: its page is asked for once', async () => {
  await using server = await startWebServer({ '/ferry': pageOf('The ferry'), '/tram': pageOf('The tram') })
  const ferry = { title: 'The ferry', link: `${server.url}/ferry?utm_source=feed` }
  server.script('/ferry?utm_source=feed', pageOf('The ferry'))
  server.script('/feed', { body: feedOf(ferry) })
  await using desk = await reader(server, '/feed')
  await desk.read()
  server.script('/feed', { body: feedOf({ title: 'The tram', link: `${server.url}/tram` }, ferry) })

  expect(await desk.read()).toMatchObject({ items: 2, stored: 1, duplicate: 0 })
  expect(server.asked.map(({ path }) => path)).toEqual(['/feed', '/ferry?utm_source=feed', '/feed', '/tram'])
})

test('an item that holds its story is compared again: unchanged it is passed over, changed it is updated', async () => {
  await using server = await startWebServer()
  const ferry = { title: 'The ferry', link: `${server.url}/ferry`, content: story('The ferry') }
  server.script('/feed', { body: feedOf(ferry) })
  await using desk = await reader(server, '/feed')
  await desk.read()

  expect(await desk.read()).toMatchObject({ items: 1, stored: 0, updated: 0, duplicate: 0 })
  server.script('/feed', { body: feedOf({ ...ferry, content: story('The night ferry') }) })
  expect(await desk.read()).toMatchObject({ items: 1, stored: 0, updated: 1, duplicate: 0 })
})

test('items without a link are told apart by their id, in their own feed', async () => {
  await using server = await startWebServer()
  const item = (subject: string) => feedOf({ title: subject, guid: '1', content: story(subject) })
  server.script('/a', { body: item('The ferry') })
  server.script('/b', { body: item('The tram') })
  await using desk = await reader(server, '/a', '/b')
  await desk.read(0)
  await desk.read(1)
  server.script('/a', { body: item('The night ferry') })

  expect(await desk.read(0)).toMatchObject({ updated: 1 })
  expect((await desk.articles()).map(({ title }) => title)).toEqual(['The night ferry', 'The tram'])
})

test('of a page that holds no article the title is kept, and after an hour it is asked for no more', async () => {
  await using server = await startWebServer({
    '/menu': { body: '<!doctype html><html><body><ul><li>Home</li><li>News</li></ul></body></html>' },
    '/tram': pageOf('The tram'),
  })
  server.script('/feed', {
    body: feedOf(
      { title: 'A menu', link: `${server.url}/menu` },
      { title: 'The tram', link: `${server.url}/tram` },
    ),
  })
  await using desk = await reader(server, '/feed')
  expect(await desk.read()).toMatchObject({ items: 2, stored: 2, rejected: 0 })
  expect(await desk.articles()).toMatchObject([
    { kind: 'snippet', text: 'A menu' },
    { kind: 'full', title: 'The tram' },
  ])
  desk.time.now += 60 * MINUTE
  await desk.read()
  expect(server.asked.map(({ path }) => path)).toEqual(['/feed', '/menu', '/tram', '/feed'])
})

test('a page that failed is asked for again at the next poll, and the snippet becomes the article', async () => {
  await using server = await startWebServer({ '/ferry': { status: 503 } })
  const feed = {
    headers: { etag: '"v1"' },
    body: feedOf({ title: 'The ferry', link: `${server.url}/ferry` }),
  }
  server.script('/feed', feed)
  await using desk = await reader(server, '/feed')
  await desk.read()
  server.script('/ferry', pageOf('The ferry'))
  desk.time.now += 15 * MINUTE

  expect(await desk.read()).toMatchObject({ updated: 1 })
  expect(await desk.articles()).toMatchObject([{ kind: 'full', text: expect.stringContaining('week 8') }])
  expect(server.asked[2]?.headers).not.toHaveProperty('if-none-match')
})

describe('an item is the same article', () => {
  const ferry = { title: 'The ferry', guid: 'f1', content: story('The ferry') }

  test.each<[string, Partial<Entry>]>([
    ['with another id', { guid: 'f1-v2' }],
    ['at another address', { link: '/2026/ferry' }],
    ['with another date', { date: 'Wed, 04 Mar 2026 05:30:00 GMT' }],
  ])('%s, and what it says now is a new revision of it', async (_, change) => {
    await using server = await startWebServer()
    await using desk = await reader(server, '/feed')
    const served = (entry: Partial<Entry>) => {
      const one = { link: '/ferry', ...ferry, ...entry }
      server.script('/feed', { body: feedOf({ ...one, link: server.url + one.link }) })
    }
    served({})
    await desk.read()
    served(change)
    await desk.read()
    expect(await desk.articles()).toMatchObject([{ revision: 1 }])
    served({ ...change, content: story('The night ferry') })

    expect(await desk.read()).toMatchObject({ stored: 0, updated: 1 })
    expect(await desk.articles()).toMatchObject([
      { id: 'a1', revision: 2, text: expect.stringContaining('The night ferry') },
    ])
  })

  test('when it has no link and its feed moves', async () => {
    await using server = await startWebServer({ '/feed': { body: feedOf(ferry) } })
    await using desk = await reader(server, '/feed')
    await desk.read()
    server.script('/feed', { status: 301, headers: { location: '/new' } })
    server.script('/new', { body: feedOf({ ...ferry, content: story('The night ferry') }) })
    await desk.read()
    expect(await desk.articles()).toMatchObject([{ revision: 2, externalId: `${server.url}/feed#f1` }])
  })
})

test('a page that says it is at another address than its item is asked for once', async () => {
  const page = pageOf('The ferry')
  const canonical = '<link rel="canonical" href="/stories/the-ferry">'
  await using server = await startWebServer({
    '/ferry?id=5': { ...page, body: page.body.replace('</head>', `${canonical}</head>`) },
  })
  server.script('/feed', { body: feedOf({ title: 'The ferry', link: `${server.url}/ferry?id=5` }) })
  await using desk = await reader(server, '/feed')
  for (let poll = 0; poll < 3; poll++) {
    await desk.read()
    desk.time.now += 24 * 60 * MINUTE
  }
  expect(server.asked.filter(({ path }) => path !== '/feed')).toHaveLength(1)
})

test('a page whose item says something else is read again, at most once an hour', async () => {
  await using server = await startWebServer({ '/ferry': pageOf('The ferry') })
  const item = { title: 'The ferry', link: `${server.url}/ferry` }
  const served = (description: string) =>
    server.script('/feed', { headers: { etag: description }, body: feedOf({ ...item, description }) })
  served('Twelve injured.')
  await using desk = await reader(server, '/feed')
  await desk.read()
  served('Nineteen injured.')
  server.script('/ferry', pageOf('The night ferry'))
  desk.time.now += 15 * MINUTE
  expect(await desk.read()).toMatchObject({ updated: 0 })
  expect((await desk.feeds())[0]).not.toHaveProperty('etag')
  desk.time.now += 45 * MINUTE
  expect(await desk.read()).toMatchObject({ updated: 1 })
  expect(await desk.articles()).toMatchObject([{ text: expect.stringContaining('The night ferry') }])
})

test('items that share one link are told apart by what they say, and no page stands for them', async () => {
  await using server = await startWebServer()
  const items = ['The ferry', 'The tram'].map((title) => ({
    title,
    link: `${server.url}/`,
    description: `${title} stops on Sunday and will not run again before April, the operator said.`,
  }))
  server.script('/feed', { body: feedOf(...items) })
  await using desk = await reader(server, '/feed')
  expect(await desk.read()).toMatchObject({ stored: 2 })
  expect(await desk.read()).toMatchObject({ stored: 0, updated: 0, duplicate: 0 })
  expect(server.asked.map(({ path }) => path)).toEqual(['/feed', '/feed'])
})

describe('the first poll', () => {
  const numbered = (count: number, more: Partial<Entry>) =>
    Array.from({ length: count }, (_, at) => ({
      title: `Number ${at}`,
      guid: `n${at}`,
      content: story(`Number ${at}`),
      ...more,
    }))

  test.each([
    ['of those without a date the first ten', null, 10],
    ['of those of the future too', 'Tue, 03 Mar 2099 05:30:00 GMT', 10],
    ['of those with a date a hundred', 'Tue, 03 Mar 2026 05:30:00 GMT', 100],
  ])('takes %s, and passes over the rest for good', async (_, date, taken) => {
    await using server = await startWebServer({ '/feed': { body: feedOf(...numbered(105, { date })) } })
    await using desk = await reader(server, '/feed')
    expect(await desk.read()).toMatchObject({ items: 105, stored: taken })
    expect(await desk.read()).toMatchObject({ stored: 0 })
    server.script('/feed', { body: feedOf({ title: 'New', guid: 'x', content: story('New'), date }) })
    expect(await desk.read()).toMatchObject({ stored: 1 })
  })

  test('is the first that finds something: one that failed before it does not count', async () => {
    await using server = await startWebServer({ '/feed': { status: 503 } })
    await using desk = await reader(server, '/feed')
    await desk.read()
    server.script('/feed', { body: feedOf(...numbered(105, { date: null })) })
    expect(await desk.read()).toMatchObject({ items: 105, stored: 10 })
  })

  test('takes the latest, wherever they stand', async () => {
    const old = numbered(100, { date: 'Sun, 01 Mar 2026 05:30:00 GMT' })
    const late = { title: 'Late', guid: 'late', content: story('Late') }
    await using server = await startWebServer({ '/feed': { body: feedOf(...old, late) } })
    await using desk = await reader(server, '/feed')
    await desk.read()
    const titles = (await desk.store.unplacedArticles(200)).map(({ title }) => title)
    expect(titles).toContain('Late')
    expect(titles).not.toContain('Number 99')
  })
})

test('of a feed that holds more than any newspaper prints, five hundred are read between two polls', async () => {
  const item = (at: number) => ({ title: `Number ${at}`, guid: `n${at}`, content: `<p>${at} boats.</p>` })
  await using server = await startWebServer({ '/feed': { body: feedOf(item(0)) } })
  await using desk = await reader(server, '/feed')
  await desk.read()
  server.script('/feed', { body: feedOf(...Array.from({ length: 520 }, (_, at) => item(at + 1))) })
  expect(await desk.read()).toMatchObject({ items: 520, stored: 500 })
  expect(await desk.read()).toMatchObject({ stored: 0 })
})

test('a page that robots.txt keeps for itself leaves the words of the item', async () => {
  await using server = await startWebServer({
    '/robots.txt': { body: 'User-agent: *\nDisallow: /ferry' },
  })
  server.script('/feed', {
    body: feedOf({
      title: 'The ferry rests',
      link: `${server.url}/ferry`,
      description: 'The ferry to the island of Harrow stops on Sunday and will not run again before April.',
    }),
  })
  await using desk = await reader(server, '/feed')
  desk.parts.fetch = politeFetch({ ...desk.parts, hop: desk.parts.fetch, userAgent, pauseMs: 0 })
  expect(await desk.read()).toMatchObject({ stored: 1 })
  expect(await desk.articles()).toMatchObject([{ kind: 'snippet' }])
  expect(desk.lines.join('')).toContain('asks not to fetch this page')
})

test('what nobody foresaw settles the feed with its problem', async () => {
  await using server = await startWebServer()
  server.script('/feed', { body: feedOf({ title: 'The ferry', content: story('The ferry') }) })
  await using desk = await reader(server, '/feed')
  desk.store.saveArticles = () => Promise.reject(new Error('the disk is on fire'))

  expect(await desk.read()).toMatchObject({
    kind: 'failed',
    problem: expect.stringMatching(/disk is on fire$/),
  })
  expect(await desk.feeds()).toMatchObject([
    { problem: expect.stringMatching(/disk is on fire$/), nextPollAt: NOW + 15 * MINUTE },
  ])
})

test('a reading that is stopped does not settle the feed: its items come again', async () => {
  const stop = new AbortController()
  await using server = await startWebServer({ '/ferry': () => stop.abort() })
  server.script('/feed', {
    headers: { etag: '"v1"' },
    body: feedOf({ title: 'The ferry', link: `${server.url}/ferry` }),
  })
  await using desk = await reader(server, '/feed')
  await expect(desk.read(0, stop.signal)).rejects.toThrow()
  expect((await desk.feeds())[0]).not.toHaveProperty('polledAt')
})

test('a failed and an unchanged poll say so', async () => {
  await using server = await startWebServer({ '/feed': { status: 304 }, '/gone': { status: 410 } })
  await using desk = await reader(server, '/feed', '/gone')
  const nothing = { items: 0, stored: 0, updated: 0, duplicate: 0, rejected: 0 }
  expect(await desk.read(0)).toEqual({ kind: 'unchanged', ...nothing })
  expect(await desk.read(1)).toEqual({
    kind: 'failed',
    problem: `${server.url}/gone answered 410 Gone.`,
    isPaused: true,
    ...nothing,
  })
})
