import type { Selectable } from 'kysely'
import type {
  Brief,
  EarlierPost,
  EditionEntry,
  EditionState,
  LeftOut,
  Reason,
  SlotEdition,
} from '../src/domain.ts'
import { briefsOf } from './briefs.ts'
import { ADDRESS, type AddressRow, chatOf } from './chat-row.ts'
import { inParts, numbersIn, type Queries } from './database.ts'
import { idOf } from './ids.ts'
import { fromJson } from './json.ts'
import { present } from './present.ts'
import type { EditionEntryTable, EditionTable } from './schema.ts'

export type EditionRow = Selectable<EditionTable> & AddressRow

/** Rows of editions as `editionsOf` reads them, to be narrowed down. */
export function editionRows(queries: Queries) {
  return queries
    .selectFrom('editions')
    .innerJoin('subscriptions', 'subscriptions.number', 'editions.subscription')
    .innerJoin('chats', 'chats.number', 'subscriptions.chat')
    .selectAll('editions')
    .select(ADDRESS)
}

export async function findEdition(queries: Queries, number: number): Promise<SlotEdition | undefined> {
  const rows = await editionRows(queries).where('editions.number', '=', number).execute()
  return (await editionsOf(queries, rows))[0]
}

/** Editions with their entries, in the order of the rows. */
export async function editionsOf(
  queries: Queries,
  rows: readonly EditionRow[],
): Promise<readonly SlotEdition[]> {
  const entries = await inParts(numbersIn(rows), (part) =>
    queries
      .selectFrom('edition_entries')
      .selectAll()
      .where('edition', 'in', part)
      .orderBy('edition')
      .orderBy('position')
      .execute(),
  )
  const briefs = await briefsByNumber(queries, entries)
  const byEdition = Map.groupBy(entries, ({ edition }) => edition)
  return rows.map((row) =>
    editionOf(
      row,
      (byEdition.get(row.number) ?? []).flatMap((entry) => entryOf(entry, briefs)),
    ),
  )
}

/** The briefs that those rows name. */
export async function briefsByNumber(
  queries: Queries,
  rows: readonly { readonly brief: number }[],
): Promise<ReadonlyMap<number, Brief>> {
  const briefs = await briefsOf(
    queries,
    rows.map(({ brief }) => brief),
  )
  const byId = new Map(briefs.map((brief) => [brief.id, brief]))
  return new Map(
    rows.flatMap(({ brief }) => {
      const found = byId.get(idOf('brief', brief))
      return found ? [[brief, found] as const] : []
    }),
  )
}

function entryOf(row: EditionEntryTable, briefs: ReadonlyMap<number, Brief>): EditionEntry[] {
  const brief = briefs.get(row.brief)
  return brief ? [{ brief, ...present({ update: fromJson<EarlierPost>(row.earlier) }) }] : []
}

function editionOf(row: EditionRow, entries: readonly EditionEntry[]): SlotEdition {
  return {
    id: idOf('edition', row.number),
    subscriptionId: idOf('subscription', row.subscription),
    chat: chatOf(row),
    slot: row.slot,
    missed: JSON.parse(row.missed) as readonly number[],
    state: row.state as EditionState,
    entries,
    leftOut: JSON.parse(row.left_out) as readonly LeftOut[],
    openedAt: row.opened_at,
    ...present({ reason: fromJson<Reason>(row.reason), composedAt: row.composed_at }),
  }
}
