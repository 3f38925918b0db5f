// Updates by asking for them. What was taken is confirmed by the next request and not before, so that nothing is lost; what
// comes twice has the same key. It never ends by itself, whatever goes wrong.

import type { Update } from 'grammy/types'
import { reasonOf } from '../../src/errors.ts'
import type { Clock, Log } from '../../src/ports.ts'
import { type Bot, grammySignal } from './bot.ts'
import { type Failure, failureOf, isTokenRefused, reasonOfFailure } from './failure.ts'
import { ALLOWED_UPDATES } from './updates.ts'

export interface ListenParts {
  readonly bot: Bot
  readonly clock: Clock
  readonly log: Log
  /** Is told whenever it is known whether Telegram can be heard, and if not, why. */
  readonly tell: (trouble: string | undefined) => void
}

const POLL_SECONDS = 30
/** A request that takes longer is not answered any more. */
const STALLED_MS = 2 * POLL_SECONDS * 1000 + 15_000
const LONGEST_WAIT_MS = 60_000
const SHORTEST_WAIT_MS = 1_000
/** Another process asks too: whoever it is, the two of us must not chase each other. */
const CONFLICT_WAIT_MS = 5_000
/** Nothing gets better by asking sooner: somebody has to give us another token. */
const TOKEN_WAIT_MS = 300_000

export async function poll(
  parts: ListenParts,
  take: (update: Update) => Promise<void>,
  signal: AbortSignal,
): Promise<void> {
  const { clock, log, tell } = parts
  let offset: number | undefined
  let failures = 0
  while (!signal.aborted) {
    try {
      // Known before anything is heard: a press must not wait for it.
      await parts.bot.me(signal)
      const updates = await fetchUpdates(parts, offset, signal)
      for (const update of updates) {
        await take(update)
        offset = update.update_id + 1
      }
      // Numbers begin anew after a week without updates: what is confirmed is not asked after again.
      if (updates.length === 0) offset = undefined
      if (failures > 0) log.info('Telegram is listened to again', { after: failures })
      failures = 0
      tell(undefined)
    } catch (error) {
      if (signal.aborted) break
      failures += 1
      await clock.sleep(await afterFailure(parts, error, failures, signal), signal)
    }
  }
  if (offset !== undefined) await confirm(parts, offset)
}

function fetchUpdates({ bot, clock }: ListenParts, offset: number | undefined, signal: AbortSignal) {
  return within(clock, STALLED_MS, signal, (stop) =>
    bot.patientApi.getUpdates(
      {
        ...(offset !== undefined && { offset }),
        limit: 100,
        timeout: POLL_SECONDS,
        allowed_updates: [...ALLOWED_UPDATES],
      },
      grammySignal(stop),
    ),
  )
}

/** What was taken is not given to the next process. It is stored; should this fail, it comes again and is known. */
async function confirm({ bot, clock }: ListenParts, offset: number): Promise<void> {
  const { signal } = new AbortController()
  await within(clock, SHORTEST_WAIT_MS, signal, (stop) =>
    bot.api.getUpdates({ offset, limit: 1, timeout: 0 }, grammySignal(stop)),
  ).catch(() => undefined)
}

/** How long to wait; says once why, and again when it goes on. */
async function afterFailure(
  { bot, log, tell }: ListenParts,
  error: unknown,
  failures: number,
  signal: AbortSignal,
): Promise<number> {
  const failure = knownFailure(error)
  const reason = failure ? reasonOfFailure(failure) : reasonOf(error)
  tell(reason)
  if (failures === 1 || failures % 10 === 0)
    log.error('Telegram cannot be listened to', { error: reason, failures })
  if (failure?.kind === 'answered' && /webhook is active/i.test(failure.description)) {
    await bot.api.deleteWebhook({}, grammySignal(signal)).catch(() => undefined)
    return SHORTEST_WAIT_MS
  }
  return waitMs(failure, failures)
}

function waitMs(failure: Failure | undefined, failures: number): number {
  const doubled = (from: number) => Math.min(LONGEST_WAIT_MS, from * 2 ** Math.min(failures - 1, 10))
  if (failure === undefined || failure.kind !== 'answered') return doubled(SHORTEST_WAIT_MS)
  if (failure.retryAfterMs !== undefined) return failure.retryAfterMs
  if (isTokenRefused(failure)) return TOKEN_WAIT_MS
  return doubled(failure.code === 409 ? CONFLICT_WAIT_MS : SHORTEST_WAIT_MS)
}

/** Undefined when it was not Telegram that failed: an update could not be stored. */
export function knownFailure(error: unknown): Failure | undefined {
  try {
    return failureOf(error)
  } catch {
    return undefined
  }
}

/** Does something that ends by itself or is ended. */
async function within<T>(
  clock: Clock,
  ms: number,
  signal: AbortSignal,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const over = new AbortController()
  const timer = clock.sleep(ms, over.signal).then(() => over.abort())
  try {
    return await work(AbortSignal.any([signal, over.signal]))
  } finally {
    over.abort()
    await timer
  }
}
