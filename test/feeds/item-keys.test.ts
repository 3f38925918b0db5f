import { expect, test } from 'vitest'
import type { Item } from '../../src/domain.ts'
import { keyedItems } from '../../src/feeds/item-keys.ts'

const LONG = 'The ferry to the island of Harrow stops on Sunday, the operator said on Tuesday. '.repeat(4)
const ferry: Item = {
  id: 'ferry-1',
  link: 'https://courier.example/ferry',
  title: 'The ferry stops',
  summary: LONG,
  publishedAt: 1,
}

const keyed = (...items: readonly Item[]) => keyedItems(items, (link) => link)
const keysOf = (item: Item) => keyed(item)[0]?.keys ?? []
const isSame = (one: Item, other: Item) => keysOf(one).some((key) => keysOf(other).includes(key))

test.each<[string, Partial<Item>]>([
  ['another id', { id: 'ferry-1-v2' }],
  ['another date', { publishedAt: 2 }],
  ['another address', { link: 'https://courier.example/2026/ferry' }],
  ['other words', { title: 'The ferry goes', summary: 'It goes.' }],
  ['another id and address, with the same long text', { id: 'x', link: 'https://courier.example/x' }],
  ['another id and other words', { id: 'x', title: 'The ferry goes', summary: 'It goes.' }],
])('an item with %s is the same', (_, change) => {
  expect(isSame({ ...ferry, ...change }, ferry)).toBe(true)
})

test('a short text under another id and address is another item', () => {
  const weather = { id: '1', link: 'https://courier.example/1', title: 'Weather for today' }
  const next = { ...weather, id: '2', link: 'https://courier.example/2' }
  expect(isSame(next, weather)).toBe(false)
})

test('what an item says is told apart from its markup and dates', () => {
  const hashOf = (item: Item) => keyed(item)[0]?.wordsHash
  const marked = { ...ferry, summary: `<p class="x">${LONG}</p>`, publishedAt: 9 }
  expect(hashOf(marked)).toBe(hashOf(ferry))
  expect(hashOf({ ...ferry, title: 'The ferry goes' })).not.toBe(hashOf(ferry))
})

test('an id and a link that several items share name none of them', () => {
  const home = 'https://courier.example/'
  const items = keyed(
    { id: '0', link: home, title: 'The ferry' },
    { id: '0', link: home, title: 'The tram' },
    { id: '5', link: 'https://courier.example/bus', title: 'The bus' },
  )
  expect(items.map(({ hasOwnId, hasOwnLink }) => [hasOwnId, hasOwnLink])).toEqual([
    [false, false],
    [false, false],
    [true, true],
  ])
  expect(new Set(items.flatMap(({ keys }) => keys)).size).toBe(4)
})

test('what stands twice in a feed counts once', () => {
  expect(keyed(ferry, ferry)).toHaveLength(1)
})

test('an item that has nothing but words is named by them', () => {
  expect(keysOf({ title: 'The ferry' })).toEqual(keysOf({ title: 'The  ferry', publishedAt: 5 }))
})
