import { describe, expect, test } from 'vitest'
import { UserError } from '../../src/errors.ts'
import { parseFeed } from '../../src/feeds/parse.ts'
import { atom, jsonFeed, opml, rdf, rss } from './documents.ts'

const at = Date.parse

const head = {
  title: 'Harrow Courier',
  link: 'https://courier.example/',
  description: 'News of the harbour',
  language: 'en-gb',
}
const ferry = {
  id: 'ferry-1',
  title: 'The ferry stops & rests',
  link: 'https://courier.example/ferry',
  publishedAt: at('2026-03-03T05:30:00Z'),
  summary: 'It stops on Sunday.',
  content: '<p>It stops on Sunday, the operator said.</p>',
  author: 'Ada Brook',
}

test.each([
  ['a hundred thousand open elements', `<rss>${'<a>'.repeat(100_000)}`],
  ['half a million opening brackets', `<rss ${'<'.repeat(500_000)}`],
])('%s are given up, and the next feed is read', async (_, hostile) => {
  await expect(parseFeed(hostile, { timeoutMs: 500 })).rejects.toThrow(UserError)
  expect(await parseFeed(rss)).toMatchObject({ title: 'Harrow Courier' })
})

describe('a feed is read whole', () => {
  test('RSS 2', async () => {
    expect(await parseFeed(rss)).toEqual({
      ...head,
      published: at('2026-03-03T06:00:00Z'),
      updated: at('2026-03-03T07:00:00Z'),
      items: [
        ferry,
        {
          id: 'https://courier.example/tram',
          title: 'The tram goes',
          link: 'https://courier.example/tram',
        },
      ],
      problems: [],
    })
  })

  test('Atom', async () => {
    expect(await parseFeed(atom, { url: 'https://courier.example/atom.xml' })).toEqual({
      ...head,
      updated: at('2026-03-03T07:00:00Z'),
      items: [
        { ...ferry, updatedAt: at('2026-03-03T06:30:00Z') },
        {
          id: 'tram-1',
          title: 'The tram goes',
          link: 'https://courier.example/tram',
          publishedAt: at('2026-03-03T06:30:00Z'),
          updatedAt: at('2026-03-03T06:30:00Z'),
          author: 'Ben Hale',
        },
      ],
      problems: [],
    })
  })

  test('RDF', async () => {
    const { content: _, ...withoutContent } = ferry
    expect(await parseFeed(rdf)).toEqual({
      ...head,
      published: at('2026-03-03T06:00:00Z'),
      items: [{ ...withoutContent, id: 'https://courier.example/ferry' }],
      problems: [],
    })
  })

  test('JSON Feed', async () => {
    expect(await parseFeed(jsonFeed)).toEqual({
      ...head,
      items: [
        ferry,
        {
          id: 'tram-1',
          publishedAt: at('2026-03-03T06:30:00Z'),
          updatedAt: at('2026-03-03T06:30:00Z'),
          content: 'The tram goes.',
          author: 'Ada Brook',
        },
      ],
      problems: [],
    })
  })

  test('a list of feeds, with the folder that each lies in', async () => {
    expect(await parseFeed(opml)).toEqual({
      items: [],
      problems: [],
      opml: {
        title: 'Morning reading',
        feeds: [
          { title: 'Harrow Courier', xmlUrl: 'https://courier.example/feed', category: 'Harbour' },
          { title: 'Tide & Time', xmlUrl: 'https://tide.example/feed', category: 'Harbour' },
          { title: 'The Northern Ledger', xmlUrl: 'https://ledger.example/feed' },
        ],
      },
    })
  })
})

