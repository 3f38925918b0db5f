import type { Reason } from '../src/domain.ts'
import type { Queries } from './database.ts'
import { refuseWaiting } from './settle-deliveries.ts'

const REMOVED: Reason = { kind: 'subscription-removed' }

/** Retires it: nothing finds it any more but its editions. One that is open will never be made. */
export async function removeSubscription(queries: Queries, number: number, now: number): Promise<void> {
  await queries
    .updateTable('editions')
    .set({ state: 'skipped', reason: JSON.stringify(REMOVED) })
    .where('subscription', '=', number)
    .where('state', '=', 'open')
    .execute()
  await refuseWaiting(queries, number, REMOVED, now)
  await queries
    .updateTable('subscriptions')
    .set({ removed_at: now, open_slot: null, claimed_until: null })
    .where('number', '=', number)
    .execute()
}
