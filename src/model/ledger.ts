// Every call is a row: what it may cost at most is reserved before it is made, within the caps, and settled after it.

import { type CapSettings, NANO_PER_USD } from '../config.ts'
import type { ModelSettlement, NewModelCall, SpendingCap } from '../domain.ts'
import { ModelError, reasonOf } from '../errors.ts'
import type { Clock, Log, Model, ModelAdapter, ModelRequest, Payer, Store } from '../ports.ts'
import { allowanceOf } from './allowance.ts'
import { capsOf } from './caps.ts'
import { costOfReply, type Prices } from './prices.ts'

export interface LedgerParts {
  readonly store: Pick<Store, 'reserveModelCall' | 'settleModelCall' | 'spending'>
  readonly clock: Clock
  readonly log: Log
  readonly prices: Prices
  readonly caps: CapSettings
}

/** What a model thinks before it writes is paid for like what it writes; an adapter lets it have no more than this. */
const THOUGHT_FACTOR = 4
/** A call whose process died counts so long, or a minute past its deadline. */
const RESERVED_MS = 15 * 60_000
const PAST_DEADLINE_MS = 60_000

export function withLedger(model: ModelAdapter, parts: LedgerParts): Model {
  return {
    nameFor: (purpose) => model.nameFor(purpose),
    isLocal: model.isLocal,
    isFree: model.isFree,
    allowance: (payer) => allowanceOf(parts, payer),
    async generate(request, signal) {
      const call = callOf(model, parts, request)
      const id = await reserve(parts, call, request.payer ?? {})
      const settle = (settlement: ModelSettlement) =>
        parts.store.settleModelCall(id, settlement, parts.clock.now())
      const reply = await model.generate(request, signal).catch(async (error: unknown) => {
        await settle(failed(parts, call, error))
        throw error
      })
      const settlement = {
        outcome: 'replied',
        spent: reply,
        ...costOfReply(parts.prices, reply, call.model),
      } as const
      await settle(settlement)
      logReply(parts.log, call, settlement)
      return { ...reply, ...(settlement.nanoUsd !== undefined && { nanoUsd: settlement.nanoUsd }) }
    },
  }
}

function callOf(
  model: ModelAdapter,
  { clock, prices }: LedgerParts,
  { prompt, maxOutputTokens, deadlineAt, payer, about }: ModelRequest<unknown>,
): NewModelCall {
  const now = clock.now()
  const name = model.nameFor(prompt.purpose)
  const input = model.tokensIn(prompt.system) + model.tokensIn(prompt.user)
  return {
    purpose: prompt.purpose,
    model: name,
    promptVersion: prompt.version,
    reservedNanoUsd: prices.mostOf(name, { input, output: maxOutputTokens * THOUGHT_FACTOR }),
    expiresAt: Math.max(now + RESERVED_MS, deadlineAt + PAST_DEADLINE_MS),
    ...(payer?.chat && { chat: payer.chat }),
    ...(payer?.person && { person: payer.person }),
    ...(about !== undefined && { about }),
  }
}

async function reserve(
  { store, clock, caps, log }: LedgerParts,
  call: NewModelCall,
  payer: Payer,
): Promise<string> {
  const now = clock.now()
  const reserved = await store.reserveModelCall(call, capsOf(caps, payer, now), now)
  if ('id' in reserved) return reserved.id
  const reason = sentenceOf(reserved.passed)
  log.info('a model was not asked', { purpose: call.purpose, reason })
  throw new ModelError('no-budget', reason)
}

const WHOSE = { installation: 'this installation', chat: 'this chat', person: 'this reader' } as const

function sentenceOf({ of, per, limit }: SpendingCap): string {
  const most = 'answers' in limit ? `${limit.answers} answers` : `$${limit.nanoUsd / NANO_PER_USD}`
  return `The model was not asked: ${WHOSE[of]} may use ${most} a ${per}.`
}

/** A call that was given up may be billed all the same: nobody knows, so it counts with what was reserved. */
function failed({ prices, log }: LedgerParts, call: NewModelCall, error: unknown): ModelSettlement {
  const outcome = outcomeOf(error)
  log.warn('a model gave nothing', { purpose: call.purpose, outcome, reason: reasonOf(error) })
  const spent = error instanceof ModelError ? error.spent : undefined
  if (spent) return { outcome, spent, ...costOfReply(prices, spent, call.model) }
  if (outcome !== 'late' && outcome !== 'stopped') return { outcome, nanoUsd: 0, countedNanoUsd: 0 }
  return { outcome, countedNanoUsd: call.reservedNanoUsd, ...(call.reservedNanoUsd === 0 && { nanoUsd: 0 }) }
}

function outcomeOf(error: unknown): ModelSettlement['outcome'] {
  if (!(error instanceof ModelError)) return 'stopped'
  return error.failure === 'no-budget' ? 'unavailable' : error.failure
}

function logReply(log: Log, { purpose }: NewModelCall, { spent, nanoUsd }: ModelSettlement): void {
  const { input, output } = spent?.usage ?? {}
  log.debug('a model answered', { purpose, model: spent?.model, tier: spent?.tier, input, output, nanoUsd })
}
