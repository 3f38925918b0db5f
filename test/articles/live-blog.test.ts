import { expect, test } from 'vitest'
import { extractHtml } from '../../src/articles/html-page.ts'
import { readLinkedData } from '../../src/articles/linked-data.ts'

const now = Date.UTC(2026, 2, 10)
const said = (at: number) =>
  `At ${at} o’clock the strike committee and the ferry line met again, and the talks broke up without a date for the next round.`

function page(head: string, body: string): string {
  return `<!doctype html><html lang="en"><head><title>The strike, live</title>${head}</head><body><main><h1>The strike, live</h1>${body}</main></body></html>`
}

test('the article of a live blog is what its JSON-LD posted last, newest first', () => {
  const posts = Array.from({ length: 14 }, (_, at) => ({
    '@type': 'BlogPosting',
    datePublished: `2026-03-09T${String(at).padStart(2, '0')}:00:00Z`,
    articleBody: said(at),
  }))
  const json = JSON.stringify({
    '@type': 'LiveBlogPosting',
    headline: 'The strike, live',
    liveBlogUpdate: posts,
  })
  const older = posts.map(({ articleBody }) => `<div><p>${articleBody}</p></div>`).join('')
  const found = extractHtml(page(`<script type="application/ld+json">${json}</script>`, older), { now })
  expect(found).toMatchObject({
    status: 'article',
    paragraphs: [13, 12, 11, 10, 9, 8, 7, 6, 5, 4].map(said),
  })
})

test('posts that only the page marks count as well, and a share bar among them does not', () => {
  const posts = [9, 11, 10].map(
    (at) =>
      `<div itemprop="liveBlogUpdate"><time datetime="2026-03-09T${String(at).padStart(2, '0')}:00:00Z">${at}:00</time><p>${said(at)}</p><p>Share on Facebook</p></div>`,
  )
  expect(extractHtml(page('', posts.join('')), { now }).paragraphs).toEqual([11, 10, 9].map(said))
})

test('a live blog is found beside the article that announces it', async () => {
  const [announced, blog] = [
    { '@type': 'NewsArticle', headline: 'Storm over Harrow' },
    {
      '@type': 'LiveBlogPosting',
      headline: 'Storm over Harrow',
      liveBlogUpdate: [{ articleBody: 'One' }, { articleBody: 'Two' }],
    },
  ]
  expect(readLinkedData([JSON.stringify([announced, blog])]).posts).toHaveLength(2)
})

test('an article with one update is no live blog', () => {
  const body = `<p>${said(8)}</p><p>${said(9)}</p><div itemprop="liveBlogUpdate"><p>${said(10)}</p></div>`
  expect(extractHtml(page('', body), { now }).paragraphs).toEqual([8, 9, 10].map(said))
})
