import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { startWebServer } from '../fakes/web-server.ts'
import { atom, opml, rss } from '../feeds/documents.ts'
import { jsonLines, run, runJson, temporaryFolder } from './run.ts'

const newDatabase = () => ['--db', join(temporaryFolder(), 'brevier.db')]
const FETCH_PRIVATE = { env: { FETCH_PRIVATE: 'yes' } }

const FEED = 'https://courier.example/feed'

describe('following feeds', () => {
  test('a feed that was added is listed until it is removed', async () => {
    const db = newDatabase()
    expect(await runJson(['feeds', 'add', FEED, '--as-is', '--title', 'Courier', ...db])).toMatchObject({
      id: 'f1',
      url: FEED,
      title: 'Courier',
    })
    expect(await runJson(['feeds', 'list', ...db])).toMatchObject([{ id: 'f1', url: FEED, title: 'Courier' }])
    expect(await runJson(['feeds', 'remove', 'f1', ...db])).toMatchObject({ id: 'f1' })
    expect(await runJson(['feeds', 'list', ...db])).toEqual([])
  })

  test('people are told the same in sentences', async () => {
    const db = newDatabase()
    expect((await run(['feeds', 'list', ...db])).out).toBe(
      'No feed is followed yet. brevier feeds add <url> adds one.\n',
    )
    expect((await run(['feeds', 'add', FEED, '--as-is', ...db])).out).toMatch(/^Following https:\S+ as f1\. /)
    expect((await run(['feeds', 'list', ...db])).out).toMatch(/^f1 .*courier.*\n.*\n +not read yet\n$/)
    expect((await run(['feeds', 'remove', FEED, ...db])).out).toBe(
      `No longer following ${FEED}. Its articles stay.\n`,
    )
  })

  test('a feed keeps the category it was added with', async () => {
    const db = newDatabase()
    await run(['feeds', 'add', FEED, '--as-is', '--category', 'Islands', ...db])
    expect(await runJson(['feeds', 'list', ...db])).toMatchObject([{ url: FEED, category: 'Islands' }])
  })

  test('a feed is followed once', async () => {
    const db = newDatabase()
    await run(['feeds', 'add', FEED, '--as-is', ...db])
    const { code, err } = await run(['feeds', 'add', FEED, '--as-is', ...db])
    expect({ code, err }).toEqual({ code: 1, err: `${FEED} is followed already.\n` })
  })

  test('a feed is the same however its address is written', async () => {
    const db = newDatabase()
    await run(['feeds', 'add', 'HTTPS://Courier.example/feed#top', '--as-is', ...db])
    expect((await run(['feeds', 'add', FEED, '--as-is', ...db])).code).toBe(1)
    expect(await runJson(['feeds', 'remove', 'https://COURIER.example/feed', ...db])).toMatchObject({
      url: FEED,
    })
  })

  test('an address with a password is refused, and the password is not repeated', async () => {
    const db = newDatabase()
    for (const url of ['https://ada:sesame@courier.example/feed', 'ada:sesame@courier.example']) {
      const { code, err } = await run(['feeds', 'add', url, ...db])
      expect(code).toBe(1)
      expect(err).toMatch(/^.+\.\n$/)
      expect(err).not.toContain('sesame')
    }
    expect(await runJson(['feeds', 'list', ...db])).toEqual([])
  })
})

describe('adding looks first', () => {
  const page = (head: string) => ({
    body: `<!doctype html><html><head>${head}</head><body>Hello</body></html>`,
  })

  test('a feed is taken as it is', async () => {
    await using server = await startWebServer({ '/feed': { body: rss } })
    const db = newDatabase()
    const { out } = await run(['feeds', 'add', `${server.url}/feed`, ...db], FETCH_PRIVATE)
    expect(out).toMatch(/^Following \S+\/feed as f1\. .*it\.\n$/)
  })

  test('of a site the feed that its page names is followed, and others are told', async () => {
    await using server = await startWebServer({ '/news.xml': { body: rss } })
    server.script(
      '/',
      page(
        '<link rel="alternate" type="application/rss+xml" href="/comments.xml" title="Comments">' +
          '<link rel="alternate" type="application/rss+xml" href="/news.xml" title="News">',
      ),
    )
    const db = newDatabase()
    const { out } = await run(['feeds', 'add', server.url, '--category', 'ports', ...db], FETCH_PRIVATE)
    expect(out).toContain(`Following ${server.url}/news.xml as f1.`)
    expect(out).toContain(
      `It was found on ${server.url}/.\nOther feeds there:\n  Comments: ${server.url}/comments.xml\n`,
    )
    expect(await runJson(['feeds', 'list', ...db])).toMatchObject([{ category: 'ports' }])
    expect((await run(['feeds', 'add', server.url, ...db], FETCH_PRIVATE)).err).toBe(
      `${server.url}/news.xml is followed already.\n`,
    )
  })

  test('what cannot be fetched or read is not followed, unless it is wanted', async () => {
    await using server = await startWebServer({ '/feed': { status: 500 } })
    const db = newDatabase()
    const { code, err } = await run(['feeds', 'add', `${server.url}/feed`, ...db], FETCH_PRIVATE)
    expect({ code, err }).toEqual({
      code: 1,
      err: `${server.url}/feed answered 500 Internal Server Error. To follow it all the same: brevier feeds add ${server.url}/feed --as-is\n`,
    })
    expect(await runJson(['feeds', 'list', ...db])).toEqual([])
  })
})

