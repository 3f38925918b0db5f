import { expect, test } from 'vitest'
import type { Ack, Clock } from '../../../src/ports.ts'
import { createFakeClock } from '../../fakes/clock.ts'
import { CALLBACKS } from '../../fakes/discord/discord.ts'
import { shownIn } from '../../fakes/discord/messages.ts'
import { quiet } from '../../fakes/discord/quiet.ts'
import type { FakeInteraction } from '../../fakes/discord/world.ts'
import { discordApp, text } from './discord-app.ts'

test('a command is answered with "thinking" that only the asker sees, and then stored', async () => {
  await using app = await discordApp()
  const { discord } = app
  const person = discord.person()
  const channel = discord.channel(discord.guild())
  const heard = await app.listen()
  const asked = discord.command(person, channel, 'ask', {
    options: { question: 'How many?' },
    locale: 'pt-BR',
  })
  await expect.poll(() => heard.events).toHaveLength(1)
  expect(asked.callback).toMatchObject({ type: 5, data: { flags: 64 } })
  expect(heard.events[0]).toMatchObject({
    kind: 'command',
    name: 'ask',
    text: 'How many?',
    language: 'pt',
    chat: { platform: 'discord', id: channel, kind: 'group' },
    person: { platform: 'discord', id: person },
    replyIn: { platform: 'discord', id: person, kind: 'private' },
  })
})

test('what answers a command takes the place of "thinking"', async () => {
  await using app = await discordApp()
  const { discord } = app
  const person = discord.person()
  const channel = discord.channel(discord.guild())
  const heard = await app.listen()
  const asked = discord.command(person, channel, 'ask', { options: { question: 'How many?' } })
  await expect.poll(() => heard.events).toHaveLength(1)
  const event = heard.events[0]
  const outcome = await app.send(app.chat(person, 'private'), {
    ...text('Nineteen.'),
    answers: event?.key ?? '',
  })
  expect(outcome).toMatchObject({ kind: 'delivered' })
  expect(asked.original).toMatchObject({ flags: 64 | 32_768, components: [{ content: 'Nineteen.' }] })
  expect(discord.messages(channel)).toEqual([])
  expect(discord.received(CALLBACKS)).toHaveLength(1)
})

const FORM: Ack = {
  kind: 'form',
  form: {
    title: 'Ask about this, and about everything that stands in it',
    ref: 'abcdefghij',
    fields: [
      {
        kind: 'choice',
        name: 'brief',
        label: 'Which',
        isRequired: false,
        choices: [{ label: '1. Flood', value: 'b1' }],
      },
      { kind: 'words', name: 'question', label: 'Your question', isRequired: true, longest: 500 },
    ],
  },
  instead: { kind: 'reply', message: text('Just write.') },
}

/** A post with one button in a channel of a server, and somebody who reads it. */
async function appWithButton(clock?: Clock) {
  const app = await discordApp({ ...(clock && { clock }) })
  const { discord } = app
  const person = discord.person()
  const channel = discord.channel(discord.guild())
  await app.send(app.chat(channel), {
    language: 'en',
    blocks: [
      { kind: 'text', text: 'Flood' },
      { kind: 'buttons', rows: [[{ label: 'Why', ref: 'abcdefghij' }]] },
    ],
  })
  const [post] = discord.messages(channel)
  if (!post) throw new Error('nothing was posted')
  return { app, discord, person, channel, post }
}

const answered = (interaction: FakeInteraction) => expect.poll(() => interaction.callback)

test('a button shows at once, to the one who pressed alone, what it means', async () => {
  const { app, discord, person, channel, post } = await appWithButton()
  await using _ = app
  const { events } = await app.listen(() => ({
    kind: 'reply',
    message: text('Because.'),
    onlyTo: { platform: 'discord', id: person },
  }))
  const pressed = discord.press(person, post, 'Why')
  await answered(pressed).toMatchObject({
    type: 4,
    data: { flags: 64 | 32_768, components: [{ content: 'Because.' }] },
  })
  expect(events[0]).toMatchObject({ kind: 'tap', ref: 'abcdefghij', receipt: `${channel}/${post.id}` })
})

test('a reply of several parts goes on below, for the same eyes', async () => {
  const { app, discord, person, post } = await appWithButton()
  await using _ = app
  const words = Array.from(
    { length: 3 },
    (_, at) => ({ kind: 'text', text: `${at} ${'Word. '.repeat(500)}` }) as const,
  )
  await app.listen(() => ({ kind: 'reply', message: { language: 'en', blocks: words } }))
  const pressed = discord.press(person, post, 'Why')
  await expect.poll(() => pressed.followUps.length).toBeGreaterThan(0)
  expect(pressed.followUps.map(({ flags }) => flags & 64)).toEqual(pressed.followUps.map(() => 64))
})

