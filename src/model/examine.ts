// For doctor: the server, the prices, and what is left to spend.

import type { ModelPurpose } from '../domain.ts'
import type { ModelAdapter, Problem } from '../ports.ts'
import { allowanceOf } from './allowance.ts'
import type { LedgerParts } from './ledger.ts'

/** A list of prices that nobody looked at for so long may be wrong. */
const OLD_AFTER_MS = 183 * 86_400_000
const PURPOSES: readonly ModelPurpose[] = ['brief', 'judge']

export async function examineModel(
  model: ModelAdapter,
  parts: LedgerParts,
  signal: AbortSignal,
): Promise<readonly Problem[]> {
  const names = [...new Set(PURPOSES.map((purpose) => model.nameFor(purpose)))]
  return [
    ...(await model.examine(signal)),
    ...names.flatMap((name) => unpriced(name, parts)),
    ...(model.isFree ? [] : oldPrices(parts)),
    ...(await usedUp(parts)),
  ]
}

function unpriced(name: string, { prices }: LedgerParts): readonly Problem[] {
  if (prices.isKnown(name)) return []
  return [
    {
      level: 'warning',
      text: `The price of ${name} is not known, so its calls count against the caps like those of the dearest model in the list.`,
      remedy: 'Give a list with its price in MODEL_PRICES.',
    },
  ]
}

function oldPrices({ prices: { checkedAt }, clock }: LedgerParts): readonly Problem[] {
  if (clock.now() - Date.parse(checkedAt) < OLD_AFTER_MS) return []
  return [
    {
      level: 'warning',
      text: `The prices of models were last looked up in ${checkedAt}.`,
      remedy: 'Look them up, and give a list of your own in MODEL_PRICES.',
    },
  ]
}

async function usedUp(parts: LedgerParts): Promise<readonly Problem[]> {
  if ((await allowanceOf(parts, {})) !== 'none') return []
  return [
    {
      level: 'warning',
      text: 'What models may cost is used up for now, so briefs and answers are extractive.',
      remedy:
        'Wait for the next day or month (UTC), or raise MODEL_DAY_USD or MODEL_MONTH_USD. brevier costs says what it went to.',
    },
  ]
}
