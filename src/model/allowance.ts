// The ladder of grounding.md 11: as a cap draws near, the dearer steps are left out first; what is checked without a model is
// always checked.

import type { SpendingCap } from '../domain.ts'
import type { Allowance, Payer } from '../ports.ts'
import { capsOf } from './caps.ts'
import type { LedgerParts } from './ledger.ts'

/** From these shares of a cap on. */
const NO_REPAIR = 0.7
const NO_JUDGE = 0.85

export async function allowanceOf(
  parts: Pick<LedgerParts, 'store' | 'clock' | 'caps'>,
  payer: Payer,
): Promise<Allowance> {
  const caps = capsOf(parts.caps, payer, parts.clock.now())
  const shares = await Promise.all(caps.map((cap) => usedShare(parts, cap, payer)))
  const most = Math.max(0, ...shares)
  if (most >= 1) return 'none'
  if (most >= NO_JUDGE) return 'no-judge'
  return most >= NO_REPAIR ? 'no-repair' : 'all'
}

/** Answers are all the same to their cap: the last one may be as good as the first. */
async function usedShare(
  { store, clock }: Pick<LedgerParts, 'store' | 'clock'>,
  { of, since, limit }: SpendingCap,
  { chat, person }: Payer,
): Promise<number> {
  const spender = {
    since,
    ...(of === 'chat' && chat && { chat }),
    ...(of === 'person' && person && { person }),
  }
  const { nanoUsd, answers } = await store.spending(spender, clock.now())
  if ('answers' in limit) return answers >= limit.answers ? 1 : 0
  return limit.nanoUsd === 0 ? 1 : nanoUsd / limit.nanoUsd
}
