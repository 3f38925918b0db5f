import type { DeliveryState } from '../src/domain.ts'
import type { DeliveryQuery, DeliveryStore } from '../src/ports.ts'
import { findChat } from './chat-row.ts'
import { createClaimDeliveries } from './claim-deliveries.ts'
import type { Database, Queries } from './database.ts'
import { deliveryOf, deliveryRows } from './delivery-row.ts'
import { NOBODY, numberOf } from './ids.ts'
import { enqueue } from './outbox.ts'
import { createRetryDelivery } from './retry-delivery.ts'
import { createSettleDeliveries } from './settle-deliveries.ts'

export function createDeliveries(database: Database): DeliveryStore {
  return {
    enqueue: (deliveries, now) => database.write((queries) => enqueue(queries, deliveries, now)),

    ...createClaimDeliveries(database),
    ...createSettleDeliveries(database),
    retryDelivery: createRetryDelivery(database),

    delivery: (id) =>
      database.read(async (queries) => {
        const number = numberOf('delivery', id)
        if (number === undefined) return undefined
        const row = await deliveryRows(queries).where('deliveries.number', '=', number).executeTakeFirst()
        return row && deliveryOf(row)
      }),

    deliveries: (query) =>
      database.read(async (queries) => {
        const rows = await (await narrowed(queries, query))
          .orderBy('deliveries.number', 'desc')
          .limit(Math.max(0, query.limit))
          .execute()
        return rows.map(deliveryOf)
      }),

    deliveryCounts: () =>
      database.read(async (queries) => {
        const rows = await queries
          .selectFrom('deliveries')
          .select(['state', (e) => e.fn.countAll<number>().as('count')])
          .groupBy('state')
          .execute()
        return { ...NONE, ...Object.fromEntries(rows.map(({ state, count }) => [state, count])) }
      }),
  }
}

const NONE: Readonly<Record<DeliveryState, number>> = {
  pending: 0,
  claimed: 0,
  sending: 0,
  delivered: 0,
  refused: 0,
  unknown: 0,
  expired: 0,
}

async function narrowed(queries: Queries, { states, chat, subscriptionId, editionId }: DeliveryQuery) {
  let rows = deliveryRows(queries)
  if (states) rows = rows.where('deliveries.state', 'in', states)
  if (chat) rows = rows.where('deliveries.chat', '=', (await findChat(queries, chat)) ?? NOBODY)
  if (editionId !== undefined)
    rows = rows.where('deliveries.edition', '=', numberOf('edition', editionId) ?? NOBODY)
  if (subscriptionId === undefined) return rows
  const subscription = numberOf('subscription', subscriptionId) ?? NOBODY
  return rows.where('deliveries.edition', 'in', (e) =>
    e.selectFrom('editions').select('number').where('subscription', '=', subscription),
  )
}
