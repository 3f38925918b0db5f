import type { Store } from '../src/ports.ts'
import type { Database } from './database.ts'
import { setHeads } from './outbox.ts'

/**
 * Whether it arrived is asked again at once: a lease on that question is not told apart from a wait until it is asked again.
 * Of what was claimed and not sent the attempt is not counted: it was none.
 */
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
      const unsent = await queries
        .updateTable('deliveries')
        .set((e) => ({ state: 'pending', claimed_until: null, attempt: e('attempt', '-', 1) }))
        .where('state', '=', 'claimed')
        .returning('chat')
        .execute()
      const underWay = await queries
        .updateTable('deliveries')
        .set({ claimed_until: now })
        .where('state', '=', 'sending')
        .returning('chat')
        .execute()
      await setHeads(
        queries,
        [...unsent, ...underWay].map(({ chat }) => chat),
      )
    })
}