describe('encodings', () => {
  const german = (encoding: string) =>
    `<?xml version="1.0" encoding="${encoding}"?><rss version="2.0"><channel><title>Übersicht</title><item><title>Größe</title></item></channel></rss>`

  test.each([
    ['Latin-1, said in the XML', Buffer.from(german('iso-8859-1'), 'latin1'), undefined],
    ['Latin-1, said by the server', Buffer.from(german('utf-8'), 'latin1'), 'text/xml; charset=iso-8859-1'],
    ['Latin-1, said by nobody', Buffer.from(german('utf-8'), 'latin1'), undefined],
    ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${german('utf-8')}`), undefined],
    ['UTF-16', Buffer.from(`\ufeff${german('utf-16')}`, 'utf16le'), undefined],
  ])('%s', async (_, body, contentType) => {
    const feed = await parseFeed(body, contentType === undefined ? {} : { contentType })
    expect(feed).toMatchObject({ title: 'Übersicht', items: [{ title: 'Größe' }] })
  })
})

describe('what is nearly a feed is read', () => {
  test.each([
    ['blank lines before the XML', `\n\n ${rss}`],
    ["a server's own warning before the XML", `<br />\n<b>Warning</b>: something on line 3\n${rss}`],
    ['no XML declaration', rss.replace(/^<\?xml.*\?>/, '')],
    ['a bare ampersand', rss.replace('The tram goes', 'Trams & trains')],
    ['a namespace nobody declared', rss.replace('<title>The tram', '<media:x>y</media:x><title>The tram')],
    ['zero bytes', rss.replace('harbour', 'har\0bour')],
  ])('%s', async (_, document) => {
    const feed = await parseFeed(document)
    expect(feed).toMatchObject({ title: 'Harrow Courier', problems: [] })
    expect(feed.items).toHaveLength(2)
  })

  test.each([
    ['between two elements', '</item>', 'The document is cut off: its end is missing.'],
    ['within a tag', 'ssed</tit', 'The XML is broken; what could be read of it was kept.'],
  ])('of a feed cut off %s what came before is kept, and the loss is said', async (_, last, problem) => {
    const document = rss.replace('The tram goes', 'The tram passed')
    const feed = await parseFeed(document.slice(0, document.indexOf(last) + last.length))
    expect(feed).toMatchObject({ title: 'Harrow Courier', problems: [problem], isCutOff: true })
    expect(feed.items[0]).toMatchObject({
      title: 'The ferry stops & rests',
      link: 'https://courier.example/ferry',
    })
  })

  test('wherever a feed is cut off, it is read or refused in a sentence', async () => {
    for (const document of [rss, atom, rdf, jsonFeed, opml]) {
      for (let length = 1; length < document.length; length += 37) {
        const outcome = await parseFeed(document.slice(0, length)).catch((error: unknown) => error)
        if (outcome instanceof Error) expect(outcome).toBeInstanceOf(UserError)
      }
    }
  })

  test('entities of its own are not expanded', async () => {
    const bomb = `<!DOCTYPE rss [<!ENTITY a "ferry"><!ENTITY b "&a;&a;&a;&a;">]>${rss.replace('The tram goes', '&b;')}`
    expect(JSON.stringify(await parseFeed(bomb))).not.toContain('ferryferry')
  })
})

const item = (content: string) => `<rss version="2.0"><channel><item>${content}</item></channel></rss>`
const packed = Buffer.from('<p>It stops &amp; rests</p>').toString('base64')

describe('what feeds of old wrote is read', () => {
  test.each([
    [
      'Atom 0.3 in base64',
      `<feed version="0.3"><entry><content mode="base64">${packed}</content></entry></feed>`,
    ],
    [
      'Atom with a type of bytes',
      `<feed xmlns="http://www.w3.org/2005/Atom"><entry><content type="application/octet-stream">\n${packed}</content></entry></feed>`,
    ],
    ['a fullitem', item('<fullitem>&lt;p>It stops &amp;amp; rests&lt;/p></fullitem>')],
    ['an XHTML body', item('<body xmlns="http://www.w3.org/1999/xhtml"><p>It stops &amp; rests</p></body>')],
  ])('%s', async (_, document) => {
    expect((await parseFeed(document)).items).toEqual([{ content: '<p>It stops &amp; rests</p>' }])
  })

  test('control characters are the Windows-1252 that they were', async () => {
    expect((await parseFeed(item('<title>Calloway\x92s ferry</title>'))).items).toEqual([
      { title: 'Calloway’s ferry' },
    ])
  })

  test('RSS written as JSON', async () => {
    const channel = {
      title: 'Harrow Courier',
      link: 'https://courier.example/',
      language: 'en-gb',
      pubDate: 'Tue, 03 Mar 2026 06:00:00 GMT',
      item: {
        title: 'The ferry',
        link: '/ferry',
        guid: { '#value': 'f1' },
        category: ['Ports'],
        description: 5,
      },
    }
    expect(await parseFeed(JSON.stringify({ rss: { version: '2.0', channel } }))).toEqual({
      title: 'Harrow Courier',
      link: 'https://courier.example/',
      language: 'en-gb',
      published: at('2026-03-03T06:00:00Z'),
      items: [{ id: 'f1', title: 'The ferry', link: 'https://courier.example/ferry', categories: ['Ports'] }],
      problems: [],
    })
  })
})

test.each([
  [
    'the writer named in Dublin Core before an address',
    item(
      '<author>desk@courier.example</author><dc:creator xmlns:dc="http://purl.org/dc/elements/1.1/">Ada Brook</dc:creator>',
    ),
  ],
  [
    'an Atom author of an RSS item',
    item(
      '<atom:author xmlns:atom="http://www.w3.org/2005/Atom"><atom:name>Ada Brook</atom:name></atom:author>',
    ),
  ],
])('%s is its author', async (_, document) => {
  expect((await parseFeed(document)).items).toEqual([{ author: 'Ada Brook' }])
})

test('when a feed asks to be left alone is read', async () => {
  const asked = `<rss version="2.0"><channel><title>Courier</title><ttl>90</ttl>
    <skipHours><hour>0</hour><hour>24</hour></skipHours><skipDays><day>Sunday</day><day>someday</day></skipDays></channel></rss>`
  expect(await parseFeed(asked)).toHaveProperty('pace', {
    ttlMs: 90 * 60_000,
    skipHours: [0, 0],
    skipDays: [0],
  })
})

test('a language is written with a hyphen', async () => {
  const { language } = await parseFeed(
    '<rss version="2.0"><channel><language>en_US</language></channel></rss>',
  )
  expect(language).toBe('en-US')
})

describe('what is no feed is refused in a sentence that says what it is', () => {
  test.each([
    ['nothing', '', 'There is no feed in it: it is empty.'],
    ['blanks', ' \n ', 'There is no feed in it: it is empty.'],
    [
      'an HTML page',
      '<!DOCTYPE html><html><head><title>Courier</title></head><body><p>Hello</p></body></html>',
      'It is an HTML page, not a feed. Look on the page for a link named RSS or Atom.',
    ],
    [
      'an HTML page that says it is XML',
      '<?xml version="1.0"?><!DOCTYPE html><html><head><title>Courier</title></head></html>',
      'It is an HTML page, not a feed. Look on the page for a link named RSS or Atom.',
    ],
    ['plain words', 'The ferry stops.', 'It is no feed: neither RSS, Atom, RDF, JSON Feed nor OPML.'],
    ['another JSON', '{"ferry":1}', 'It is no feed: neither RSS, Atom, RDF, JSON Feed nor OPML.'],
    [
      'a broken JSON Feed',
      jsonFeed.slice(0, -20),
      'It is no feed: neither RSS, Atom, RDF, JSON Feed nor OPML.',
    ],
    [
      'a broken list of feeds',
      opml.slice(0, 60),
      'It is a list of feeds (OPML) that cannot be read: it is broken.',
    ],
  ])('%s', async (_, document, sentence) => {
    await expect(parseFeed(document)).rejects.toThrow(new UserError(sentence))
  })
})
