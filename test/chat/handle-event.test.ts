import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openSqlite } from '../../db/sqlite.ts'
import { answerQuestion } from '../../src/answers/answer.ts'
import { type ArticleSource, toArticle } from '../../src/articles/to-article.ts'
import { commands } from '../../src/chat/commands.ts'
import { handleEvent } from '../../src/chat/handle-event.ts'
import { MINUTE_MS, systemClock } from '../../src/clock.ts'
import type { Block, Chat, Message, SaidEvent } from '../../src/domain.ts'
import { createCandidates } from '../../src/editions/candidates.ts'
import { createLog } from '../../src/log.ts'
import { texts } from '../../src/message/texts.ts'
import type { Store } from '../../src/ports.ts'
import { createPlaceArticles } from '../../src/stories/place-articles.ts'
import { createExtractiveEngine } from '../../src/summarizer/extractive.ts'
import { NEWS, NOW, QUILL, TUNNEL } from '../answers/asked-store.ts'

const say = texts('en')
const PROFIT = 'What was the net profit of Quill Robotics?'
const YEAR_BEFORE = 'And the year before?'
const TODAY = NEWS.map((source, at) => ({ ...source, publishedAt: NOW - (at + 1) * MINUTE_MS }))

let store: Store
let now = NOW
beforeEach(async () => {
  now = NOW
  await open(TODAY)
})
afterEach(() => store.close())

async function open(news: readonly ArticleSource[]): Promise<void> {
  store = await openSqlite({ file: ':memory:' })
  const prepared = await Promise.all(news.map((source) => toArticle({ language: 'en', ...source })))
  await store.saveArticles(prepared, NOW)
  await createPlaceArticles({ store, clock: systemClock })()
}

const PRIVATE: Chat = { platform: 'test', id: 'ada', kind: 'private' }
let events = 0

interface Where {
  readonly chat?: Chat
  readonly person?: string
  readonly root?: string
  readonly key?: string
}

/** What is said back to a line: a question, or a command behind a slash. */
function hear(line: string, { chat = PRIVATE, person = 'ada', root, key }: Where = {}): Promise<Message> {
  events++
  const event = {
    key: key ?? `e${events}`,
    chat,
    person: { platform: 'test', id: person },
    at: now,
    ...(root !== undefined && { root }),
  }
  const [name = '', ...rest] = line.slice(1).split(' ')
  const said: SaidEvent = line.startsWith('/')
    ? { ...event, kind: 'command', name, text: rest.join(' ') }
    : { ...event, kind: 'question', text: line }
  const clock = { ...systemClock, now: () => now }
  const parts = {
    store,
    clock,
    answerQuestion,
    engine: createExtractiveEngine(),
    candidates: createCandidates({ store, clock }),
    log: createLog({ level: 'error', json: false, write: () => undefined, now: () => now }),
    adapters: [],
    isAdmin: async () => false,
    owners: [],
  }
  return handleEvent(parts, said)
}

function blocksOf<K extends Block['kind']>({ blocks }: Message, kind: K): Extract<Block, { kind: K }>[] {
  return blocks.filter((block): block is Extract<Block, { kind: K }> => block.kind === kind)
}
const textsOf = (message: Message) => blocksOf(message, 'text').map(({ text }) => text)
const pointsOf = (message: Message) => blocksOf(message, 'point').map(({ text }) => text)

describe('a question', () => {
  test('is answered from what is stored, with its sources', async () => {
    const message = await hear(PROFIT)
    expect(textsOf(message)).toEqual([say.fromStored])
    expect(pointsOf(message)[0]).toContain('42 million crowns')
    expect(blocksOf(message, 'sources')[0]?.sources[0]).toMatchObject({
      mark: 1,
      source: { name: 'Kest Ledger', title: QUILL.title },
    })
  })

  test('that is not answered by what is stored is refused', async () => {
    expect(textsOf(await hear('What is the price of silver?'))).toEqual([say.notStored])
  })

  test('for advice is refused as that', async () => {
    expect(textsOf(await hear('Should I buy shares of Quill Robotics?'))).toEqual([say.outOfScope])
  })

  test('leans on what was said before', async () => {
    await hear(PROFIT)
    expect(pointsOf(await hear(YEAR_BEFORE))[0]).toContain('17 million crowns the year before')
  })

  test('leans on nothing after half an hour', async () => {
    await hear(PROFIT)
    now += 31 * MINUTE_MS
    expect(textsOf(await hear(YEAR_BEFORE))).toEqual([say.ambiguous])
  })

  test('that is a greeting is told what can be said', async () => {
    expect(await hear('Good morning!')).toEqual(await hear('/help'))
  })
})

describe('who shares a conversation', () => {
  const group: Chat = { platform: 'test', id: 'news', kind: 'group' }
  const thread: Chat = { platform: 'test', id: 'news', thread: 't1', kind: 'thread' }

  /** Whether the follow-up asked at the second place knew what was asked at the first. */
  async function isShared(first: Where, second: Where): Promise<boolean> {
    await hear(PROFIT, first)
    return pointsOf(await hear(YEAR_BEFORE, second)).length > 0
  }

  test('in private, a reader with himself', async () => {
    expect(await isShared({ person: 'ada' }, { person: 'ada' })).toBe(true)
  })

  test('in private, no reader with another', async () => {
    const grace: Chat = { ...PRIVATE, id: 'grace' }
    expect(await isShared({ person: 'ada' }, { person: 'grace', chat: grace })).toBe(false)
    expect(await isShared({ person: 'ada' }, { person: 'grace', chat: PRIVATE })).toBe(false)
  })

  test('in a thread, all who write there', async () => {
    expect(await isShared({ chat: thread, person: 'ada' }, { chat: thread, person: 'grace' })).toBe(true)
  })

  test('of two threads, nobody', async () => {
    const other: Chat = { ...thread, thread: 't2' }
    expect(await isShared({ chat: thread }, { chat: other })).toBe(false)
  })

  test.each(['group', 'channel'] as const)('in a %s, who replies to the same message', async (kind) => {
    const chat = { ...group, kind }
    expect(await isShared({ chat, key: 'm1', person: 'ada' }, { chat, root: 'm1', person: 'grace' })).toBe(
      true,
    )
  })

  test.each(['group', 'channel'] as const)('in a %s, nobody who begins anew', async (kind) => {
    const chat = { ...group, kind }
    expect(await isShared({ chat, person: 'ada' }, { chat, person: 'grace' })).toBe(false)
  })

  test('of two platforms with the same ids, nobody', async () => {
    const elsewhere: Chat = { ...PRIVATE, platform: 'other' }
    expect(await isShared({}, { chat: elsewhere })).toBe(false)
  })
})

