// What Brevier promises of Discord, a test each, named by its number: commands, buttons, forms, and how soon they are answered.

import { expect, test } from 'vitest'
import { answerQuestion } from '../../../src/answers/answer.ts'
import { commandInfos } from '../../../src/chat/command-infos.ts'
import { MINUTE_MS } from '../../editions/newsroom.ts'
import { checkCommands } from '../../fakes/discord/check-forms.ts'
import { shownIn } from '../../fakes/discord/messages.ts'
import { type DiscordDeskOptions, deskBeforeSlot, deskWithChannel, SECOND_MS } from './desk.ts'

const QUESTION = { options: { question: 'How many people were injured?' } }

/** An engine that thinks for so long. */
const slowBy = (ms: number): DiscordDeskOptions => ({
  answerQuestion: (parts, asked) => parts.clock.sleep(ms).then(() => answerQuestion(parts, asked)),
})

test('23 every interaction is acknowledged within a second, though two hundred come at once and answers take a minute', async () => {
  const { desk, channel } = await deskBeforeSlot(undefined, slowBy(MINUTE_MS))
  await using _ = desk
  const asked = Array.from({ length: 200 }, () =>
    desk.discord.command(desk.discord.person(), channel, 'ask', QUESTION),
  )
  await desk.pass(SECOND_MS)
  for (const { callback, at } of asked)
    expect((callback?.at ?? Number.NaN) - at).toBeLessThanOrEqual(SECOND_MS)
  await desk.pass(2 * MINUTE_MS)
  const answered = asked.filter(({ original }) => original && shownIn(original).includes('Twelve'))
  expect(answered.length).toBeGreaterThanOrEqual(16)
}, 60_000)

test('27 words are completed within a second, by no more than 25 choices, and by none where nothing fits', async () => {
  const { desk, channel } = await deskBeforeSlot(undefined, slowBy(MINUTE_MS))
  await using _ = desk
  const person = desk.discord.person()
  const [fits, not] = ['', 'xyzzy'].map((words) => desk.discord.type(person, channel, 'brief', words))
  await desk.pass(SECOND_MS)
  expect(fits?.callback).toMatchObject({ type: 8, data: { choices: [expect.anything(), expect.anything()] } })
  expect(not?.callback).toMatchObject({ type: 8, data: { choices: [] } })
})

test('28 asking about an edition begins with a form, which is answered when it is filled in, for all of it or one brief', async () => {
  const { desk, channel, toSlot } = await deskBeforeSlot()
  await using _ = desk
  await toSlot()
  const [post] = desk.discord.messages(channel)
  if (!post) throw new Error('nothing was posted')
  const person = desk.discord.person()
  const pressed = desk.discord.press(person, post, 'Ask about this')
  await desk.pass(SECOND_MS)
  expect(pressed.callback).toMatchObject({ type: 9 })
  const sent = desk.discord.fillIn(person, pressed, { question: 'How many people were injured?' })
  await desk.pass(10 * SECOND_MS)
  expect(sent.callback).toMatchObject({ type: 5, data: { flags: 64 } })
  expect(sent.original && shownIn(sent.original)).toContain('Twelve people were injured')
})

test('29 a button whose meaning is gone says so, to the one who pressed', async () => {
  const { desk, channel, toSlot } = await deskBeforeSlot()
  await using _ = desk
  await toSlot()
  const [post] = desk.discord.messages(channel)
  if (!post) throw new Error('nothing was posted')
  const pressed = desk.discord.pressId(desk.discord.person(), post, 'v1|gonegonego')
  await desk.pass(SECOND_MS)
  expect(pressed.callback).toMatchObject({ type: 4 })
  expect(pressed.original?.flags).toBe(64 | 32_768)
  expect(pressed.original && shownIn(pressed.original)).toContain('no longer here')
})

test('30 commands work where the bot is no member, and in private, with at most five more messages', async () => {
  const { desk, channel } = await deskBeforeSlot()
  await using _ = desk
  const person = desk.discord.person()
  const elsewhere = desk.discord.command(person, channel, 'ask', { ...QUESTION, isUserInstall: true })
  const inPrivate = desk.discord.command(person, 'dm', 'ask', QUESTION)
  await desk.pass(30 * SECOND_MS)
  for (const { original, followUps } of [elsewhere, inPrivate]) {
    expect(original && shownIn(original)).toContain('Twelve people were injured')
    expect(followUps.length).toBeLessThanOrEqual(5)
  }
})

test('31 commands are put once, with where they may be used and five languages, none too long', async () => {
  const { desk } = await deskWithChannel()
  await using _ = desk
  await desk.adapter.register?.(commandInfos, new AbortController().signal)
  const puts = desk.discord.received('PUT /applications/:application/commands')
  expect(puts).toHaveLength(1)
  expect(() => checkCommands(puts[0]?.body)).not.toThrow()
})

test('03 whatever is sent, changed or said at once names nobody who is to be pinged', async () => {
  const { desk, channel, toSlot } = await deskBeforeSlot()
  await using _ = desk
  await desk.publish({
    externalId: 'x',
    title: '@everyone <@1> look',
    text: 'The @everyone bridge was closed on Monday. <@1> said so. It will open again in May.',
  })
  await toSlot()
  const person = desk.discord.person()
  const [post] = desk.discord.messages(channel)
  if (post) desk.discord.press(person, post, 'Sources')
  desk.discord.command(person, channel, 'ask', QUESTION)
  await desk.pass(10 * SECOND_MS)
  const bodies = desk.discord.received().flatMap(({ route, body }) => {
    if (!/messages|webhooks|callback/.test(route) || typeof body !== 'object' || body === null) return []
    const said = 'data' in body ? body.data : body
    return typeof said === 'object' && said !== null && 'components' in said ? [said] : []
  })
  expect(bodies.length).toBeGreaterThanOrEqual(3)
  for (const body of bodies) expect(body).toMatchObject({ allowed_mentions: { parse: [] } })
})
