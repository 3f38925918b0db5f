import { sql } from 'kysely'
import type { Told } from '../src/domain.ts'
import type { EditionStore } from '../src/ports.ts'
import { findChat } from './chat-row.ts'
import type { Database, Queries } from './database.ts'
import { briefsByNumber } from './edition-row.ts'
import { idOf } from './ids.ts'
import { present } from './present.ts'

export function createTold(database: Database): EditionStore['toldTo'] {
  return (chat, since) =>
    database.read(async (queries) => {
      const number = await findChat(queries, chat)
      if (number === undefined) return []
      const rows = await toldRows(queries, number, since)
      const briefs = await briefsByNumber(queries, rows)
      return rows.flatMap((row): Told[] => {
        const brief = briefs.get(row.brief)
        if (!brief) return []
        return [
          { storyId: idOf('story', row.story), brief, at: row.at, ...present({ receipt: row.receipt }) },
        ]
      })
    })
}

interface ToldRow {
  readonly story: number
  readonly brief: number
  readonly at: number
  readonly receipt: string | null
}

/** Only what was sent to that chat says whether it was told: notices about the edition may have gone to others. */
async function toldRows(queries: Queries, chat: number, since: number): Promise<readonly ToldRow[]> {
  const { rows } = await sql<ToldRow>`
    select entry.story, entry.brief, editions.composed_at as at, (
      select receipt from deliveries
      where edition = editions.number and chat = ${chat} and state = 'delivered' order by part limit 1
    ) as receipt
    from subscriptions
    join editions on editions.subscription = subscriptions.number
      and editions.state = 'made' and editions.composed_at >= ${since}
    join edition_entries as entry on entry.edition = editions.number
    where subscriptions.chat = ${chat} and entry.story is not null and exists (
      select 1 from deliveries
      where edition = editions.number and chat = ${chat} and state not in ('refused', 'expired')
    )
    order by editions.composed_at desc, editions.number desc, entry.position`.execute(queries)
  return rows
}
