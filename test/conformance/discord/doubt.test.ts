// What Brevier promises of Discord, a test each, named by its number: posts that may have arrived, and those that must wait.

import { join } from 'node:path'
import { expect, test } from 'vitest'
import { nonceOf } from '../../../adapters/discord/nonce.ts'
import { temporaryFolder } from '../../cli/run.ts'
import { HOUR_MS, MINUTE_MS } from '../../editions/newsroom.ts'
import { POSTS } from '../../fakes/discord/discord.ts'
import type { Fault } from '../../fakes/discord/fault.ts'
import { deskBeforeSlot, deskWithChannel, discordDesk, refused, SECOND_MS, sends } from './desk.ts'

const nonces = (calls: readonly { readonly body: unknown }[]) =>
  calls.map(({ body }) => (body as { nonce: string }).nonce)

test('08 every post has a nonce that is enforced, and that channel, message and part alone make', async () => {
  const { desk, channel, toSlot } = await deskBeforeSlot()
  await using _ = desk
  await toSlot()
  const calls = sends(desk, channel)
  const [delivery] = await desk.deliveries(desk.chat(channel, 'channel'))
  expect(calls).toHaveLength(1)
  expect(calls[0]?.body).toMatchObject({
    enforce_nonce: true,
    nonce: nonceOf(channel, `${delivery?.messageKey}.${delivery?.part}`),
  })
  expect(nonces(calls)[0]?.length).toBeLessThanOrEqual(25)
})

test('09 no two parts, channels or editions ever share a nonce', () => {
  const seen = new Set<string>()
  for (let edition = 0; edition < 100; edition += 1)
    for (let channel = 0; channel < 1_000; channel += 1)
      for (let part = 1; part <= 10; part += 1)
        seen.add(nonceOf(String(channel), `edition e${edition}.${part}`))
  expect(seen.size).toBe(1_000_000)
}, 120_000)

test.each<readonly [string, Fault]>([
  [
    '10 a server that broke after the post was taken is sent it again, and has it once',
    { kind: 'broken', isAccepted: true },
  ],
  ['10 one that broke before likewise', { kind: 'broken', isAccepted: false }],
  ['10 one that never answered likewise', { kind: 'silent', isAccepted: true }],
  ['11 a connection that ended after the post was taken likewise', { kind: 'dropped', isAccepted: true }],
])('%s', async (_name, fault) => {
  const { desk, channel, chat, toSlot } = await deskBeforeSlot()
  await using _ = desk
  desk.discord.script({ route: POSTS, channel }, fault)
  await toSlot()
  const [first, second] = sends(desk, channel)
  expect(nonces(sends(desk, channel))).toEqual([
    nonces([{ body: first?.body }])[0],
    nonces([{ body: first?.body }])[0],
  ])
  expect((second?.at ?? 0) - (first?.at ?? 0)).toBeLessThanOrEqual(MINUTE_MS)
  expect(desk.posts(channel)).toHaveLength(1)
  const [message] = desk.discord.messages(channel)
  expect(await desk.deliveries(chat)).toMatchObject([
    { state: 'delivered', receipt: `${channel}/${message?.id}` },
  ])
})

test.each([
  [
    '12 a desk that dies after the post was taken and is back within a minute sends it again, and it stands there once',
    20 * SECOND_MS,
    2,
    {},
  ],
  [
    '12 a desk that is back after ten minutes looks, finds the post, and sends nothing',
    10 * MINUTE_MS,
    1,
    {},
  ],
  ['12 it finds a post that calls a role likewise', 10 * MINUTE_MS, 1, { calledRole: '700000000000000001' }],
])('%s', async (_name, downMs, calls, settings) => {
  const database = `sqlite:${join(temporaryFolder(), 'desk.db')}`
  const dying = await deskBeforeSlot(undefined, { database }, settings)
  const { channel, chat } = dying
  const at = { discord: dying.desk.discord, clock: dying.desk.clock }
  at.discord.script({ route: POSTS, channel }, { kind: 'silent', isAccepted: true })
  await dying.desk.pass(30 * MINUTE_MS + 5 * SECOND_MS)
  expect(await dying.desk.deliveries(chat)).toMatchObject([{ state: 'sending' }])
  // As the process that dies leaves it.
  await dying.desk.app.store.close()
  at.discord.gateway.close()
  at.clock.set(at.clock.now() + downMs)

  await using desk = await discordDesk({ database, at })
  await desk.app.store.endLeases(desk.clock.now())
  await desk.pass(MINUTE_MS)

  expect(sends(desk, channel)).toHaveLength(calls)
  expect(desk.posts(channel)).toHaveLength(1)
  expect(await desk.deliveries(chat)).toMatchObject([{ state: 'delivered' }])
})

