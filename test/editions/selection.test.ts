import { expect, test } from 'vitest'
import { type Choosable, createSelection } from '../../src/editions/selection.ts'
import { vectorOf } from '../../src/text/vector.ts'

interface Told {
  readonly id: string
  readonly rank: number
  readonly topics?: readonly number[]
  readonly source?: string
  readonly category?: string
  readonly words?: string
}

const plainly = { documents: 1000, count: () => 1 }

function story({ id, rank, topics = [], source = id, category, words = id }: Told): Choosable {
  return {
    rank,
    match: { topics, interest: 1 },
    candidate: {
      story: { id, headline: id, language: 'en', articleIds: [], latestAt: 0 },
      articles: [
        {
          id: `a of ${id}`,
          revision: 1,
          duplicateGroup: id,
          storedAt: 0,
          language: 'en',
          title: '',
          lead: '',
          sources: [source],
          categories: category === undefined ? [] : [category],
        },
      ],
      importance: rank,
      source,
      subject: () => vectorOf(words.split(' '), plainly),
    },
  }
}

/** Takes and accepts until the slots are full. */
function fill(stories: readonly Told[], rules: { readonly slots: number; readonly topics?: number }) {
  const selection = createSelection(stories.map(story), { topics: 0, ...rules })
  const taken: string[] = []
  while (taken.length < rules.slots) {
    const one = selection.take()
    if (!one) break
    taken.push(one.candidate.story.id)
    selection.accept(one)
  }
  const rest = selection.rest().map(({ story: { candidate }, reason }) => [candidate.story.id, reason.kind])
  return { taken, rest }
}

test('the highest rank comes first, and what has no room says so', () => {
  const stories = [
    { id: 'low', rank: 0.2 },
    { id: 'high', rank: 0.8 },
    { id: 'middle', rank: 0.5 },
  ]
  expect(fill(stories, { slots: 2 })).toEqual({ taken: ['high', 'middle'], rest: [['low', 'no-room']] })
})

test('a story that is unlike those taken comes before one that is like them', () => {
  const stories = [
    { id: 'first', rank: 0.8, words: 'flood vessen valley' },
    { id: 'same', rank: 0.7, words: 'flood vessen dam' },
    { id: 'other', rank: 0.6, words: 'kelp harvest' },
  ]
  expect(fill(stories, { slots: 3 }).taken).toEqual(['first', 'other', 'same'])
})

test('stories of one category are like each other', () => {
  const stories = [
    { id: 'first', rank: 0.8, category: 'sport' },
    { id: 'same', rank: 0.7, category: 'sport' },
    { id: 'other', rank: 0.65, category: 'business' },
  ]
  expect(fill(stories, { slots: 2 }).taken).toEqual(['first', 'other'])
})

const mills = ['m1', 'm2', 'm3', 'm4'].map((id, at) => ({ id, rank: 0.9 - at / 100, topics: [0] }))
const lights = ['l1', 'l2', 'l3'].map((id, at) => ({ id, rank: 0.3 - at / 100, topics: [1] }))

test('one topic of several gets two slots of five while others have stories', () => {
  const { taken, rest } = fill([...mills, ...lights], { slots: 4, topics: 2 })
  expect([...taken].sort()).toEqual(['l1', 'l2', 'm1', 'm2'])
  expect(rest).toEqual([
    ['m3', 'topic-share'],
    ['m4', 'topic-share'],
    ['l3', 'topic-share'],
  ])
})

test('a share grows where nothing else is left', () => {
  expect(fill([...mills, { id: 'l1', rank: 0.1, topics: [1] }], { slots: 5, topics: 2 }).taken).toEqual([
    'm1',
    'm2',
    'l1',
    'm3',
    'm4',
  ])
  expect(fill(mills, { slots: 4, topics: 1 }).taken).toEqual(['m1', 'm2', 'm3', 'm4'])
})

test('a story of two topics is held back only when both are full', () => {
  const both = { id: 'both', rank: 0.5, topics: [0, 1] }
  expect(fill([...mills, both, ...lights], { slots: 5, topics: 2 }).taken.slice(0, 3)).toEqual([
    'm1',
    'm2',
    'both',
  ])
})

test('one source heads two stories while others have some', () => {
  const stories = [
    ...['c1', 'c2', 'c3'].map((id) => ({ id, rank: 0.8, source: 'courier' })),
    { id: 'ledger', rank: 0.1 },
  ]
  expect(fill(stories, { slots: 3 })).toEqual({
    taken: ['c1', 'c2', 'ledger'],
    rest: [['c3', 'source-share']],
  })
  expect(fill(stories, { slots: 4 }).taken).toHaveLength(4)
})
