// A whole desk before a Bot API server on this machine. Time passes only when neither has anything left to say.

import { Writable } from 'node:stream'
import { type App, compose, composeDesk, type Overrides } from '../../../src/compose.ts'
import { readSettings } from '../../../src/config.ts'
import type { Desk } from '../../../src/desk.ts'
import type { Message } from '../../../src/domain.ts'
import type { ChatAdapter } from '../../../src/ports.ts'
import { messageOf } from '../../adapters/telegram/posts.ts'
import { type TelegramApp, telegramApp } from '../../adapters/telegram/telegram-app.ts'
import { bridge, flood } from '../../editions/articles.ts'
import { MINUTE_MS, START } from '../../editions/newsroom.ts'
import { createFakeClock, type FakeClock } from '../../fakes/clock.ts'
import type { Fault } from '../../fakes/telegram/fault.ts'
import { quiet } from '../../fakes/telegram/quiet.ts'
import type { RateLimits } from '../../fakes/telegram/rates.ts'
import type { Telegram } from '../../fakes/telegram/telegram.ts'
import { type DeskActs, deskActs } from '../desk-acts.ts'

export interface TelegramDesk extends DeskActs, AsyncDisposable {
  readonly app: App
  readonly desk: Desk
  readonly clock: FakeClock
  readonly telegram: Telegram
  readonly adapter: ChatAdapter
  readonly log: readonly string[]
  chat: TelegramApp['chat']
  /** What the bot posted to a chat, oldest first. */
  posts(chatId: number): readonly string[]
}

export const SECOND_MS = 1_000
export const LONG: Message = messageOf(
  ...Array.from({ length: 60 }, (_, at) => ({ kind: 'text' as const, text: `${at} ${'Word. '.repeat(30)}` })),
)
export const refused = (code: number, words: string): Fault => ({ kind: 'refused', code, text: words })
export const POSTING = { status: 'administrator', can_post_messages: true } as const

export interface TelegramDeskOptions extends Pick<Overrides, 'answerQuestion'> {
  readonly database?: string
  readonly limits?: RateLimits
  /** A server that is there before the desk, and after it. */
  readonly at?: Pick<TelegramDesk, 'telegram' | 'clock'>
}

export async function telegramDesk({
  database = 'sqlite::memory:',
  limits,
  at: there,
  ...overrides
}: TelegramDeskOptions = {}): Promise<TelegramDesk> {
  const clock = there?.clock ?? createFakeClock(START, async () => quiet(telegram))
  const { telegram, adapter, chat, ...at } = await telegramApp({
    clock,
    ...there,
    ...(limits && { limits }),
  })
  const lines: string[] = []
  const logTo = new Writable({
    write(line, _encoding, done) {
      lines.push(String(line))
      done()
    },
  })
  const app = await compose(readSettings({ DATABASE_URL: database, LOG_LEVEL: 'debug' }), {
    clock,
    logTo,
    ...overrides,
  })
  const desk = await composeDesk(app, [adapter])
  const stop = new AbortController()
  const running = desk.run(stop.signal)

  return {
    app,
    desk,
    clock,
    telegram,
    adapter,
    /** Of the desk and of the adapter. */
    get log() {
      return [...at.log, ...lines]
    },
    chat,
    ...deskActs(app, adapter, clock),

    posts: (chatId) =>
      telegram
        .messages(chatId)
        .filter(({ from, sender_chat: sender }) => from?.is_bot || sender !== undefined)
        .map((message) => message.text ?? ''),

    async [Symbol.asyncDispose]() {
      stop.abort()
      await clock.during(running)
      await app[Symbol.asyncDispose]()
      await at[Symbol.asyncDispose]()
    },
  }
}

export async function deskWithChannel() {
  const desk = await telegramDesk()
  const owner = desk.telegram.person({ hasStarted: true })
  const channel = desk.telegram.channel({ owner, bot: POSTING })
  return { desk, owner, channel, chat: desk.chat(channel, 'channel') }
}

/** A post of the first slot, of which there is a subscription with an owner. */
export async function deskWithEdition() {
  const at = await deskWithChannel()
  await at.desk.publish(flood, bridge)
  const subscription = await at.desk.subscribe(at.chat, {
    owner: { platform: 'telegram', id: String(at.owner) },
  })
  return { ...at, subscription, toSlot: () => at.desk.pass(31 * MINUTE_MS) }
}

export const sends = ({ telegram }: TelegramDesk, chatId: number) =>
  telegram.received('sendMessage').filter(({ params }) => params.chat_id === chatId)
