// What Brevier promises of Discord, a test each, named by its number: answers, and how long they may take.

import { expect, test } from 'vitest'
import { flood } from '../../editions/articles.ts'
import { MINUTE_MS } from '../../editions/newsroom.ts'
import { ANSWERS, CALLBACKS, POSTS } from '../../fakes/discord/discord.ts'
import { shownIn } from '../../fakes/discord/messages.ts'
import type { Call } from '../../fakes/discord/requests.ts'
import { FLAG } from '../../fakes/discord/wire.ts'
import { deskWithServer, SECOND_MS } from './desk.ts'
import { POINTS, slowly } from './slow.ts'

const FOLLOW_UPS = 'POST /webhooks/:application/:token'
const flagsOf = ({ body }: Call) => (body as { readonly flags?: number }).flags ?? 0
const mentionsOf = ({ body }: Call) => (body as { readonly allowed_mentions: object }).allowed_mentions

test('24 private answers have the flag of that on the deferral, and that of cards only on the edit', async () => {
  const { desk, discord, reader, channel } = await deskWithServer()
  await using _ = desk
  await desk.publish(flood)
  const asked = discord.command(reader, channel, 'ask', {
    options: { question: 'How many people were injured in the flood?' },
  })
  await desk.pass(5 * SECOND_MS)
  expect(asked.callback).toMatchObject({ type: 5, data: { flags: FLAG.ephemeral } })
  expect(discord.received(ANSWERS).map(flagsOf)).toEqual([FLAG.cards])
  expect(asked.original && shownIn(asked.original)).toContain('Twelve people were injured')
  expect(asked.original?.flags).toBe(FLAG.ephemeral | FLAG.cards)
  expect(discord.messages(channel)).toEqual([])
})

test.each([
  ['the interaction is unknown', 404, 10_062],
  ['another process has answered it', 400, 40_060],
])(
  '25 when %s its handler ends: nothing follows, nothing crashes, and it is counted',
  async (_why, status, code) => {
    const { desk, discord, reader, channel } = await deskWithServer()
    await using _ = desk
    await desk.publish(flood)
    discord.script(CALLBACKS, { kind: 'refused', status, code })
    const lost = discord.command(reader, channel, 'ask', { options: { question: 'How many were injured?' } })
    lost.isLost = true
    await desk.pass(MINUTE_MS)
    expect(discord.received(ANSWERS)).toEqual([])
    expect(discord.received(FOLLOW_UPS)).toEqual([])
    expect(discord.received(POSTS)).toEqual([])
    expect(desk.log.filter((line) => line.includes('answered too late, or elsewhere'))).toHaveLength(1)

    const next = discord.command(reader, channel, 'ask', { options: { question: 'How many were injured?' } })
    await desk.pass(5 * SECOND_MS)
    expect(next.original && shownIn(next.original)).toContain('Twelve')
  },
)

test('26 an answer that is ready after a quarter of an hour comes in private to who asked in private', async () => {
  const { desk, discord, reader, channel } = await deskWithServer({ answerQuestion: slowly(16 * MINUTE_MS) })
  await using _ = desk
  discord.command(reader, channel, 'ask', { options: { question: 'What happened?' } })
  await desk.pass(17 * MINUTE_MS)
  expect(desk.posts(reader).join()).toContain(POINTS[1]?.text)
  expect(discord.messages(channel)).toEqual([])
})

test('26 where nobody can write to him it comes in the channel, and mentions him and nobody else', async () => {
  const { desk, discord, reader, channel } = await deskWithServer({ answerQuestion: slowly(16 * MINUTE_MS) })
  await using _ = desk
  discord.closeDm(reader)
  discord.command(reader, channel, 'ask', { options: { question: 'What happened?' } })
  await desk.pass(17 * MINUTE_MS)
  expect(desk.posts(channel)).toHaveLength(1)
  expect(desk.posts(channel)[0]).toContain(`<@${reader}>`)
  expect(desk.posts(channel)[0]).toContain(POINTS[1]?.text)
  expect(discord.received(POSTS).map(mentionsOf).at(-1)).toEqual({ parse: [], users: [reader] })
})

test('26 one that was asked for everybody comes in the channel, and mentions who asked and nobody else', async () => {
  const { desk, discord, reader, channel } = await deskWithServer({ answerQuestion: slowly(16 * MINUTE_MS) })
  await using _ = desk
  discord.command(reader, channel, 'ask', { options: { question: 'What happened?', public: true } })
  await desk.pass(17 * MINUTE_MS)
  const [, late] = desk.posts(channel)
  expect(late).toContain(`<@${reader}>`)
  expect(late).toContain(POINTS[1]?.text)
  expect(discord.received(POSTS).map(mentionsOf)).toEqual([{ parse: [], users: [reader] }])
})

test('36 an answer that is being made is edited every two seconds at most, and its last edit is all of it, also after a 429', async () => {
  const { desk, discord, reader, channel } = await deskWithServer({ answerQuestion: slowly(MINUTE_MS) })
  await using _ = desk
  const asked = discord.command(reader, channel, 'ask', { options: { question: 'What happened?' } })
  await desk.pass(55 * SECOND_MS)
  discord.script(ANSWERS, { kind: 'too-many', retryAfter: 7 })
  await desk.pass(30 * SECOND_MS)
  const edits = discord.received(ANSWERS)
  expect(edits.map(({ status }) => status)).toEqual([200, 200, 429, 200])
  const times = edits.map(({ at }) => at)
  expect(Math.min(...times.slice(1).map((at, index) => at - (times[index] ?? 0)))).toBeGreaterThanOrEqual(
    2 * SECOND_MS,
  )
  for (const { text } of POINTS) expect(asked.original && shownIn(asked.original)).toContain(text)
  expect(discord.received(FOLLOW_UPS)).toEqual([])
})

test('36 where the last edit fails for good there is one message below', async () => {
  const { desk, discord, reader, channel } = await deskWithServer({ answerQuestion: slowly(MINUTE_MS) })
  await using _ = desk
  const asked = discord.command(reader, channel, 'ask', { options: { question: 'What happened?' } })
  await desk.pass(55 * SECOND_MS)
  // He has dismissed the message.
  delete asked.original
  await desk.pass(30 * SECOND_MS)
  expect(asked.followUps.map(shownIn)).toEqual([expect.stringContaining(POINTS[1]?.text ?? '')])
  expect(asked.followUps[0]?.flags).toBe(FLAG.ephemeral | FLAG.cards)
  expect(desk.posts(reader)).toEqual([])
})
