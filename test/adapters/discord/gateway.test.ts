import { expect, test } from 'vitest'
import { UserError } from '../../../src/errors.ts'
import { createFakeClock } from '../../fakes/clock.ts'
import { quiet } from '../../fakes/discord/quiet.ts'
import { discordApp } from './discord-app.ts'

const GUILDS = 1 << 0
const GUILD_MESSAGES = 1 << 9
const DIRECT_MESSAGES = 1 << 12

test.each([
  ['yes', GUILDS | GUILD_MESSAGES | DIRECT_MESSAGES],
  ['no', GUILDS],
])('with DISCORD_MESSAGES=%s it asks to hear no more than that', async (hears, intents) => {
  await using app = await discordApp({ env: { DISCORD_MESSAGES: hears } })
  await app.listen()
  expect(app.discord.gateway.identified.map((given) => given.intents)).toEqual([intents])
})

test('asked to connect again it goes on where it stopped, and hears what happened meanwhile', async () => {
  await using app = await discordApp()
  const { discord } = app
  const { events } = await app.listen()
  const person = discord.person()
  discord.write(person, 'dm', 'One?')
  await expect.poll(() => events).toHaveLength(1)
  discord.gateway.close()
  discord.write(person, 'dm', 'Two?')
  await expect.poll(() => events, { timeout: 10_000 }).toHaveLength(2)
  expect(discord.gateway.resumed).toHaveLength(1)
  expect(discord.gateway.identified).toHaveLength(1)
  expect(app.adapter.trouble?.()).toBeUndefined()
})

test('while the connection is broken it says so', async () => {
  await using app = await discordApp()
  await app.listen()
  await expect.poll(() => app.adapter.trouble?.()).toBeUndefined()
  app.discord.gateway.isSilent = true
  app.discord.gateway.close(4_000)
  await expect.poll(() => app.adapter.trouble?.()).toMatch(/broke/)
})

test.each([
  [4_004, 'refuses the token'],
  [4_014, 'does not let the bot hear'],
])('closed with %i it ends, with a sentence that says what to do', async (code, words) => {
  await using app = await discordApp()
  const { ended } = await app.listen()
  await expect.poll(() => app.adapter.trouble?.()).toBeUndefined()
  app.discord.gateway.close(code)
  await expect(ended).rejects.toThrow(UserError)
  await expect(ended).rejects.toThrow(words)
  expect(app.adapter.trouble?.()).toContain(words)
  expect(app.log.join()).not.toContain(app.discord.token)
})

test('a token that is refused at the door ends it too', async () => {
  await using app = await discordApp()
  app.discord.revokeToken()
  await expect(
    app.adapter.listen(async () => ({ kind: 'later' }), new AbortController().signal),
  ).rejects.toThrow('refuses the token')
})

test('whoever is not let in tries again, later and later', async () => {
  let settle: (() => Promise<void>) | undefined
  const clock = createFakeClock(undefined, async () => settle?.())
  await using app = await discordApp({ clock })
  const { discord } = app
  settle = () => quiet(discord)
  const broken = { kind: 'broken', isAccepted: false } as const
  discord.script('GET /gateway/bot', broken, broken)
  const listening = app.adapter.listen(async () => ({ kind: 'later' }), AbortSignal.timeout(15_000))
  listening.catch(() => undefined)
  await clock.advance(4_000)
  expect(discord.gateway.identified).toHaveLength(0)
  expect(app.adapter.trouble?.()).toBe('Discord answered 500.')
  await clock.advance(20_000)
  expect(discord.gateway.identified).toHaveLength(1)
  expect(app.adapter.trouble?.()).toBeUndefined()
})

test('asked to stop it closes the connection as it should be closed', async () => {
  await using app = await discordApp()
  const { stop } = await app.listen()
  await stop()
  await expect.poll(() => app.discord.gateway.closes).toEqual([1_000])
})
