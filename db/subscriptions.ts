import type { Subscription } from '../src/domain.ts'
import type { SubscriptionChanges, SubscriptionStore } from '../src/ports.ts'
import { findChat, numberOfChat } from './chat-row.ts'
import { createClaimSubscriptions } from './claim-subscriptions.ts'
import type { Database, Queries } from './database.ts'
import { NOBODY, numberOf } from './ids.ts'
import { textOf } from './places.ts'
import { present } from './present.ts'
import { removeSubscription } from './remove-subscription.ts'
import type { SubscriptionTable } from './schema.ts'
import { columnsOf, subscriptionOf, subscriptionRows } from './subscription-row.ts'

export function createSubscriptions(database: Database): SubscriptionStore {
  /** Changes a subscription that is there; what it is then. */
  function change(id: string, columns: (before: Subscription) => Partial<Columns>) {
    return database.write(async (queries) => {
      const before = await find(queries, numberOf('subscription', id))
      if (!before) return undefined
      await queries
        .updateTable('subscriptions')
        .set(columns(before))
        .where('number', '=', numberOf('subscription', id) ?? NOBODY)
        .execute()
      return find(queries, numberOf('subscription', id))
    })
  }

  return {
    addSubscription: (subscription, now) =>
      database.write(async (queries) => {
        const chat = await numberOfChat(queries, subscription.chat)
        const { number } = await queries
          .insertInto('subscriptions')
          .values({ ...columnsOf(subscription), chat, created_at: now })
          .returning('number')
          .executeTakeFirstOrThrow()
        const added = await find(queries, number)
        if (!added) throw new Error(`subscription ${number} is gone right after it was added`)
        return added
      }),

    subscription: (id) => database.read((queries) => find(queries, numberOf('subscription', id))),

    subscriptions: ({ chat, owner, comingUntil } = {}) =>
      database.read(async (queries) => {
        let rows = subscriptionRows(queries).orderBy('subscriptions.number')
        if (chat) rows = rows.where('subscriptions.chat', '=', (await findChat(queries, chat)) ?? NOBODY)
        if (owner) rows = rows.where('owner', '=', textOf(owner))
        if (comingUntil !== undefined)
          rows = rows.where('next_edition_at', '<=', comingUntil).where('subscriptions.paused_at', 'is', null)
        return (await rows.execute()).map(subscriptionOf)
      }),

    changeSubscription: (id, changes) => change(id, (before) => columnsOf(changed(before, changes))),

    pauseSubscription: (id, now) => change(id, ({ pausedAt }) => ({ paused_at: pausedAt ?? now })),

    // One that is not paused keeps its next slot: what it has not served yet is not forgotten.
    resumeSubscription: (id, nextEditionAt) =>
      change(id, (before) => ({
        paused_at: null,
        next_edition_at: before.pausedAt === undefined ? before.nextEditionAt : nextEditionAt,
      })),

    removeSubscription: (id, now) =>
      database.write(async (queries) => {
        const number = numberOf('subscription', id)
        const removed = await find(queries, number)
        if (removed && number !== undefined) await removeSubscription(queries, number, now)
        return removed
      }),

    claimSubscriptions: createClaimSubscriptions(database),
  }
}

type Columns = ReturnType<typeof columnsOf> & Pick<SubscriptionTable, 'paused_at'>

async function find(queries: Queries, number: number | undefined): Promise<Subscription | undefined> {
  if (number === undefined) return undefined
  const row = await subscriptionRows(queries).where('subscriptions.number', '=', number).executeTakeFirst()
  return row && subscriptionOf(row)
}

function changed(before: Subscription, changes: SubscriptionChanges) {
  const { quietHours, calledRole, isForFollowers, ...others } = { ...before, ...changes }
  return { ...others, ...present({ quietHours, calledRole, isForFollowers }) }
}
