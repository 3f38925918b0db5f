import { expect, test } from 'vitest'
import { nonceOf } from '../../../adapters/discord/nonce.ts'
import type { Payload } from '../../../src/domain.ts'
import { POSTS } from '../../fakes/discord/discord.ts'
import type { Fault } from '../../fakes/discord/fault.ts'
import { discordApp, text } from './discord-app.ts'

const refused = (status: number, code: number): Fault => ({ kind: 'refused', status, code, message: 'No' })
const gone = { kind: 'refused', class: 'gone' }
const noRight = { kind: 'refused', class: 'no-right' }
const topic = { kind: 'refused', class: 'topic' }
const content = { kind: 'refused', class: 'content' }
const later = { kind: 'later' }

test.each<readonly [Fault, object]>([
  [refused(404, 10_003), gone],
  [refused(404, 10_004), gone],
  [refused(403, 50_001), noRight],
  [refused(403, 50_013), noRight],
  [refused(403, 50_007), noRight],
  [refused(403, 0), noRight],
  [refused(400, 40_067), topic],
  [refused(400, 50_008), topic],
  [refused(400, 50_024), topic],
  [refused(400, 50_083), topic],
  [refused(400, 160_005), topic],
  [refused(400, 50_035), content],
  [refused(400, 50_006), content],
  [refused(400, 200_000), content],
  [refused(400, 240_000), content],
  [refused(400, 99_999), content],
  [refused(401, 0), { kind: 'refused', class: 'token' }],
  [refused(400, 20_016), later],
  [refused(400, 20_028), later],
  [refused(400, 130_000), later],
  [
    { kind: 'too-many', retryAfter: 2 },
    { kind: 'later', retryAfterMs: 2_050 },
  ],
  [{ kind: 'broken', isAccepted: true }, { kind: 'unknown' }],
  [{ kind: 'dropped', isAccepted: true }, { kind: 'unknown' }],
])('of %j comes %j, with a sentence and without the token', async (fault, outcome) => {
  await using app = await discordApp()
  const channel = app.discord.channel(app.discord.guild())
  app.discord.script(POSTS, fault)

  const got = await app.send(app.chat(channel), 'Good morning.')

  expect(got).toMatchObject({ ...outcome, reason: expect.stringMatching(/^[A-Z].*\.$/) })
  expect(JSON.stringify(got)).not.toContain(app.discord.token)
})

test('a token that was refused is tried again, in case it is good now', async () => {
  await using app = await discordApp()
  const chat = app.chat(app.discord.channel(app.discord.guild()))
  app.discord.script(POSTS, refused(401, 0))
  expect(await app.send(chat, 'x')).toMatchObject({ class: 'token' })
  expect(await app.send(chat, 'x')).toMatchObject({ kind: 'delivered' })
})

test('what never left because nobody listens there is tried again later', async () => {
  await using app = await discordApp({ env: { DISCORD_API_ROOT: 'http://127.0.0.1:9/api' } })
  expect(await app.send(app.chat('7'), 'Good morning.')).toEqual({
    kind: 'later',
    reason: 'Discord could not be reached (ECONNREFUSED).',
  })
})

test('a send that is cut off may have arrived', async () => {
  await using app = await discordApp()
  const { discord, adapter } = app
  const chat = app.chat(discord.channel(discord.guild()))
  discord.script(POSTS, { kind: 'silent', isAccepted: true })
  const stop = new AbortController()
  const [payload] = adapter.render(text('Good morning.'), chat)
  const sent = adapter.send(chat, payload ?? { body: '' }, { key: 'k', signal: stop.signal })
  await expect.poll(() => discord.received(POSTS)).toHaveLength(1)
  stop.abort()
  expect(await sent).toMatchObject({ kind: 'unknown' })
})

test('a post has a nonce that is enforced, pings nobody, and names its channel and itself in the receipt', async () => {
  await using app = await discordApp()
  const channel = app.discord.channel(app.discord.guild())
  const outcome = await app.send(app.chat(channel), { ...text('x'), isSilent: true })
  expect(app.discord.received(POSTS)[0]?.body).toEqual({
    flags: 32_768 | 4_096,
    components: [{ type: 10, content: 'x' }],
    allowed_mentions: { parse: [] },
    nonce: nonceOf(channel, 'k.1'),
    enforce_nonce: true,
  })
  expect(outcome).toEqual({
    kind: 'delivered',
    receipt: `${channel}/${app.discord.messages(channel)[0]?.id}`,
  })
})

test('what is sent again with the same key stands there once', async () => {
  await using app = await discordApp()
  const channel = app.discord.channel(app.discord.guild())
  app.discord.script(POSTS, { kind: 'broken', isAccepted: true })
  expect(await app.send(app.chat(channel), 'x')).toMatchObject({ kind: 'unknown' })
  const again = await app.send(app.chat(channel), 'x')
  expect(app.discord.messages(channel).map(({ id }) => `${channel}/${id}`)).toEqual([
    again.kind === 'delivered' ? again.receipt : '',
  ])
})

