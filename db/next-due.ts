import { sql } from 'kysely'
import type { Store } from '../src/ports.ts'
import type { Database } from './database.ts'

/** An event that nobody has claimed is due at any time. */
export function createNextDue(database: Database): Store['nextDueAt'] {
  return (platforms) =>
    database.read(async (queries) => {
      const names = sql`(select value from json_each(${JSON.stringify(platforms)}))`
      const { rows } = await sql<{ readonly at: number | null }>`
        select min(at) as at from (
          select min(due_at) as at from feeds where due_at is not null
          union all
          select min(due_at) from subscriptions where due_at is not null
          union all
          select min(coalesce(claimed_until, 0)) from inbox where number in (
            select min(number) from inbox where settled_at is null group by chat
          )
          union all
          select (select min(due_at) from chats where platform = name.value and due_at is not null)
          from json_each(${JSON.stringify(platforms)}) as name
          union all
          select min(claimed_until) from deliveries
          where state = 'sending' and (select platform from chats where chats.number = deliveries.chat) in ${names}
          union all
          select min(resolve_at) from deliveries
          where resolve_at is not null
            and (select platform from chats where chats.number = deliveries.chat) in ${names}
        )`.execute(queries)
      return rows[0]?.at ?? undefined
    })
}
