// The adapter before a Discord on this machine.

import { createDiscordAdapter } from '../../../adapters/discord/discord.ts'
import { discordSettings } from '../../../adapters/discord/settings.ts'
import { systemClock } from '../../../src/clock.ts'
import type { Chat, InboundEvent, Message, Payload } from '../../../src/domain.ts'
import { createLog } from '../../../src/log.ts'
import type { Ack, ChatAdapter, Clock, Outcome } from '../../../src/ports.ts'
import { type Discord, startDiscord } from '../../fakes/discord/discord.ts'
import type { RateLimits } from '../../fakes/discord/rates.ts'

export interface DiscordApp extends AsyncDisposable {
  readonly discord: Discord
  readonly adapter: ChatAdapter
  readonly log: readonly string[]
  chat(id: string, kind?: Chat['kind']): Chat
  /** Every part; what became of the last. */
  send(to: Chat, message: Message | string, key?: string): Promise<Outcome>
  /** Listens from now on; resolves when the bot is in. */
  listen(answer?: (event: InboundEvent) => Ack | Promise<Ack>): Promise<Heard>
}

export interface Heard {
  readonly events: readonly InboundEvent[]
  /** Rejects as listening does. */
  readonly ended: Promise<void>
  /** Stops, and waits until it has. */
  stop(): Promise<void>
}

export interface DiscordAppOptions {
  readonly clock?: Clock
  readonly limits?: RateLimits
  readonly env?: Readonly<Record<string, string>>
  /** A server that is there before the adapter, and after it. */
  readonly discord?: Discord
}

export const text = (words: string): Message => ({ language: 'en', blocks: [{ kind: 'text', text: words }] })

export async function discordApp({
  clock = systemClock,
  limits,
  env = {},
  discord: there,
}: DiscordAppOptions = {}): Promise<DiscordApp> {
  const discord = there ?? (await startDiscord({ clock, ...(limits && { limits }) }))
  const lines: string[] = []
  const settings = discordSettings.parse({
    DISCORD_TOKEN: discord.token,
    DISCORD_API_ROOT: discord.apiRoot,
    ...env,
  })
  const adapter = createDiscordAdapter({
    token: discord.token,
    settings,
    clock,
    log: createLog({ level: 'debug', json: false, write: (line) => lines.push(line) }),
  })
  const stop = new AbortController()
  const listening: Promise<void>[] = []

  return {
    discord,
    adapter,
    log: lines,
    chat: (id, kind = 'group') => ({ platform: 'discord', id, kind }),

    async send(to, message, key = 'k') {
      let outcome: Outcome | undefined
      const { signal } = new AbortController()
      const payloads: readonly Payload[] = adapter.render(
        typeof message === 'string' ? text(message) : message,
        to,
      )
      for (const [at, payload] of payloads.entries())
        outcome = await adapter.send(to, payload, { key: `${key}.${at + 1}`, signal })
      if (!outcome) throw new Error('there was nothing to send')
      return outcome
    },

    async listen(answer = () => ({ kind: 'later' })) {
      const events: InboundEvent[] = []
      const ended = adapter.listen(async (event) => {
        events.push(event)
        return answer(event)
      }, stop.signal)
      ended.catch(() => undefined)
      listening.push(ended)
      const { gateway } = discord
      const before = gateway.identified.length
      if (env.DISCORD_PUBLIC_KEY === undefined) while (gateway.identified.length === before) await turn()
      return {
        events,
        ended,
        async stop() {
          stop.abort()
          await ended
        },
      }
    },

    async [Symbol.asyncDispose]() {
      stop.abort()
      await Promise.allSettled(listening)
      if (!there) await discord[Symbol.asyncDispose]()
    },
  }
}

function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
