import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readQuestion } from '../../src/answers/question.ts'
import { retrieve } from '../../src/answers/retrieve.ts'
import { search } from '../../src/answers/search.ts'
import { DAY_MS } from '../../src/clock.ts'
import type { Focus } from '../../src/domain.ts'
import type { Store } from '../../src/ports.ts'
import { type AskedStore, askedStore, NEWS, NOW, TUNNEL } from './asked-store.ts'

/** Reports about ferries, the same in everything but their day and what their one own word is. */
function ferry(id: string, daysAgo: number, more = ''): (typeof NEWS)[number] {
  return {
    externalId: id,
    publisher: `Paper of ${id}`,
    title: `Ferry to Lindau stops again (${id})`,
    publishedAt: NOW - daysAgo * DAY_MS,
    text: `The ferry to Lindau has stopped because of its engine, the operator said in report ${id}.\n\nCommuters take the bus. ${more}`,
  }
}

let desk: AskedStore | undefined
afterEach(async () => {
  await desk?.[Symbol.asyncDispose]()
  desk = undefined
})

async function found(
  news: typeof NEWS,
  text: string,
  { now = NOW, focus }: { readonly now?: number; readonly focus?: Focus } = {},
) {
  desk = await askedStore(news)
  const question = readQuestion(text, { now, sourceNames: await desk.store.sourceNames() })
  const { candidates } = await retrieve(desk.store, question, { now, ...(focus && { focus }) })
  return candidates.map(({ article }) => article.externalId)
}

const WEEKS = [ferry('new1', 1), ferry('new2', 2), ferry('old1', 60), ferry('old2', 90)]

describe('a relative period', () => {
  test('filters while at least three articles remain', async () => {
    const ids = await found([...WEEKS, ferry('new3', 3)], 'Why did the ferry to Lindau stop this week?')
    expect(ids.toSorted()).toEqual(['new1', 'new2', 'new3'])
  })

  test('only puts its articles first when two remain', async () => {
    const ids = await found(WEEKS, 'Why did the ferry to Lindau stop this week?')
    expect(ids.slice(0, 2).toSorted()).toEqual(['new1', 'new2'])
    expect(ids.slice(2).toSorted()).toEqual(['old1', 'old2'])
  })

  test('does not count articles that hardly hold the question', async () => {
    const strangers = [1, 2, 3].map((at) => ({
      ...ferry(`bus${at}`, at),
      title: 'Buses are late',
      text: 'The engine of a bus broke.',
    }))
    const ids = await found(
      [...strangers, ferry('old1', 60)],
      'Which ferry to Lindau stopped with a broken engine this week?',
    )
    expect(ids).toContain('old1')
  })

  test('is counted from the time of the question', async () => {
    const news = [...WEEKS, ferry('old3', 89), ferry('old4', 88)]
    const ids = await found(news, 'Why did the ferry to Lindau stop this week?', { now: NOW - 87 * DAY_MS })
    expect(ids.slice(0, 3).toSorted()).toEqual(['old2', 'old3', 'old4'])
  })
})

test('a date of the calendar puts the articles of that day first and filters none', async () => {
  const ids = await found(WEEKS, 'Why did the ferry to Lindau stop on 7 March?')
  expect(ids[0]).toBe('old1')
  expect(ids).toHaveLength(4)
})

test('"latest" prefers the newest more strongly', async () => {
  const news = [ferry('new', 1), ferry('old', 20, 'The engine, the engine of the ferry, the operator said.')]
  expect((await found(news, 'What is the latest on the engine of the ferry?'))[0]).toBe('new')
})

test('a source that is named comes first, the others follow', async () => {
  const ids = await found(WEEKS, 'Why did the ferry to Lindau stop, according to Paper of old2?')
  expect(ids[0]).toBe('old2')
  expect(ids).toHaveLength(4)
})

test('of several sources that are named the best article of each comes first', async () => {
  const ids = await found(
    WEEKS,
    'What do both Paper of old1 and Paper of old2 report about the ferry to Lindau?',
  )
  expect(ids.slice(0, 2).toSorted()).toEqual(['old1', 'old2'])
})

test('what the talk is about comes first among equals', async () => {
  const news = [ferry('one', 3), ferry('two', 3), ferry('three', 3)]
  desk = await askedStore(news)
  const [article] = await desk.store.matchArticles({ anyOf: ['three'], limit: 1 })
  const focus: Focus = {
    articleIds: [article?.article.id ?? ''],
    storyIds: [],
    names: [],
    questionStems: [],
    at: NOW,
  }
  await desk[Symbol.asyncDispose]()
  expect((await found(news, 'Why did the ferry stop?', { focus }))[0]).toBe('three')
})

test('an article that is about the question wins over one that mentions its words in passing', async () => {
  const passing = {
    externalId: 'passing',
    title: 'Town council meets',
    publishedAt: NOW,
    text: 'The council met on Monday.\n\nIt talked about the budget.\n\nIt talked about the school.\n\nIt talked about the market.\n\nIt talked about the road.\n\nIt talked about an engine.\n\nSomebody asked about the ferry, and somebody about Lindau.',
  }
  expect(
    (await found([passing, ferry('about', 3)], 'Why did the engine of the ferry to Lindau stop?'))[0],
  ).toBe('about')
})

test('words that nobody wrote find nothing', async () => {
  expect(await found(NEWS, 'zeppelin hangars')).toEqual([])
})

describe('search', () => {
  let stored: AskedStore
  beforeEach(async () => {
    stored = await askedStore([...NEWS, { ...TUNNEL, externalId: 'copy', publisher: 'Coast Wire' }])
  })
  afterEach(() => stored[Symbol.asyncDispose]())

  const hits = (query: string, limit = 10) => search(stored, { query, limit, now: NOW })

  test('gives every member of a duplicate group', async () => {
    const ids = (await hits('Orlan tunnel')).map(({ externalId }) => externalId)
    expect(ids.slice(0, 2).toSorted()).toEqual(['copy', 'tunnel'])
  })

  test('shows the sentence that holds most of the query, by its ordinal', async () => {
    const [hit] = await hits('seal between segments')
    const article = await stored.store.article(hit?.articleId ?? '')
    const sentence = article?.sentences.find(({ ordinal }) => ordinal === hit?.sentence)
    expect(hit?.quote).toContain('a seal between two segments')
    expect(article?.text.slice(sentence?.start, sentence?.end)).toBe(hit?.quote)
  })

  test('gives the best first, and no more than asked for', async () => {
    const all = await hits('Quill Robotics Varn Motors')
    const scores = all.map(({ score }) => score)
    expect(scores).toEqual(scores.toSorted((a, b) => b - a))
    expect(await hits('Quill Robotics Varn Motors', 1)).toEqual(all.slice(0, 1))
  })

  test('finds the same where articles were stored without the hashes of their stems', async () => {
    const bare: Store = {
      ...stored.store,
      matchArticles: async (query) =>
        (await stored.store.matchArticles(query)).map(({ article, score }) => ({ article, score })),
    }
    const query = 'engine loss of Quill Robotics and the tunnel in Holm'
    expect(await search({ store: bare }, { query, limit: 10, now: NOW })).toEqual(await hits(query))
  })

  test.each(['', '   ', '"', 'NEAR(', '*', 'title:x OR', "'; drop table articles; --"])(
    'of %j harms nothing and finds nothing',
    async (query) => {
      expect(await hits(query)).toEqual([])
    },
  )
})
