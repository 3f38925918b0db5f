import type { Store } from '../src/ports.ts'
import type { Database } from './database.ts'
import { setHeads } from './outbox.ts'

/** Whether it arrived is asked again at once: a lease on that question is not told apart from a wait until it is asked again. */
export function createEndLeases(database: Database): Store['endLeases'] {
  return (now) =>
    database.write(async (queries) => {
      for (const table of ['feeds', 'subscriptions', 'inbox'] as const)
        await queries
          .updateTable(table)
          .set({ claimed_until: null })
          .where('claimed_until', 'is not', null)
          .execute()
      await queries
        .updateTable('deliveries')
        .set({ resolve_at: now })
        .where('resolve_at', 'is not', null)
        .execute()
      const underWay = await queries
        .updateTable('deliveries')
        .set({ claimed_until: now })
        .where('state', 'in', ['claimed', 'sending'])
        .returning('chat')
        .execute()
      await setHeads(
        queries,
        underWay.map(({ chat }) => chat),
      )
    })
}
