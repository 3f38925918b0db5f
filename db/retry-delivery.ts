// What was given up comes back as if it had never been tried. The key of its message stays, so a far end that knows keys
// still knows it.

import type { DeliveryStore } from '../src/ports.ts'
import { type Database, numbersIn, type Queries } from './database.ts'
import { deliveryOf, deliveryRows } from './delivery-row.ts'
import { NOBODY, numberOf } from './ids.ts'
import { setHeads } from './outbox.ts'

const GIVEN_UP = ['refused', 'expired'] as const

export function createRetryDelivery(database: Database): DeliveryStore['retryDelivery'] {
  return (id, now, expiresAt) =>
    database.write(async (queries) => {
      const parts = await partsToRetry(queries, numberOf('delivery', id) ?? NOBODY)
      const [first] = parts
      if (!first) return []
      await queries
        .updateTable('deliveries')
        .set({ ...ANEW, due_at: now, expires_at: expiresAt })
        .where('number', 'in', numbersIn(parts))
        .execute()
      await setHeads(queries, [first.chat])
      const rows = await deliveryRows(queries)
        .where('deliveries.number', 'in', numbersIn(parts))
        .orderBy('part')
        .execute()
      return rows.map(deliveryOf)
    })
}

/** Why it was given up stays, until it is known better. */
const ANEW = {
  state: 'pending',
  attempt: 0,
  claimed_until: null,
  resolve_at: null,
  settled_at: null,
  is_resent: 0,
  is_plain: 0,
  is_moved: 0,
} as const

/** That delivery, and the parts that fell with it or before it: none goes out before those ahead of it. */
async function partsToRetry(queries: Queries, number: number) {
  const named = await queries
    .selectFrom('deliveries')
    .select('message_key')
    .where('number', '=', number)
    .where('state', 'in', [...GIVEN_UP, 'unknown'])
    .executeTakeFirst()
  if (!named) return []
  return queries
    .selectFrom('deliveries')
    .select(['number', 'chat'])
    .where('message_key', '=', named.message_key)
    .where((e) => e.or([e('number', '=', number), e('state', 'in', GIVEN_UP)]))
    .execute()
}
