// Who may send a delivery, and who finds out what became of one that was being sent when its process ended.

import { type SqlBool, sql } from 'kysely'
import type { Delivery, Reason } from '../src/domain.ts'
import type { DeliveryStore } from '../src/ports.ts'
import { claimRows, type Database, inParts, numbersIn, type Queries } from './database.ts'
import { type DeliveryRow, deliveryOf, deliveryRows } from './delivery-row.ts'
import { numberOf } from './ids.ts'
import { setHeads } from './outbox.ts'

const PROCESS_ENDED: Reason = { kind: 'process-ended' }

type Claims = Pick<DeliveryStore, 'claimDeliveries' | 'startSending' | 'claimUnknown'>

export function createClaimDeliveries(database: Database): Claims {
  return {
    claimDeliveries: ({ platforms, limit }, now, leaseMs) =>
      claimRows(
        database,
        (queries) => dueHeads(queries, platforms, now, limit),
        async (queries, due) => {
          const numbers = numbersIn(due)
          await inParts(numbers, (part) =>
            queries
              .updateTable('deliveries')
              .set((e) => ({
                state: 'claimed',
                claimed_until: now + leaseMs,
                attempt: e('attempt', '+', 1),
              }))
              .where('number', 'in', part)
              .execute(),
          )
          await setHeads(
            queries,
            due.map(({ chat }) => chat),
          )
          return deliveriesOf(queries, numbers)
        },
      ),

    startSending: (id, now, leaseMs) =>
      database.write(async (queries) => {
        const number = numberOf('delivery', id)
        if (number === undefined) return false
        const started = await queries
          .updateTable('deliveries')
          .set({ state: 'sending', sending_at: now, claimed_until: now + leaseMs })
          .where('number', '=', number)
          .where('state', '=', 'claimed')
          .where('claimed_until', '>', now)
          .returning('chat')
          .executeTakeFirst()
        if (started) await setHeads(queries, [started.chat])
        return started !== undefined
      }),

    claimUnknown: ({ platforms, limit }, now, leaseMs) =>
      claimRows(
        database,
        (queries) => unresolved(queries, platforms, now, limit),
        async (queries, due) => {
          const numbers = numbersIn(due)
          await inParts(numbers, (part) => takeUnknown(queries, part, now + leaseMs))
          await setHeads(
            queries,
            due.map(({ chat }) => chat),
          )
          return deliveriesOf(queries, numbers)
        },
      ),
  }
}

interface Due {
  readonly number: number
  readonly chat: number
  readonly at: number
}

/** Platform by platform, since the index begins with it: the longest due of all are among the longest due of each. */
async function dueHeads(
  queries: Queries,
  platforms: readonly string[],
  now: number,
  limit: number,
): Promise<readonly Due[]> {
  const due: Due[] = []
  for (const platform of platforms) {
    const chats = await queries
      .selectFrom('chats')
      .select(['number', 'head', 'due_at'])
      .where('platform', '=', platform)
      .where('due_at', '<=', now)
      .orderBy('due_at')
      .orderBy('head')
      .limit(Math.max(0, limit))
      .execute()
    for (const { number, head, due_at } of chats)
      if (head !== null && due_at !== null) due.push({ number: head, chat: number, at: due_at })
  }
  return longestDue(due, limit)
}

/** Few are ever in either state. */
async function unresolved(
  queries: Queries,
  platforms: readonly string[],
  now: number,
  limit: number,
): Promise<readonly Due[]> {
  const { rows } = await sql<Due>`
    select number, chat, claimed_until as at from deliveries
    where state = 'sending' and claimed_until <= ${now} and ${isOnOneOf(platforms)}
    union all
    select number, chat, resolve_at as at from deliveries
    where resolve_at <= ${now} and ${isOnOneOf(platforms)}`.execute(queries)
  return longestDue(rows, limit)
}

function isOnOneOf(platforms: readonly string[]) {
  return sql<SqlBool>`(select platform from chats where chats.number = deliveries.chat)
    in (select value from json_each(${JSON.stringify(platforms)}))`
}

function longestDue(due: readonly Due[], limit: number): readonly Due[] {
  return due
    .toSorted((one, other) => one.at - other.at || one.number - other.number)
    .slice(0, Math.max(0, limit))
}

async function takeUnknown(
  queries: Queries,
  numbers: readonly number[],
  resolveAt: number,
): Promise<readonly never[]> {
  await queries
    .updateTable('deliveries')
    .set({ reason: JSON.stringify(PROCESS_ENDED) })
    .where('number', 'in', numbers)
    .where('state', '=', 'sending')
    .execute()
  await queries
    .updateTable('deliveries')
    .set({ state: 'unknown', claimed_until: null, resolve_at: resolveAt })
    .where('number', 'in', numbers)
    .execute()
  return []
}

/** In the order of the numbers given. */
async function deliveriesOf(queries: Queries, numbers: readonly number[]): Promise<readonly Delivery[]> {
  const rows: readonly DeliveryRow[] = await inParts(numbers, (part) =>
    deliveryRows(queries).where('deliveries.number', 'in', part).execute(),
  )
  const byNumber = new Map(rows.map((row) => [row.number, deliveryOf(row)]))
  return numbers.flatMap((number) => byNumber.get(number) ?? [])
}
