// The adapter before a Bot API server on this machine.

import { telegramSettings } from '../../../adapters/telegram/settings.ts'
import { createTelegramAdapter } from '../../../adapters/telegram/telegram.ts'
import { systemClock } from '../../../src/clock.ts'
import type { Chat, InboundEvent, Message, Payload } from '../../../src/domain.ts'
import { createLog } from '../../../src/log.ts'
import type { Ack, ChatAdapter, Clock } from '../../../src/ports.ts'
import type { RateLimits } from '../../fakes/telegram/rates.ts'
import { startTelegram, type Telegram } from '../../fakes/telegram/telegram.ts'

export interface TelegramApp extends AsyncDisposable {
  readonly telegram: Telegram
  readonly adapter: ChatAdapter
  readonly log: readonly string[]
  chat(id: number, kind?: Chat['kind'], thread?: number): Chat
  send(to: Chat, message: Message | string): ReturnType<ChatAdapter['send']>
  /** What the adapter hears, until `count` events were answered. */
  hear(count: number, answer?: (event: InboundEvent) => Ack): Promise<readonly InboundEvent[]>
}

export interface TelegramAppOptions {
  readonly clock?: Clock
  readonly env?: Readonly<Record<string, string>>
  readonly limits?: RateLimits
  /** A server that is there already, and stays when the adapter has gone. */
  readonly telegram?: Telegram
}

export const text = (words: string): Message => ({ language: 'en', blocks: [{ kind: 'text', text: words }] })

export async function telegramApp({
  clock = systemClock,
  env = {},
  limits,
  telegram: there,
}: TelegramAppOptions = {}): Promise<TelegramApp> {
  const telegram = there ?? (await startTelegram({ clock, ...(limits && { limits }) }))
  const lines: string[] = []
  const settings = telegramSettings.parse({
    TELEGRAM_BOT_TOKEN: telegram.token,
    TELEGRAM_API_ROOT: telegram.apiRoot,
    ...env,
  })
  const adapter = createTelegramAdapter({
    token: telegram.token,
    settings,
    clock,
    log: createLog({ level: 'debug', json: false, write: (line) => lines.push(line) }),
  })
  const { signal } = new AbortController()

  return {
    telegram,
    adapter,
    log: lines,
    chat: (id, kind = 'private', thread) => ({
      platform: 'telegram',
      id: String(id),
      kind,
      ...(thread !== undefined && { thread: String(thread) }),
    }),

    send: (to, message) => {
      const [payload] = adapter.render(typeof message === 'string' ? text(message) : message, to)
      return adapter.send(to, payload as Payload, { key: 'k', signal })
    },

    async hear(count, answer = () => ({ kind: 'later' })) {
      const events: InboundEvent[] = []
      const stop = new AbortController()
      if (count === 0) return events
      await adapter.listen(async (event) => {
        events.push(event)
        if (events.length === count) stop.abort()
        return answer(event)
      }, stop.signal)
      return events
    },

    async [Symbol.asyncDispose]() {
      if (!there) await telegram[Symbol.asyncDispose]()
    },
  }
}
