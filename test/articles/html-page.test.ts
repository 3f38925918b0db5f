import { expect, test } from 'vitest'
import { extract } from '../../src/articles/extract.ts'

const now = Date.UTC(2026, 2, 10)

const paragraphs = [
  'The ferry to Brannock Island will stop running on Sunday and will not return before April, the operator said on Wednesday.',
  'About 340 people live on the island, and 28 of their children go to school on the mainland. They will have to stay with relatives or take a small mail boat.',
  '“We cannot keep a 40-year-old ship at sea in these winds,” said Iona Bream, who runs the company. “It would be irresponsible.”',
  'The operator lost 1.2 million crowns on the route last year. It had asked the county for help twice and was turned down both times.',
]

const [first = '', ...rest] = paragraphs

function page(parts: { head?: string; html?: string; article: string; around?: string }): string {
  return `<!doctype html><html ${parts.html ?? 'lang="en"'}><head><title>Ferry to stop for the winter | The Harrow Courier</title>${parts.head ?? ''}</head>
  <body><nav><a href="/">Home</a><a href="/news">News</a><a href="/sport">Sport</a></nav>
  <div class="wrap"><h1>Ferry to stop for the winter</h1>${parts.article}</div>${parts.around ?? ''}
  <footer>© 2026 Harrow Courier Ltd. All rights reserved.</footer></body></html>`
}

function inParagraphs(texts: readonly string[]): string {
  return texts.map((text) => `<p>${text}</p>`).join('\n')
}

const plain = inParagraphs(paragraphs)

const left: readonly { what: string; article: string; around?: string }[] = [
  { what: 'nothing but the story', article: plain },
  {
    what: 'a share bar',
    article: `<p>Share on Facebook</p><ul><li>Tweet</li><li>Copy link</li></ul>${plain}`,
  },
  {
    what: 'related links',
    article: `<p>${first}</p><p>See also: <a href="/x">Mail boat gets a new engine</a></p>${inParagraphs(rest)}`,
  },
  {
    what: 'a newsletter prompt',
    article: `<p>${first}</p><p>Sign up for our morning newsletter to get the news in your inbox.</p>${inParagraphs(rest)}`,
  },
  {
    what: 'captions and credits',
    article: `<figure><img src="a.jpg"><figcaption>The ferry on Monday.</figcaption></figure><p>The ferry on Monday. (Photo: Ada Pohl/Northwire)</p>${plain}`,
  },
  {
    what: 'cookie text',
    article: plain,
    around:
      '<div class="banner"><p>We use cookies and tracking to improve our site. You can accept all cookies or change your cookie settings.</p></div>',
  },
  {
    what: 'a list of links',
    article: `${plain}<ul><li><a href="/a">Tram line divides shopkeepers</a></li><li><a href="/b">Swan returns to town pond</a></li></ul>`,
  },
  {
    what: 'scripts and styles',
    article: `<style>p { color: red }</style>${plain}<script>document.write("<p>Buy now.</p>")</script>`,
  },
  {
    what: 'a by-line and a date',
    article: `<p class="byline">By Mara Lindqvist</p><p>11 February 2026</p>${plain}`,
  },
  {
    what: 'a passage set again',
    article: `<p>${first}</p><blockquote>It would be irresponsible.</blockquote>${inParagraphs(rest)}`,
  },
  { what: 'a comment that never ends', article: `${plain}<!-- related` },
  {
    what: 'uploader and tags',
    article: `${plain}<p>Uploaded by Evan Thorpe</p><p>Tags: ferries, islands</p>`,
  },
]

test.each(left)('of a page with $what the story is left', async ({ article, around }) => {
  const body = page({ article, ...(around && { around }) })
  const extraction = await extract({ format: 'html', body }, { now })
  expect(extraction).toMatchObject({ status: 'article', title: 'Ferry to stop for the winter', paragraphs })
})

const shapes: readonly { what: string; body: string }[] = [
  { what: 'no body element', body: `<html><head><title>Ferry</title></head>${plain}</html>` },
  { what: 'no html element', body: `<head><title>Ferry</title></head><body>${plain}</body>` },
  { what: 'only paragraphs', body: plain },
  {
    what: 'warnings of the server before it',
    body: `<br />\n<b>Warning</b>: something\n<!DOCTYPE html><html><head><title>Ferry</title></head><body><div>${plain}</div></body></html>`,
  },
  {
    what: 'line breaks in place of paragraphs',
    body: `<html><body><div>${paragraphs.join('<br><br>')}</div></body></html>`,
  },
  {
    what: '20,000 nested elements',
    body: `<html><body>${'<div>'.repeat(20_000)}${plain}${'</div>'.repeat(20_000)}</body></html>`,
  },
  { what: '20,000 elements never closed', body: `<html><body>${'<b>'.repeat(20_000)}${plain}</body></html>` },
  {
    what: '50,000 scripts never closed',
    body: `<html><body>${plain}${'<script>'.repeat(50_000)}</body></html>`,
  },
]

