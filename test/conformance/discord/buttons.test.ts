// What Brevier promises of Discord, a test each, named by its number: what is pressed, filled in and completed.

import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Choice } from '../../../src/domain.ts'
import { temporaryFolder } from '../../cli/run.ts'
import { flood } from '../../editions/articles.ts'
import { MINUTE_MS } from '../../editions/newsroom.ts'
import { within } from '../../fakes/discord/check-message.ts'
import { POSTS } from '../../fakes/discord/discord.ts'
import { shownIn } from '../../fakes/discord/messages.ts'
import { FLAG } from '../../fakes/discord/wire.ts'
import type { FakeInteraction } from '../../fakes/discord/world.ts'
import { deskWithEdition, deskWithServer, discordDesk, SECOND_MS } from './desk.ts'

const QUESTION = 'How many people were injured in the flood?'
const FOLLOW_UPS = 'POST /webhooks/:application/:token'

const saidTo = ({ original }: FakeInteraction) => original && shownIn(original)

test('05 ids of buttons are short, each is there once, and all of them work after a restart', async () => {
  const database = `sqlite:${join(temporaryFolder(), 'desk.db')}`
  const at = await deskWithEdition({ database })
  const { desk, discord, reader, post, clock } = { ...at, clock: at.desk.clock }
  const ids = post.components.flatMap(within).flatMap(({ custom_id: id }) => id ?? [])
  expect(ids.length).toBeGreaterThanOrEqual(5)
  expect(new Set(ids).size).toBe(ids.length)
  for (const id of ids) expect(id).toMatch(/^v1\|[A-Za-z0-9]{10}$/)
  await desk.stop()

  await using _ = discord
  await using again = await discordDesk({ database, at: { discord, clock } })
  const why = discord.press(reader, post, 'Why 1?')
  const sources = discord.press(reader, post, 'Sources')
  const form = discord.press(reader, post, 'Ask about this')
  await again.pass(SECOND_MS)
  expect([why, sources, form].map(({ callback }) => callback?.type)).toEqual([4, 4, 9])
  expect(saidTo(why)).toContain('three cracks')
  expect(saidTo(sources)).toContain('Meridian Press')
})

test('27 what is being written is completed within a second with 25 choices at most, from the store alone, and with nothing where nothing fits', async () => {
  let asked = 0
  const { desk, discord, reader, channel } = await deskWithServer({
    answerQuestion: async () => {
      asked += 1
      throw new Error('nobody may be asked')
    },
  })
  await using _ = desk
  await desk.publish({ ...flood, title: `Harbour of Ellery ${'and its many boats '.repeat(8)}` })
  for (let at = 0; at < 40; at += 1)
    await desk.app.store.addFeed(
      { url: `http://127.0.0.1:9/${at}`, category: `harbour ${at}` },
      desk.clock.now() + MINUTE_MS,
    )
  const started = desk.clock.now()
  const typed = discord.type(reader, channel, 'brief', 'harbour')
  const story = discord.type(reader, channel, 'brief', 'harbour of')
  const nothing = discord.type(reader, channel, 'brief', 'zzzz')
  await desk.pass(SECOND_MS)
  const choicesOf = ({ callback }: FakeInteraction) =>
    callback?.data?.choices as readonly { readonly name: string; readonly value: string }[]
  const choices = [...choicesOf(typed), ...choicesOf(story)]
  expect([choicesOf(typed).length, choicesOf(story).length]).toEqual([25, 1])
  for (const { name, value } of choices)
    expect([name.length <= 100, value.length <= 100]).toEqual([true, true])
  expect(nothing.callback).toMatchObject({ type: 8, data: { choices: [] } })
  for (const { callback } of [typed, nothing])
    expect((callback?.at ?? 0) - started).toBeLessThanOrEqual(SECOND_MS)
  expect(asked).toBe(0)
})