test('13 where the bot may not read back nobody knows, the owner is asked once, and nothing is sent', async () => {
  const { desk, owner, channel, chat, toSlot } = await deskBeforeSlot()
  await using _ = desk
  const silent: Fault = { kind: 'silent', isAccepted: true }
  desk.discord.script({ route: POSTS, channel }, silent, silent, silent, silent)
  desk.discord.script({ route: 'GET /channels/:channel/messages', channel }, refused(403, 50_001))
  await toSlot()
  const before = sends(desk, channel).length
  await desk.pass(HOUR_MS)
  expect(sends(desk, channel)).toHaveLength(before)
  expect(await desk.deliveries(chat)).toMatchObject([{ state: 'unknown' }])
  expect(desk.posts(owner)).toHaveLength(1)
})

test('14 a channel that takes no more for two seconds gets nothing in them, others go on', async () => {
  const { desk, guild, channel, chat } = await deskWithChannel()
  await using _ = desk
  const other = desk.discord.channel(guild)
  desk.discord.script({ route: POSTS, channel }, { kind: 'too-many', retryAfter: 2 })
  await desk.say(chat, 'One.')
  await desk.say(desk.chat(other), 'Two.')
  await desk.pass(MINUTE_MS)
  const [first, second] = sends(desk, channel)
  expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(2 * SECOND_MS)
  expect(sends(desk, other)[0]?.at).toBeLessThan((first?.at ?? 0) + SECOND_MS)
  expect([desk.posts(channel), desk.posts(other)]).toEqual([['One.'], ['Two.']])
})

const CROSSPOST = 'POST /channels/:channel/messages/:message/crosspost'
const published = { isForFollowers: true } as const

test('15 publishing that has to wait for an hour keeps nobody waiting, and is done then', async () => {
  const { desk, guild, channel, toSlot } = await deskBeforeSlot({ type: 'announcement' }, {}, published)
  await using _ = desk
  const other = desk.discord.channel(guild)
  desk.discord.script(CROSSPOST, { kind: 'too-many', retryAfter: 3_001, scope: 'shared' })
  await toSlot()
  await desk.say(desk.chat(other), 'Meanwhile.')
  await desk.pass(MINUTE_MS)
  expect(desk.posts(other)).toEqual(['Meanwhile.'])
  expect(desk.discord.received(CROSSPOST)).toHaveLength(1)
  await desk.pass(HOUR_MS)
  expect(desk.discord.received(CROSSPOST).map(({ status }) => status)).toEqual([429, 200])
  expect(desk.posts(channel)).toHaveLength(1)
})

test('16 without that choice nothing is published', async () => {
  const { desk, channel, toSlot } = await deskBeforeSlot({ type: 'announcement' })
  await using _ = desk
  await toSlot()
  expect(desk.posts(channel)).toHaveLength(1)
  expect(desk.discord.received(CROSSPOST)).toEqual([])
})

test.each([
  ['16 what was published before counts as published', refused(400, 40_033)],
  ['16 publishing that is refused neither repeats nor removes the post', refused(403, 50_013)],
  ['16 publishing that breaks likewise', { kind: 'dropped', isAccepted: false } as const],
])('%s', async (_name, fault) => {
  const { desk, channel, chat, toSlot } = await deskBeforeSlot({ type: 'announcement' }, {}, published)
  await using _ = desk
  desk.discord.script(CROSSPOST, fault)
  await toSlot()
  await desk.pass(HOUR_MS)
  expect(desk.posts(channel)).toHaveLength(1)
  expect(await desk.deliveries(chat)).toMatchObject([{ state: 'delivered' }])
  expect(desk.discord.received(CROSSPOST)).toHaveLength(1)
})
