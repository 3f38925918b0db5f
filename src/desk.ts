// The desk: claims what is due (feeds to poll, events to answer), handles it side by side within bounds, and sleeps
// until something is due or somebody wakes it. A row that fails is settled with its reason; the desk goes on.

import type { Feed, InboundEvent, Message } from './domain.ts'
import { reasonOf } from './errors.ts'
import type { Ack, ChatAdapter, ClaimedEvent, Clock, Log, Outcome, Store } from './ports.ts'

const FEEDS_AT_ONCE = 8
const EVENTS_AT_ONCE = 16
const FEED_LEASE_MS = 5 * 60_000
const EVENT_LEASE_MS = 2 * 60_000
const MAX_ATTEMPTS = 3
const LONGEST_SLEEP_MS = 15_000

export interface DeskParts {
  readonly store: Store
  readonly clock: Clock
  readonly log: Log
  readonly adapters: readonly ChatAdapter[]
  /** Polls one feed, stores what is new, and settles the row. */
  readonly readFeed: (feed: Feed, signal: AbortSignal) => Promise<void>
  /** What to say to an event. */
  readonly reply: (event: InboundEvent, signal: AbortSignal) => Promise<Message>
  /** What to say when making that reply failed. */
  readonly apology: Message
}

export interface Desk {
  /** Claims what is due now and waits until all that is under way is done; resolves to how many rows were claimed. */
  tick(signal?: AbortSignal): Promise<number>
  /** Listens on every adapter and handles what becomes due. Ends when the signal aborts, or when every adapter has ended
   *  by itself and `untilQuiet` is set; what is under way is finished first. */
  run(signal: AbortSignal, options?: { readonly untilQuiet?: boolean }): Promise<void>
}

/** What is handled just now, by the id of its row. */
type UnderWay = Map<string, Promise<void>>

export function createDesk(parts: DeskParts): Desk {
  const feedsUnderWay: UnderWay = new Map()
  const eventsUnderWay: UnderWay = new Map()
  let wake: () => void = () => {}

  const accept = async (event: InboundEvent): Promise<Ack> => {
    await parts.store.acceptEvent(event)
    wake()
    return { kind: 'later' }
  }

  /** A row whose lease ended while it is still handled here goes on; it is not handled a second time. */
  function start(underWay: UnderWay, row: string, handle: () => Promise<void>): void {
    if (underWay.has(row)) return
    const handling = handle()
      .catch((error: unknown) => parts.log.error('a row stays due', { row, error: reasonOf(error) }))
      .finally(() => {
        underWay.delete(row)
        wake()
      })
    underWay.set(row, handling)
  }

  const settled = () => Promise.all([...eventsUnderWay.values(), ...feedsUnderWay.values()])

  /** Claims no more than there is room for, so that a slow feed never keeps a question waiting. */
  async function claim(signal: AbortSignal): Promise<number> {
    const now = parts.clock.now()
    const events = await parts.store.claimEvents(now, EVENT_LEASE_MS, EVENTS_AT_ONCE - eventsUnderWay.size)
    const feeds = await parts.store.claimFeeds(now, FEED_LEASE_MS, FEEDS_AT_ONCE - feedsUnderWay.size)
    for (const claimed of events) start(eventsUnderWay, claimed.id, () => handleEvent(parts, claimed, signal))
    for (const feed of feeds) start(feedsUnderWay, feed.id, () => handleFeed(parts, feed, signal))
    return events.length + feeds.length
  }

  async function tick(signal: AbortSignal = new AbortController().signal): Promise<number> {
    const claimed = await claim(signal)
    await settled()
    return claimed
  }

  /** What was claimed before it ended is handled to its end, unless `signal` aborts. */
  async function claimUntil(ended: AbortSignal, signal: AbortSignal): Promise<void> {
    while (!ended.aborted) {
      const woken = new AbortController()
      wake = () => woken.abort()
      if ((await claim(signal)) > 0) continue
      await parts.clock.sleep(LONGEST_SLEEP_MS, AbortSignal.any([ended, woken.signal]))
    }
  }

  return {
    tick,
    async run(signal, { untilQuiet = false } = {}) {
      const quiet = new AbortController()
      const claiming = claimUntil(AbortSignal.any([signal, quiet.signal]), signal)
      const listening = Promise.all(parts.adapters.map((adapter) => adapter.listen(accept, signal)))
      if (untilQuiet) {
        await listening
        quiet.abort()
      }
      await Promise.all([listening, claiming])
      while (!signal.aborted && (await tick(signal)) > 0);
      await settled()
    },
  }
}

async function handleFeed(parts: DeskParts, feed: Feed, signal: AbortSignal): Promise<void> {
  try {
    await parts.readFeed(feed, signal)
  } catch (error) {
    if (!signal.aborted)
      parts.log.error('a feed could not be read', { feed: feed.url, error: reasonOf(error) })
  }
}

async function handleEvent(parts: DeskParts, claimed: ClaimedEvent, signal: AbortSignal): Promise<void> {
  const { event, id, attempt } = claimed
  const adapter = parts.adapters.find((candidate) => candidate.platform === event.chat.platform)
  if (!adapter)
    return parts.store.settleEvent(id, parts.clock.now(), `No adapter speaks ${event.chat.platform}.`)
  if (attempt > MAX_ATTEMPTS)
    return parts.store.settleEvent(id, parts.clock.now(), 'Given up after three attempts.')
  const { message, problem } = await replyOrApology(parts, event, signal)
  if (signal.aborted) return
  const unsent = await unsentReason(parts, () => sendAll(adapter, message, claimed, signal))
  await parts.store.settleEvent(id, parts.clock.now(), problem ?? unsent)
}

async function replyOrApology(
  parts: DeskParts,
  event: InboundEvent,
  signal: AbortSignal,
): Promise<{ readonly message: Message; readonly problem?: string }> {
  try {
    return { message: await parts.reply(event, signal) }
  } catch (error) {
    parts.log.error('no reply could be made', { chat: event.chat.id, error: reasonOf(error) })
    return { message: parts.apology, problem: reasonOf(error) }
  }
}

/** Why it did not arrive; undefined when it did. */
async function unsentReason(parts: DeskParts, send: () => Promise<Outcome>): Promise<string | undefined> {
  try {
    return notSent(await send())
  } catch (error) {
    parts.log.error('a reply could not be sent', { error: reasonOf(error) })
    return reasonOf(error)
  }
}

/** Sends the parts of a message in order, and stops at the first that did not arrive. */
async function sendAll(
  adapter: ChatAdapter,
  message: Message,
  { event, id }: ClaimedEvent,
  signal: AbortSignal,
): Promise<Outcome> {
  let outcome: Outcome = { kind: 'delivered', receipt: '' }
  for (const [part, payload] of adapter.render(message, event.chat).entries()) {
    outcome = await adapter.send(event.chat, payload, { key: `${id}.${part}`, signal })
    if (outcome.kind !== 'delivered') return outcome
  }
  return outcome
}

function notSent(outcome: Outcome): string | undefined {
  switch (outcome.kind) {
    case 'delivered':
      return undefined
    case 'moved':
      return 'The chat has moved.'
    case 'later':
    case 'refused':
    case 'unknown':
      return outcome.reason
  }
}
