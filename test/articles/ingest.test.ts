import { expect, test } from 'vitest'
import { openSqlite } from '../../db/sqlite.ts'
import type { Draft, InputError } from '../../src/articles/draft.ts'
import { ingest } from '../../src/articles/ingest.ts'
import { systemClock } from '../../src/clock.ts'
import type { Clock, Store } from '../../src/ports.ts'
import { all } from './all.ts'

const clock: Clock = { ...systemClock, now: () => Date.UTC(2026, 2, 10) }

function draft(id: string, text: string): Draft {
  return {
    input: `lines.jsonl:${id}`,
    content: { text },
    known: { externalId: id, title: `Story ${id}`, language: 'en' },
  }
}

async function withStore<T>(use: (store: Store) => Promise<T>): Promise<T> {
  const store = await openSqlite({ file: ':memory:' })
  try {
    return await use(store)
  } finally {
    await store.close()
  }
}

test('results come in the order of the drafts, errors of the input among them', () =>
  withStore(async (store) => {
    const error: InputError = {
      input: 'lines.jsonl:3',
      line: 3,
      error: 'lines.jsonl, line 3: this is not JSON.',
    }
    const drafts = [
      draft('1', 'The ferry stops.'),
      draft('2', ' '),
      error,
      draft('4', 'The ferry stops.'),
      draft('1', 'It goes.'),
      draft('1', 'It goes.'),
    ]
    const results = await all(ingest({ store, clock }, drafts))
    expect(results).toMatchObject([
      { input: 'lines.jsonl:1', externalId: '1', status: 'stored', kind: 'full', title: 'Story 1' },
      { input: 'lines.jsonl:2', externalId: '2', status: 'rejected', reason: 'The text is empty.' },
      error,
      { externalId: '4', status: 'duplicate' },
      { externalId: '1', status: 'updated' },
      { externalId: '1', status: 'duplicate' },
    ])
    expect(await store.articleCount()).toBe(2)
  }))

test('a text that cannot be read is rejected with a sentence, and those around it are stored', () =>
  withStore(async (store) => {
    const breaking: Draft = {
      ...draft('2', 'It breaks.'),
      content: {
        get text(): string {
          throw new RangeError('Too much')
        },
      },
    }
    const results = await all(
      ingest({ store, clock }, [draft('1', 'The ferry stops.'), breaking, draft('3', 'The tram goes.')]),
    )
    expect(results).toMatchObject([
      { status: 'stored' },
      { externalId: '2', status: 'rejected', reason: 'The article could not be read: Too much.' },
      { status: 'stored' },
    ])
  }))

test('a text of more than 2 MB is no article', () =>
  withStore(async (store) => {
    const results = await all(ingest({ store, clock }, [draft('1', 'A. B. C. U.S. Mr. '.repeat(120_000))]))
    expect(results).toMatchObject([
      { status: 'rejected', reason: 'The text has 2.2 MB, and more than 2 MB is no article.' },
    ])
  }))

test.each([
  ['a text', { content: { text: 'The ferry stops.' }, known: { publishedAt: Date.UTC(2031, 0, 1) } }],
  [
    'a page',
    {
      content: {
        page: {
          format: 'html',
          body: `<html><head><meta name="date" content="2031-01-01"></head><body><p>${'The ferry stops. '.repeat(30)}</p></body></html>`,
        },
      },
      known: {},
    },
  ],
  [
    'a pasted page',
    {
      content: {
        page: { format: 'text', body: `The ferry\n\nJanuary 1, 2031\n\n${'The ferry stops. '.repeat(30)}` },
      },
      known: {},
    },
  ],
] as const)('a date of publication that lies ahead is not believed of %s', (_, given) =>
  withStore(async (store) => {
    const [result] = await all(ingest({ store, clock }, [{ input: 'a', ...given }]))
    expect(result).toMatchObject({ status: 'stored' })
    const [article] = await store.unplacedArticles(1)
    expect(article).not.toHaveProperty('publishedAt')
  }),
)

