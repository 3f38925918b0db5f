import { expect, test } from 'vitest'
import { extractHtml } from '../../src/articles/html-page.ts'

const now = Date.UTC(2026, 2, 10)
const story = Array.from(
  { length: 4 },
  (_, at) =>
    `<p>Day ${at + 1} of the strike on the ferry to Brannock Island brought no talks, and the 340 people who live there went without post and bread again.</p>`,
).join('\n')

function page({ head = '', body = story }: { readonly head?: string; readonly body?: string }): string {
  return `<!doctype html><html lang="en"><head>${head}</head><body><main>${body}</main></body></html>`
}

const meta = (name: string, content: string) => `<meta property="${name}" content="${content}">`

const titles: readonly { what: string; head: string; heading?: string; title: string }[] = [
  {
    what: 'what the page states, not the name of the blog in its heading',
    head: meta('og:title', 'Strike stops the ferry'),
    heading: 'Notes from Brannock',
    title: 'Strike stops the ferry',
  },
  {
    what: 'what the page states, without the site that it names',
    head: meta('og:title', 'Strike stops the ferry - The Courier') + meta('og:site_name', 'The Courier'),
    title: 'Strike stops the ferry',
  },
  {
    what: 'all of it where the words behind the dash are no site',
    head: meta('og:title', 'Strike stops the ferry - again') + meta('og:site_name', 'The Courier'),
    title: 'Strike stops the ferry - again',
  },
  {
    what: 'what the page states, without sections behind underlines',
    head: meta('og:title', 'Strike stops the ferry_Islands_Courier'),
    title: 'Strike stops the ferry',
  },
  {
    what: 'the title of the window where nothing is stated',
    head: '<title>Strike stops the ferry to Brannock for a fourth day | The Courier</title>',
    title: 'Strike stops the ferry to Brannock for a fourth day',
  },
  {
    what: 'the heading where there is nothing else',
    head: '',
    heading: 'Strike stops the ferry',
    title: 'Strike stops the ferry',
  },
]

test.each(titles)('the title is $what', ({ head, heading, title }) => {
  const body = (heading ? `<h1>${heading}</h1>` : '') + story
  expect(extractHtml(page({ head, body }), { now }).title).toBe(title)
})

const linked = (json: string) => `<script type="application/ld+json">${json}</script>`

const dates: readonly {
  what: string
  head?: string
  body?: string
  url?: string
  day: string
  inferred?: true
}[] = [
  {
    what: 'JSON-LD of a page that is no article',
    head: linked('{"@type":"WebPage","datePublished":"2026-03-01T08:00:00Z"}'),
    day: '2026-03-01',
  },
  {
    what: 'JSON-LD that is broken elsewhere',
    head: linked('{"@type":"NewsArticle","headline":"He said "no"","datePublished":"2026-03-01"}'),
    day: '2026-03-01',
  },
  {
    what: 'a meta element with two names',
    head: meta('dc:date sailthru.x', '2026-03-01'),
    day: '2026-03-01',
  },
  { what: 'the address it was read at', url: 'https://courier.example/2026/03/01/strike', day: '2026-03-01' },
  {
    what: 'the address it declares',
    head: '<link rel="canonical" href="https://courier.example/strike-20260301.html">',
    day: '2026-03-01',
  },
  {
    what: 'a line below its headline, not the date of today above it',
    body: `<p class="date">Tuesday, 10 March 2026</p><h2>Strike stops the ferry</h2><p>The Courier, 1 March 2026, 22:11</p>${story}`,
    head: meta('og:title', 'Strike stops the ferry'),
    day: '2026-03-01',
  },
  { what: 'a line that is nothing but a date', body: `<p>March 1, 2026</p>${story}`, day: '2026-03-01' },
  {
    what: 'the address of its picture, as inferred',
    head: meta('og:image', 'https://courier.example/media/2026/03/01/harbour.jpg'),
    day: '2026-03-01',
    inferred: true,
  },
]

test.each(dates)('the date comes from $what', ({ head, body, url, day, inferred }) => {
  const found = extractHtml(page({ ...(head && { head }), ...(body && { body }) }), { now, url })
  expect(new Date(found.publishedAt ?? 0).toISOString().slice(0, 10)).toBe(day)
  expect(found.publishedAtInferred).toBe(inferred)
})

test('a date that a page gives far from UTC keeps what it wrote, and no figures of an address are a day', () => {
  const zoned = page({ head: meta('article:published_time', '2026-03-01T00:15:00+01:00') })
  expect(extractHtml(zoned, { now })).toMatchObject({
    publishedAt: Date.UTC(2026, 1, 28, 23, 15),
    publishedOffset: 60,
  })
  const numbered = extractHtml(page({}), { now, url: 'https://courier.example/news-120260301120/item' })
  expect(numbered.publishedAt).toBeUndefined()
})

test('a by-line of those who comment is nobody’s, and helpers of an author stay beside her', () => {
  const comments = '<div id="comments"><p class="author-name">Rolf Brand</p></div>'
  const byline = '<p class="byline">Par Mara Lindqvist (avec Tom Okoro et Ada Pohl)</p>'
  expect(extractHtml(page({ body: comments + story }), { now }).byline).toBeUndefined()
  expect(extractHtml(page({ body: comments + byline + story }), { now }).byline).toBe(
    'Mara Lindqvist (avec Tom Okoro et Ada Pohl)',
  )
})
