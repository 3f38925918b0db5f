import type { Edition, EditionEntry } from '../src/domain.ts'
import type { EditionStore } from '../src/ports.ts'
import type { Database, Queries } from './database.ts'
import { numberOf } from './ids.ts'
import { toJson } from './json.ts'
import { enqueue } from './outbox.ts'

type Made = Parameters<EditionStore['completeEdition']>[1]

export function createCompleteEdition(database: Database): EditionStore['completeEdition'] {
  return (id, made) =>
    database.write(async (queries) => {
      const number = numberOf('edition', id)
      const subscription = number === undefined ? undefined : await close(queries, number, made)
      if (number === undefined || subscription === undefined) return
      await insertEntries(queries, number, made.edition)
      await enqueue(queries, made.deliveries, made.edition.composedAt)
      await queries
        .updateTable('subscriptions')
        .set({ open_slot: null, claimed_until: null, attempt: 0 })
        .where('number', '=', subscription)
        .execute()
    })
}

/** The subscription of the edition; undefined when it is not open. */
async function close(
  queries: Queries,
  number: number,
  { state, edition }: Made,
): Promise<number | undefined> {
  const row = await queries
    .updateTable('editions')
    .set({
      state,
      reason: toJson(edition.reason),
      left_out: JSON.stringify(edition.leftOut),
      composed_at: edition.composedAt,
    })
    .where('number', '=', number)
    .where('state', '=', 'open')
    .returning('subscription')
    .executeTakeFirst()
  return row?.subscription
}

async function insertEntries(queries: Queries, edition: number, { entries }: Edition): Promise<void> {
  for (const [index, entry] of entries.entries()) {
    await queries
      .insertInto('edition_entries')
      .values({ edition, position: index + 1, ...columnsOf(entry) })
      .execute()
  }
}

function columnsOf({ brief, update }: EditionEntry) {
  const number = numberOf('brief', brief.id)
  if (number === undefined) throw new Error(`${brief.id} is no brief`)
  return {
    brief: number,
    story: brief.storyId === undefined ? null : (numberOf('story', brief.storyId) ?? null),
    earlier: toJson(update),
  }
}
