// A database file with posts on their way, made by the store itself.

import { join } from 'node:path'
import { openSqlite } from '../../db/sqlite.ts'
import type { Chat } from '../../src/domain.ts'
import type { Settlement, Store } from '../../src/ports.ts'
import { deliverOne, group, makeEdition, newSubscription, sendOne } from '../contract/store/makers.ts'
import { temporaryFolder } from './run.ts'

export const CHAT: Chat = group('one')

/** The options that name a database which `work` has filled. */
export async function databaseWith(work: (store: Store) => Promise<unknown>): Promise<readonly string[]> {
  const file = join(temporaryFolder(), 'brevier.db')
  const store = await openSqlite({ file })
  await work(store)
  await store.close()
  return ['--db', file]
}

/** u1 with e1, whose parts d1, d2… wait; the first is settled so, if it is. */
export function posted(parts: number, settlement?: Settlement | 'delivered'): Promise<readonly string[]> {
  return databaseWith(async (store) => {
    const now = Date.now()
    const subscription = await store.addSubscription(
      newSubscription({ chat: CHAT, nextEditionAt: now + 60_000_000 }),
      now,
    )
    await makeEdition(store, subscription, { slot: now, parts })
    await store.changeSubscription(subscription.id, { nextEditionAt: now + 60_000_000 })
    if (settlement === 'delivered') await deliverOne(store, now)
    else if (settlement) await store.settleDelivery((await sendOne(store, now)).id, settlement, now)
  })
}

export const REFUSED: Settlement = {
  state: 'refused',
  reason: { kind: 'refused', class: 'content', detail: "can't parse entities" },
}
export const UNKNOWN: Settlement = { state: 'unknown', reason: { kind: 'unknown', detail: 'no answer' } }
