import { expect, test } from 'vitest'
import { parseFeed } from '../../src/feeds/parse.ts'

const feeds = {
  RSS: `<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Courier</title><item>
    <title>Ferry</title><category> Ports &amp;amp; Ships </category><category domain="places">Ellery</category>
    <category>Ellery</category><category></category><dc:subject>Traffic</dc:subject></item></channel></rss>`,
  Atom: `<feed xmlns="http://www.w3.org/2005/Atom"><title>Courier</title><entry><title>Ferry</title>
    <category term="ports" label="Ports &amp; Ships"/><category term="Ellery"/><category term="Traffic"/></entry></feed>`,
  RDF: `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
    xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Courier</title></channel>
    <item rdf:about="https://courier.example/1"><title>Ferry</title><dc:subject>Ports &amp; Ships</dc:subject>
    <dc:subject>Ellery</dc:subject><dc:subject>Traffic</dc:subject></item></rdf:RDF>`,
  'JSON Feed': JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: 'Courier',
    items: [{ id: '1', title: 'Ferry', tags: ['Ports & Ships', 'Ellery', 'Traffic'] }],
  }),
  'broken XML': `<rss version="2.0"><channel><title>Courier</title><item><title>Ferry</title>
    <category>Ports &amp; Ships</category><category>Ellery</category><category>Traffic</category></item><item><b`,
}

test.each(Object.entries(feeds))('what an item of %s is about is read', async (_format, body) => {
  const { items } = await parseFeed(body)
  expect(items[0]?.categories).toEqual(['Ports & Ships', 'Ellery', 'Traffic'])
})

test('an item that says nothing has no categories', async () => {
  const { items } = await parseFeed(
    '<rss version="2.0"><channel><title>Courier</title><item><title>Ferry</title></item></channel></rss>',
  )
  expect(items[0]).not.toHaveProperty('categories')
})
