// A slot gets its edition once. The subscription stays claimed while an edition of it is open, and no longer.

import type { EditionStore } from '../src/ports.ts'
import type { Database, Queries } from './database.ts'
import { findEdition } from './edition-row.ts'
import { numberOf } from './ids.ts'
import { toJson } from './json.ts'

type Slot = Parameters<EditionStore['openEdition']>[0]

export function createOpenEdition(database: Database): EditionStore['openEdition'] {
  return (slot, now) =>
    database.write(async (queries) => {
      const subscription = numberOf('subscription', slot.subscriptionId)
      const before = subscription === undefined ? undefined : await stateOf(queries, subscription)
      if (subscription === undefined || !before) return undefined
      // Another one of it is being composed: this slot stays due until that is done.
      if (slot.reason === undefined && before.open_slot !== null && before.open_slot !== slot.slot)
        return undefined
      const number = await insert(queries, subscription, slot, now)
      const isOpened = number !== undefined && slot.reason === undefined
      const openSlot = isOpened ? slot.slot : before.open_slot
      await queries
        .updateTable('subscriptions')
        .set({
          open_slot: openSlot,
          next_edition_at: nextOf(before.next_edition_at, slot, now),
          ...(openSlot === null && { claimed_until: null }),
          ...(number !== undefined && !isOpened && { attempt: 0 }),
        })
        .where('number', '=', subscription)
        .execute()
      return number === undefined ? undefined : findEdition(queries, number)
    })
}

function stateOf(queries: Queries, subscription: number) {
  return queries
    .selectFrom('subscriptions')
    .select(['open_slot', 'next_edition_at'])
    .where('number', '=', subscription)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
}

/** A next slot that is still to come was set by somebody who changed the schedule meanwhile, and stays. */
function nextOf(stored: number, { slot, nextEditionAt }: Slot, now: number): number {
  return stored > Math.max(slot, now) ? stored : nextEditionAt
}

/** Undefined when the slot has its edition already. */
async function insert(
  queries: Queries,
  subscription: number,
  { slot, missed, reason }: Slot,
  now: number,
): Promise<number | undefined> {
  const row = await queries
    .insertInto('editions')
    .values({
      subscription,
      slot,
      missed: JSON.stringify(missed),
      state: reason === undefined ? 'open' : 'skipped',
      reason: toJson(reason),
      left_out: '[]',
      opened_at: now,
    })
    .onConflict((conflict) => conflict.columns(['subscription', 'slot']).doNothing())
    .returning('number')
    .executeTakeFirst()
  return row?.number
}
