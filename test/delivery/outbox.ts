// A store, a far end and the delivery stage on a clock of the test's, and posts on their way.

import { openSqlite } from '../../db/sqlite.ts'
import { createDelivery } from '../../src/delivery/deliver.ts'
import { deliveriesOf } from '../../src/delivery/enqueue.ts'
import type { Chat, Delivery, Message, NewDelivery, Person, Subscription } from '../../src/domain.ts'
import { createLog } from '../../src/log.ts'
import type { ChatAdapter, Store } from '../../src/ports.ts'
import { createFakeClock, type FakeClock } from '../fakes/clock.ts'
import { createFarEnd, type FarEnd, type FarEndOptions } from '../fakes/far-end.ts'
import { createScriptedAdapter, type ScriptedAdapterOptions } from '../fakes/scripted-adapter.ts'

export const MINUTE_MS = 60_000
export const HOUR_MS = 60 * MINUTE_MS
const LEASE_MS = 5 * MINUTE_MS
const AT_ONCE = 64
const { signal: NEVER } = new AbortController()

export interface Outbox extends AsyncDisposable {
  readonly store: Store
  readonly clock: FakeClock
  readonly farEnd: FarEnd
  readonly adapter: ChatAdapter
  /** Every log line, as people read it. */
  readonly logged: readonly string[]
  /** A message of as many parts as texts, as a reply; gives its key. */
  say(chat: Chat, texts: readonly string[], more?: Partial<NewDelivery>): Promise<string>
  /** The same as the edition of a subscription of that chat. */
  publish(chat: Chat, texts: readonly string[], more?: Partial<NewDelivery & Owner>): Promise<Subscription>
  /** Claims what is due, once, and delivers it while the test moves the clock. */
  delivering(signal: AbortSignal): Promise<void>
  /** The same, to its end. */
  deliverDue(): Promise<void>
  /** Claims what may have arrived, once, and finds out; likewise. */
  resolving(signal: AbortSignal): Promise<void>
  resolveDue(): Promise<void>
  /** Does both again and again, as a desk does, for so long. */
  work(ms: number): Promise<void>
  /** What was said and published, oldest first, and the first parts of notices. */
  posts(): Promise<readonly Delivery[]>
  notices(): Promise<readonly Delivery[]>
}

interface Owner {
  readonly owner: Person | null
}

export const OWNER: Person = { platform: 'test', id: 'owner' }
export const chat = (id: string): Chat => ({ platform: 'test', id, kind: 'channel' })

export interface OutboxOptions extends Omit<ScriptedAdapterOptions, 'farEnd'>, Omit<FarEndOptions, 'clock'> {
  /** Puts faults between the stage and its store. */
  readonly faulty?: (store: Store) => Store
}

