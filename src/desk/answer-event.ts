// An event of the inbox → what is said to it, in the outbox, in the transaction that settles the event.

import { HOUR_MS } from '../clock.ts'
import { deliveriesOf } from '../delivery/enqueue.ts'
import type { InboundEvent, Message, NewDelivery } from '../domain.ts'
import { reasonOf } from '../errors.ts'
import type { ChatAdapter, ClaimedEvent, Clock, Log, Making, Store } from '../ports.ts'
import type { Makings } from './makings.ts'

/** Of an event that ends the process again and again, and takes those along that are claimed with it. */
const MAX_CLAIMS = 10
/** A conversation has gone on by then. */
const KEPT_MS = HOUR_MS

export interface AnswerParts {
  readonly store: Store
  readonly clock: Clock
  readonly log: Log
  readonly adapters: readonly ChatAdapter[]
  /** What to say to an event, if anything. */
  readonly reply: (event: InboundEvent, making: Making) => Promise<Message | undefined>
  readonly makings: Makings
  /** What to say when making that reply failed. */
  readonly apology: Message
}

export async function answerEvent(
  parts: AnswerParts,
  claimed: ClaimedEvent,
  signal: AbortSignal,
): Promise<void> {
  const { store, clock, adapters } = parts
  const { id, event, attempt } = claimed
  const settle = (deliveries: readonly NewDelivery[], problem?: string) =>
    store.settleEvent(id, { deliveries, ...(problem !== undefined && { problem }) }, clock.now())

  const adapter = adapters.find(({ platform }) => platform === event.chat.platform)
  if (!adapter) return settle([], `No adapter speaks ${event.chat.platform}.`)
  const reply =
    attempt > MAX_CLAIMS
      ? { message: parts.apology, problem: `${MAX_CLAIMS} tries did not end.` }
      : await replyOrApology(parts, { adapter, event }, signal)
  if (!reply) return
  const { message, problem } = reply
  if (!message) return settle([])
  const rendered = renderedOr(parts, () =>
    deliveriesOf(adapter, { ...message, answers: event.key }, addressOf(claimed, clock.now())),
  )
  return settle(rendered.deliveries, problem ?? rendered.problem)
}

/** What no adapter can render says nothing, and why is stored. */
function renderedOr(
  { log }: AnswerParts,
  render: () => readonly NewDelivery[],
): { readonly deliveries: readonly NewDelivery[]; readonly problem?: string } {
  try {
    return { deliveries: render() }
  } catch (error) {
    log.error('a reply could not be rendered', { error: reasonOf(error) })
    return { deliveries: [], problem: reasonOf(error) }
  }
}

/** Undefined when the signal aborted: the event is answered by whoever claims it again. */
async function replyOrApology(
  { makings, reply, apology, log }: AnswerParts,
  of: { readonly adapter: ChatAdapter; readonly event: InboundEvent },
  signal: AbortSignal,
): Promise<{ readonly message: Message | undefined; readonly problem?: string } | undefined> {
  try {
    return { message: await makings.run(of, (making) => reply(of.event, making), signal) }
  } catch (error) {
    if (signal.aborted) return undefined
    log.error('no reply could be made', { chat: of.event.chat.id, error: reasonOf(error) })
    return { message: apology, problem: reasonOf(error) }
  }
}

/** One duplicate hurts less than silence where only the asker reads it. */
function addressOf({ id, event }: ClaimedEvent, now: number) {
  const chat = event.replyIn ?? event.chat
  return {
    messageKey: `reply ${id}`,
    chat,
    dueAt: now,
    expiresAt: now + KEPT_MS,
    whenUnknown: chat.kind === 'private' ? ('again' as const) : ('once' as const),
  }
}