describe('/brief', () => {
  test('gives the edition of the last day, each point with its mark', async () => {
    const message = await hear('/brief')
    expect(blocksOf(message, 'title')).toHaveLength(1)
    expect(blocksOf(message, 'headline').length).toBeGreaterThan(3)
    expect(blocksOf(message, 'point').every(({ marks }) => marks.length > 0)).toBe(true)
  })

  test('gives those about a topic', async () => {
    const message = await hear('/brief  Quill Robotics ')
    expect(blocksOf(message, 'headline').map(({ text }) => text)).toEqual([QUILL.title])
  })

  test('about what no story is about says how many have come in', async () => {
    expect(textsOf(await hear('/brief zeppelins'))).toEqual([say.noneFits(TODAY.length)])
  })

  test('says so when no story has come in', async () => {
    await store.close()
    await open([])
    expect(textsOf(await hear('/brief'))).toEqual([say.noNewStories])
  })

  test('leaves the conversation at what it was about', async () => {
    await hear(PROFIT)
    await hear('/brief')
    expect(pointsOf(await hear(YEAR_BEFORE))[0]).toContain('17 million crowns the year before')
  })

  test('leaves out what is older than a day', async () => {
    await store.close()
    await open([{ ...TUNNEL, publishedAt: NOW - 25 * 60 * MINUTE_MS }])
    expect(textsOf(await hear('/brief'))).toEqual([say.noNewStories])
  })
})

describe('/sources', () => {
  test('shows the cited sentence in its paragraph', async () => {
    const answer = await hear('Why was the Orlan tunnel closed?')
    const passages = blocksOf(await hear('/sources 1'), 'passage')
    const cited = passages.flatMap(({ text, cited }) => cited.map(([start, end]) => text.slice(start, end)))
    expect(cited).toContain(pointsOf(answer)[0])
    expect(passages.map(({ text }) => text)).toContain(TUNNEL.text.split('\n\n')[1])
  })

  test('means the marks of what was shown last', async () => {
    await hear(PROFIT)
    await hear('/brief Orlan tunnel')
    expect(blocksOf(await hear('/sources 1'), 'headline')[0]?.text).toBe(TUNNEL.title)
  })

  test('counts on through the briefs of an edition', async () => {
    const { blocks } = await hear('/brief')
    const marked = blocks.flatMap((block) => (block.kind === 'sources' ? block.sources : []))
    const last = marked.at(-1)
    expect(blocksOf(await hear(`/sources ${last?.mark}`), 'headline')[0]?.text).toBe(last?.source.title)
  })

  test('still opens the sentence when the article has changed since', async () => {
    const answer = await hear('Why was the Orlan tunnel closed?')
    const changed = await toArticle({ language: 'en', ...TUNNEL, text: 'The tunnel is open again.' })
    await store.saveArticles([changed], NOW + MINUTE_MS)
    const passages = blocksOf(await hear('/sources 1'), 'passage')
    expect(passages.map(({ text }) => text).join('\n')).toContain(pointsOf(answer)[0])
  })

  test('before anything was shown says so', async () => {
    expect(textsOf(await hear('/sources 1'))).toEqual([say.nothingShown])
  })

  test.each(['0', '99', '-1', '1.5', 'two', '', '1 2'])('%j is no mark, and is told so', async (mark) => {
    await hear(PROFIT)
    expect(textsOf(await hear(`/sources ${mark}`))).toEqual([say.noSuchMark(mark)])
  })

  test('of another reader are not shown', async () => {
    await hear(PROFIT)
    const chat: Chat = { ...PRIVATE, id: 'grace' }
    expect(textsOf(await hear('/sources 1', { chat, person: 'grace' }))).toEqual([say.nothingShown])
  })
})

describe('/stories', () => {
  test('lists the stories of the last day, latest first', async () => {
    const [rows] = blocksOf(await hear('/stories'), 'rows')
    expect(rows?.rows).toHaveLength(TODAY.length)
    expect(rows?.rows[0]).toMatchObject({ text: TUNNEL.title, note: expect.stringContaining('Harbour Post') })
  })

  test('says so when there are none', async () => {
    now += 2 * 24 * 60 * MINUTE_MS
    expect(textsOf(await hear('/stories'))).toEqual([say.noStories])
  })
})

test('/help lists every command as it is written, and what it does', async () => {
  const rows = blocksOf(await hear('/help'), 'rows').flatMap((block) => block.rows)
  expect(rows.map(({ term }) => term)).toEqual(commands.map(({ usage }) => usage))
  expect(rows.every(({ text }) => text !== '')).toBe(true)
})

test.each(['weather', 'constructor', ''])('the unknown command %j is named', async (name) => {
  expect(textsOf(await hear(`/${name}`))).toEqual([say.unknownCommand(name)])
})
