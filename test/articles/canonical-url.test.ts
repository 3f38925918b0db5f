import { expect, test } from 'vitest'
import { canonicalUrl } from '../../src/articles/canonical-url.ts'

const rows: readonly (readonly [
  url: string | undefined,
  declared: string | undefined,
  canonical: string | undefined,
])[] = [
  ['https://courier.example/ferry', undefined, 'https://courier.example/ferry'],
  ['http://WWW.Courier.Example/ferry/', undefined, 'https://courier.example/ferry'],
  ['https://m.courier.example/ferry', undefined, 'https://courier.example/ferry'],
  ['https://amp.courier.example/ferry', undefined, 'https://courier.example/ferry'],
  ['https://courier.example/ferry/amp', undefined, 'https://courier.example/ferry'],
  ['https://courier.example/ferry/amp/', undefined, 'https://courier.example/ferry'],
  ['https://courier.example/ferry?output=amp', undefined, 'https://courier.example/ferry'],
  ['https://courier.example/ferry/print/', undefined, 'https://courier.example/ferry'],
  ['https://courier.example/ferry?print=1&view=print', undefined, 'https://courier.example/ferry'],
  ['https://courier.example/amp/ferry', undefined, 'https://courier.example/ferry'],
  ['https://courier.example/print/ferry', undefined, 'https://courier.example/ferry'],
  ['https://courier.example/ferry.amp.html', undefined, 'https://courier.example/ferry.html'],
  ['https://courier.example/ferry?mode=amp&_amp=true', undefined, 'https://courier.example/ferry'],
  ['https://courier.example/ferry?format=pdf', undefined, 'https://courier.example/ferry?format=pdf'],
  ['https://courier.example/view.php?cid=123', undefined, 'https://courier.example/view.php?cid=123'],
  ['https://www.google.com/amp/s/www.courier.example/ferry/amp', undefined, 'https://courier.example/ferry'],
  [
    'https://courier-example.cdn.ampproject.org/c/s/courier.example/ferry',
    undefined,
    'https://courier.example/ferry',
  ],
  ['https://www.google.com/search?q=ferry', undefined, 'https://google.com/search?q=ferry'],
  ['https://courier.example/print', undefined, 'https://courier.example'],
  ['https://courier.example/blueprint?view=map', undefined, 'https://courier.example/blueprint?view=map'],
  ['https://courier.example/ferry?utm_source=x&utm_medium=y', undefined, 'https://courier.example/ferry'],
  [
    'https://courier.example/ferry?fbclid=1&gclid=2&at_campaign=3&ocid=4&cmpid=5',
    undefined,
    'https://courier.example/ferry',
  ],
  [
    'https://courier.example/story?page=2&id=7&ref=home',
    undefined,
    'https://courier.example/story?id=7&page=2',
  ],
  ['https://courier.example/story?id=7#comments', undefined, 'https://courier.example/story?id=7'],
  ['https://courier.example', undefined, 'https://courier.example'],
  ['https://m.example', undefined, 'https://m.example'],
  ['https://courier.example:8443/a', undefined, 'https://courier.example:8443/a'],
  ['https://news.courier.example/a?x=1', 'https://courier.example/a', 'https://courier.example/a'],
  ['https://courier.example/a?x=1', '/a', 'https://courier.example/a'],
  ['https://courier.example/a', 'https://other.example/a', 'https://courier.example/a'],
  ['https://one.co.uk/a', 'https://two.co.uk/a', 'https://one.co.uk/a'],
  ['https://m.one.co.uk/a', 'https://www.one.co.uk/b', 'https://one.co.uk/b'],
  ['https://courier.example/a', 'https://courier.example/', 'https://courier.example/a'],
  ['https://courier.example/a', 'not an address', 'https://courier.example/not%20an%20address'],
  ['https://courier.example/a', 'javascript:void(0)', 'https://courier.example/a'],
  [undefined, 'https://www.courier.example/a', 'https://courier.example/a'],
  [undefined, undefined, undefined],
  ['ftp://courier.example/a', undefined, undefined],
  ['no address', undefined, undefined],
]

test.each(rows)('%s, which declares %s, is %s', (url, declared, canonical) => {
  expect(canonicalUrl(url, declared)).toBe(canonical)
})
