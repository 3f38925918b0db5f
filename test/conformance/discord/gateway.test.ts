// What Brevier promises of Discord, a test each, named by its number: the connection through which it hears.

import { expect, test } from 'vitest'
import { bridge, flood } from '../../editions/articles.ts'
import { MINUTE_MS } from '../../editions/newsroom.ts'
import { shownIn } from '../../fakes/discord/messages.ts'
import type { FakeInteraction } from '../../fakes/discord/world.ts'
import { deskBeforeSlot, deskWithChannel, discordDesk, SECOND_MS } from './desk.ts'

const CONTENT = 1 << 15
const saidTo = ({ original }: FakeInteraction) => original && shownIn(original)

test.each([
  ['yes', (1 << 0) | (1 << 9) | (1 << 12)],
  ['no', 1 << 0],
])(
  '32 it asks to hear servers, and messages only when they are wanted (%s), never their content',
  async (hears, intents) => {
    const { desk } = await deskWithChannel(undefined, { env: { DISCORD_MESSAGES: hears } })
    await using _ = desk
    expect(desk.discord.gateway.identified.map((given) => given.intents)).toEqual([intents])
    expect(intents & CONTENT).toBe(0)
  },
)

test('33 in a thread words that are not for the bot cause no request, and a mention and a reply one answer each', async () => {
  const { desk, channel } = await deskBeforeSlot()
  await using _ = desk
  const thread = desk.discord.openThread(channel, 'Q&A')
  const person = desk.discord.person()
  const before = desk.discord.received().length
  desk.discord.write(person, thread, 'How many people were injured?')
  await desk.pass(20 * SECOND_MS)
  expect(desk.discord.received()).toHaveLength(before)
  desk.discord.write(person, thread, `<@${desk.discord.bot.id}> How many people were injured?`)
  await desk.pass(20 * SECOND_MS)
  const [answer] = desk.discord.messages(thread).filter(({ author }) => author.bot)
  desk.discord.write(person, thread, 'How many people were injured?', { replyTo: answer?.id ?? '' })
  await desk.pass(20 * SECOND_MS)
  expect(desk.posts(thread)).toEqual([
    expect.stringContaining('Twelve people were injured'),
    expect.stringContaining('Twelve people were injured'),
  ])
})

test('37 asked to connect again it goes on where it was, and what comes twice is done once', async () => {
  const { desk, channel } = await deskBeforeSlot()
  await using _ = desk
  const person = desk.discord.person()
  desk.discord.write(person, 'dm', 'How many people were injured?')
  desk.discord.command(person, channel, 'ask', { options: { question: 'How many people were injured?' } })
  await desk.pass(20 * SECOND_MS)
  desk.discord.gateway.replay(2)
  await desk.pass(20 * SECOND_MS)
  expect(desk.posts(person)).toHaveLength(1)
  expect(desk.discord.received().filter(({ route }) => route.startsWith('PATCH /webhooks'))).toHaveLength(1)
})

test.each([
  ['38 a token that is refused while it runs ends the process, with a sentence and without the token', 4_004],
  ['38 an intent that is not allowed likewise', 4_014],
])('%s', async (_name, code) => {
  const { desk } = await deskWithChannel()
  await using _ = desk
  desk.discord.gateway.close(code)
  await desk.pass(5 * SECOND_MS)
  expect(desk.desk.health().isReady).toBe(false)
  await expect(desk.running).rejects.toThrow(/^Discord /)
  const logins = desk.discord.gateway.identified.length
  await desk.pass(10 * MINUTE_MS)
  expect(desk.discord.gateway.identified).toHaveLength(logins)
  expect(desk.log.join()).not.toContain(desk.discord.token)
})

test('divided into two connections it hears the servers of both, and posts each edition once', async () => {
  const desk = await discordDesk({ shards: 2 })
  await using _ = desk
  await desk.publish(flood, bridge)
  const owner = desk.discord.person()
  const channels: string[] = []
  for (let server = 0; server < 4; server += 1) {
    channels.push(desk.discord.channel(desk.discord.guild({ ownerId: owner })))
    // The time at which a server was made decides which connection it belongs to.
    await desk.pass(1_001)
  }
  for (const channel of channels) await desk.subscribe(desk.chat(channel, 'channel'), {})
  const asked = channels.map((channel) =>
    desk.discord.command(owner, channel, 'ask', { options: { question: 'How many people were injured?' } }),
  )
  await desk.pass(31 * MINUTE_MS)
  expect(desk.discord.gateway.identified.map(({ shard }) => shard).toSorted()).toEqual([0, 1])
  expect(channels.map((channel) => desk.posts(channel).length)).toEqual([1, 1, 1, 1])
  expect(asked.map(saidTo)).toEqual(asked.map(() => expect.stringContaining('Twelve people were injured')))
})

test('what makes no sense is noted, and what comes next is answered', async () => {
  const { desk, owner, guild, channel } = await deskWithChannel()
  await using _ = desk
  await desk.publish(flood, bridge)
  const odd = { id: '1', application_id: '2', token: 't', version: 1, guild_id: guild, locale: 'en-US' }
  for (const data of [
    { ...odd, type: 99 },
    { ...odd, type: 2 },
    { ...odd, type: 2, data: { type: 1, name: 7, options: 'none' } },
    { ...odd, type: 3, data: {} },
    { ...odd, type: 4, data: { name: 'ask' }, channel: null },
    { ...odd, type: 5, data: { custom_id: 5, components: [{ type: 1 }] } },
  ])
    desk.discord.gateway.dispatch('INTERACTION_CREATE', data)
  desk.discord.gateway.dispatch('MESSAGE_CREATE', { id: '3', guild_id: guild, content: 7 })
  await desk.pass(SECOND_MS)
  const asked = desk.discord.command(owner, channel, 'ask', {
    options: { question: 'How many people were injured?' },
  })
  await desk.pass(20 * SECOND_MS)
  expect(saidTo(asked)).toContain('Twelve people were injured')
})
