import { expect, test } from 'vitest'
import { readOpml, writeOpml } from '../../src/feeds/opml.ts'

const list = (body: string) =>
  `<opml version="2.0"><head><title>Mine</title></head><body>${body}</body></opml>`

test('what is written is read again, folders and odd characters included', () => {
  const feeds = [
    { title: 'Tide & "Time"', xmlUrl: 'https://tide.example/feed?a=1&b=2', category: 'Ports & "Ships" < 3' },
    { title: 'Möwe', xmlUrl: 'https://moewe.example/feed', category: 'Ports & "Ships" < 3' },
    { title: 'Ledger', xmlUrl: 'https://ledger.example/feed' },
  ]
  expect(readOpml(writeOpml('Feeds of & Co', feeds))).toEqual({ title: 'Feeds of & Co', feeds })
})

test('a feed without a title is listed under its address', () => {
  expect(writeOpml('Mine', [{ xmlUrl: 'https://ledger.example/feed' }])).toContain(
    '<outline type="rss" text="https://ledger.example/feed" xmlUrl="https://ledger.example/feed"/>',
  )
})

test.each([
  [
    'the innermost folder',
    '<outline text="News"><outline text="Harbour"><outline text="A" xmlUrl="https://a.example/"/></outline></outline>',
    'Harbour',
  ],
  [
    'its own word, where there is no folder',
    '<outline text="A" xmlUrl="https://a.example/" category="/News/Harbour,/Sea"/>',
    'Harbour',
  ],
  [
    'none after a folder has ended',
    '<outline text="News"></outline><outline text="A" xmlUrl="https://a.example/"/>',
    undefined,
  ],
  [
    'the folder of a feed that holds others',
    '<outline text="News"><outline text="A" xmlUrl="https://a.example/"><outline text="no feed"/></outline></outline>',
    'News',
  ],
])('the category is %s', (_, body, category) => {
  expect(readOpml(list(body))?.feeds).toEqual([
    { title: 'A', xmlUrl: 'https://a.example/', ...(category !== undefined && { category }) },
  ])
})

test('quotes, brackets and entities where none may be do not hide a feed', () => {
  const odd = `<outline text='A' description="<p>He said "go" > and&nbsp;went</p>" xmlUrl="https://a.example/" />
    <OUTLINE text="B" XMLURL='https://b.example/'></OUTLINE>`
  expect(readOpml(list(odd))?.feeds.map(({ xmlUrl }) => xmlUrl)).toEqual([
    'https://a.example/',
    'https://b.example/',
  ])
})

test('a list cut off keeps the feeds before the end, and ten thousand folders do no harm', () => {
  const deep = `${'<outline text="x">'.repeat(10_000)}<outline text="A" xmlUrl="https://a.example/"/>`
  expect(readOpml(`<opml><body>${deep}`)?.feeds).toHaveLength(1)
})
