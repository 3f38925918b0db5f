// How soon somebody on Telegram sees that he was heard (a press by its answer, a question by "typing") while five hundred
// messages are on their way; by long polling and by webhook, on the real clock.

import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { toArticle } from '../../src/articles/to-article.ts'
import { DAY_MS } from '../../src/clock.ts'
import { type App, compose, composeDesk } from '../../src/compose.ts'
import { readSettings } from '../../src/config.ts'
import { deliveriesOf } from '../../src/delivery/enqueue.ts'
import type { Chat } from '../../src/domain.ts'
import { type TelegramApp, telegramApp, text } from '../adapters/telegram/telegram-app.ts'
import { flood } from '../editions/articles.ts'
import { aSubscription } from '../editions/newsroom.ts'
import type { Telegram } from '../fakes/telegram/telegram.ts'
import { type Bench, type Measurement, quantile } from './bench.ts'

type Way = 'long polling' | 'webhook'

const ON_THEIR_WAY = 500
const EVENTS = 200
/** What is loaded for the first question keeps others waiting once. */
const FIRST_EVENTS = 20
const EVERY_MS = 50
const WANTED_MS = 300
const ORIGIN = 'https://news.example'
const QUESTION = 'How many people were injured in the Vessen flood?'

export const run: Bench = async () => {
  const measurements: Measurement[] = []
  for (const way of ['long polling', 'webhook'] as const) {
    const idle = await heard(way, 0)
    const busy = await heard(way, ON_THEIR_WAY)
    for (const kind of ['press', 'question'] as const)
      measurements.push({
        metric: `${kind} by ${way}, p99`,
        unit: 'ms',
        value: quantile(busy[kind], 0.99),
        reference: quantile(idle[kind], 0.99),
        referenceName: `nothing on its way; wanted: ${WANTED_MS} ms at most`,
      })
    measurements.push({
      metric: `messages on their way, ${way}`,
      value: busy.onTheirWay,
      reference: ON_THEIR_WAY,
    })
  }
  return measurements
}

interface Heard {
  /** Milliseconds from what a person did to what showed him that he was heard; infinite when nothing did. */
  readonly press: readonly number[]
  readonly question: readonly number[]
  readonly onTheirWay: number
}

async function heard(way: Way, messages: number): Promise<Heard> {
  const port = await freePort()
  await using at = await telegramApp(way === 'webhook' ? { env: webhookAt(port) } : {})
  const { telegram } = at
  telegram.routeWebhook(ORIGIN, `http://127.0.0.1:${port}`)
  const settings = readSettings({ DATABASE_URL: 'sqlite::memory:', LOG_LEVEL: 'error' })
  await using app = await compose(settings, { logTo: process.stderr })
  const channel = telegram.channel({ bot: { status: 'administrator', can_post_messages: true } })
  await publish(app, at.chat(channel, 'channel'))
  const desk = await composeDesk(app, [at.adapter])
  const stop = new AbortController()
  const running = desk.run(stop.signal)
  await until(() => telegram.messages(channel).length > 0)
  await fillLine(app, at, messages)
  const onTheirWay = () =>
    telegram.received('sendMessage').filter(({ status }) => status === undefined).length
  await until(() => onTheirWay() >= messages)
  const measured = { onTheirWay: onTheirWay(), ...(await measure(telegram, channel)) }
  stop.abort()
  // Cuts off what was never to be answered.
  await telegram.goAway()
  await running
  return measured
}

function webhookAt(port: number) {
  return {
    TELEGRAM_WEBHOOK_URL: `${ORIGIN}/hook`,
    TELEGRAM_WEBHOOK_SECRET: 'a-secret-of-sixteen',
    TELEGRAM_WEBHOOK_PORT: String(port),
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

/** News, and a subscription that is due. */
async function publish(app: App, chat: Chat): Promise<void> {
  const now = app.clock.now()
  const article = await toArticle({ publishedAt: now, language: 'en', ...flood, text: flood.text ?? '' })
  await app.store.saveArticles([article], now)
  await app.placeArticles()
  await app.store.addSubscription(aSubscription({ chat, nextEditionAt: now }), now)
}

/** So many messages that Telegram takes and never answers. */
async function fillLine(app: App, { telegram, adapter, chat }: TelegramApp, messages: number): Promise<void> {
  const now = app.clock.now()
  for (let number = 0; number < messages; number += 1) {
    const person = telegram.person({ hasStarted: true })
    telegram.script({ method: 'sendMessage', chat: person }, { kind: 'silent', isAccepted: true })
    await app.store.enqueue(
      deliveriesOf(adapter, text('Good morning.'), {
        messageKey: `bench ${number}`,
        chat: chat(person),
        dueAt: now,
        expiresAt: now + DAY_MS,
        whenUnknown: 'once',
      }),
      now,
    )
  }
}

async function measure(telegram: Telegram, channel: number): Promise<Pick<Heard, 'press' | 'question'>> {
  const message = telegram.messages(channel)[0]?.message_id ?? 0
  const presses = new Map<string, number>()
  const questions = new Map<number, number>()
  for (let number = -FIRST_EVENTS; number < EVENTS; number += 1) {
    await wait(EVERY_MS)
    const person = telegram.person()
    if (number % 2 === 0) {
      const press = telegram.tap(person, { chat: channel, message }, 'Why?')
      if (press && number >= 0) presses.set(press.id, press.at)
    } else {
      if (number >= 0) questions.set(person, Date.now())
      telegram.write(person, QUESTION)
    }
  }
  await wait(2_000)
  const answered = timesBy(telegram, 'answerCallbackQuery', 'callback_query_id')
  const typing = timesBy(telegram, 'sendChatAction', 'chat_id')
  const since = (at: number, seenAt = Number.POSITIVE_INFINITY) => seenAt - at
  return {
    press: [...presses].map(([id, at]) => since(at, answered.get(id))),
    question: [...questions].map(([person, at]) => since(at, typing.get(person))),
  }
}

function timesBy(telegram: Telegram, method: string, param: string): ReadonlyMap<unknown, number> {
  return new Map(telegram.received(method).map(({ params, at }) => [params[param], at]))
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await wait(100)
}
