import type { Command } from 'commander'
import { withDeliveries } from '../chat/why.ts'
import { isoTime } from '../clock.ts'
import { type App, isDeskRunning } from '../compose.ts'
import { readSettings, type Settings } from '../config.ts'
import type { Chat, Delivery, PausedChat, Subscription } from '../domain.ts'
import { pauseOf } from '../editions/chat-pause.ts'
import { chatAddress } from '../message/chat-address.ts'
import { messageFromStatus, type StatusFacts, type SubscriptionStatus } from '../message/from-status.ts'
import { STUCK_AFTER_MS } from '../message/from-why.ts'
import { spentSoFar } from '../model/spent-so-far.ts'
import type { Store } from '../ports.ts'
import { spentJson } from './costs.ts'
import { type Action, type Io, writeJson } from './io.ts'
import { openApp } from './open-app.ts'
import { show } from './show.ts'
import { deliveryJson, editionJson, pauseJson, subscriptionJson } from './subscription-json.ts'

/** A screen has room for so many of a kind. */
const SHOWN = 10
const LOOKED_AT = 1_000

interface Options {
  readonly db?: string
  readonly json?: boolean
}

export function addStatus(program: Command, io: Io, action: Action): void {
  program
    .command('status')
    .description('Show on one screen what runs, what comes next, and what needs a hand.')
    .option('--db <url>', 'the database: sqlite:<path>')
    .option('--json', 'print JSON')
    .action(action((options: Options) => status(io, options)))
}

async function status(io: Io, options: Options) {
  const settings = readSettings(io.env, options.db)
  await using app = await openApp(io, options.db)
  const desk = { database: settings.databaseFile, isDeskRunning: await isDeskRunning(settings) }
  const stored = await storedFacts(app.store, app.clock.now(), options.json ? LOOKED_AT : SHOWN)
  const facts = { ...desk, ...stored, ...(await modelFacts(app, settings)) }
  if (options.json) await writeJson(io.stdout, statusJson(facts))
  else await show(io, messageFromStatus(facts, 'en'))
  return undefined
}

async function modelFacts(app: App, { model: { caps } }: Settings): Promise<Pick<StatusFacts, 'model'>> {
  if (!app.model) return {}
  return { model: { name: app.model.model.nameFor('brief'), ...(await spentSoFar(app, caps)) } }
}

async function storedFacts(
  store: Store,
  now: number,
  limit: number,
): Promise<Omit<StatusFacts, 'database' | 'isDeskRunning'>> {
  const all = await store.subscriptions()
  const paused = await store.pausedChats()
  const isHalted = ({ pausedAt, chat }: Subscription) => pausedAt !== undefined || pauseOf(paused, chat)
  const going = all.filter((each) => !isHalted(each))
  const inOrder = [...all.filter(isHalted), ...going.toSorted((a, b) => a.nextEditionAt - b.nextEditionAt)]
  const [soonest] = going.length > 0 ? inOrder.slice(-going.length) : []
  return {
    feeds: await store.feeds(),
    subscriptions: await Promise.all(inOrder.slice(0, limit).map((each) => statusOf(store, each, paused))),
    subscriptionCount: all.length,
    pausedCount: all.length - going.length,
    ...(soonest && { nextEditionAt: soonest.nextEditionAt }),
    pausedChats: paused.map((pause) => ({ pause, ...resumedBy(all, pause.chat) })),
    deliveries: await store.deliveryCounts(),
    unknown: await store.deliveries({ states: ['unknown'], limit }),
    stuck: (await stuckDeliveries(store, paused, now)).slice(0, limit),
  }
}

async function statusOf(
  store: Store,
  subscription: Subscription,
  paused: readonly PausedChat[],
): Promise<SubscriptionStatus> {
  const chatPause = pauseOf(paused, subscription.chat)
  const [edition] = await store.editions({ subscriptionId: subscription.id, limit: 1 })
  return {
    subscription,
    ...(chatPause && { chatPause }),
    ...(edition && { last: await withDeliveries(store, edition) }),
  }
}

function resumedBy(all: readonly Subscription[], chat: Chat) {
  const subscription = all.find((each) => chatAddress(each.chat) === chatAddress(chat))
  return subscription && { subscriptionId: subscription.id }
}

async function stuckDeliveries(
  store: Store,
  paused: readonly PausedChat[],
  now: number,
): Promise<readonly Delivery[]> {
  const open = await store.deliveries({ states: ['pending', 'claimed', 'sending'], limit: LOOKED_AT })
  return open.filter(({ dueAt, chat }) => dueAt < now - STUCK_AFTER_MS && pauseOf(paused, chat) === undefined)
}

function statusJson(facts: StatusFacts) {
  return {
    database: facts.database,
    isDeskRunning: facts.isDeskRunning,
    feeds: {
      count: facts.feeds.length,
      failing: facts.feeds.flatMap(({ id, url, problem, pausedAt }) =>
        problem === undefined ? [] : { id, url, problem, pausedAt: isoTime(pausedAt) },
      ),
      lastPollAt: isoTime(latest(facts.feeds.flatMap(({ polledAt }) => polledAt ?? []))),
      nextPollAt: isoTime(
        earliest(
          facts.feeds.flatMap(({ nextPollAt, pausedAt }) => (pausedAt === undefined ? nextPollAt : [])),
        ),
      ),
    },
    subscriptions: facts.subscriptions.map(({ subscription, chatPause, last }) => ({
      ...subscriptionJson(subscription, chatPause),
      lastEdition: last && editionJson(last, subscription.schedule.zone),
    })),
    pausedChats: facts.pausedChats.map(({ pause }) => pauseJson(pause)),
    deliveries: facts.deliveries,
    ...(facts.model && { model: { name: facts.model.name, ...spentJson(facts.model) } }),
    unknown: facts.unknown.map(deliveryJson),
    stuck: facts.stuck.map(deliveryJson),
  }
}

function latest(times: readonly number[]): number | undefined {
  return times.length === 0 ? undefined : Math.max(...times)
}

function earliest(times: readonly number[]): number | undefined {
  return times.length === 0 ? undefined : Math.min(...times)
}
