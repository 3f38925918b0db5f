import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { articleOfLine, readInputs } from '../../src/articles/inputs.ts'
import { FetchError } from '../../src/errors.ts'
import type { Fetch } from '../../src/http.ts'
import { all } from './all.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'brevier-inputs-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function file(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, content)
  return path
}

async function read(operand: string, options: Parameters<typeof readInputs>[1] = {}) {
  return all(readInputs(operand, options))
}

async function* bytes(...chunks: readonly string[]) {
  for (const chunk of chunks) yield Buffer.from(chunk)
}

const html = '<!doctype html><html><body><p>Hello.</p></body></html>'
const rss =
  '<?xml version="1.0"?><rss version="2.0"><channel><title>Harrow Courier</title><language>en-gb</language>' +
  '<item><title>Ferry</title><link>https://courier.example/ferry</link><description>It stops.</description></item>' +
  '<item><title>Tram</title><link>https://courier.example/tram</link><description>It goes.</description></item></channel></rss>'

const sniffed: readonly { what: string; name: string; content: string | Uint8Array; format: string }[] = [
  { what: 'an HTML file', name: 'a.html', content: html, format: 'html' },
  { what: 'HTML without the extension', name: 'a.txt', content: html, format: 'html' },
  { what: 'HTML after a comment', name: 'a', content: `\n<!-- saved -->${html}`, format: 'html' },
  { what: 'a pasted page', name: 'b.txt', content: 'Home\nNews\n\nThe ferry stops.', format: 'text' },
  {
    what: 'a pasted page that says HTML',
    name: 'c.txt',
    content: 'How to write <p> in HTML',
    format: 'text',
  },
  {
    what: 'UTF-16 text',
    name: 'd.txt',
    content: Buffer.from('\ufeffThe ferry stops.', 'utf16le'),
    format: 'text',
  },
]

test.each(sniffed)('$what is read as $format', async ({ name, content, format }) => {
  const path = await file(name, content)
  expect(await read(path)).toMatchObject([{ input: path, content: { page: { format } } }])
})

test('a feed gives its items, with what the feed says of them', async () => {
  const path = await file('feed.txt', rss)
  expect(await read(path)).toMatchObject([
    {
      input: `${path}#1`,
      content: { page: { format: 'html', body: 'It stops.', url: 'https://courier.example/ferry' } },
      known: { url: 'https://courier.example/ferry', title: 'Ferry', site: 'Harrow Courier', language: 'en' },
    },
    { input: `${path}#2`, known: { title: 'Tram' } },
  ])
})

test('a JSON feed gives its items', async () => {
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title: 'Courier',
    items: [{ id: '1', content_text: 'It stops.' }],
  }
  const path = await file('feed.json', JSON.stringify(feed, null, 2))
  expect(await read(path)).toMatchObject([{ input: `${path}#1`, known: { site: 'Courier' } }])
})

test('JSON lines give texts as they are, and pages where they hold HTML', async () => {
  const lines = [
    {
      id: 'a',
      text: 'The ferry stops.',
      title: 'Ferry',
      publishedAt: '2026-02-11',
      publisher: 'Harrow Courier',
      language: 'en-GB',
    },
    { id: 2, html, url: 'https://courier.example/2', title: null },
  ]
  const path = await file('lines.jsonl', `${lines.map((line) => JSON.stringify(line)).join('\n\n')}\n`)
  expect(await read(path)).toEqual([
    {
      input: `${path}:1`,
      content: { text: 'The ferry stops.' },
      known: {
        externalId: 'a',
        title: 'Ferry',
        publishedAt: Date.UTC(2026, 1, 11),
        publisher: 'Harrow Courier',
        language: 'en',
      },
    },
    {
      input: `${path}:3`,
      content: { page: { format: 'html', body: html, url: 'https://courier.example/2' } },
      known: { externalId: '2', url: 'https://courier.example/2' },
    },
  ])
})

test('JSON lines may say what they are about, in one word or several', async () => {
  const stdin = bytes(
    '{"text":"a","category":"Ports","categories":["Traffic"]}\n{"text":"b","category":null}\n',
  )
  expect((await read('-', { stdin })).map((draft) => 'known' in draft && draft.known)).toEqual([
    { categories: ['Ports', 'Traffic'] },
    {},
  ])
})

