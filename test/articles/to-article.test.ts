import { expect, test } from 'vitest'
import { toArticle } from '../../src/articles/to-article.ts'

const text = 'The ferry stops on Sunday.\n\nIt returns in April, the operator said.'

const identities = [
  { source: { text, externalId: '7', url: 'https://courier.example/a' }, identity: 'id:7' },
  {
    source: { text, url: 'http://www.courier.example/a/?utm_source=x' },
    identity: 'url:https://courier.example/a',
  },
  { source: { text, canonicalUrl: 'https://courier.example/b' }, identity: 'url:https://courier.example/b' },
  { source: { text, url: 'not an address' }, identity: expect.stringMatching(/^body:[\w-]{22}$/) },
]

test.each(identities)('the identity of $source is $identity', async ({ source, identity }) => {
  expect((await toArticle(source)).article.identity).toEqual(identity)
})

test.each([
  ['https://courier.example/a?b=C', 'https://courier.example/a?b=C'],
  ['https://ada:secret@courier.example/a', 'https://courier.example/a'],
  ['javascript:alert(1)', undefined],
  ['data:text/html,hello', undefined],
  ['file:///etc/passwd', undefined],
])('of the address %s an article keeps %s', async (url, kept) => {
  expect((await toArticle({ text, url })).article.url).toBe(kept)
})

test('texts that differ in case, quotes and spacing only have one hash', async () => {
  const one = await toArticle({ text: 'He said: “Ferry stops.”\n\nIt returns.' })
  const other = await toArticle({ text: 'he said: "ferry  stops."\nIt returns.' })
  expect(other.article.bodyHash).toBe(one.article.bodyHash)
})

test('sentences are places in the text as it is stored', async () => {
  const { article } = await toArticle({ text: `\r\n${text.replaceAll('\n', '\r\n')}\0  ` })
  expect(article.text).toBe(text)
  expect(article.sentences.map(({ start, end }) => article.text.slice(start, end))).toEqual(
    text.split('\n\n'),
  )
})

test('a text without a title is called by its first sentence, cut at a word', async () => {
  const long =
    'The ferry to Brannock Island will stop running on Sunday and will not return before April, the operator said.'
  expect((await toArticle({ text })).article.title).toBe('The ferry stops on Sunday.')
  expect((await toArticle({ text: long })).article.title).toBe(
    'The ferry to Brannock Island will stop running on Sunday and will not return before April, the…',
  )
})

test('the language given wins over the detected one, and English is assumed where neither says', async () => {
  const german = 'Die Fähre nach Brannock fährt ab Sonntag nicht mehr, teilte der Betreiber am Mittwoch mit.'
  expect((await toArticle({ text: german })).article.language).toBe('de')
  expect((await toArticle({ text: german, language: 'nl' })).article.language).toBe('nl')
  expect((await toArticle({ text: '12:30' })).article.language).toBe('en')
})

test('search words are stems of title and text', async () => {
  const { searchText } = await toArticle({ text, title: 'Ferries stopping', language: 'en' })
  expect(searchText.title.split(' ')).toHaveLength(2)
  expect(searchText.body).toContain(searchText.title.split(' ')[0])
})

test('categories are kept in lower case, each once; sentences and empty ones are none', async () => {
  const categories = ['Traffic', ' TRAFFIC', '', 'x'.repeat(61), 'Ports &  Ships']
  expect((await toArticle({ text, categories })).article.categories).toEqual(['traffic', 'ports & ships'])
  expect((await toArticle({ text, categories: [''] })).article).not.toHaveProperty('categories')
})