describe('lists', () => {
  const list = (outlines: string) => `<opml version="2.0"><body>${outlines}</body></opml>`

  test('a list is followed with its folders as categories, and printed again', async () => {
    const db = newDatabase()
    expect(await runJson(['feeds', 'import', '-', ...db], { stdin: opml })).toMatchObject([
      {
        url: 'https://courier.example/feed',
        title: 'Harrow Courier',
        category: 'Harbour',
        status: 'added',
        id: 'f1',
      },
      { title: 'Tide & Time', category: 'Harbour', status: 'added' },
      { title: 'The Northern Ledger', status: 'added' },
    ])
    const exported = (await run(['feeds', 'export', ...db])).out
    const other = newDatabase()
    await run(['feeds', 'import', '-', ...other], { stdin: exported })
    const listed = async (database: string[]) =>
      ((await runJson(['feeds', 'list', ...database])) as { title: string; category?: string }[]).map(
        ({ title, category }) => [title, category],
      )
    expect(await listed(other)).toEqual(await listed(db))
  })

  test('what is followed already stays, what is no address is told, and the exit code is 1', async () => {
    const db = newDatabase()
    const stdin = list(
      `<outline text="A" xmlUrl="${FEED}"/><outline text="B" xmlUrl="${FEED}#b"/><outline text="C" xmlUrl="ftp://c.example/"/>`,
    )
    const { code, out } = await run(['feeds', 'import', '-', ...db], { stdin })
    expect(code).toBe(1)
    expect(out).toBe(
      'Feeds: 1 added, 1 followed already, 1 rejected.\n"ftp://c.example/" is not the address of a feed. It should begin with https://.\n',
    )
  })

  test('a feed is no list', async () => {
    const { code, err } = await run(['feeds', 'import', '-', ...newDatabase()], { stdin: rss })
    expect(code).toBe(1)
    expect(err).toBe('- is a feed, not a list of feeds (OPML). brevier feeds add follows it.\n')
  })

  test('the starter list is narrowed by topic and language, and followed by its topics', async () => {
    const db = newDatabase()
    const wanted = ['feeds', 'starter', '--topic', 'science', '--language', 'de']
    const feeds = (await runJson([...wanted])) as { url: string; title: string }[]
    expect(feeds.length).toBeGreaterThan(1)
    expect((await run(wanted)).out).toMatch(/^de · science\n {2}Spektrum/)
    expect((await run([...wanted, '--add', ...db])).out).toBe(`Feeds: ${feeds.length} added.\n`)
    expect(await runJson(['feeds', 'list', ...db])).toMatchObject(
      feeds.map(({ url, title }) => ({ url, title, category: 'science' })),
    )
  })

  test('what the starter list does not hold is told with what it holds', async () => {
    const { code, err } = await run(['feeds', 'starter', '--topic', 'fish'])
    expect(code).toBe(1)
    expect(err).toMatch(
      /^The list holds no such feed\. Its topics are world, .*; its languages en, de, es, fr, ru\.\n$/,
    )
  })
})

describe('polling', () => {
  test('stores what is new, then finds nothing new', async () => {
    const sentence = 'The ferry stops on Sunday and will not run again before April, the operator said.'
    await using server = await startWebServer({
      '/robots.txt': { status: 404 },
      '/ferry': { body: `<html><body><article>${`<p>${sentence}</p>`.repeat(9)}</article></body></html>` },
    })
    const db = newDatabase()
    server.script('/feed', {
      headers: { etag: '"v1"' },
      body: `<rss version="2.0"><channel><title>Courier</title><item><title>Ferry</title><link>${server.url}/ferry</link></item></channel></rss>`,
    })
    await run(['feeds', 'add', `${server.url}/feed`, '--as-is', ...db])

    const first = await run(['feeds', 'poll', ...db], FETCH_PRIVATE)
    server.script('/feed', { status: 304 })
    const second = await run(['feeds', 'poll', 'f1', '--json', ...db], FETCH_PRIVATE)

    expect(first).toMatchObject({ code: 0, out: `${server.url}/feed: 1 item, 1 stored.\n` })
    expect(JSON.parse(second.out)).toMatchObject([{ id: 'f1', kind: 'unchanged', stored: 0 }])
    expect(await runJson(['feeds', 'list', ...db])).toMatchObject([{ title: 'Courier' }])
    expect(await runJson(['stories', '--since', '100y', ...db])).toMatchObject([
      { headline: 'Ferry', sources: ['Courier'] },
    ])
  })

  test('one feed that fails does not keep the others from being read, and the exit code is 1', async () => {
    await using server = await startWebServer({
      '/bad': { status: 500 },
      '/good': { body: '<rss version="2.0"><channel><title>Good</title></channel></rss>' },
    })
    const db = newDatabase()
    await run(['feeds', 'add', `${server.url}/bad`, '--as-is', ...db])
    await run(['feeds', 'add', `${server.url}/good`, '--as-is', ...db])
    const { code, out } = await run(['feeds', 'poll', ...db], FETCH_PRIVATE)
    expect(code).toBe(1)
    expect(out).toMatch(/\/bad: .* answered 500 Internal Server Error\.\n.*\/good: 0 items, nothing new\.\n$/)
    expect((await run(['feeds', 'list', ...db])).out).toMatch(/answered 500 Internal Server Error\.\n/)
  })

  test('a feed on a private network is not read unless FETCH_PRIVATE is yes', async () => {
    await using server = await startWebServer()
    const db = newDatabase()
    await run(['feeds', 'add', `${server.url}/feed`, '--as-is', ...db])
    const { code, out } = await run(['feeds', 'poll', ...db])
    expect(code).toBe(1)
    expect(out).toMatch(
      /is on a private network, which Brevier fetches from only where FETCH_PRIVATE is yes\.\n$/,
    )
    expect(server.asked).toEqual([])
  })
})