test('28 the button to ask is answered with the form before anything else, what is filled in with "thinking", and no choice means the whole edition', async () => {
  const { desk, discord, reader, post } = await deskWithEdition()
  await using _ = desk
  const form = discord.press(reader, post, 'Ask about this')
  await desk.pass(SECOND_MS)
  expect(form.callback).toMatchObject({
    type: 9,
    data: {
      components: [
        { component: { type: 3, required: false, options: [{}, {}] } },
        { component: { type: 4, required: true } },
      ],
    },
  })
  const whole = discord.fillIn(reader, form, { question: 'What did the harbour director say?' })
  await desk.pass(5 * SECOND_MS)
  expect(whole.callback).toMatchObject({ type: 5, data: { flags: FLAG.ephemeral } })
  expect(saidTo(whole)).toContain('ferry')
  const components = form.callback?.data?.components as
    | readonly { readonly component: { readonly options?: readonly Choice[] } }[]
    | undefined
  const flood = components?.[0]?.component.options?.find(({ label }) => label.includes('Vessen'))
  const one = discord.fillIn(reader, form, { brief: flood?.value ?? '', question: 'How many were injured?' })
  await desk.pass(5 * SECOND_MS)
  expect(saidTo(one)).toContain('Twelve people')
})

test('29 a button of what is there no more says so to the one who pressed', async () => {
  const { desk, discord, reader, post } = await deskWithEdition()
  await using _ = desk
  const pruned = await desk.app.store.refOf({ kind: 'ask', editionId: 'e99' }, desk.clock.now())
  for (const id of [`v1|${pruned}`, 'v1|abcdefghij', 'v9|why|1', 'x']) {
    const pressed = discord.pressId(reader, post, id)
    await desk.pass(SECOND_MS)
    expect(pressed.callback).toMatchObject({ type: 4, data: { flags: FLAG.ephemeral | FLAG.cards } })
    expect(saidTo(pressed)).toBe('This is no longer here.')
  }
})

test('30 where the bot is not, and in private, everything works, with five messages below the first at most', async () => {
  const { desk, discord, reader, guild } = await deskWithEdition()
  await using _ = desk
  const elsewhere = discord.channel(guild)
  const far = discord.command(reader, elsewhere, 'ask', {
    options: { question: QUESTION },
    isUserInstall: true,
  })
  const dm = discord.command(reader, 'dm', 'ask', { options: { question: QUESTION } })
  await desk.pass(5 * SECOND_MS)
  expect(saidTo(far)).toContain('Twelve people')
  expect(saidTo(dm)).toContain('Twelve people')
  expect(desk.posts(elsewhere)).toEqual([])

  const long = { kind: 'text' as const, text: 'Words and more words. '.repeat(200) }
  const key = `interaction:${far.id}:${discord.world.applicationId}:private:0:${reader}:${far.token}`
  await desk.say(desk.chat(reader, 'private'), { language: 'en', blocks: Array(9).fill(long), answers: key })
  await desk.pass(MINUTE_MS)
  expect(far.followUps.length).toBe(5)
  expect(discord.received(FOLLOW_UPS).every(({ status }) => status === 200)).toBe(true)
  const parts = [far.original, ...far.followUps].length + desk.posts(reader).length
  expect(
    (await desk.deliveries(desk.chat(reader, 'private'))).filter(({ parts: of }) => of > 1),
  ).toHaveLength(parts - 1)
})

test('an edition is sent once to whoever wants it in private', async () => {
  const { desk, discord, reader, post } = await deskWithEdition()
  await using _ = desk
  const [first, second] = [
    discord.press(reader, post, 'Send it to me'),
    discord.press(reader, post, 'Send it to me'),
  ]
  await desk.pass(5 * SECOND_MS)
  expect(saidTo(first)).toContain('on its way to your private messages')
  expect(desk.posts(reader)).toEqual([expect.stringContaining('Twelve people')])
  expect(saidTo(second)).toBeDefined()
  const third = discord.press(reader, post, 'Send it to me')
  await desk.pass(5 * SECOND_MS)
  expect(saidTo(third)).toBe('It is in your private messages already.')
  expect(discord.received(POSTS).filter(({ params }) => params.channel !== post.channel_id)).toHaveLength(1)
})
