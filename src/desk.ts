// The desk: claims what is due (events to answer, deliveries to send, subscriptions to serve, feeds to poll), handles it
// side by side within bounds, and sleeps until something is due or somebody wakes it.

import { MINUTE_MS } from './clock.ts'
import type { DeliveryStage } from './delivery/deliver.ts'
import { type AnswerParts, answerEvent } from './desk/answer-event.ts'
import { createMakings } from './desk/makings.ts'
import { createStage, type Stage, type StageParts, type StageState } from './desk/stage.ts'
import type { Feed, InboundEvent } from './domain.ts'
import { reasonOf } from './errors.ts'
import type { Accept, Ack, ChatAdapter, ClaimedSubscription, CommandInfo } from './ports.ts'

/** Leases are longer than their work may take, so that nobody else begins what is still under way. */
const LEASE_MS = {
  event: 2 * MINUTE_MS,
  edition: 10 * MINUTE_MS,
  feed: 5 * MINUTE_MS,
  delivery: 5 * MINUTE_MS,
}
/** Sends wait for the platform, not for us: many may be under way. A chat has one at a time. */
const AT_ONCE = { events: 64, deliveries: 500, unknown: 16, editions: 8, feeds: 16 }
const STUCK_AFTER_MS = 5 * MINUTE_MS
const LONGEST_SLEEP_MS = 15_000
/** What is due but cannot be claimed just now (behind another, of a full stage) is looked at again so soon. */
const SHORTEST_SLEEP_MS = 1_000

export interface DeskParts extends Omit<AnswerParts, 'makings'> {
  /** What can be said to an event at once, from the store alone; undefined when that takes longer. */
  readonly respond: (event: InboundEvent) => Promise<Ack | undefined>
  readonly delivery: DeliveryStage
  /** What every platform lists that lists commands. */
  readonly commands: readonly CommandInfo[]
  /** Composes the edition of a slot and hands it to the outbox. */
  readonly makeEdition: (claimed: ClaimedSubscription, signal: AbortSignal) => Promise<void>
  /** Polls one feed, stores what is new, and settles the row. */
  readonly readFeed: (feed: Feed, signal: AbortSignal) => Promise<void>
}

export interface Desk {
  /** Claims and handles what is due now, and what becomes due by it, to its end; resolves to how many rows that were. */
  tick(signal?: AbortSignal): Promise<number>
  /** Listens on every adapter and handles what becomes due. Ends when the signal aborts, or with `untilQuiet` when an
   *  adapter has ended by itself: whoever sat before it has left. What is under way is finished first. */
  run(signal: AbortSignal, options?: { readonly untilQuiet?: boolean }): Promise<void>
  health(): DeskHealth
}

export interface DeskHealth {
  /** It has looked at everything that was due at least once, and every platform can be heard. */
  readonly isReady: boolean
  readonly stages: readonly StageState[]
}

