import type { ExpressionBuilder, Selectable } from 'kysely'
import type { Feed, Pace, SeenItem } from '../src/domain.ts'
import type { FeedStore } from '../src/ports.ts'
import { claimRows, type Database, inParts, numbersIn, type Queries } from './database.ts'
import { idOf, NOBODY, numberOf } from './ids.ts'
import { fromJson } from './json.ts'
import { present } from './present.ts'
import type { FeedTable, Schema, SeenItemTable } from './schema.ts'

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

    feed: (idOrUrl) =>
      database.read(async (queries) => {
        const row = await queries.selectFrom('feeds').selectAll().where(isNamed(idOrUrl)).executeTakeFirst()
        return row && feedOf(row)
      }),

    removeFeed: (idOrUrl) =>
      database.write(async (queries) => {
        const row = await queries
          .deleteFrom('feeds')
          .where(isNamed(idOrUrl))
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
            .where('due_at', 'is not', null)
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

    settleFeed: (id, poll, seen = []) =>
      database.write(async (queries) => {
        const number = numberOf('feed', id)
        if (number === undefined) return
        const { numUpdatedRows } = await queries
          .updateTable('feeds')
          .set({
            etag: poll.etag ?? null,
            last_modified: poll.lastModified ?? null,
            problem: poll.problem ?? null,
            failing_since: poll.failingSince ?? null,
            paused_at: poll.pausedAt ?? null,
            polled_at: poll.polledAt,
            next_poll_at: poll.nextPollAt,
            claimed_until: null,
            ...(poll.url !== undefined && !(await isFollowed(queries, poll.url)) && { url: poll.url }),
            ...(poll.title !== undefined && { title: poll.title }),
            ...(poll.pace !== undefined && { pace: JSON.stringify(poll.pace) }),
          })
          .where('number', '=', number)
          .executeTakeFirst()
        // A feed may be removed while it is read.
        if (numUpdatedRows > 0 && seen.length > 0) await remember(queries, number, seen, poll.polledAt)
      }),

    seenItems: (feedId, keys) =>
      database.read(async (queries) => {
        const number = numberOf('feed', feedId) ?? NOBODY
        const rows = await inParts(keys, (part) =>
          queries
            .selectFrom('seen_items')
            .leftJoin('articles', 'articles.number', 'seen_items.article')
            .select(['key', 'words_hash', 'article', 'read_at', 'retry_until', 'articles.identity'])
            .where('feed', '=', number)
            .where('key', 'in', part)
            .execute(),
        )
        return new Map(rows.map((row) => [row.key, seenOf(row)]))
      }),
  }
}

/** Two feeds that moved to one address settle side by side: the second keeps its own, and is told of the first at its next poll. */
async function isFollowed(queries: Queries, url: string): Promise<boolean> {
  const other = await queries.selectFrom('feeds').select('number').where('url', '=', url).executeTakeFirst()
  return other !== undefined
}

function isNamed(idOrUrl: string) {
  const number = numberOf('feed', idOrUrl)
  return (e: ExpressionBuilder<Schema, 'feeds'>) =>
    number === undefined ? e('url', '=', idOrUrl) : e('number', '=', number)
}

/** What is in the feed is said again every day; what was not for so long is forgotten. */
const FORGET_MS = 60 * 24 * 3_600_000

async function remember(
  queries: Queries,
  feed: number,
  seen: readonly SeenItem[],
  now: number,
): Promise<void> {
  const rows = seen.map(({ key, wordsHash, articleId, readAt, retryUntil }) => ({
    feed,
    key,
    words_hash: wordsHash,
    article: articleId === undefined ? null : (numberOf('article', articleId) ?? null),
    read_at: readAt,
    retry_until: retryUntil ?? null,
  }))
  await inParts(rows, async (part) => {
    await queries
      .insertInto('seen_items')
      .values(part)
      .onConflict((conflict) =>
        conflict.columns(['feed', 'key']).doUpdateSet((e) => ({
          words_hash: e.ref('excluded.words_hash'),
          article: e.ref('excluded.article'),
          read_at: e.ref('excluded.read_at'),
          retry_until: e.ref('excluded.retry_until'),
        })),
      )
      .execute()
    return []
  })
  await queries
    .deleteFrom('seen_items')
    .where('feed', '=', feed)
    .where('read_at', '<', now - FORGET_MS)
    .execute()
}

type SeenRow = Pick<
  Selectable<SeenItemTable>,
  'key' | 'words_hash' | 'article' | 'read_at' | 'retry_until'
> & {
  readonly identity: string | null
}

function seenOf(row: SeenRow) {
  return {
    key: row.key,
    wordsHash: row.words_hash,
    readAt: row.read_at,
    ...present({
      articleId: row.article === null ? null : idOf('article', row.article),
      retryUntil: row.retry_until,
      identity: row.identity,
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
      pace: fromJson<Pace>(row.pace),
      problem: row.problem,
      failingSince: row.failing_since,
      pausedAt: row.paused_at,
    }),
  }
}
