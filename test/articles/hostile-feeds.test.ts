// Whatever a server sends ends within its limits with a stored reason, and the next feed is read as if nothing had been.

import type { RequestListener } from 'node:http'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { openSqlite } from '../../db/sqlite.ts'
import { readFeed } from '../../src/articles/read-feed.ts'
import { systemClock } from '../../src/clock.ts'
import type { Feed } from '../../src/domain.ts'
import { guardedFetch } from '../../src/http.ts'
import { createLog } from '../../src/log.ts'
import { type Reply, startWebServer } from '../fakes/web-server.ts'

const TIMEOUT_MS = 1_000
const WORDS = 'The ferry to the island of Harrow stops on Sunday and will not run again before April.'
const feedWith = (link: string) =>
  `<rss version="2.0"><channel><title>Courier</title><item><title>The ferry</title><link>${link}</link><description>${WORDS}</description></item></channel></rss>`

/** 127.0.0.1 stands for the internet, every other address for what must not be reached. */
async function desk(addresses: readonly string[] = []) {
  const store = await openSqlite({ file: ':memory:' })
  const waiting = [...addresses]
  const parts = {
    store,
    clock: systemClock,
    log: createLog({ level: 'error', json: false, write: () => undefined }),
    fetch: guardedFetch({
      userAgent: 'Brevier/test',
      timeoutMs: TIMEOUT_MS,
      mayReach: (address) => address === '127.0.0.1',
      lookup: (_, __, callback) => callback(null, [{ address: waiting.shift() ?? '127.0.0.1', family: 4 }]),
    }),
  }
  const read = async (url: string) => {
    const feed = (await store.addFeed({ url }, 0)) ?? (await store.feed(url))
    const reading = await readFeed(parts, feed as Feed)
    return { reading, stored: await store.feed(feed?.id ?? '') }
  }
  return {
    read,
    articles: () => store.unplacedArticles(9),
    [Symbol.asyncDispose]: () => store.close(),
  }
}

const endless: RequestListener = (_, response) => {
  const more = () => {
    while (!response.destroyed) if (!response.write(Buffer.alloc(100_000, 'x'))) return
  }
  response.on('drain', more)
  more()
}
const drip: RequestListener = (_, response) => void response.write('<rss')
const bomb = (levels: number) =>
  Array.from({ length: levels }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`).join('')
const packedTwice = (pack: (bytes: Buffer) => Buffer, encoding: string): Reply => ({
  headers: { 'content-encoding': `${encoding}, ${encoding}` },
  body: pack(pack(Buffer.alloc(20_000_000, ' '))),
})
const nested = (name: string, depth: number) => `<${name}>`.repeat(depth)

const hostile: readonly (readonly [string, Reply | RequestListener, RegExp])[] = [
  ['a body without an end', endless, /is larger than 5 MB\.$/],
  ['a body that drips', drip, /did not answer within 1 seconds\.$/],
  ['silence', () => {}, /it does not answer\.$/],
  ['a bomb of gzip', packedTwice(gzipSync, 'gzip'), /is larger than 5 MB\.$/],
  ['a bomb of br', packedTwice(brotliCompressSync, 'br'), /is larger than 5 MB\.$/],
  [
    'a redirect to itself',
    { status: 301, headers: { location: '/hostile' } },
    /redirects more than 5 times\.$/,
  ],
  [
    'a redirect inside',
    { status: 302, headers: { location: 'http://10.0.0.1/' } },
    /is on a private network/,
  ],
  [
    'a redirect to a file',
    { status: 302, headers: { location: 'file:///etc/passwd' } },
    /only http and https are\.$/,
  ],
  ['ten thousand open elements', { body: `<rss>${nested('a', 10_000)}` }, /It is no feed/],
  [
    'entities without a feed',
    { body: `<!DOCTYPE x [<!ENTITY l0 "ha">${bomb(9)}]><x>&l9;</x>` },
    /It is no feed/,
  ],
  ['an archive', { body: gzipSync('x') }, /It is no feed/],
  ['zeros', { body: Buffer.alloc(100_000) }, /it is empty\.$/],
]

test.each(hostile)('%s ends with a reason, and the next feed is read', async (_, reply, problem) => {
  await using server = await startWebServer({ '/hostile': reply, '/good': { body: feedWith('') } })
  await using one = await desk()
  const { reading, stored } = await one.read(`${server.url}/hostile`)
  expect(reading).toMatchObject({ kind: 'failed', problem: expect.stringMatching(problem) })
  expect(stored).toMatchObject({ problem: expect.stringMatching(problem) })
  expect((await one.read(`${server.url}/good`)).reading).toMatchObject({ kind: 'items', stored: 1 })
})

test('a name that leads inside the second time is refused then', async () => {
  await using server = await startWebServer({
    '/feed': {
      body: '<rss version="2.0"><channel><title>C</title></channel></rss>',
      headers: { connection: 'close' },
    },
  })
  await using one = await desk(['127.0.0.1', '169.254.169.254'])
  const url = `${server.url.replace('127.0.0.1', 'courier.example')}/feed`
  expect((await one.read(url)).reading.kind).toBe('items')
  expect((await one.read(url)).reading.problem).toMatch(/its name leads to a private network/)
  expect(server.asked).toHaveLength(1)
})

test('entities of a feed are not expanded, and its other items are read', async () => {
  const body = `<!DOCTYPE rss [<!ENTITY l0 "ha">${bomb(9)}]>${feedWith('').replace('The ferry<', 'The &l9; ferry<')}`
  await using server = await startWebServer({ '/feed': { body } })
  await using one = await desk()
  expect((await one.read(`${server.url}/feed`)).reading).toMatchObject({ kind: 'items', stored: 1 })
  expect(JSON.stringify(await one.articles()).length).toBeLessThan(5_000)
})

const pages: readonly (readonly [string, Reply | RequestListener])[] = [
  ['a page without an end', endless],
  ['a page that drips', drip],
  ['ten thousand nested elements', { body: `<html><body>${nested('div', 10_000)}<p>Hi` }],
  ['a page that leads inside', { status: 302, headers: { location: 'http://[::ffff:a9fe:a9fe]/' } }],
  ['a bomb', packedTwice(gzipSync, 'gzip')],
]

test.each(pages)('behind %s the words of the item are kept', async (_, reply) => {
  await using server = await startWebServer({ '/page': reply })
  server.script('/feed', { body: feedWith(`${server.url}/page`) })
  await using one = await desk()
  expect((await one.read(`${server.url}/feed`)).reading).toMatchObject({ kind: 'items', stored: 1 })
  expect(await one.articles()).toMatchObject([{ kind: 'snippet', text: expect.stringContaining(WORDS) }])
})
