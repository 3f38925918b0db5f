import { expect, test } from 'vitest'
import type { AnswerQuestion } from '../../../src/answers/answer.ts'
import type { AnswerProgress, NewAnswer, Point, Source } from '../../../src/domain.ts'
import { flood } from '../../editions/articles.ts'
import { aSubscription, MINUTE_MS } from '../../editions/newsroom.ts'
import { parseHtml } from '../../fakes/telegram/html.ts'
import { TELEGRAM_LIMITS } from '../../fakes/telegram/rates.ts'
import { deskWithChannel, refused, SECOND_MS, sends, telegramDesk } from './desk.ts'

const source: Source = { articleId: 'a1', name: 'Courier <&>', title: 'Flood', language: 'en', kind: 'full' }
const point = (text: string): Point => ({
  text,
  citations: [{ articleId: 'a1', revision: 1, sentence: 1, start: 0, end: 10, quote: text }],
})
const POINTS = ['Twelve people were injured.', 'A <b>bridge</b> & a road are closed.'].map(point)
const ANSWER: NewAnswer = {
  question: 'What happened?',
  kind: 'answered',
  points: POINTS,
  sources: [source],
  nearest: [],
  score: 2,
  language: 'en',
  engine: 'extractive',
}
const READING: AnswerProgress = { kind: 'reading', articles: 12 }
const CHECKED: AnswerProgress = { kind: 'checked', points: POINTS.slice(0, 1), sources: [source] }

/** An engine that reads for ten seconds, has a point checked, and takes half a minute more; or until nobody wants it. */
const slowly =
  (stoppedAt: number[] = []): AnswerQuestion =>
  async ({ clock }, { making }) => {
    making?.signal.addEventListener('abort', () => stoppedAt.push(clock.now()), { once: true })
    making?.report(READING)
    await clock.sleep(10 * SECOND_MS, making?.signal)
    making?.report(CHECKED)
    await clock.sleep(30 * SECOND_MS, making?.signal)
    making?.signal.throwIfAborted()
    return { answer: ANSWER, focus: undefined }
  }

test.each([
  ['private', 'user is deactivated'],
  ['group', 'the group chat was deleted'],
] as const)(
  '17 a subscription is removed where that is final, of a chat that is %s: %s',
  async (kind, words) => {
    const { desk, owner } = await deskWithChannel()
    await using _ = desk
    const place = kind === 'private' ? desk.telegram.person() : desk.telegram.group({ owner })
    const chat = desk.chat(place, kind)
    const ownedBy = String(kind === 'private' ? place : owner)
    await desk.publish(flood)
    await desk.app.store.addSubscription(
      aSubscription({ chat, owner: { platform: 'telegram', id: ownedBy } }),
      desk.clock.now(),
    )
    desk.telegram.script({ method: 'sendMessage', chat: place }, refused(403, words))

    await desk.pass(41 * MINUTE_MS)

    expect(sends(desk, place)).toHaveLength(1)
    expect(await desk.app.store.subscriptions()).toEqual([])
    expect(await desk.app.store.pausedChats()).toEqual([])
    expect((await desk.deliveries(chat)).map(({ state }) => state)).toEqual(['refused'])
    expect(desk.posts(owner)).toHaveLength(kind === 'private' ? 0 : 1)
  },
)