test('the text of a JSON line is a page where lines hold pages', async () => {
  const stdin = bytes('{"id":"a","text":"Home\\nNews"}\n')
  expect(await read('-', { stdin, lineText: 'page' })).toMatchObject([
    { content: { page: { format: 'text' } } },
  ])
})

const badLines: readonly { line: string; error: RegExp; id?: string }[] = [
  { line: '{"text": "unfinished', error: /: this is not JSON \(.+\)\.$/ },
  { line: '"just a text"', error: /: this is not a JSON object with the fields of an article\.$/ },
  { line: '{"id":"x","text":5}', error: /: "text" must be text\.$/, id: 'x' },
  { line: '{"id":"x","title":"only a title"}', error: /neither "text" nor "html"/, id: 'x' },
]

test.each(badLines)(
  'the bad line $line is an error in its place, and the rest goes on',
  async ({ line, error, id }) => {
    const path = await file('bad.jsonl', `{"text":"one"}\n\n${line}\n{"text":"two"}`)
    const [before, bad, after] = await read(path)
    expect(before).toMatchObject({ content: { text: 'one' } })
    expect(bad).toMatchObject({ input: `${path}:3`, line: 3, error: expect.stringMatching(error) })
    expect(bad).toMatchObject({ error: expect.stringContaining(`${path}, line 3`), ...(id && { id }) })
    expect(after).toMatchObject({ input: `${path}:4`, content: { text: 'two' } })
  },
)

test.each([
  { given: { publishedAt: 'yesterday' }, note: /^"publishedAt" was left out: it is not a date such as/ },
  { given: { publishedAt: '2026-02-30' }, note: /^"publishedAt" was left out/ },
  { given: { url: 'courier' }, note: /^"url" was left out: it is not an address of the web/ },
  { given: { url: 'javascript:alert(1)' }, note: /^"url" was left out/ },
  { given: { language: 'gibberish' }, note: /^"language" was left out/ },
  { given: { title: 5, publisher: [] }, note: /^"title" was left out: .* "publisher" was left out/ },
])('$given is left out with a note, and the article is kept', async ({ given, note }) => {
  const path = await file('note.jsonl', JSON.stringify({ text: 'The ferry stops.', ...given }))
  const [draft] = await read(path)
  expect(draft).toMatchObject({ content: { text: 'The ferry stops.' }, note: expect.stringMatching(note) })
  expect(draft && 'known' in draft && draft.known).toEqual({})
})

test('empty text in a field is absent, and a language is known by any of its names', async () => {
  const empty = { id: '', url: ' ', title: '', publishedAt: '', publisher: '', language: '' }
  const lines = [
    empty,
    { language: 'english' },
    { language: 'ger' },
    { language: 'en-US' },
    { publishedAt: '2026-11' },
  ]
  const path = await file(
    'absent.jsonl',
    lines.map((line) => JSON.stringify({ text: 'The ferry stops.', ...line })).join('\n'),
  )
  const drafts = await read(path)
  expect(drafts.map((draft) => 'known' in draft && draft.known)).toEqual([
    {},
    { language: 'en' },
    { language: 'de' },
    { language: 'en' },
    { publishedAt: Date.UTC(2026, 10, 1) },
  ])
  expect(drafts.some((draft) => 'note' in draft)).toBe(false)
})

test('a line over many chunks is one line, and letters cut between chunks stay whole', async () => {
  const whole = Buffer.from(`{"text":"${'ä'.repeat(50_000)}"}\n{"text":"b"}\n`)
  async function* chunks() {
    for (let at = 0; at < whole.length; at += 999) yield whole.subarray(at, at + 999)
  }
  const drafts = await read('-', { stdin: chunks() })
  expect(drafts).toMatchObject([
    { content: { text: 'ä'.repeat(50_000) } },
    { input: '-:2', content: { text: 'b' } },
  ])
})

test('the first line of standard input is there before the second was written', async () => {
  const second = Promise.withResolvers<string>()
  async function* slow() {
    yield Buffer.from('{"text":"one"}\n')
    yield Buffer.from(await second.promise)
  }
  const drafts = readInputs('-', { stdin: slow() })
  expect((await drafts.next()).value).toMatchObject({ content: { text: 'one' } })
  second.resolve('{"text":"two"}\n')
  expect((await drafts.next()).value).toMatchObject({ content: { text: 'two' } })
  expect((await drafts.next()).done).toBe(true)
})

