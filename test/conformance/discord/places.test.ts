// What Brevier promises of Discord, a test each, named by its number: places that are lost, closed or of a kind of their own.

import { expect, test } from 'vitest'
import { HOUR_MS, MINUTE_MS } from '../../editions/newsroom.ts'
import { POSTS } from '../../fakes/discord/discord.ts'
import { deskBeforeSlot, deskWithChannel, refused, SECOND_MS, sends } from './desk.ts'

const paused = async ({ desk }: Awaited<ReturnType<typeof deskWithChannel>>) =>
  (await desk.app.store.pausedChats()).map(({ chat }) => chat.id)

test('07 a forum gets embeds', async () => {
  const at = await deskBeforeSlot({ type: 'forum' })
  await using desk = at.desk
  await at.toSlot()
  const [thread] = [...desk.discord.world.channels.values()].filter(({ parentId }) => parentId === at.channel)
  expect(desk.discord.messages(thread?.id ?? '')[0]).toMatchObject({
    embeds: [{ title: expect.any(String) }],
  })
})

test('17 a channel that is gone is paused, its owner told once, and nothing more is asked of it', async () => {
  const at = await deskBeforeSlot()
  await using desk = at.desk
  desk.discord.script({ route: POSTS, channel: at.channel }, refused(404, 10_003))
  await at.toSlot()
  await desk.pass(2 * HOUR_MS)
  expect(await paused(at)).toEqual([at.channel])
  expect(desk.posts(at.owner)).toHaveLength(1)
  expect(sends(desk, at.channel)).toHaveLength(1)
})

test('19 a private chat that is closed is paused alone, and ones that are opened too fast are opened slower', async () => {
  const at = await deskWithChannel()
  await using desk = at.desk
  const [closed, open] = [desk.discord.person(), desk.discord.person()]
  desk.discord.closeDm(closed)
  desk.discord.script('POST /users/@me/channels', refused(400, 40_003))
  for (const person of [closed, open]) await desk.say(desk.chat(person, 'private'), 'News.')
  await desk.pass(5 * MINUTE_MS)
  expect(await paused(at)).toEqual([closed])
  expect(desk.posts(open)).toEqual(['News.'])
})

test('20 a server that removes the bot pauses what is for it, one that is out of order nothing', async () => {
  const at = await deskBeforeSlot()
  await using desk = at.desk
  desk.discord.loseServer(at.guild)
  await desk.pass(SECOND_MS)
  expect(await paused(at)).toEqual([])
  desk.discord.removeBot(at.guild)
  await desk.pass(20 * SECOND_MS)
  expect(await paused(at)).toEqual([at.channel])
  expect(desk.posts(at.owner)).toHaveLength(1)
})

test('21 a channel or thread that is deleted pauses what is for it, and nothing else', async () => {
  const at = await deskBeforeSlot()
  await using desk = at.desk
  const thread = desk.discord.openThread(at.channel, 'Q&A')
  const other = desk.discord.channel(at.guild)
  for (const id of [thread, other]) await desk.subscribe(desk.chat(id), { topics: id })
  desk.discord.deleteChannel(thread)
  await desk.pass(20 * SECOND_MS)
  expect(await paused(at)).toEqual([thread])
  desk.discord.deleteChannel(at.channel)
  await desk.pass(20 * SECOND_MS)
  expect((await paused(at)).toSorted()).toEqual([thread, at.channel].toSorted())
})

test('35 an edition in a forum is one post with a name, also when nobody knows whether it was begun', async () => {
  const at = await deskBeforeSlot({ type: 'forum' })
  await using desk = at.desk
  desk.discord.script('POST /channels/:channel/threads', { kind: 'dropped', isAccepted: true })
  await at.toSlot()
  await desk.pass(MINUTE_MS)
  const threads = [...desk.discord.world.channels.values()].filter(({ parentId }) => parentId === at.channel)
  expect(threads.map(({ name }) => name.length <= 100 && name !== '')).toEqual([true])
  expect(desk.discord.received('GET /guilds/:guild/threads/active').length).toBeGreaterThan(1)
  expect(await desk.deliveries(at.chat)).toMatchObject([{ state: 'delivered' }])
})

test('35 a forum that wants a tag is paused, and its owner told', async () => {
  const at = await deskBeforeSlot({ type: 'forum', needsTag: true })
  await using desk = at.desk
  await at.toSlot()
  await desk.pass(MINUTE_MS)
  expect(await paused(at)).toEqual([at.channel])
  expect(desk.posts(at.owner)).toHaveLength(1)
})

test('39 a place that refuses is left alone, and few requests are ever refused', async () => {
  const at = await deskBeforeSlot()
  await using desk = at.desk
  const everyone = { id: at.guild, type: 0 as const, allow: '0', deny: String(1n << 11n) }
  const mute = [
    desk.discord.channel(at.guild, { overwrites: [everyone] }),
    desk.discord.channel(at.guild, { overwrites: [everyone] }),
  ]
  for (const id of mute) for (let said = 0; said < 5; said += 1) await desk.say(desk.chat(id), `${said}`)
  await desk.pass(2 * HOUR_MS)
  for (const id of mute) expect(sends(desk, id).length).toBeLessThanOrEqual(3)
  const invalid = desk.discord.received().filter(({ status = 0 }) => [401, 403, 404, 429].includes(status))
  expect(invalid.length).toBeLessThan(100)
})