test('37 drafts go to private chats only, under one number that is not 0, each is well formed, and one message ends them', async () => {
  await using desk = await telegramDesk({ limits: TELEGRAM_LIMITS, answerQuestion: slowly() })
  const reader = desk.telegram.person()
  const question = desk.telegram.write(reader, 'What happened?')
  await desk.pass(60 * SECOND_MS)

  const calls = desk.telegram.received().filter(({ method }) => /^send(?:Message|MessageDraft)$/.test(method))
  const [drafts, last] = [calls.slice(0, -1), calls.at(-1)]
  expect(drafts.length).toBeGreaterThan(1)
  expect(new Set(drafts.map(({ params }) => params.draft_id)).size).toBe(1)
  for (const { method, params, status } of drafts) {
    expect([method, status, params.can_stop, params.draft_id !== 0]).toEqual([
      'sendMessageDraft',
      200,
      true,
      true,
    ])
    expect(() => parseHtml(String(params.text))).not.toThrow()
  }
  expect(desk.telegram.drafts(reader).map(({ text }) => text.split('\n')[0])).toEqual([
    'Reading 12 articles …',
    '• Twelve people were injured.\u00a0[1]',
    '• Twelve people were injured.\u00a0[1]',
  ])
  const times = drafts.map(({ at }) => at)
  for (const [at, time] of times.entries()) {
    const before = times[at - 1]
    if (before === undefined) continue
    expect(time - before).toBeGreaterThanOrEqual(SECOND_MS)
    expect(time - before).toBeLessThanOrEqual(21 * SECOND_MS)
  }
  expect(last).toMatchObject({
    method: 'sendMessage',
    params: { chat_id: reader, reply_parameters: { message_id: question } },
  })
  for (const { text } of POINTS) expect(desk.posts(reader).at(-1)).toContain(text)
  expect(sends(desk, reader)).toHaveLength(1)
})

test.each([
  ['before a point was checked', 5 * SECOND_MS, ['Stopped.']],
  ['after one was', 15 * SECOND_MS, ['Twelve people were injured.', 'Stopped there.']],
] as const)(
  '37 who stops an answer %s ends its making within a second, and one message says so',
  async (_when, afterMs, words) => {
    const stoppedAt: number[] = []
    await using desk = await telegramDesk({ answerQuestion: slowly(stoppedAt) })
    const reader = desk.telegram.person()
    desk.telegram.write(reader, 'What happened?')
    await desk.pass(afterMs)
    const at = desk.clock.now()
    desk.telegram.stop(reader, desk.telegram.drafts(reader).at(-1)?.draftId ?? 0)
    await desk.pass(SECOND_MS)
    expect(stoppedAt.map((time) => time - at <= SECOND_MS)).toEqual([true])

    await desk.pass(60 * SECOND_MS)
    const [only, another] = desk.posts(reader)
    for (const each of words) expect(only).toContain(each)
    expect(only).not.toContain('a road')
    expect(another).toBeUndefined()
    expect(desk.telegram.received().at(-1)?.method).toBe('sendMessage')
  },
)

test('37 a stop of what was shown under another number stops nothing', async () => {
  await using desk = await telegramDesk({ answerQuestion: slowly() })
  const reader = desk.telegram.person()
  desk.telegram.write(reader, 'What happened?')
  await desk.pass(5 * SECOND_MS)
  desk.telegram.stop(reader, 12_345)
  await desk.pass(60 * SECOND_MS)
  expect(desk.posts(reader).join()).toContain('a road')
})

test('38 in groups an answer that is being made edits nothing, and its one message has the full text even after a 429', async () => {
  await using desk = await telegramDesk({ answerQuestion: slowly() })
  const group = desk.telegram.supergroup({ bot: { status: 'member' } })
  const reader = desk.telegram.person()
  desk.telegram.script('sendMessage', { kind: 'too-many', retryAfter: 7 })
  desk.telegram.write(reader, { text: '/ask What happened?', chat: group })
  await desk.pass(60 * SECOND_MS)

  expect(desk.telegram.received('editMessageText')).toEqual([])
  expect(desk.telegram.received('sendMessageDraft')).toEqual([])
  const signs = desk.telegram.received('sendChatAction').map(({ at }) => at)
  expect(signs.length).toBeGreaterThanOrEqual(9)
  expect(Math.min(...signs.slice(1).map((at, index) => at - (signs[index] ?? 0)))).toBeGreaterThanOrEqual(
    3_000,
  )
  expect(desk.posts(group)).toHaveLength(1)
  for (const { text } of POINTS) expect(desk.posts(group)[0]).toContain(text)
})

test('an answer that is there within a second shows nothing before itself', async () => {
  await using desk = await telegramDesk()
  await desk.publish(flood)
  const reader = desk.telegram.person()
  desk.telegram.write(reader, 'How many people were injured in the flood?')
  await desk.pass(20 * SECOND_MS)
  expect(desk.telegram.drafts(reader)).toEqual([])
  expect(desk.posts(reader)).toHaveLength(1)
})
