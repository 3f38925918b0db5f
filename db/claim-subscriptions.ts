import type { SlotEdition } from '../src/domain.ts'
import type { SubscriptionStore } from '../src/ports.ts'
import { claimRows, type Database, inParts, numbersIn, type Queries } from './database.ts'
import { editionRows, editionsOf } from './edition-row.ts'
import { present } from './present.ts'
import { type SubscriptionRow, subscriptionOf, subscriptionRows } from './subscription-row.ts'

export function createClaimSubscriptions(database: Database): SubscriptionStore['claimSubscriptions'] {
  return (now, leaseMs, limit) =>
    claimRows(
      database,
      (queries) =>
        subscriptionRows(queries)
          .where('subscriptions.due_at', '<=', now)
          .orderBy('subscriptions.due_at')
          .orderBy('subscriptions.number')
          .limit(Math.max(0, limit))
          .execute(),
      async (queries, due) => {
        await inParts(numbersIn(due), (part) =>
          queries
            .updateTable('subscriptions')
            .set((e) => ({ claimed_until: now + leaseMs, attempt: e('attempt', '+', 1) }))
            .where('number', 'in', part)
            .execute(),
        )
        const open = await openEditions(queries, due)
        return due.map((row) => ({
          subscription: subscriptionOf(row),
          attempt: row.attempt + 1,
          ...present({ open: open.get(subscriptionOf(row).id) }),
        }))
      },
    )
}

/** By the id of their subscription. */
async function openEditions(
  queries: Queries,
  due: readonly SubscriptionRow[],
): Promise<ReadonlyMap<string, SlotEdition>> {
  const withOpen = due.filter((row) => row.open_slot !== null)
  const rows = await inParts(numbersIn(withOpen), (part) =>
    editionRows(queries)
      .where('editions.subscription', 'in', part)
      .where('editions.state', '=', 'open')
      .execute(),
  )
  const editions = await editionsOf(queries, rows)
  return new Map(editions.map((edition) => [edition.subscriptionId, edition]))
}