test('what was left out is said with what was stored', () =>
  withStore(async (store) => {
    const noted = { ...draft('1', 'The ferry stops.'), note: '"url" was left out.' }
    const ahead = draft('2', 'The tram goes.')
    const results = await all(
      ingest({ store, clock }, [
        noted,
        { ...ahead, known: { ...ahead.known, publishedAt: Date.UTC(2031, 0, 1) } },
      ]),
    )
    expect(results).toMatchObject([
      { status: 'stored', reason: '"url" was left out.' },
      { status: 'stored', reason: 'Its date of publication lies ahead and was left out.' },
    ])
  }))

test('a page is cleaned, a teaser is stored as a snippet with the reason, a menu is rejected', () =>
  withStore(async (store) => {
    const story = Array.from(
      { length: 4 },
      (_, index) =>
        `The ferry to island number ${index} will stop running on Sunday and will not return before April, the operator said on Wednesday.`,
    )
    const page = (name: string, body: string): Draft => ({
      input: name,
      content: { page: { format: 'text', body } },
      known: {},
    })
    const results = await all(
      ingest({ store, clock }, [
        page('a.txt', `Share\n\n${story.join('\n\n')}\n\nShare`),
        page('b.txt', story[0] ?? ''),
        page('c.txt', 'Home\nNews'),
        page(
          'd.txt',
          'Home\nNews\nSport\nBusiness\nWeather\nObituaries\nJobs\nProperty\nCars\nContact us\nPrivacy policy',
        ),
      ]),
    )
    expect(results).toMatchObject([
      { input: 'a.txt', status: 'stored', kind: 'full' },
      { input: 'b.txt', status: 'stored', kind: 'snippet', reason: expect.stringContaining('too few') },
      { input: 'c.txt', status: 'rejected', reason: 'The page holds only 2 words, too few for an article.' },
      { input: 'd.txt', status: 'rejected', reason: expect.stringContaining('menus') },
    ])
    const [first] = results
    const stored = await store.article(first && 'id' in first ? (first.id ?? '') : '')
    expect(stored?.text).toBe(story.join('\n\n'))
  }))

test('what came with a page wins over what the page says', () =>
  withStore(async (store) => {
    const body = `The page’s own title stands here\n\nJan 7, 2026\n\n${'The ferry will stop running on Sunday and will not return before April, the operator said. '.repeat(6)}`
    const given: Draft = {
      input: 'feed.xml#1',
      content: { page: { format: 'text', body } },
      known: {
        url: 'https://courier.example/a',
        title: 'The title of the item',
        publishedAt: Date.UTC(2026, 1, 1),
        site: 'Harrow Courier',
      },
    }
    const [result] = await all(ingest({ store, clock }, [given]))
    const article = await store.article(result && 'id' in result ? (result.id ?? '') : '')
    expect(article).toMatchObject({
      title: 'The title of the item',
      publishedAt: Date.UTC(2026, 1, 1),
      site: 'Harrow Courier',
      identity: 'url:https://courier.example/a',
    })
  }))

test('a hundred articles share a transaction', () =>
  withStore(async (store) => {
    const sizes: number[] = []
    const counting: Pick<Store, 'saveArticles'> = {
      saveArticles: (articles, now) => {
        sizes.push(articles.length)
        return store.saveArticles(articles, now)
      },
    }
    const drafts = Array.from({ length: 230 }, (_, index) =>
      draft(String(index), `Ferry number ${index} stops.`),
    )
    const never: Clock = {
      ...clock,
      sleep: (_ms, signal) => new Promise((done) => signal?.addEventListener('abort', () => done())),
    }
    const results = await all(ingest({ store: counting, clock: never }, drafts))
    expect(results).toHaveLength(230)
    expect(sizes).toEqual([100, 100, 30])
  }))

test('when the input is slow, what came so far is stored without waiting for more', () =>
  withStore(async (store) => {
    const late = Promise.withResolvers<void>()
    const timer = Promise.withResolvers<void>()
    async function* slow() {
      yield draft('1', 'The ferry stops.')
      await late.promise
      yield draft('2', 'The tram goes.')
    }
    const results = ingest({ store, clock: { ...clock, sleep: () => timer.promise } }, slow())
    const first = results.next()
    timer.resolve()
    expect((await first).value).toMatchObject({ externalId: '1', status: 'stored' })
    late.resolve()
    expect((await results.next()).value).toMatchObject({ externalId: '2', status: 'stored' })
    expect((await results.next()).done).toBe(true)
  }))
