// What Brevier promises of Discord, a test each, named by its number: what owners do, and what they are told.

import { expect, test } from 'vitest'
import { bridge, flood } from '../../editions/articles.ts'
import { HOUR_MS, MINUTE_MS } from '../../editions/newsroom.ts'
import { POSTS } from '../../fakes/discord/discord.ts'
import { shownIn } from '../../fakes/discord/messages.ts'
import { PERMISSION } from '../../fakes/discord/permissions.ts'
import { FLAG } from '../../fakes/discord/wire.ts'
import type { FakeInteraction } from '../../fakes/discord/world.ts'
import { deskWithEdition, deskWithServer, SECOND_MS } from './desk.ts'

const saidTo = ({ original }: FakeInteraction) => original && shownIn(original)
const OPTIONS = { topics: 'flood, bridge', schedule: 'every day at 9:00', zone: 'Europe/Berlin' }
const SEND = String(PERMISSION.sendMessages | PERMISSION.embedLinks)

test('22 to subscribe a channel where the bot lacks a right is refused with what it lacks, and nothing is stored', async () => {
  const { desk, discord, owner, guild, channel } = await deskWithServer()
  await using _ = desk
  await desk.publish(flood, bridge)
  const closed = discord.channel(guild, { overwrites: [{ id: guild, type: 0, allow: '0', deny: SEND }] })
  const refused = discord.command(owner, channel, 'subscribe', { options: { ...OPTIONS, channel: closed } })
  await desk.pass(5 * SECOND_MS)
  expect(saidTo(refused)).toContain('Allow me there: Send Messages, Embed Links.')
  expect(await desk.app.store.subscriptions()).toEqual([])

  const hidden = discord.channel(guild, {
    overwrites: [{ id: guild, type: 0, allow: '0', deny: String(PERMISSION.viewChannel) }],
  })
  const unseen = discord.command(owner, channel, 'subscribe', { options: { ...OPTIONS, channel: hidden } })
  await desk.pass(5 * SECOND_MS)
  expect(saidTo(unseen)).toContain('Allow me there: View Channels')
  expect(await desk.app.store.subscriptions()).toEqual([])
})

test('who subscribes a channel sees its next edition first, alone, and what he then agrees to is stored and comes', async () => {
  const { desk, discord, owner, guild, channel } = await deskWithServer()
  await using _ = desk
  await desk.publish(flood, bridge)
  const news = discord.channel(guild)
  const looked = discord.command(owner, channel, 'subscribe', { options: { ...OPTIONS, channel: news } })
  await desk.pass(5 * SECOND_MS)
  expect(looked.original?.flags).toBe(FLAG.ephemeral | FLAG.cards)
  expect(saidTo(looked)).toContain('Twelve people were injured')
  expect(saidTo(looked)).toContain('Nothing is made before you press Subscribe.')
  // Whoever reads it sees his own local time.
  const slot = Date.UTC(2026, 2, 2, 8) / 1_000
  expect(saidTo(looked)).toContain(`The next edition comes <t:${slot}:f>.`)
  expect(await desk.app.store.subscriptions()).toEqual([])

  if (!looked.original) throw new Error('there is no preview')
  const begun = discord.press(owner, looked.original, 'Subscribe')
  await desk.pass(5 * SECOND_MS)
  expect(saidTo(begun)).toContain('u1 is made.')
  expect(await desk.app.store.subscriptions()).toMatchObject([
    {
      topics: 'flood, bridge',
      schedule: { zone: 'Europe/Berlin' },
      chat: { id: news },
      owner: { id: owner },
      language: 'en',
    },
  ])
  const listed = discord.command(owner, channel, 'subscriptions')
  await desk.pass(5 * SECOND_MS)
  expect(saidTo(listed)).toContain('flood, bridge')
  await desk.pass(2 * HOUR_MS)
  expect(desk.posts(news)).toEqual([expect.stringContaining('Twelve people were injured')])
  expect(desk.posts(news)[0]).toContain(`2 March 2026, <t:${slot}:t>`)
  expect(desk.posts(channel)).toEqual([])
})

test('only who may manage the server subscribes its channels, also by the button of somebody else', async () => {
  const { desk, discord, owner, reader, guild, channel } = await deskWithServer({
    everybody: PERMISSION.viewChannel | PERMISSION.sendMessages | PERMISSION.embedLinks,
  })
  await using _ = desk
  await desk.publish(flood, bridge)
  const news = discord.channel(guild)
  const refused = discord.command(reader, channel, 'subscribe', { options: { ...OPTIONS, channel: news } })
  const looked = discord.command(owner, channel, 'subscribe', { options: { ...OPTIONS, channel: news } })
  await desk.pass(5 * SECOND_MS)
  expect(saidTo(refused)).toContain('Only')
  if (!looked.original) throw new Error('there is no preview')
  const pressed = discord.press(reader, looked.original, 'Subscribe')
  await desk.pass(5 * SECOND_MS)
  expect(saidTo(pressed)).toContain('Only')
  expect(await desk.app.store.subscriptions()).toEqual([])
})

