import type { Selectable } from 'kysely'
import type { Feed } from '../src/domain.ts'
import type { FeedStore } from '../src/ports.ts'
import { claimRows, type Database, inParts, numbersIn } from './database.ts'
import { idOf, numberOf } from './ids.ts'
import { present } from './present.ts'
import type { FeedTable } from './schema.ts'

export function createFeeds(database: Database): FeedStore {
  return {
    addFeed: ({ url, title, category }, now) =>
      database.write(async (queries) => {
        const row = await queries
          .insertInto('feeds')
          .values({
            url,
            title: title ?? null,
            category: category ?? null,
            added_at: now,
            next_poll_at: now,
          })
          .onConflict((conflict) => conflict.column('url').doNothing())
          .returningAll()
          .executeTakeFirst()
        return row && feedOf(row)
      }),

    feeds: () =>
      database.read(async (queries) => {
        const rows = await queries.selectFrom('feeds').selectAll().orderBy('number').execute()
        return rows.map(feedOf)
      }),

    removeFeed: (idOrUrl) =>
      database.write(async (queries) => {
        const number = numberOf('feed', idOrUrl)
        const row = await queries
          .deleteFrom('feeds')
          .where((e) => (number === undefined ? e('url', '=', idOrUrl) : e('number', '=', number)))
          .returningAll()
          .executeTakeFirst()
        return row && feedOf(row)
      }),

    claimFeeds: (now, leaseMs, limit) =>
      claimRows(
        database,
        (queries) =>
          queries
            .selectFrom('feeds')
            .selectAll()
            .where('due_at', '<=', now)
            .orderBy('due_at')
            .orderBy('number')
            .limit(Math.max(0, limit))
            .execute(),
        async (queries, due) => {
          await inParts(numbersIn(due), (part) =>
            queries
              .updateTable('feeds')
              .set({ claimed_until: now + leaseMs })
              .where('number', 'in', part)
              .execute(),
          )
          return due.map(feedOf)
        },
      ),

    settleFeed: (id, poll) =>
      database.write(async (queries) => {
        const number = numberOf('feed', id)
        if (number === undefined) return
        await queries
          .updateTable('feeds')
          .set({
            etag: poll.etag ?? null,
            last_modified: poll.lastModified ?? null,
            problem: poll.problem ?? null,
            polled_at: poll.polledAt,
            next_poll_at: poll.nextPollAt,
            claimed_until: null,
            ...(poll.title !== undefined && { title: poll.title }),
          })
          .where('number', '=', number)
          .execute()
      }),
  }
}

function feedOf(row: Selectable<FeedTable>): Feed {
  return {
    id: idOf('feed', row.number),
    url: row.url,
    addedAt: row.added_at,
    nextPollAt: row.next_poll_at,
    ...present({
      title: row.title,
      category: row.category,
      etag: row.etag,
      lastModified: row.last_modified,
      polledAt: row.polled_at,
      problem: row.problem,
    }),
  }
}
