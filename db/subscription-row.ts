import type { Selectable } from 'kysely'
import type { NewSubscription, QuietHours, Schedule, Subscription } from '../src/domain.ts'
import { ADDRESS, type AddressRow, chatOf } from './chat-row.ts'
import type { Queries } from './database.ts'
import { idOf } from './ids.ts'
import { fromJson, toJson } from './json.ts'
import { personOf, textOf } from './places.ts'
import { present } from './present.ts'
import type { SubscriptionTable } from './schema.ts'

export type SubscriptionRow = Selectable<SubscriptionTable> & AddressRow

/** Rows of subscriptions that were not removed, as `subscriptionOf` reads them, to be narrowed down. */
export function subscriptionRows(queries: Queries) {
  return queries
    .selectFrom('subscriptions')
    .innerJoin('chats', 'chats.number', 'subscriptions.chat')
    .selectAll('subscriptions')
    .select(ADDRESS)
    .where('removed_at', 'is', null)
}

/** What people and the schedule decide about a subscription; the rest of the row is what becomes of it. */
export function columnsOf(subscription: Omit<NewSubscription, 'chat'>) {
  return {
    owner: subscription.owner === undefined ? null : textOf(subscription.owner),
    topics: subscription.topics,
    language: subscription.language,
    points: subscription.points,
    briefs: subscription.briefs,
    schedule: JSON.stringify(subscription.schedule),
    quiet_hours: toJson(subscription.quietHours),
    after_down_time: subscription.afterDownTime,
    when_unknown: subscription.whenUnknown,
    when_empty: subscription.whenEmpty,
    called_role: subscription.calledRole ?? null,
    is_for_followers: subscription.isForFollowers ? 1 : 0,
    next_edition_at: subscription.nextEditionAt,
  }
}

export function subscriptionOf(row: SubscriptionRow): Subscription {
  return {
    id: idOf('subscription', row.number),
    chat: chatOf(row),
    topics: row.topics,
    language: row.language,
    points: row.points,
    briefs: row.briefs,
    schedule: JSON.parse(row.schedule) as Schedule,
    afterDownTime: row.after_down_time as Subscription['afterDownTime'],
    whenUnknown: row.when_unknown as Subscription['whenUnknown'],
    whenEmpty: row.when_empty as Subscription['whenEmpty'],
    nextEditionAt: row.next_edition_at,
    createdAt: row.created_at,
    ...present({
      owner: row.owner === null ? null : personOf(row.owner),
      quietHours: fromJson<QuietHours>(row.quiet_hours),
      calledRole: row.called_role,
      isForFollowers: row.is_for_followers === 1 ? (true as const) : undefined,
      pausedAt: row.paused_at,
    }),
  }
}