test('a private chat is opened once', async () => {
  await using app = await discordApp()
  const person = app.discord.person()
  for (const words of ['One.', 'Two.']) await app.send(app.chat(person, 'private'), words, words)
  expect(app.discord.received('POST /users/@me/channels')).toHaveLength(1)
  expect(app.discord.messages(person)).toHaveLength(2)
})

test('private chats that are opened too fast are opened later, and closed ones are not written to', async () => {
  await using app = await discordApp()
  const person = app.discord.person()
  app.discord.script('POST /users/@me/channels', refused(400, 40_003))
  expect(await app.send(app.chat(person, 'private'), 'x')).toMatchObject(later)
  app.discord.closeDm(person)
  expect(await app.send(app.chat(person, 'private'), 'x')).toMatchObject(noRight)
})

test('a message is changed in place', async () => {
  await using app = await discordApp()
  const channel = app.discord.channel(app.discord.guild())
  const sent = await app.send(app.chat(channel), 'Before.')
  const receipt = sent.kind === 'delivered' ? sent.receipt : ''
  const [payload] = app.adapter.render(text('After.'), app.chat(channel))
  const { signal } = new AbortController()
  expect(await app.adapter.edit?.(app.chat(channel), receipt, payload as Payload, { signal })).toEqual({
    kind: 'delivered',
    receipt,
  })
  expect(app.discord.messages(channel).map(({ components }) => components)).toMatchObject([
    [{ content: 'After.' }],
  ])
})

test('a button that adds the bot leads to where a server is chosen, with the rights it needs', async () => {
  await using app = await discordApp()
  const person = app.discord.person()
  await app.send(app.chat(person, 'private'), {
    language: 'en',
    blocks: [
      { kind: 'text', text: 'x' },
      {
        kind: 'buttons',
        rows: [
          [
            { label: 'Add', ref: '', adds: 'channel' },
            { label: 'Add too', ref: '', adds: 'group' },
          ],
        ],
      },
    ],
  })
  expect(app.discord.messages(person)[0]?.components[1]?.components).toMatchObject([
    {
      style: 5,
      label: 'Add',
      url: `https://discord.com/oauth2/authorize?client_id=${app.discord.bot.id}&scope=bot+applications.commands&permissions=309237730304`,
    },
  ])
})

const LONG = {
  language: 'en',
  blocks: [
    { kind: 'title', text: 'Tuesday' },
    ...Array.from(
      { length: 8 },
      (_, at) => ({ kind: 'text', text: `${at} ${'Word. '.repeat(150)}` }) as const,
    ),
  ],
} as const

test('in a forum an edition is a post of its name, in an embed, and its other parts stand below', async () => {
  await using app = await discordApp()
  const { discord } = app
  const forum = discord.channel(discord.guild(), { type: 'forum' })
  const outcome = await app.send(app.chat(forum, 'channel'), LONG)
  const [thread] = [...discord.world.channels.values()].filter(({ parentId }) => parentId === forum)
  expect(thread?.name).toBe('Tuesday')
  const messages = discord.messages(thread?.id ?? '')
  expect(messages.length).toBeGreaterThan(1)
  expect(messages[0]?.embeds[0]).toMatchObject({ title: 'Tuesday' })
  expect(outcome).toEqual({ kind: 'delivered', receipt: `${thread?.id}/${messages.at(-1)?.id}` })
})

test('a forum post that may have arrived is looked for before it is begun again', async () => {
  await using app = await discordApp()
  const { discord } = app
  const forum = discord.channel(discord.guild(), { type: 'forum' })
  discord.script('POST /channels/:channel/threads', { kind: 'dropped', isAccepted: true })
  expect(await app.send(app.chat(forum, 'channel'), text('Good morning.'))).toMatchObject({ kind: 'unknown' })
  expect(await app.send(app.chat(forum, 'channel'), text('Good morning.'))).toMatchObject({
    kind: 'delivered',
  })
  expect([...discord.world.channels.values()].filter(({ parentId }) => parentId === forum)).toHaveLength(1)
})

test('two editions of one name are two posts', async () => {
  await using app = await discordApp()
  const { discord } = app
  const forum = discord.channel(discord.guild(), { type: 'forum' })
  const edition = (words: string) => ({
    language: 'en',
    blocks: [{ kind: 'title', text: 'Tuesday' } as const, { kind: 'text', text: words } as const],
  })
  await app.send(app.chat(forum, 'channel'), edition('One.'), 'a')
  await app.send(app.chat(forum, 'channel'), edition('Two.'), 'b')
  expect([...discord.world.channels.values()].filter(({ parentId }) => parentId === forum)).toHaveLength(2)
})
