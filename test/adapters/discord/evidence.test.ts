import { expect, test } from 'vitest'
import type { Delivery } from '../../../src/domain.ts'
import { PERMISSION } from '../../fakes/discord/permissions.ts'
import { type DiscordApp, discordApp, text } from './discord-app.ts'

const { signal } = new AbortController()

function delivery({ adapter, chat }: DiscordApp, channel: string, words: string): Delivery {
  const [payload] = adapter.render(text(words), chat(channel))
  return {
    id: 'd1',
    messageKey: 'k',
    part: 1,
    parts: 1,
    chat: chat(channel),
    payload: payload ?? { body: '' },
    dueAt: 0,
    expiresAt: 0,
    whenUnknown: 'once',
    state: 'unknown',
    attempt: 1,
    sendingAt: Date.now(),
    isResent: false,
    isPlain: false,
    isMoved: false,
    createdAt: Date.now(),
  }
}

const look = (app: DiscordApp, channel: string, words: string) =>
  app.adapter.evidence?.(delivery(app, channel, words), signal)

test('a post that stands there has arrived, and its receipt is known again', async () => {
  await using app = await discordApp()
  const channel = app.discord.channel(app.discord.guild())
  const sent = await app.send(app.chat(channel), 'Good *morning*.')
  expect(await look(app, channel, 'Good *morning*.')).toEqual({
    receipt: sent.kind === 'delivered' ? sent.receipt : '',
  })
})

test('one that does not stand among others has not', async () => {
  await using app = await discordApp()
  const channel = app.discord.channel(app.discord.guild())
  await app.send(app.chat(channel), 'Something else.')
  expect(await look(app, channel, 'Good morning.')).toBe('absent')
})

test('it is looked for behind a hundred other messages', async () => {
  await using app = await discordApp()
  const { discord } = app
  const channel = discord.channel(discord.guild())
  const person = discord.person()
  for (let at = 0; at < 150; at += 1) discord.write(person, channel, `Chatter ${at}`)
  const sent = await app.send(app.chat(channel), 'Good morning.')
  expect(await look(app, channel, 'Good morning.')).toEqual({
    receipt: sent.kind === 'delivered' ? sent.receipt : '',
  })
  expect(discord.received('GET /channels/:channel/messages')).toHaveLength(2)
})

test('in an empty channel that may be read it did not arrive', async () => {
  await using app = await discordApp()
  expect(await look(app, app.discord.channel(app.discord.guild()), 'Good morning.')).toBe('absent')
})

test('where the past is closed to the bot nobody knows', async () => {
  await using app = await discordApp()
  const everything = (1n << 52n) - 1n - (1n << 3n)
  const channel = app.discord.channel(
    app.discord.guild({ permissions: everything & ~PERMISSION.readHistory }),
  )
  await app.send(app.chat(channel), 'Good morning.')
  expect(await look(app, channel, 'Good morning.')).toBe('unknown')
})

test('in a channel that is gone it did not arrive', async () => {
  await using app = await discordApp()
  expect(await look(app, '7', 'Good morning.')).toBe('absent')
})