export function createDesk(parts: DeskParts): Desk {
  const { store, clock } = parts
  const platforms = parts.adapters.map(({ platform }) => platform)
  const makings = createMakings({ ...parts, turn: parts.delivery.turn })
  const watched = { stuck: new Set<string>() }
  let isReady = false
  let wake: () => void = () => {}

  const stage = <Row>(of: Omit<StageParts<Row>, 'stuckAfterMs'>): Stage =>
    createStage({ ...parts, onEnd: () => wake() }, { ...of, stuckAfterMs: STUCK_AFTER_MS })

  const stages: readonly Stage[] = [
    stage({
      name: 'events',
      atOnce: AT_ONCE.events,
      claim: (now, limit) => store.claimEvents(now, LEASE_MS.event, limit),
      idOf: ({ id }) => id,
      handle: (claimed, signal) => answerEvent({ ...parts, makings }, claimed, signal),
    }),
    stage({
      name: 'deliveries',
      atOnce: AT_ONCE.deliveries,
      claim: (now, limit) => store.claimDeliveries({ platforms, limit }, now, LEASE_MS.delivery),
      idOf: ({ id }) => id,
      handle: parts.delivery.deliver,
    }),
    stage({
      name: 'unknown deliveries',
      atOnce: AT_ONCE.unknown,
      claim: (now, limit) => store.claimUnknown({ platforms, limit }, now, LEASE_MS.delivery),
      idOf: ({ id }) => id,
      handle: parts.delivery.resolve,
    }),
    stage({
      name: 'editions',
      atOnce: AT_ONCE.editions,
      claim: (now, limit) => store.claimSubscriptions(now, LEASE_MS.edition, limit),
      idOf: ({ subscription }) => subscription.id,
      handle: parts.makeEdition,
    }),
    stage({
      name: 'feeds',
      atOnce: AT_ONCE.feeds,
      claim: (now, limit) => store.claimFeeds(now, LEASE_MS.feed, limit),
      idOf: ({ url }) => url,
      handle: parts.readFeed,
    }),
  ]

  const accept: Accept = async (event, stored) => {
    // It stands behind nothing that is being made, and is worth nothing later.
    if (event.kind === 'stop') makings.stop(event)
    else if (event.kind !== 'typing') {
      await store.acceptEvent(event)
      wake()
    }
    stored?.()
    return responseTo(event)
  }

  /** Stored or not, once or again: whoever waits for an answer gets one. */
  async function responseTo(event: InboundEvent): Promise<Ack> {
    try {
      return (await parts.respond(event)) ?? { kind: 'later' }
    } catch (error) {
      parts.log.error('nothing could be said at once', { chat: event.chat.id, error: reasonOf(error) })
      return { kind: 'reply', message: parts.apology, onlyTo: event.person, isNotice: true }
    }
  }

  /** A platform without its list is still spoken. */
  async function register(adapter: ChatAdapter, signal: AbortSignal): Promise<void> {
    try {
      await adapter.register?.(parts.commands, signal)
    } catch (error) {
      if (signal.aborted) return
      parts.log.warn('commands could not be listed', {
        platform: adapter.platform,
        error: reasonOf(error),
      })
    }
  }

  /** A full or failing stage never keeps the others waiting. */
  async function claim(signal: AbortSignal): Promise<number> {
    let claimed = 0
    for (const each of stages) claimed += await each.claim(signal)
    return claimed
  }

  const ended = () => Promise.all(stages.map((each) => each.ended()))

  async function tick(signal: AbortSignal = new AbortController().signal): Promise<number> {
    await housekeep()
    let claimed = 0
    while (!signal.aborted) {
      const more = await claim(signal)
      if (more === 0) break
      claimed += more
      await ended()
    }
    return claimed
  }

  /** Claims until `end`; what is under way then goes on, unless `signal` says otherwise. */
  async function claimUntil(end: AbortSignal, signal: AbortSignal): Promise<void> {
    while (!end.aborted) {
      const woken = new AbortController()
      wake = () => woken.abort()
      const claimed = await claim(signal)
      isReady = stages.every((each) => each.state(clock.now()).problem === undefined)
      // The store answers without waiting; sockets and streams need a turn, however much is due.
      await clock.sleep(claimed > 0 ? 0 : await sleepMs(), AbortSignal.any([end, woken.signal]))
    }
  }

  async function sleepMs(): Promise<number> {
    // A store that fails may keep the whole process waiting each time it is asked.
    if (!isReady) return LONGEST_SLEEP_MS
    const dueAt = await store.nextDueAt(platforms).catch(() => undefined)
    const ms = dueAt === undefined ? LONGEST_SLEEP_MS : dueAt - clock.now()
    return Math.min(LONGEST_SLEEP_MS, Math.max(SHORTEST_SLEEP_MS, ms))
  }

  /** What nobody waits for: too old deliveries, and stages that no longer move. */
  async function housekeep(): Promise<void> {
    try {
      await store.expireDeliveries(clock.now())
    } catch (error) {
      parts.log.error('old deliveries could not be expired', { error: reasonOf(error) })
    }
    for (const { name, stuckMs } of stages.map((each) => each.state(clock.now()))) {
      if (stuckMs === undefined) watched.stuck.delete(name)
      else if (!watched.stuck.has(name)) {
        watched.stuck.add(name)
        parts.log.error('a stage no longer moves', { stage: name, minutes: Math.floor(stuckMs / MINUTE_MS) })
      }
    }
  }

  return {
    tick,

    async run(signal, { untilQuiet = false } = {}) {
      const { schedule } = await import('node-cron')
      const everyMinute = schedule('* * * * *', housekeep, {
        timezone: 'UTC',
        noOverlap: true,
        suppressMissedWarning: true,
      })
      const quiet = new AbortController()
      try {
        const end = AbortSignal.any([signal, quiet.signal])
        const claiming = claimUntil(end, signal)
        const listening = parts.adapters.map((adapter) =>
          adapter.listen(accept, end, (chat, afterMs) => parts.delivery.turn(chat, end, afterMs)),
        )
        for (const adapter of parts.adapters) void register(adapter, signal)
        if (untilQuiet) {
          await Promise.race(listening)
          quiet.abort()
        }
        await Promise.all([...listening, claiming])
        if (!signal.aborted) await tick(signal)
        await ended()
      } finally {
        await everyMinute.destroy()
      }
    },

    health: () => ({
      isReady: isReady && parts.adapters.every((adapter) => adapter.trouble?.() === undefined),
      stages: stages.map((each) => each.state(clock.now())),
    }),
  }
}
