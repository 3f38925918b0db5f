// A whole desk before a Bot API server on this machine. Time passes only when neither has anything left to say.

import { Writable } from 'node:stream'
import { type ArticleSource, toArticle } from '../../../src/articles/to-article.ts'
import { type App, compose, composeDesk, type Overrides } from '../../../src/compose.ts'
import { readSettings } from '../../../src/config.ts'
import { deliveriesOf } from '../../../src/delivery/enqueue.ts'
import type { Desk } from '../../../src/desk.ts'
import type {
  Chat,
  Delivery,
  Message,
  NewDelivery,
  NewSubscription,
  Subscription,
} from '../../../src/domain.ts'
import type { ChatAdapter } from '../../../src/ports.ts'
import { messageOf } from '../../adapters/telegram/posts.ts'
import { type TelegramApp, telegramApp, text } from '../../adapters/telegram/telegram-app.ts'
import { bridge, flood } from '../../editions/articles.ts'
import { aSubscription, HOUR_MS, MINUTE_MS, START } from '../../editions/newsroom.ts'
import { createFakeClock, type FakeClock } from '../../fakes/clock.ts'
import type { Fault } from '../../fakes/telegram/fault.ts'
import { quiet } from '../../fakes/telegram/quiet.ts'
import type { RateLimits } from '../../fakes/telegram/rates.ts'
import type { Telegram } from '../../fakes/telegram/telegram.ts'

export interface TelegramDesk extends AsyncDisposable {
  readonly app: App
  readonly desk: Desk
  readonly clock: FakeClock
  readonly telegram: Telegram
  readonly adapter: ChatAdapter
  readonly log: readonly string[]
  chat: TelegramApp['chat']
  /** Listens and works while so much time passes. */
  pass(ms: number): Promise<void>
  publish(...articles: readonly Partial<ArticleSource>[]): Promise<void>
  subscribe(chat: Chat, more?: Partial<NewSubscription>): Promise<Subscription>
  /** Hands a message to the outbox. */
  say(chat: Chat, message: Message | string, more?: Partial<NewDelivery>): Promise<void>
  deliveries(chat: Chat): Promise<readonly Delivery[]>
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
  let said = 0

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
    pass: (ms) => clock.advance(ms),
    async publish(...articles) {
      const now = clock.now()
      const made = articles.map((article) =>
        toArticle({ publishedAt: now, language: 'en', ...article, text: article.text ?? '' }),
      )
      await app.store.saveArticles(await Promise.all(made), now)
      await app.placeArticles()
    },
    subscribe: (to, more = {}) =>
      app.store.addSubscription(aSubscription({ chat: to, ...more }), clock.now()),

    async say(to, message, more = {}) {
      said += 1
      const now = clock.now()
      const rendered = deliveriesOf(adapter, typeof message === 'string' ? text(message) : message, {
        messageKey: `said ${said}`,
        chat: to,
        dueAt: now,
        expiresAt: now + 24 * HOUR_MS,
        whenUnknown: 'once',
        ...more,
      })
      await app.store.enqueue(rendered, now)
    },

    async deliveries(to) {
      return (await app.store.deliveries({ chat: to, limit: 50 })).toReversed()
    },

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