test.each(shapes)('a page with $what is read', async ({ body }) => {
  const extraction = await extract({ format: 'html', body }, { now })
  expect(extraction).toMatchObject({ status: 'article', paragraphs })
})

const linked = (fields: object) =>
  `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', ...fields })}</script>`

const stated: readonly { what: string; head: string; article?: string; fields: object }[] = [
  {
    what: 'JSON-LD',
    head: linked({
      headline: 'Ferry to stop for the winter',
      author: [
        { '@type': 'Person', name: 'Mara Lindqvist' },
        { '@type': 'Person', name: 'Tom Okoro' },
      ],
      publisher: { '@type': 'Organization', name: 'Harrow Press' },
      datePublished: '2026-02-11T07:40:00+01:00',
    }),
    fields: {
      byline: 'Mara Lindqvist, Tom Okoro',
      publisher: 'Harrow Press',
      publishedAt: Date.UTC(2026, 1, 11, 6, 40),
    },
  },
  {
    what: 'JSON-LD in a graph with line breaks in strings',
    head: `<script type="application/ld+json">{"@graph":[{"@type":"WebSite","name":"x"},{"@type":["NewsArticle"],"headline":"Ferry to stop\n for the winter","datePublished":"2026-02-11"}]}</script>`,
    fields: { publishedAt: Date.UTC(2026, 1, 11) },
  },
  {
    what: 'OpenGraph',
    head: '<meta property="og:site_name" content="The Harrow Courier"><meta property="og:title" content="Ferry to stop for the winter"><meta property="article:published_time" content="2026-02-11T06:40:00Z"><meta property="og:url" content="https://courier.example/ferry">',
    fields: {
      site: 'The Harrow Courier',
      publishedAt: Date.UTC(2026, 1, 11, 6, 40),
      canonicalUrl: 'https://courier.example/ferry',
    },
  },
  {
    what: 'meta elements and a canonical link',
    head: '<meta name="author" content="Mara Lindqvist"><link rel="canonical" href="https://courier.example/ferry">',
    fields: { byline: 'Mara Lindqvist', canonicalUrl: 'https://courier.example/ferry' },
  },
  {
    what: 'what readers see',
    head: '',
    article: `<p><a rel="author" href="/mara">Mara Lindqvist</a></p><time datetime="2026-02-11T06:40:00Z">11 February</time>${plain}`,
    fields: { byline: 'Mara Lindqvist', publishedAt: Date.UTC(2026, 1, 11, 6, 40) },
  },
  {
    what: 'a by-line with an agency',
    head: linked({ publisher: { name: 'Harrow Press' } }),
    article: `<div class="byline">Mara Lindqvist / Northwire</div>${plain}`,
    fields: { byline: 'Mara Lindqvist', publisher: 'Northwire' },
  },
]

test.each(stated)('title, by-line and date come from $what', async ({ head, article, fields }) => {
  const body = page({ head, article: article ?? plain })
  const extraction = await extract({ format: 'html', body }, { now })
  expect(extraction).toMatchObject({ title: 'Ferry to stop for the winter', language: 'en', ...fields })
})

test('the text of JSON-LD is taken where the page shows none of it', async () => {
  const body = page({
    head: linked({ articleBody: paragraphs.join('\n\n') }),
    article: '<div id="app">Loading</div>',
  })
  const extraction = await extract({ format: 'html', body }, { now })
  expect(extraction).toMatchObject({ status: 'article', paragraphs })
})

test.each([
  ['by itself', linked({ isAccessibleForFree: 'False' })],
  [
    'of a part',
    linked({ hasPart: [{ '@type': 'WebPageElement', isAccessibleForFree: false, cssSelector: '.wall' }] }),
  ],
  ['in its head', '<meta property="article:content_tier" content="locked">'],
])('a text that is said to be for subscribers, %s, is a snippet', async (_, head) => {
  const body = page({ head, article: plain })
  const extraction = await extract({ format: 'html', body }, { now })
  expect(extraction).toMatchObject({
    status: 'snippet',
    kind: 'snippet',
    reason: expect.stringContaining('subscribe'),
  })
})

