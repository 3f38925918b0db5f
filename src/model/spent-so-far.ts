// What was spent today and this month, beside what may be.

import type { CapSettings } from '../config.ts'
import type { Clock, Store } from '../ports.ts'
import { startOfDay, startOfMonth } from './caps.ts'

/** Billionths of a US dollar. No cap, no limit. */
export interface SpentSoFar {
  readonly day: Spent
  readonly month: Spent
}
interface Spent {
  readonly nanoUsd: number
  readonly capNanoUsd?: number
}

export async function spentSoFar(
  { store, clock }: { readonly store: Pick<Store, 'spending'>; readonly clock: Clock },
  { dayNanoUsd, monthNanoUsd }: CapSettings,
): Promise<SpentSoFar> {
  const now = clock.now()
  const since = async (at: number, cap: number | undefined): Promise<Spent> => ({
    nanoUsd: (await store.spending({ since: at }, now)).nanoUsd,
    ...(cap !== undefined && { capNanoUsd: cap }),
  })
  return {
    day: await since(startOfDay(now), dayNanoUsd),
    month: await since(startOfMonth(now), monthNanoUsd),
  }
}