test('a menu is changed in place', async () => {
  const { app, discord, person, post, channel } = await appWithButton()
  await using _ = app
  await app.listen(() => ({ kind: 'edit', message: text('Changed.') }))
  await answered(discord.press(person, post, 'Why')).toMatchObject({ type: 7 })
  expect(discord.messages(channel).map(({ components }) => components)).toMatchObject([
    [{ content: 'Changed.' }],
  ])
})

test('a form is the first word, and what is written in it comes back', async () => {
  const { app, discord, person, post } = await appWithButton()
  await using _ = app
  const { events } = await app.listen((event) => (event.kind === 'tap' ? FORM : { kind: 'later' }))
  const pressed = discord.press(person, post, 'Why')
  await answered(pressed).toMatchObject({ type: 9, data: { custom_id: 'v1|abcdefghij' } })
  const sent = discord.fillIn(person, pressed, { question: 'How many?' })
  await answered(sent).toMatchObject({ type: 5, data: { flags: 64 } })
  await expect
    .poll(() => events[1])
    .toMatchObject({ kind: 'form', ref: 'abcdefghij', fields: { question: 'How many?' } })
  await answered(discord.fillIn(person, pressed, { brief: 'b1', question: 'Why?' })).toMatchObject({
    type: 5,
  })
  await expect.poll(() => events[2]).toMatchObject({ fields: { brief: 'b1', question: 'Why?' } })
})

test('whoever presses gets a sign within a second, however long the answer takes', async () => {
  const clock = createFakeClock(undefined, async () => settle?.())
  let settle: (() => Promise<void>) | undefined
  const { app, discord, person, post } = await appWithButton(clock)
  await using _ = app
  settle = () => quiet(discord)
  await app.listen(async () => {
    await clock.sleep(5_000)
    return { kind: 'reply', message: text('At last.') }
  })
  const pressed = discord.press(person, post, 'Why')
  await clock.advance(1_000)
  expect(pressed.callback).toMatchObject({ type: 5, data: { flags: 64 }, at: pressed.at + 700 })
  await clock.advance(5_000)
  expect(pressed.original).toMatchObject({ components: [{ content: 'At last.' }] })
})

test('words are completed with what fits, and with nothing where nothing comes in time', async () => {
  const { app, discord, person, channel } = await appWithButton()
  await using _ = app
  const choices = Array.from({ length: 30 }, (_, at) => ({
    label: `${at} ${'long '.repeat(40)}`,
    value: `v${at}`,
  }))
  const { events } = await app.listen(() => ({ kind: 'choices', choices }))
  const typed = discord.type(person, channel, 'brief', 'flo')
  await answered(typed).toMatchObject({ type: 8 })
  expect(typed.callback?.data?.choices).toHaveLength(25)
  expect(events[0]).toMatchObject({ kind: 'typing', command: 'brief', text: 'flo' })
})

test('a command may be answered for everybody, and then it is a message of the channel', async () => {
  const { app, discord, person, channel } = await appWithButton()
  await using _ = app
  const { events } = await app.listen()
  const asked = discord.command(person, channel, 'brief', { options: { topic: 'flood', public: true } })
  await answered(asked).toEqual(expect.objectContaining({ type: 5, data: undefined }))
  await expect.poll(() => events[0]).toMatchObject({ text: 'flood', root: `interaction:${asked.id}` })
  expect(events[0]).not.toHaveProperty('replyIn')
})

test('a message that somebody points at is told with its words, and named when it is ours', async () => {
  const { app, discord, person, channel, post } = await appWithButton()
  await using _ = app
  const { events } = await app.listen()
  const other = discord.write(discord.person(), channel, 'A dyke broke.')
  for (const message of [post, other])
    await answered(discord.pointAt(person, message, 'Ask about this')).toMatchObject({ type: 5 })
  expect(events).toMatchObject([
    { kind: 'about', text: '', receipt: `${channel}/${post.id}` },
    { kind: 'about', text: 'A dyke broke.' },
  ])
  expect(events[1]).not.toHaveProperty('receipt')
})

test('where the bot is no member, the person who brought it is answered in private', async () => {
  const { app, discord, person, channel } = await appWithButton()
  await using _ = app
  const { events } = await app.listen()
  await answered(discord.command(person, channel, 'brief', { isUserInstall: true })).toMatchObject({
    type: 5,
    data: { flags: 64 },
  })
  await answered(discord.command(person, 'dm', 'brief')).toEqual(
    expect.objectContaining({ type: 5, data: undefined }),
  )
  expect(events.map(({ chat }) => chat)).toEqual([
    { platform: 'discord', id: person, kind: 'private' },
    { platform: 'discord', id: person, kind: 'private' },
  ])
})

