import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { expect, test } from 'vitest'
import { createDiscordAdapter } from '../../../adapters/discord/discord.ts'
import { discordSettings } from '../../../adapters/discord/settings.ts'
import { systemClock } from '../../../src/clock.ts'
import type { InboundEvent } from '../../../src/domain.ts'
import { createLog } from '../../../src/log.ts'
import type { Ack } from '../../../src/ports.ts'
import { type Discord, startDiscord } from '../../fakes/discord/discord.ts'
import { text } from './discord-app.ts'

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

async function endpointApp(answer: (event: InboundEvent) => Ack = () => ({ kind: 'later' })) {
  const discord: Discord = await startDiscord()
  const port = await freePort()
  const settings = discordSettings.parse({
    DISCORD_TOKEN: discord.token,
    DISCORD_API_ROOT: discord.apiRoot,
    DISCORD_PUBLIC_KEY: discord.gateway.publicKey,
    DISCORD_HTTP_PORT: String(port),
  })
  const log = createLog({ level: 'error', json: false, write: () => undefined })
  const adapter = createDiscordAdapter({ token: discord.token, settings, clock: systemClock, log })
  const events: InboundEvent[] = []
  const stop = new AbortController()
  const listening = adapter.listen(async (event) => {
    events.push(event)
    return answer(event)
  }, stop.signal)
  const url = `http://127.0.0.1:${port}`
  discord.gateway.routeInteractions(url)
  await expect
    .poll(() =>
      fetch(url).then(
        ({ status }) => status,
        () => 0,
      ),
    )
    .toBe(405)
  return {
    discord,
    adapter,
    events,
    url,
    async [Symbol.asyncDispose]() {
      stop.abort()
      await listening
      await discord[Symbol.asyncDispose]()
    },
  }
}

test('a request with a wrong signature, or none, is refused, and one that only asks is answered', async () => {
  await using app = await endpointApp()
  const { gateway } = app.discord
  expect(await gateway.post({ type: 1 }, { isWrong: true })).toEqual({ status: 401, body: undefined })
  expect((await fetch(app.url, { method: 'POST', body: '{"type":1}' })).status).toBe(401)
  expect(await gateway.post({ type: 1 })).toEqual({ status: 200, body: { type: 1 } })
  expect(app.events).toEqual([])
})

test('a command is answered in the response, and stored', async () => {
  await using app = await endpointApp()
  const { discord } = app
  const channel = discord.channel(discord.guild())
  const asked = discord.command(discord.person(), channel, 'ask', { options: { question: 'How many?' } })
  await expect.poll(() => asked.callback).toMatchObject({ type: 5, data: { flags: 64 } })
  await expect.poll(() => app.events).toMatchObject([{ kind: 'command', name: 'ask', text: 'How many?' }])
  expect(discord.gateway.identified).toEqual([])
})

test('what can be said at once is said in the response', async () => {
  await using app = await endpointApp(() => ({ kind: 'reply', message: text('Because.') }))
  const { discord, adapter } = app
  const channel = discord.channel(discord.guild())
  const chat = { platform: 'discord', id: channel, kind: 'group' } as const
  const [payload] = adapter.render(
    {
      language: 'en',
      blocks: [
        { kind: 'text', text: 'x' },
        { kind: 'buttons', rows: [[{ label: 'Why', ref: 'abcdefghij' }]] },
      ],
    },
    chat,
  )
  await adapter.send(chat, payload ?? { body: '' }, { key: 'k.1', signal: new AbortController().signal })
  const [post] = discord.messages(channel)
  const pressed = post && discord.press(discord.person(), post, 'Why')
  await expect
    .poll(() => pressed?.callback)
    .toMatchObject({ type: 4, data: { components: [{ content: 'Because.' }] } })
})
