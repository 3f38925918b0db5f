// What goes into the outbox, and which delivery each chat gets when. A chat's head is the oldest of its open deliveries,
// those left aside whose earlier part has not arrived. It is kept with the chat, so that a claim looks at as many rows
// as it takes, however many deliveries wait. Whatever changes deliveries calls `setHeads` in the same transaction.

import { sql } from 'kysely'
import type { NewDelivery } from '../src/domain.ts'
import { numberOfChat } from './chat-row.ts'
import { inParts, type Queries } from './database.ts'
import { numberOf } from './ids.ts'

/** Stores those parts that are not stored yet. */
export async function enqueue(
  queries: Queries,
  deliveries: readonly NewDelivery[],
  now: number,
): Promise<void> {
  const chats = new Set<number>()
  for (const delivery of deliveries) {
    const chat = await numberOfChat(queries, delivery.chat)
    await insert(queries, delivery, chat, now)
    chats.add(chat)
  }
  await setHeads(queries, [...chats])
}

async function insert(queries: Queries, delivery: NewDelivery, chat: number, now: number): Promise<void> {
  const edition = delivery.editionId === undefined ? undefined : numberOf('edition', delivery.editionId)
  await queries
    .insertInto('deliveries')
    .values({
      message_key: delivery.messageKey,
      part: delivery.part,
      parts: delivery.parts,
      chat,
      payload: JSON.stringify(delivery.payload),
      edition: edition ?? null,
      due_at: delivery.dueAt,
      expires_at: delivery.expiresAt,
      when_unknown: delivery.whenUnknown,
      created_at: now,
    })
    .onConflict((conflict) => conflict.columns(['message_key', 'part']).doNothing())
    .execute()
}

/** Brings each chat's head, and when it can be claimed, in line with the chat's deliveries. */
export async function setHeads(queries: Queries, chats: readonly number[]): Promise<void> {
  await inParts([...new Set(chats)], async (part) => {
    await sql`
      update chats set (head, due_at) = (
        select first.number, case when first.due_at > lease.until then first.due_at else lease.until end
        from deliveries as first, (${leaseOfChat}) as lease
        where first.chat = chats.number and first.state in ('pending', 'claimed', 'sending')
          and (first.part = 1 or exists (
            select 1 from deliveries as earlier
            where earlier.message_key = first.message_key and earlier.part = first.part - 1
              and earlier.state = 'delivered'
          ))
          and chats.paused_at is null and not lease.is_sending
        order by first.number limit 1
      )
      where number in (${sql.join(part)})`.execute(queries)
    return []
  })
}

/** While somebody sends to the chat, or may still begin to, nobody else does. */
const leaseOfChat = sql`
  select coalesce(max(claimed_until), 0) as until, coalesce(max(state = 'sending'), false) as is_sending
  from deliveries where chat = chats.number and state in ('claimed', 'sending')`