export async function openOutbox(options: OutboxOptions = {}): Promise<Outbox> {
  const clock = createFakeClock()
  const store = await openSqlite({ file: ':memory:' })
  const farEnd = createFarEnd({ clock, ...options })
  const adapter = createScriptedAdapter({ blocksPerPayload: 1, ...options, farEnd })
  const logged: string[] = []
  const log = createLog({
    level: 'debug',
    json: false,
    write: (line) => void logged.push(line),
    now: clock.now,
  })
  const { faulty = (sound) => sound } = options
  const stage = createDelivery({ store: faulty(store), clock, log, adapters: [adapter], random: () => 1 })
  const from = { platforms: [adapter.platform], limit: AT_ONCE }
  let messages = 0

  const rowsOf = (to: Chat, texts: readonly string[], more: Partial<NewDelivery>) =>
    deliveriesOf(adapter, messageOf(texts), {
      chat: to,
      messageKey: `m${messages++}`,
      dueAt: clock.now(),
      expiresAt: clock.now() + 12 * HOUR_MS,
      whenUnknown: 'once',
      ...more,
    })

  async function claimed(signal: AbortSignal, limit = AT_ONCE): Promise<readonly Promise<void>[]> {
    await store.expireDeliveries(clock.now())
    const due = await store.claimDeliveries({ ...from, limit }, clock.now(), LEASE_MS)
    return due.map((delivery) => stage.deliver(delivery, signal))
  }

  async function unknown(signal: AbortSignal): Promise<readonly Promise<void>[]> {
    const due = await store.claimUnknown(from, clock.now(), LEASE_MS)
    return due.map((delivery) => stage.resolve(delivery, signal))
  }

  const toTheEnd = (started: Promise<readonly Promise<void>[]>) =>
    started.then(async (underWay) => void (await Promise.all(underWay)))

  const delivering = (signal: AbortSignal) => toTheEnd(claimed(signal))
  const resolving = (signal: AbortSignal) => toTheEnd(unknown(signal))

  /** As a desk does: claims, then sleeps until something is due or something under way has ended. */
  async function workUntil(end: number): Promise<void> {
    const underWay = new Set<Promise<void>>()
    let wake = () => {}
    while (clock.now() < end) {
      const begun = [...(await claimed(NEVER, AT_ONCE - underWay.size)), ...(await unknown(NEVER))]
      for (const task of begun) {
        const watched = task.finally(() => {
          underWay.delete(watched)
          wake()
        })
        underWay.add(watched)
      }
      if (begun.length > 0) continue
      const ended = new AbortController()
      wake = () => ended.abort()
      const isFull = underWay.size >= AT_ONCE
      const dueAt = isFull ? end : ((await store.nextDueAt(from.platforms)) ?? end)
      const sleepMs = Math.min(dueAt, end) - clock.now()
      await clock.sleep(Math.min(MINUTE_MS, Math.max(1, sleepMs)), ended.signal)
    }
    await Promise.all(underWay)
  }

  const all = async () => (await store.deliveries({ limit: 1_000 })).toReversed()
  const isNotice = ({ messageKey }: Delivery) => messageKey.startsWith('notice:')

  return {
    store,
    clock,
    farEnd,
    adapter,
    logged,
    delivering,
    deliverDue: () => clock.during(delivering(NEVER)),
    resolving,
    resolveDue: () => clock.during(resolving(NEVER)),
    work: (ms) => clock.during(workUntil(clock.now() + ms)),
    posts: async () => (await all()).filter((delivery) => !isNotice(delivery)),
    notices: async () => (await all()).filter((delivery) => isNotice(delivery) && delivery.part === 1),
    [Symbol.asyncDispose]: () => store.close(),

    async say(to, texts, more = {}) {
      const rows = rowsOf(to, texts, more)
      await store.enqueue(rows, clock.now())
      return rows[0]?.messageKey ?? ''
    },

    async publish(to, texts, { owner = OWNER, ...more } = {}) {
      const slot = clock.now()
      const subscription = await store.addSubscription(
        { ...settings, chat: to, nextEditionAt: slot, ...(owner && { owner }) },
        slot,
      )
      const { id: subscriptionId } = subscription
      const edition = await store.openEdition(
        { subscriptionId, slot, missed: [], nextEditionAt: slot + 24 * HOUR_MS },
        slot,
      )
      if (!edition) throw new Error('the slot has its edition already')
      await store.completeEdition(edition.id, {
        state: 'made',
        edition: { entries: [], leftOut: [], composedAt: slot },
        deliveries: rowsOf(to, texts, { editionId: edition.id, ...more }),
      })
      return subscription
    },
  }
}

const settings = {
  topics: '',
  language: 'en',
  points: 3,
  briefs: 5,
  schedule: { text: 'daily at 8:00', crons: ['0 8 * * *'], zone: 'Europe/Berlin' },
  afterDownTime: 'late',
  whenUnknown: 'once',
  whenEmpty: 'nothing',
} as const

function messageOf(texts: readonly string[]): Message {
  return { language: 'en', blocks: texts.map((text) => ({ kind: 'text', text })) }
}
