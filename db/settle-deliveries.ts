// What becomes of deliveries. One that is delivered, refused or expired is settled for good; a part that is refused or
// expired takes the parts after it along, since they would make no sense alone.

import { type SqlBool, sql } from 'kysely'
import type { Reason } from '../src/domain.ts'
import type { DeliveryStore, Settlement } from '../src/ports.ts'
import { type Database, inParts, numbersIn, type Queries } from './database.ts'
import { numberOf } from './ids.ts'
import { setHeads } from './outbox.ts'

export function createSettleDeliveries(
  database: Database,
): Pick<DeliveryStore, 'settleDelivery' | 'expireDeliveries'> {
  return {
    settleDelivery: (id, settlement, now) =>
      database.write(async (queries) => {
        const number = numberOf('delivery', id)
        if (number === undefined) return
        const settled = await queries
          .updateTable('deliveries')
          .set(columnsOf(settlement, now))
          .where('number', '=', number)
          .where('state', 'in', ['pending', 'claimed', 'sending', 'unknown'])
          .returning(['number', 'chat', 'message_key', 'part'])
          .executeTakeFirst()
        if (!settled) return
        if (settlement.state === 'refused' || settlement.state === 'expired')
          await endLaterParts(queries, [settled], settlement.state, now)
        await setHeads(queries, [settled.chat])
      }),

    expireDeliveries: async (now) => {
      const isDue = await database.read(async (queries) => (await tooOld(queries, now, 1)).length > 0)
      return isDue ? database.write((queries) => expire(queries, now)) : 0
    },
  }
}

/** What a settlement changes in the row; fields that it does not speak of stay, or are emptied where the state has none. */
function columnsOf(settlement: Settlement, now: number) {
  const ended = { state: settlement.state, claimed_until: null, resolve_at: null }
  switch (settlement.state) {
    case 'delivered':
      return { ...ended, receipt: settlement.receipt, reason: null, settled_at: now }
    case 'refused':
    case 'expired':
      return { ...ended, reason: JSON.stringify(settlement.reason), settled_at: now }
    case 'unknown':
      return {
        ...ended,
        reason: JSON.stringify(settlement.reason),
        resolve_at: settlement.resolveAt ?? null,
        sending_at: sql<number>`coalesce(sending_at, ${now})`,
      }
    case 'pending':
      return {
        ...ended,
        reason: JSON.stringify(settlement.reason),
        due_at: settlement.dueAt,
        ...(settlement.isUncounted && {
          attempt: sql<number>`case when attempt > 0 then attempt - 1 else 0 end`,
        }),
        ...(settlement.isResent && { is_resent: 1 }),
        ...(settlement.isPlain && { is_plain: 1 }),
        ...(settlement.isMoved && { is_moved: 1 }),
      }
  }
}

interface Part {
  readonly number: number
  readonly chat: number
  readonly message_key: string
  readonly part: number
}

/** Pending, or claimed by somebody who did not come back in time. */
function isWaiting(now: number) {
  return sql<SqlBool>`deliveries.state in ('pending', 'claimed')
    and (deliveries.state = 'pending' or deliveries.claimed_until <= ${now})`
}

function tooOld(queries: Queries, now: number, limit: number): Promise<readonly Part[]> {
  return queries
    .selectFrom('deliveries')
    .select(['number', 'chat', 'message_key', 'part'])
    .where(isWaiting(now))
    .where('expires_at', '<=', now)
    .orderBy('expires_at')
    .limit(limit)
    .execute()
}

async function expire(queries: Queries, now: number): Promise<number> {
  const old = await tooOld(queries, now, Number.MAX_SAFE_INTEGER)
  await end(queries, old, 'expired', { kind: 'expired' }, now)
  const later = await endLaterParts(queries, old, 'expired', now)
  await setHeads(
    queries,
    old.map(({ chat }) => chat),
  )
  return old.length + later
}

/** Refuses what waits in those editions; what is being sent, or may have been, takes its course. */
export async function refuseWaiting(
  queries: Queries,
  subscription: number,
  reason: Reason,
  now: number,
): Promise<void> {
  const waiting = await queries
    .selectFrom('deliveries')
    .innerJoin('editions', 'editions.number', 'deliveries.edition')
    .select(['deliveries.number', 'deliveries.chat', 'message_key', 'part'])
    .where('editions.subscription', '=', subscription)
    .where(isWaiting(now))
    .execute()
  await end(queries, waiting, 'refused', reason, now)
  await setHeads(
    queries,
    waiting.map(({ chat }) => chat),
  )
}

async function end(
  queries: Queries,
  parts: readonly Part[],
  state: 'refused' | 'expired',
  reason: Reason,
  now: number,
): Promise<void> {
  await inParts(parts, async (some) => {
    await queries
      .updateTable('deliveries')
      .set({ state, claimed_until: null, reason: JSON.stringify(reason), settled_at: now })
      .where('number', 'in', numbersIn(some))
      .execute()
    return []
  })
}

/** Ends the waiting parts that come after those; how many. */
async function endLaterParts(
  queries: Queries,
  ended: readonly Part[],
  state: 'refused' | 'expired',
  now: number,
): Promise<number> {
  const first = new Map<string, number>()
  for (const { message_key, part } of ended)
    first.set(message_key, Math.min(part, first.get(message_key) ?? part))
  const waiting = await inParts([...first.keys()], (keys) =>
    queries
      .selectFrom('deliveries')
      .select(['number', 'chat', 'message_key', 'part'])
      .where('message_key', 'in', keys)
      .where(isWaiting(now))
      .execute(),
  )
  const later = waiting.filter(({ message_key, part }) => part > (first.get(message_key) ?? part))
  for (const [part, some] of Map.groupBy(later, ({ message_key }) => first.get(message_key) ?? 1))
    await end(queries, some, state, { kind: 'earlier-part', part }, now)
  return later.length
}
