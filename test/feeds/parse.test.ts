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
        ferry,
        {
          id: 'tram-1',
          title: 'The tram goes',
          link: 'https://courier.example/tram',
          publishedAt: at('2026-03-03T06:30:00Z'),
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
          content: 'The tram goes.',
          author: 'Ada Brook',
        },
      ],
      problems: [],
    })
  })

  test('a list of feeds, in whatever folders they lie', async () => {
    expect(await parseFeed(opml)).toEqual({
      items: [],
      problems: [],
      opml: {
        title: 'Morning reading',
        feeds: [
          { title: 'Harrow Courier', xmlUrl: 'https://courier.example/feed' },
          { title: 'Tide & Time', xmlUrl: 'https://tide.example/feed' },
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
    expect(feed).toMatchObject({ title: 'Harrow Courier', problems: [problem] })
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
      'It is a list of feeds (OPML) that cannot be read: its XML is broken.',
    ],
  ])('%s', async (_, document, sentence) => {
    await expect(parseFeed(document)).rejects.toThrow(new UserError(sentence))
  })
})
