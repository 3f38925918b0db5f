import type { Command } from 'commander'
import { whyChat, whyEdition, whySubscription } from '../chat/why.ts'
import { type App, isDeskRunning } from '../compose.ts'
import { readSettings } from '../config.ts'
import { deliveryNamed } from '../delivery/by-hand.ts'
import type { Message } from '../domain.ts'
import { UserError } from '../errors.ts'
import { chatAddress, parseChatAddress } from '../message/chat-address.ts'
import { messageFromDelivery } from '../message/from-deliveries.ts'
import { messageFromWhyFeed } from '../message/from-feed.ts'
import {
  messageFromWhyChat,
  messageFromWhyEdition,
  messageFromWhySubscription,
  type Reading,
} from '../message/from-why.ts'
import { feedJson } from './feed-json.ts'
import { type Action, type Io, writeJson } from './io.ts'
import { openApp } from './open-app.ts'
import { show } from './show.ts'
import { deliveryJson, editionJson, subscriptionFactsJson } from './subscription-json.ts'

const LANGUAGE = 'en'

interface Options {
  readonly db?: string
  readonly json?: boolean
}

interface Told {
  readonly message: Message
  readonly json: unknown
}

export function addWhy(program: Command, io: Io, action: Action): void {
  program
    .command('why <subject>')
    .description(
      'Tell why something was not read, made or sent: of a feed, a subscription, an edition, a delivery or a chat.',
    )
    .option('--db <url>', 'the database: sqlite:<path>')
    .option('--json', 'print JSON')
    .action(action((subject: string, options: Options) => why(io, subject, options)))
}

async function why(io: Io, subject: string, options: Options) {
  await using app = await openApp(io, options.db)
  const isRunning = await isDeskRunning(readSettings(io.env, options.db))
  const reading = { face: 'cli', language: LANGUAGE, now: app.clock.now(), isDeskRunning: isRunning } as const
  const { message, json } = await told(app, subject, reading)
  if (options.json) await writeJson(io.stdout, json)
  else await show(io, message)
  return undefined
}

/** Ids say by their letter what they are of. */
function told(app: App, subject: string, reading: Reading): Promise<Told> {
  if (/^f\d+$/.test(subject)) return ofFeed(app, subject, reading)
  if (/^u\d+$/.test(subject)) return ofSubscription(app, subject, reading)
  if (/^e\d+$/.test(subject)) return ofEdition(app, subject, reading)
  if (/^d\d+$/.test(subject)) return ofDelivery(app, subject)
  return ofChat(app, subject, reading)
}

async function ofFeed({ store }: App, id: string, reading: Reading): Promise<Told> {
  const feed = await store.feed(id)
  if (!feed) throw new UserError(`There is no feed ${id}. brevier feeds list shows those there are.`)
  return { message: messageFromWhyFeed(feed, reading), json: feedJson(feed) }
}

async function ofSubscription({ store }: App, id: string, reading: Reading): Promise<Told> {
  const facts = await whySubscription(store, id)
  if (!facts)
    throw new UserError(`There is no subscription ${id}. brevier subscriptions list shows those there are.`)
  return { message: messageFromWhySubscription(facts, reading), json: subscriptionFactsJson(facts) }
}

async function ofEdition({ store }: App, id: string, reading: Reading): Promise<Told> {
  const facts = await whyEdition(store, id)
  if (!facts)
    throw new UserError(`There is no edition ${id}. brevier why <subscription> lists the last ones.`)
  const subscription = await store.subscription(facts.edition.subscriptionId)
  const zone = subscription?.schedule.zone
  return { message: messageFromWhyEdition(facts, zone, reading), json: editionJson(facts, zone) }
}

async function ofDelivery(app: App, id: string): Promise<Told> {
  const delivery = await deliveryNamed(app, id)
  return { message: messageFromDelivery(delivery, LANGUAGE), json: deliveryJson(delivery) }
}

async function ofChat({ store }: App, subject: string, reading: Reading): Promise<Told> {
  const facts = await whyChat(store, { ...addressOf(subject), kind: 'channel' })
  const { chat, subscriptions, otherPosts } = facts
  return {
    message: messageFromWhyChat(facts, reading),
    json: {
      chat: chatAddress(chat),
      subscriptions: subscriptions.map(subscriptionFactsJson),
      otherPosts: otherPosts.map(deliveryJson),
    },
  }
}

function addressOf(subject: string) {
  if (subject.includes(':')) return parseChatAddress(subject)
  throw new UserError(
    `"${subject}" is not known. Name a feed like f1, a subscription like u1, an edition like e1, a delivery like d1, or a chat like terminal:local.`,
  )
}