describe('feeds parse', () => {
  test('prints one document of a file', async () => {
    const file = join(temporaryFolder(), 'feed.xml')
    writeFileSync(file, rss)
    expect(await runJson(['feeds', 'parse', file])).toEqual({
      title: 'Harrow Courier',
      link: 'https://courier.example/',
      description: 'News of the harbour',
      language: 'en-gb',
      published: '2026-03-03T06:00:00.000Z',
      updated: '2026-03-03T07:00:00.000Z',
      items: [
        {
          id: 'ferry-1',
          title: 'The ferry stops & rests',
          link: 'https://courier.example/ferry',
          publishedAt: '2026-03-03T05:30:00.000Z',
          summary: 'It stops on Sunday.',
          content: '<p>It stops on Sunday, the operator said.</p>',
          author: 'Ada Brook',
        },
        { id: 'https://courier.example/tram', title: 'The tram goes', link: 'https://courier.example/tram' },
      ],
      problems: [],
    })
  })

  test('reads standard input and addresses', async () => {
    await using server = await startWebServer({
      '/feed': {
        headers: { 'content-type': 'text/xml; charset=iso-8859-1' },
        body: Buffer.from('<rss version="2.0"><channel><title>Fähre</title></channel></rss>', 'latin1'),
      },
    })
    expect(await runJson(['feeds', 'parse', '-'], { stdin: atom })).toMatchObject({ title: 'Harrow Courier' })
    expect(await runJson(['feeds', 'parse', `${server.url}/feed`], FETCH_PRIVATE)).toMatchObject({
      title: 'Fähre',
    })
  })

  test('people are shown titles and dates', async () => {
    expect((await run(['feeds', 'parse', '-'], { stdin: rss })).out).toBe(
      'Harrow Courier\n  2026-03-03  The ferry stops & rests\n              The tram goes\n',
    )
    expect((await run(['feeds', 'parse', '-'], { stdin: opml })).out).toMatch(
      /^Morning reading\n {2}Harrow Courier\n/,
    )
  })

  test('--jsonl: each line is answered in its order, with its id as it came', async () => {
    const lines = [
      { id: 7, body: rss },
      { id: 'b64', bodyBase64: Buffer.from(rss.replace('UTF-8', 'iso-8859-1'), 'latin1').toString('base64') },
      { id: null, body: opml, contentType: null, url: null },
      { id: 'page', body: '<html><body>Hello</body></html>' },
      { body: '' },
      { id: 'link', body: atom, url: 'https://courier.example/atom.xml' },
    ]
    const { code, out } = await run(['feeds', 'parse', '--jsonl'], {
      stdin: lines.map((line) => JSON.stringify(line)).join('\n'),
    })
    const [first, second, third, ...rest] = jsonLines(out)
    expect(code).toBe(1)
    expect(first).toMatchObject({
      id: 7,
      title: 'Harrow Courier',
      items: [{ id: 'ferry-1' }, {}],
      problems: [],
    })
    expect(second).toEqual({ ...first, id: 'b64' })
    expect(third).toEqual({
      items: [],
      opml: {
        title: 'Morning reading',
        feeds: expect.arrayContaining([
          { title: 'The Northern Ledger', xmlUrl: 'https://ledger.example/feed' },
        ]),
      },
      problems: [],
    })
    expect(rest).toMatchObject([
      { id: 'page', error: expect.stringMatching(/^It is an HTML page, not a feed\./) },
      { error: 'There is no feed in it: it is empty.' },
      { id: 'link', items: [{ link: 'https://courier.example/ferry' }, {}] },
    ])
  })
})