test('18 a right that is taken away pauses the channel, the notice names it, nothing is tried again, and the button goes on once it is back', async () => {
  const { desk, discord, owner, guild, channel, chat } = await deskWithEdition()
  await using _ = desk
  const overwrites = discord.world.channels.get(channel)?.overwrites
  overwrites?.push({ id: guild, type: 0, allow: '0', deny: String(PERMISSION.sendMessages) })
  await desk.say(chat, 'News of the day')
  await desk.pass(MINUTE_MS)
  const [notice] = discord.messages(owner)
  expect(notice && shownIn(notice)).toContain('Missing there: Send Messages.')
  const tried = () => discord.received(POSTS).filter(({ params }) => params.channel === channel).length
  const before = tried()
  await desk.pass(3 * HOUR_MS)
  expect(tried()).toBe(before)
  expect(discord.messages(owner)).toHaveLength(1)

  if (!notice) throw new Error('there is no notice')
  const still = discord.press(owner, notice, 'It is mended: go on')
  await desk.pass(5 * SECOND_MS)
  expect(still.original && shownIn(still.original)).toContain('Allow me there: Send Messages.')
  expect(await desk.app.store.pausedChats()).toHaveLength(1)
  overwrites?.pop()
  const [changed] = discord.messages(owner)
  if (!changed) throw new Error('there is no notice')
  discord.press(owner, changed, 'It is mended: go on')
  await desk.pass(20 * SECOND_MS)
  expect(await desk.app.store.pausedChats()).toEqual([])
  expect(desk.posts(channel).at(-1)).toContain('News of the day')
})

test('18 whoever chose a log channel is told there, and not in private', async () => {
  const { desk, discord, owner, guild, channel } = await deskWithEdition()
  await using _ = desk
  const log = discord.channel(guild)
  const chosen = discord.command(owner, channel, 'notices', { options: { channel: log } })
  await desk.pass(5 * SECOND_MS)
  expect(saidTo(chosen)).toContain(`I tell you in discord:${log} from now on.`)
  discord.world.channels
    .get(channel)
    ?.overwrites.push({ id: guild, type: 0, allow: '0', deny: String(PERMISSION.sendMessages) })
  await desk.say(desk.chat(channel, 'channel'), 'News of the day')
  await desk.pass(MINUTE_MS)
  expect(discord.messages(log).map(shownIn)).toEqual([
    expect.stringContaining('Missing there: Send Messages.'),
  ])
  expect(discord.messages(owner)).toEqual([])
})

test.each(['text', 'forum'] as const)(
  '03 an edition in a %s calls the role that was chosen, once, and nobody else',
  async (type) => {
    const { desk, discord, guild } = await deskWithServer()
    await using _ = desk
    await desk.publish(flood, bridge)
    const calledRole = '700000000000000001'
    const place = discord.channel(guild, { type })
    await desk.subscribe(desk.chat(place, 'channel'), { calledRole })
    await desk.subscribe(desk.chat(discord.channel(guild), 'channel'), {})
    await desk.pass(31 * MINUTE_MS)
    const sent = discord.received().flatMap(({ body }) => {
      const post = (body as { message?: object } | undefined)?.message ?? body
      return post && 'allowed_mentions' in (post as object) ? [post as { allowed_mentions: object }] : []
    })
    const calling = sent.filter((post) => JSON.stringify(post).includes(`<@&${calledRole}>`))
    expect(sent.length).toBeGreaterThan(1)
    expect(calling.map(({ allowed_mentions: allowed }) => allowed)).toEqual([
      { parse: [], roles: [calledRole] },
    ])
    const others = sent.filter((post) => !calling.includes(post))
    expect(others.map(({ allowed_mentions: allowed }) => allowed)).toEqual(others.map(() => ({ parse: [] })))
  },
)

test('03 an edition without news calls nobody', async () => {
  const { desk, discord, guild } = await deskWithServer()
  await using _ = desk
  const channel = discord.channel(guild)
  await desk.subscribe(desk.chat(channel, 'channel'), { calledRole: '700000000000000001', whenEmpty: 'line' })
  await desk.pass(31 * MINUTE_MS)
  expect(desk.posts(channel)).toHaveLength(1)
  expect(JSON.stringify(discord.messages(channel))).not.toContain('<@&')
})

test('35 an edition in a forum has the tags that are called like its topics', async () => {
  const { desk, discord, guild } = await deskWithServer()
  await using _ = desk
  await desk.publish(flood, bridge)
  const forum = discord.channel(guild, {
    type: 'forum',
    needsTag: true,
    tags: ['Flood', 'Sports', 'ellery bridge'],
  })
  await desk.subscribe(desk.chat(forum, 'channel'), { topics: 'flood, Ellery bridge' })
  await desk.pass(31 * MINUTE_MS)
  const begun = discord.received('POST /channels/:channel/threads')
  expect(
    begun.map(({ status, body }) => [status, (body as { applied_tags?: unknown }).applied_tags]),
  ).toEqual([[201, ['tag-Flood', 'tag-ellery bridge']]])
})
