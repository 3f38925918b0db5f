import { describe, expect, test } from 'vitest'
import { discoverFeed, feedsNamedIn } from '../../src/feeds/discover.ts'
import { guardedFetch } from '../../src/http.ts'
import { startWebServer } from '../fakes/web-server.ts'
import { atom, opml, rss } from './documents.ts'

const fetch = guardedFetch({ userAgent: 'Brevier/test', mayReach: () => true })
const page = (head: string, body = '') => ({
  body: `<!doctype html><html><head>${head}</head><body>${body}</body></html>`,
})
const named = (href: string) => `<link rel="alternate" type="application/atom+xml" href="${href}">`

test('a feed is its own feed', async () => {
  await using server = await startWebServer({ '/x': { body: atom } })
  expect(await discoverFeed(fetch, `${server.url}/x`)).toEqual({
    url: `${server.url}/x`,
    title: 'Harrow Courier',
    others: [],
  })
})

test('of the feeds that a page names the first that can be read counts', async () => {
  await using server = await startWebServer({
    '/old': { status: 404 },
    '/list': { body: opml },
    '/a': { body: atom },
  })
  server.script('/', page(named('/old') + named('/list') + named('/a')))
  expect(await discoverFeed(fetch, `${server.url}/`)).toMatchObject({
    url: `${server.url}/a`,
    others: [{ url: `${server.url}/old` }, { url: `${server.url}/list` }],
  })
})

test('a link that looks like one is tried where none is named', async () => {
  await using server = await startWebServer({ '/blog/rss.xml': { body: rss } })
  server.script('/blog/', page('', '<a href="/about">About</a> <a class=x href=rss.xml>Subscribe</a>'))
  expect(await discoverFeed(fetch, `${server.url}/blog/`)).toMatchObject({
    url: `${server.url}/blog/rss.xml`,
  })
})

test('the usual places are tried last', async () => {
  await using server = await startWebServer({
    '/news': page(''),
    '/feed': { status: 404 },
    '/rss.xml': { body: rss },
  })
  expect(await discoverFeed(fetch, `${server.url}/news`)).toMatchObject({ url: `${server.url}/rss.xml` })
})

test('a page without a feed is told from one that cannot be fetched', async () => {
  const nowhere = Object.fromEntries(
    ['/feed', '/rss.xml', '/atom.xml', '/feed.xml', '/index.xml', '/rss'].map((path) => [
      path,
      { status: 404 },
    ]),
  )
  await using server = await startWebServer({ '/': page(''), ...nowhere })
  await expect(discoverFeed(fetch, `${server.url}/`)).rejects.toThrow(
    `No feed was found at ${server.url}/, nor on the page there.`,
  )
  server.script('/', { status: 500 })
  await expect(discoverFeed(fetch, `${server.url}/`)).rejects.toThrow(/answered 500/)
})

test('a page that names a thousand feeds is asked for ten of them', async () => {
  const many = Array.from({ length: 1_000 }, (_, at) => `/f${at}`)
  await using server = await startWebServer(Object.fromEntries(many.map((path) => [path, { status: 404 }])))
  server.script('/', page(many.map(named).join('')))
  await expect(discoverFeed(fetch, `${server.url}/`)).rejects.toThrow(/^No feed/)
  expect(server.asked).toHaveLength(11)
})

describe('what a page names as its feeds', () => {
  test.each([
    [
      'in any order and quoting',
      `<LINK HREF='/f?a=1&amp;b=2' TYPE=application/rss+xml REL="alternate home">`,
      ['https://courier.example/f?a=1&b=2'],
    ],
    [
      'relative to its base',
      `<base href="https://ledger.example/x/">${named('f#top')}`,
      ['https://ledger.example/x/f'],
    ],
    ['once', named('/f') + named('/f'), ['https://courier.example/f']],
    [
      'comments last',
      named('/comments/feed') + named('/f'),
      ['https://courier.example/f', 'https://courier.example/comments/feed'],
    ],
    ['no style sheet', '<link rel="stylesheet" type="text/css" href="/f">', []],
    ['no translation', '<link rel="alternate" hreflang="de" href="/de/">', []],
    ['no other protocol', named('javascript:alert(1)') + named('http://'), []],
  ])('%s', (_, head, urls) => {
    expect(feedsNamedIn(head, 'https://courier.example/').map(({ url }) => url)).toEqual(urls)
  })
})