test.each([
  [10_062, 404],
  [40_060, 400],
])('an interaction that is lost (%i) is not stored, and nothing more is said to it', async (code, status) => {
  const { app, discord, person, channel } = await appWithButton()
  await using _ = app
  const { events } = await app.listen()
  discord.script(CALLBACKS, { kind: 'refused', status, code, message: 'Lost' })
  const asked = discord.command(person, channel, 'ask', { options: { question: 'Why?' } })
  await expect.poll(() => app.log.join()).toContain('answered too late, or elsewhere')
  asked.isLost = true
  expect(events).toEqual([])
  expect(discord.received().filter(({ route }) => route.includes('/webhooks'))).toEqual([])
})

test('in a server only mentions and replies that ping are heard, and of them only the words', async () => {
  const { app, discord, person, channel, post } = await appWithButton()
  await using _ = app
  const { events } = await app.listen()
  discord.write(person, channel, 'Just chatter')
  discord.write(person, channel, 'Quietly', { replyTo: post.id, isSilentReply: true })
  discord.write(person, channel, `<@${discord.bot.id}> How many?`)
  discord.write(person, channel, 'And why?', { replyTo: post.id })
  discord.write(person, channel, `<@${discord.bot.id}>`)
  await expect.poll(() => events).toHaveLength(3)
  expect(events).toMatchObject([
    { kind: 'question', text: 'How many?', chat: { id: channel, kind: 'group' } },
    { kind: 'question', text: 'And why?', replyTo: `${channel}/${post.id}` },
    { kind: 'command', name: 'help' },
  ])
})

test('a thread is a chat of its own, and a chain of replies goes back to where it began', async () => {
  const { app, discord, person, channel } = await appWithButton()
  await using _ = app
  const { events } = await app.listen()
  const thread = discord.openThread(channel, 'Q&A')
  const first = discord.write(person, thread, `<@${discord.bot.id}> How many?`)
  await expect.poll(() => events).toHaveLength(1)
  await app.send(app.chat(thread, 'thread'), { ...text('Nineteen.'), answers: events[0]?.key ?? '' })
  const answer = discord.messages(thread).at(-1)
  expect(answer?.message_reference?.message_id).toBe(first.id)
  discord.write(person, thread, 'And why?', { replyTo: answer?.id ?? '' })
  await expect.poll(() => events).toHaveLength(2)
  expect(events[1]).toMatchObject({ root: events[0]?.key, chat: { id: thread, kind: 'thread' } })
})

test('what is said at once to a message is a reply to it, and a question that takes longer shows typing', async () => {
  const { app, discord, person } = await appWithButton()
  await using _ = app
  await app.listen((event) =>
    event.kind === 'command' ? { kind: 'reply', message: text('This.') } : { kind: 'later' },
  )
  const asked = discord.write(person, 'dm', '/help')
  await expect.poll(() => discord.messages(person).at(-1)?.message_reference?.message_id).toBe(asked.id)
  discord.write(person, 'dm', 'How many?')
  await expect.poll(() => discord.received('POST /channels/:channel/typing')).toHaveLength(1)
})

test('a server that removes the bot takes its places with it, one out of order does not', async () => {
  const { app, discord, channel } = await appWithButton()
  await using _ = app
  const guild = discord.world.channels.get(channel)?.guildId ?? ''
  const { events } = await app.listen()
  discord.loseServer(guild)
  discord.removeBot(guild)
  discord.addBot(guild)
  await expect.poll(() => events).toHaveLength(2)
  expect(events).toMatchObject([
    { kind: 'membership', can: 'nothing', title: 'Harbour', places: [{ id: channel, kind: 'group' }] },
    { kind: 'membership', can: 'post', places: [{ id: channel }] },
  ])
})

test('a channel and a thread that are deleted are gone, and nothing else', async () => {
  const { app, discord, channel } = await appWithButton()
  await using _ = app
  const { events } = await app.listen()
  const thread = discord.openThread(channel, 'Q&A')
  discord.deleteChannel(thread)
  discord.deleteChannel(channel)
  await expect.poll(() => events).toHaveLength(2)
  expect(events).toMatchObject([
    { can: 'nothing', places: [{ id: thread, kind: 'thread' }] },
    { can: 'nothing', places: [{ id: channel, kind: 'group' }] },
  ])
})

test('what cannot be stored is said so, and breaks nothing else', async () => {
  const { app, discord, person, channel } = await appWithButton()
  await using _ = app
  await app.listen((event) => {
    if (event.kind === 'command') throw new Error('at once')
    return 'text' in event && event.text === 'One?' ? Promise.reject(new Error('later')) : { kind: 'later' }
  })
  discord.write(person, 'dm', 'One?')
  const asked = discord.command(person, channel, 'ask', { options: { question: 'Two?' } })
  await expect.poll(() => shownIn(asked.original ?? NOTHING)).toContain('That went wrong on my side')
  discord.write(person, 'dm', 'Three?')
  await expect.poll(() => discord.received('POST /channels/:channel/typing')).toHaveLength(1)
  expect(app.log.filter((line) => /at once|later/.test(line))).toHaveLength(2)
})

const NOTHING = { content: '', embeds: [], components: [] }
