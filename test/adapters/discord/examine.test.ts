import { expect, test } from 'vitest'
import { commandInfos } from '../../../src/chat/command-infos.ts'
import { PERMISSION } from '../../fakes/discord/permissions.ts'
import { type DiscordApp, discordApp } from './discord-app.ts'

const { signal } = new AbortController()
const ALL = (1n << 52n) - 1n - (1n << 3n)

async function registeredApp(env?: Readonly<Record<string, string>>): Promise<DiscordApp> {
  const app = await discordApp({ ...(env && { env }) })
  await app.adapter.register?.(commandInfos, signal)
  return app
}

const found = async ({ adapter }: DiscordApp, ...chats: Parameters<NonNullable<typeof adapter.examine>>[0]) =>
  (await adapter.examine?.(chats, signal))?.map(({ level, text, remedy }) => `${level}: ${text} ${remedy}`)

test('nothing is found where all is well, also in a thread, a forum and a private chat', async () => {
  await using app = await registeredApp()
  const { discord } = app
  const guild = discord.guild()
  const channel = discord.channel(guild)
  const places = [channel, discord.channel(guild, { type: 'forum' }), discord.openThread(channel, 'Q&A')]
  expect(
    await found(app, ...places.map((id) => app.chat(id)), app.chat(discord.person(), 'private')),
  ).toEqual([])
})

test('a token that is refused is all there is to say', async () => {
  await using app = await discordApp()
  app.discord.revokeToken()
  expect(await found(app, app.chat('7'))).toEqual([
    'error: The token is refused. Discord answered 401 401: Unauthorized. Reset it in the Discord developer portal, under Bot, and set DISCORD_TOKEN.',
  ])
})

test('commands that nobody registered are missed', async () => {
  await using app = await discordApp()
  expect(await found(app)).toEqual([
    'warning: Discord lists no command of the bot. Start brevier: it registers them.',
  ])
})

test('rights that a channel takes away are named, by what it takes and gives', async () => {
  await using app = await registeredApp()
  const { discord } = app
  const guild = discord.guild({ permissions: ALL & ~PERMISSION.readHistory })
  const rule = (deny: bigint, allow = 0n) => ({
    id: guild,
    type: 0 as const,
    deny: String(deny),
    allow: String(allow),
  })
  const mute = discord.channel(guild, {
    overwrites: [rule(PERMISSION.sendMessages | PERMISSION.embedLinks, PERMISSION.readHistory)],
  })
  const blind = discord.channel(guild)
  const own = discord.channel(guild, {
    overwrites: [
      rule(PERMISSION.sendMessages),
      {
        id: discord.bot.id,
        type: 1,
        deny: '0',
        allow: String(PERMISSION.sendMessages | PERMISSION.readHistory),
      },
    ],
  })
  expect(await found(app, app.chat(mute), app.chat(blind), app.chat(own))).toEqual([
    `error: The bot may not post to discord:${mute}: it lacks Send Messages, Embed Links. Give it that in the permissions of the channel, or of one of its roles.`,
    `warning: The bot may not read discord:${blind}: of a post that may have arrived, nobody can tell whether it did. Give it Read Message History in the permissions of the channel.`,
  ])
})

test('a channel that is not there is told with how to add the bot', async () => {
  await using app = await registeredApp()
  expect((await found(app, app.chat('7')))?.[0]).toMatch(
    /^error: discord:7 cannot be looked at\. .*10003.* Add the bot to its server \(https:/,
  )
})

test('interactions that go another way than they are heard are found', async () => {
  await using app = await registeredApp()
  app.discord.gateway.routeInteractions('https://elsewhere.example/')
  expect((await found(app))?.[0]).toMatch(
    /^error: Discord sends commands and buttons to https:\/\/elsewhere\.example\//,
  )
  await using other = await registeredApp({ DISCORD_PUBLIC_KEY: 'ab'.repeat(32) })
  expect((await found(other))?.[0]).toMatch(/^error: DISCORD_PUBLIC_KEY is not the key/)
})
