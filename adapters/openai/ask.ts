// One question on the wire: breaker, deadline, retry, and what the server does not take left out.

import type OpenAI from 'openai'
import { ModelError } from '../../src/errors.ts'
import type { Clock, Log } from '../../src/ports.ts'
import type { Breaker } from './breaker.ts'
import { LateError, until } from './deadline.ts'
import type { Manners } from './manner.ts'
import { type GivenUp, nextTry, type Try } from './next-try.ts'
import type { RateLimit } from './rate-limit.ts'
import { estimatedTokens } from './usage.ts'
import { type Verdict, verdictOf } from './verdict.ts'
import type { Ask, Call, WireReply } from './wire.ts'

export interface AskParts {
  readonly client: () => Promise<OpenAI>
  readonly wire: Ask
  readonly manners: Manners
  readonly breaker: Breaker
  readonly rateLimit: RateLimit
  readonly clock: Clock
  readonly log: Log
  readonly key: string | undefined
  /** Where it is, for messages. */
  readonly host: string
}

export interface AskOptions {
  readonly deadlineAt: number
  /** The cheap service may take so long. */
  readonly flexUntil?: number
  readonly signal: AbortSignal
}

export type Question = Omit<Call, 'tier'>

/** Throws ModelError, or what the signal was aborted with. */
export async function ask(parts: AskParts, question: Question, options: AskOptions): Promise<WireReply> {
  const name = `${question.model} at ${parts.host}`
  refuseWhileShut(parts.breaker, name)
  let trial = firstTry(parts, question, options)
  for (;;) {
    await wait(parts.clock, trial.waitMs, name, options)
    const tried = await tryOnce(parts, { ...question, tier: trial.tier }, options)
    if ('reply' in tried) return tried.reply
    const next = follow(parts, trial, tried.verdict, options.deadlineAt)
    if ('failure' in next) throw givenUp(parts, next, name)
    trial = next
  }
}

function refuseWhileShut(breaker: Breaker, name: string): void {
  const shut = breaker.shutFor()
  if (!shut) return
  throw new ModelError('unavailable', `${name} is not asked for now: ${shut.reason}.`, {
    retryAfterMs: shut.ms,
  })
}

function firstTry({ clock, rateLimit }: AskParts, question: Question, { flexUntil = 0 }: AskOptions): Try {
  const tokens = estimatedTokens(question.system + question.user) + question.maxOutputTokens
  const tier = flexUntil > clock.now() ? 'flex' : 'default'
  return { tier, waitMs: rateLimit.waitMs(tokens), hasRetried: false }
}

async function wait(
  clock: Clock,
  ms: number,
  name: string,
  { deadlineAt, signal }: AskOptions,
): Promise<void> {
  if (clock.now() + ms >= deadlineAt) {
    throw new ModelError(ms > 0 ? 'unavailable' : 'late', `There is no time to ask ${name}.`, {
      retryAfterMs: ms,
    })
  }
  if (ms > 0) await clock.sleep(ms, signal)
  signal.throwIfAborted()
}

type Tried = { readonly reply: WireReply } | { readonly verdict: Verdict | 'late' }

async function tryOnce(parts: AskParts, call: Call, options: AskOptions): Promise<Tried> {
  const { client, wire, manners, rateLimit, breaker, clock, key } = parts
  const { deadlineAt, flexUntil = deadlineAt, signal } = options
  const endsAt = call.tier === 'flex' ? Math.min(flexUntil, deadlineAt) : deadlineAt
  try {
    const reply = await until(clock, endsAt, signal, async (limited) =>
      wire(await client(), call, manners.now(), limited),
    )
    rateLimit.note(reply.headers)
    breaker.succeeded()
    return { reply }
  } catch (error) {
    signal.throwIfAborted()
    return { verdict: error instanceof LateError ? 'late' : verdictOf(error, key) }
  }
}

function follow(
  { clock, manners, log }: AskParts,
  before: Try,
  verdict: Verdict | 'late',
  deadlineAt: number,
): Try | GivenUp {
  if (verdict !== 'late' && verdict.kind === 'without') {
    const { field, reason } = verdict
    if (!manners.leaveOut(field)) return { failure: 'unavailable', reason, isItsFault: false }
    log.debug('the model server does not take a field', { field, reason })
  }
  return nextTry(before, verdict, deadlineAt - clock.now())
}

function givenUp(
  { breaker, log }: AskParts,
  { failure, reason, retryAfterMs, isItsFault, shut }: GivenUp,
  name: string,
): ModelError {
  if (isItsFault) breaker.failed(reason)
  if (shut) {
    breaker.shut(reason, shut)
    log.error('the model cannot be used; brevier doctor says what mends it', { model: name, reason })
  }
  return new ModelError(failure, `${name}: ${reason}.`, { retryAfterMs })
}