test('a front page is rejected', async () => {
  const cards = Array.from(
    { length: 12 },
    (_, index) =>
      `<div class="card"><h2><a href="/${index}">Story number ${index} of the day has a headline</a></h2><p>A short teaser stands under it, as on every card.</p></div>`,
  )
  const body = `<html><head><title>The Harrow Courier</title></head><body><div>${cards.join('')}</div></body></html>`
  const extraction = await extract({ format: 'html', body }, { now })
  expect(extraction).toMatchObject({
    status: 'rejected',
    reason: expect.stringContaining('list of other stories'),
  })
})

test('a section whose stories have long teasers is rejected', async () => {
  const teaser = `${'The council of Harrow talked about the ferry, the harbour and the money for both until late in the night. '.repeat(2)}More about it, and about what the mayor said, is on the next page.`
  const cards = Array.from(
    { length: 12 },
    (_, at) =>
      `<div><h3><a href="/story/${at}">Council talks about ferry number ${at}</a></h3><p>${teaser}</p></div>`,
  )
  const body = `<html><head><title>Harrow</title></head><body><div>${cards.join('')}</div></body></html>`
  expect(await extract({ format: 'html', body }, { now })).toMatchObject({
    status: 'rejected',
    reason: expect.stringContaining('list of other stories'),
  })
})

const stubs: readonly { what: string; body: string; reason: string }[] = [
  {
    what: 'a login page',
    body: '<form><h1>Sign in</h1><p>Already a subscriber? Log in to continue reading.</p><input name="user"><button>Sign in</button></form>',
    reason: 'asks readers to log in',
  },
  {
    what: 'a cookie wall',
    body: '<div><h2>Your privacy</h2><p>We and our 212 partners store and access information on your device, such as cookies. You can accept all cookies or manage your choices.</p><button>Accept all</button></div>',
    reason: 'only its question about cookies',
  },
  {
    what: 'a page of links',
    body: `<ul>${'<li><a href="/a">News</a></li><li><a href="/b">Sport</a></li>'.repeat(6)}</ul>`,
    reason: 'menus and links',
  },
  {
    what: 'a page of sixty thousand links in one paragraph',
    body: `<p>${Array.from({ length: 60_000 }, (_, at) => `<a href="/${at}">L${at}</a>`).join(' ')}</p>`,
    reason: 'list of other stories',
  },
  {
    what: 'a page of thirty thousand links in no paragraph at all',
    body: Array.from({ length: 30_000 }, (_, at) => `<a href="/${at}">Link ${at}</a> `).join(''),
    reason: 'list of other stories',
  },
  {
    what: 'a page of two million opening brackets',
    body: '<'.repeat(1_900_000),
    reason: 'more than 2 MB is no article',
  },
  {
    what: 'a page of two words',
    body: '<p>Hello there</p>',
    reason: 'only 2 words',
  },
  {
    what: 'a page for scripts',
    body: '<p>Please enable JavaScript to view this site.</p>',
    reason: 'Please enable JavaScript',
  },
]

test.each(stubs)('$what is rejected', async ({ body, reason }) => {
  const extraction = await extract({ format: 'html', body: `<html><body>${body}</body></html>` }, { now })
  expect(extraction).toMatchObject({ status: 'rejected', reason: expect.stringContaining(reason) })
})

test('the summary of a feed’s item is a snippet, and its whole text an article', async () => {
  const summary = await extract({ format: 'html', body: `<p>${first}</p>` }, { now })
  expect(summary).toMatchObject({ status: 'snippet', paragraphs: [first] })
  const whole = await extract({ format: 'html', body: `${plain}<p><a href="/x">Read more</a></p>` }, { now })
  expect(whole).toMatchObject({ status: 'article', paragraphs })
})

test('a page without words is rejected', async () => {
  const extraction = await extract(
    { format: 'html', body: '<html><body><img src="a.png"></body></html>' },
    { now },
  )
  expect(extraction).toMatchObject({ status: 'rejected', reason: 'The page holds no text.' })
})

test('a page of more than two million characters is refused in one sentence', async () => {
  const extraction = await extract({ format: 'html', body: page({ article: plain.repeat(5_000) }) }, { now })
  expect(extraction).toMatchObject({
    status: 'rejected',
    reason: expect.stringMatching(/^The page has \d\.\d MB of HTML/),
  })
})

test('a page that takes too long is given up, and the next one is read', async () => {
  const slow = extract(
    { format: 'html', body: page({ article: plain.repeat(1_000) }) },
    { now, timeoutMs: 1 },
  )
  const quick = extract({ format: 'html', body: page({ article: plain }) }, { now })
  expect(await slow).toMatchObject({
    status: 'rejected',
    reason: expect.stringContaining('took longer than'),
  })
  expect(await quick).toMatchObject({ status: 'article', paragraphs })
})
