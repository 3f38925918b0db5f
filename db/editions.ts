import type { EditionStore } from '../src/ports.ts'
import { findChat } from './chat-row.ts'
import { createCompleteEdition } from './complete-edition.ts'
import type { Database } from './database.ts'
import { editionRows, editionsOf, findEdition } from './edition-row.ts'
import { NOBODY, numberOf } from './ids.ts'
import { createOpenEdition } from './open-edition.ts'
import { createTold } from './told.ts'

export function createEditions(database: Database): EditionStore {
  return {
    openEdition: createOpenEdition(database),
    completeEdition: createCompleteEdition(database),
    toldTo: createTold(database),

    edition: (id) =>
      database.read(async (queries) => {
        const number = numberOf('edition', id)
        return number === undefined ? undefined : findEdition(queries, number)
      }),

    editions: ({ subscriptionId, chat, limit }) =>
      database.read(async (queries) => {
        let rows = editionRows(queries)
        if (chat) rows = rows.where('subscriptions.chat', '=', (await findChat(queries, chat)) ?? NOBODY)
        if (subscriptionId !== undefined)
          rows = rows.where('editions.subscription', '=', numberOf('subscription', subscriptionId) ?? NOBODY)
        const latest = await rows
          .orderBy('editions.slot', 'desc')
          .orderBy('editions.number', 'desc')
          .limit(Math.max(0, limit))
          .execute()
        return editionsOf(queries, latest)
      }),
  }
}
