// What the outcome of a send means for its row, its chat and its platform.

import { MINUTE_MS } from '../clock.ts'
import type { Delivery } from '../domain.ts'
import type { PauseCause } from '../message/from-notice.ts'
import type { Outcome, Settlement } from '../ports.ts'
import { backoffMs } from './backoff.ts'
import type { Flood } from './flood.ts'
import { delayNotices, endNotices, pauseNotices } from './notices.ts'
import type { DeliveryParts } from './parts.ts'
import type { Rates } from './rates.ts'

/** Nothing gets better by asking sooner: somebody has to give us another token. */
const TOKEN_HOLD_MS = 5 * MINUTE_MS
/** A platform that asks for no wait at all is not asked again in a tight circle. */
const LEAST_WAIT_MS = 1_000
/** Who reads at a fixed time misses a post that is so late. */
const LATE_MS = 15 * MINUTE_MS

export interface SettlementParts extends DeliveryParts {
  readonly rates: Rates
  readonly flood: Flood
}

type Refusal = Extract<Outcome, { kind: 'refused' }>

/** Changes the chat or holds the platform where the outcome asks for it; the row itself is the caller's. */
export async function settlementOf(
  parts: SettlementParts,
  delivery: Delivery,
  outcome: Outcome,
): Promise<Settlement> {
  switch (outcome.kind) {
    case 'delivered':
      return { state: 'delivered', receipt: outcome.receipt }
    case 'later':
      return afterLater(parts, delivery, outcome)
    case 'moved':
      return afterMove(parts, delivery, outcome)
    case 'refused':
      return afterRefusal(parts, delivery, outcome)
    case 'unknown':
      return {
        state: 'unknown',
        reason: { kind: 'unknown', detail: outcome.reason },
        resolveAt: parts.clock.now(),
      }
  }
}

async function afterLater(
  parts: SettlementParts,
  delivery: Delivery,
  { retryAfterMs, reason: detail }: Extract<Outcome, { kind: 'later' }>,
): Promise<Settlement> {
  const { store, clock, rates, random = Math.random } = parts
  const later = { state: 'pending', reason: { kind: 'later', detail } } as const
  if (retryAfterMs === undefined)
    return { ...later, dueAt: clock.now() + backoffMs(delivery.attempt, random) }
  rates.holdChat(delivery.chat, retryAfterMs)
  holdOnFlood(parts, delivery, retryAfterMs)
  const dueAt = clock.now() + Math.max(LEAST_WAIT_MS, retryAfterMs)
  // Told before it is settled: a crash in between tells once more, and the same notice is stored once.
  if (retryAfterMs >= LATE_MS)
    await store.enqueue(await delayNotices(parts, delivery, { until: dueAt, detail }), clock.now())
  return { ...later, dueAt, isUncounted: true }
}

function holdOnFlood({ flood, rates, log }: SettlementParts, { chat }: Delivery, ms: number): void {
  const heldMs = flood.note(chat, ms)
  if (heldMs === 0 || !rates.hold(chat.platform, heldMs)) return
  log.warn('a platform asks several chats to wait; nothing is sent there for now', {
    platform: chat.platform,
    seconds: Math.ceil(heldMs / 1_000),
  })
}

/** A chat that has moved twice for one message is refused rather than followed around. */
async function afterMove(
  { store, clock, log }: SettlementParts,
  { id, chat, isMoved }: Delivery,
  { to }: Extract<Outcome, { kind: 'moved' }>,
): Promise<Settlement> {
  const reason = { kind: 'moved' } as const
  if (isMoved) return { state: 'refused', reason }
  await store.moveChat(chat, to)
  log.info('a chat has moved', { delivery: id, from: chat, to })
  return { state: 'pending', dueAt: clock.now(), reason, isMoved: true }
}

async function afterRefusal(
  parts: SettlementParts,
  delivery: Delivery,
  refusal: Refusal,
): Promise<Settlement> {
  switch (refusal.class) {
    case 'content':
      return afterBadContent(parts, delivery, refusal)
    case 'token':
      return afterBadToken(parts, delivery, refusal)
    case 'ended':
      return afterEnd(parts, delivery, refusal)
    case 'gone':
    case 'no-right':
    case 'topic':
      return afterLostChat(parts, delivery, refusal, refusal.class)
  }
}

/** What a platform cannot read is a defect of ours, whether or not its plain form gets through. */
function afterBadContent(
  { clock, log }: SettlementParts,
  { id, chat, payload, isPlain }: Delivery,
  refusal: Refusal,
): Settlement {
  const reason = reasonFor(refusal)
  if (isPlain) {
    log.error('what was refused is refused without markup, too', { delivery: id, reason: refusal.reason })
    return { state: 'refused', reason }
  }
  log.error('a platform refused what was rendered for it', { delivery: id, chat, reason: refusal.reason })
  if (payload.plain === undefined) return { state: 'refused', reason }
  return { state: 'pending', dueAt: clock.now(), reason, isPlain: true }
}

function afterBadToken(
  { clock, log, rates }: SettlementParts,
  { chat: { platform } }: Delivery,
  refusal: Refusal,
): Settlement {
  if (rates.hold(platform, TOKEN_HOLD_MS))
    log.error('a platform refuses our token; nothing is sent there for now', {
      platform,
      reason: refusal.reason,
    })
  return {
    state: 'pending',
    dueAt: clock.now() + TOKEN_HOLD_MS,
    reason: reasonFor(refusal),
    isUncounted: true,
  }
}

/** The chat is paused, and this delivery waits with all others of it until somebody resumes the chat, or it expires. */
async function afterLostChat(
  parts: SettlementParts,
  delivery: Delivery,
  refusal: Refusal,
  cause: PauseCause,
): Promise<Settlement> {
  const { store, clock, log } = parts
  const reason = reasonFor(refusal)
  const notices = await pauseNotices(parts, delivery, { cause, detail: refusal.reason })
  if (await store.pauseChat(delivery.chat, reason, notices, clock.now()))
    log.warn('a chat is paused', {
      chat: delivery.chat,
      cause,
      reason: refusal.reason,
      told: notices.length > 0,
    })
  return { state: 'pending', dueAt: clock.now(), reason, isUncounted: true }
}

/** Nothing waits for what never comes back. Owners are told first, and may be told again after a crash: the key is the same. */
async function afterEnd(parts: SettlementParts, { chat }: Delivery, refusal: Refusal): Promise<Settlement> {
  const { store, clock, log } = parts
  await store.enqueue(await endNotices(parts, chat, refusal.reason), clock.now())
  for (const { id } of await store.subscriptions({ chat })) await store.removeSubscription(id, clock.now())
  log.warn('a chat is no more; its subscriptions are removed', { chat, reason: refusal.reason })
  return { state: 'refused', reason: reasonFor(refusal) }
}

function reasonFor({ class: cause, reason }: Refusal) {
  return { kind: 'refused', class: cause, detail: reason } as const
}
