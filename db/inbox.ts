import type { InboundEvent } from '../src/domain.ts'
import type { InboxStore } from '../src/ports.ts'
import { claimRows, type Database, inParts, numbersIn, type Queries } from './database.ts'
import { idOf, numberOf } from './ids.ts'
import { enqueue } from './outbox.ts'
import { placeOf } from './places.ts'

export function createInbox(database: Database): InboxStore {
  return {
    acceptEvent: (event) =>
      database.write(async (queries) => {
        const row = await queries
          .insertInto('inbox')
          .values({
            key: `${event.chat.platform}:${event.key}`,
            chat: placeOf(event.replyIn ?? event.chat),
            event: JSON.stringify(event),
          })
          .onConflict((conflict) => conflict.column('key').doNothing())
          .returning('number')
          .executeTakeFirst()
        return row !== undefined
      }),

    claimEvents: (now, leaseMs, limit) =>
      claimRows(
        database,
        (queries) =>
          oldestOfEachChat(queries)
            .where((e) => e.or([e('claimed_until', 'is', null), e('claimed_until', '<=', now)]))
            .limit(Math.max(0, limit))
            .execute(),
        async (queries, due) => {
          await inParts(numbersIn(due), (part) =>
            queries
              .updateTable('inbox')
              .set((e) => ({ claimed_until: now + leaseMs, attempt: e('attempt', '+', 1) }))
              .where('number', 'in', part)
              .execute(),
          )
          return due.map((row) => ({
            id: idOf('event', row.number),
            event: JSON.parse(row.event) as InboundEvent,
            attempt: row.attempt + 1,
          }))
        },
      ),

    settleEvent: (id, { deliveries, problem }, now) =>
      database.write(async (queries) => {
        const number = numberOf('event', id)
        if (number === undefined) return
        const settled = await queries
          .updateTable('inbox')
          .set({ settled_at: now, claimed_until: null, problem: problem ?? null })
          .where('number', '=', number)
          .where('settled_at', 'is', null)
          .returning('number')
          .executeTakeFirst()
        if (settled) await enqueue(queries, deliveries, now)
      }),
  }
}

/** The oldest open event of each chat, claimed or not: what was said first in a chat is answered first. What is answered in
 *  private waits for nobody else there. */
function oldestOfEachChat(queries: Queries) {
  return queries
    .selectFrom('inbox')
    .select(['number', 'event', 'attempt'])
    .where('number', 'in', (e) =>
      e
        .selectFrom('inbox')
        .select((f) => f.fn.min<number>('number').as('number'))
        .where('settled_at', 'is', null)
        .groupBy('chat'),
    )
    .orderBy('number')
}