test.each([
  ['utf16le', Buffer.from('\ufeff{"text":"Die Fähre hält."}\n{"text":"b"}', 'utf16le')],
  ['utf16be', Buffer.from('\ufeff{"text":"Die Fähre hält."}\n{"text":"b"}', 'utf16le').swap16()],
  ['windows-1252', Buffer.from('{"text":"Die Fähre hält."}\n{"text":"b"}', 'latin1')],
])('JSON lines in %s are decoded', async (encoding, content) => {
  const path = await file(`${encoding}.jsonl`, content)
  expect(await read(path)).toMatchObject([
    { content: { text: 'Die Fähre hält.' } },
    { content: { text: 'b' } },
  ])
})

const unreadable: readonly { name: string; content: string | Uint8Array; error: string }[] = [
  { name: 'empty.txt', content: '', error: ' is empty.' },
  { name: 'blank.txt', content: ' \n ', error: ' is empty.' },
  {
    name: 'noise.bin',
    content: Uint8Array.from({ length: 500 }, (_, index) => index % 7),
    error: ' is a binary file, not text.',
  },
  {
    name: 'nomark.jsonl',
    content: Buffer.from('{"text":"The ferry."}\n{"text":"b"}', 'utf16le'),
    error: ' is UTF-16 text without a byte order mark. Save it as UTF-8.',
  },
  {
    name: 'a.pdf',
    content: '%PDF-1.7\n…',
    error: ' is a PDF document, not text. Save the article as HTML or as plain text.',
  },
  {
    name: 'a.json',
    content: '[\n  {"text":"a"}\n]',
    error: ' holds a JSON array. Write one object per line instead',
  },
  {
    name: 'b.json',
    content: '{\n  "text": "a"\n}',
    error: ' holds JSON over several lines. Write each object on a line of its own',
  },
  {
    name: 'c.opml',
    content: '<?xml version="1.0"?><opml version="2.0"><body/></opml>',
    error: ' is a list of feeds (OPML), not articles.',
  },
  {
    name: 'big.html',
    content: `<html>${' '.repeat(30_000_000)}</html>`,
    error: ' has 30 MB; a page or feed may have at most 10 MB.',
  },
]

test.each(unreadable)('$name is refused in one sentence that names it', async ({ name, content, error }) => {
  const path = await file(name, content)
  expect(await read(path)).toEqual([{ input: path, error: expect.stringContaining(`${path}${error}`) }])
})

test('a file that is not there and a directory are refused in one sentence', async () => {
  await mkdir(join(folder, 'pages'))
  expect(await read(join(folder, 'none.html'))).toMatchObject([
    { error: `There is no file ${join(folder, 'none.html')}.` },
  ])
  expect(await read(join(folder, 'pages'))).toMatchObject([
    { error: expect.stringMatching(/pages is a directory; name the files in it/) },
  ])
})

test('standard input that brings nothing is empty', async () => {
  expect(await read('-', { stdin: bytes() })).toEqual([{ input: '-', error: 'Standard input is empty.' }])
})

test('a URL is fetched, and what it gives is judged by its content', async () => {
  const fetch: Fetch = async (url) => ({
    url: `${url}/final`,
    status: 200,
    body: Buffer.from(html),
    contentType: 'text/plain',
  })
  expect(await read('https://courier.example/a', { fetch })).toMatchObject([
    {
      input: 'https://courier.example/a',
      content: { page: { format: 'html' } },
      known: { url: 'https://courier.example/a/final' },
    },
  ])
})

test('a URL that cannot be fetched is an error that names it', async () => {
  const fetch: Fetch = async () => {
    throw new FetchError('The server says 404.')
  }
  expect(await read('https://courier.example/a', { fetch })).toEqual([
    {
      input: 'https://courier.example/a',
      error: 'https://courier.example/a could not be read: The server says 404.',
    },
  ])
})

test('the article of one line can be had without storing it', async () => {
  const { article } = await articleOfLine({ id: 'a', text: 'The ferry stops.' }, 0)
  expect(article).toMatchObject({ identity: 'id:a', text: 'The ferry stops.' })
  await expect(articleOfLine({ id: 'a', title: 'x' }, 0)).rejects.toThrow('The line "a" cannot be read')
  await expect(articleOfLine({ id: 'a', text: ' ' }, 0)).rejects.toThrow(
    'The line "a" holds no article. The text is empty.',
  )
})
