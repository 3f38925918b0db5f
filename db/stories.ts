import { sql } from 'kysely'
import type { Story } from '../src/domain.ts'
import type { Placement, StoryStore } from '../src/ports.ts'
import { articleOf, groupOf } from './article-row.ts'
import { articleRows } from './articles.ts'
import type { Connection } from './connection.ts'
import { inParts, type Queries } from './database.ts'
import { idOf, numberOf } from './ids.ts'
import { createPlaceArticles } from './place-articles.ts'
import { present } from './present.ts'

export function createStories(connection: Connection): StoryStore {
  return {
    unplacedArticles: (limit) =>
      connection.read(async (queries) => {
        const rows = await articleRows(queries)
          .where('placements.is_due', '=', sql.lit(1))
          .orderBy('placements.at')
          .orderBy('placements.article')
          .limit(limit)
          .execute()
        return rows.map((row) => ({ ...articleOf(row), ...present({ stemHashes: row.stem_hashes }) }))
      }),

    placeArticles: createPlaceArticles(connection),

    placements: (query) => connection.read((queries) => placementsOf(queries, query)),

    story: (id) =>
      connection.read(async (queries) => {
        const number = numberOf('story', id)
        if (number === undefined) return undefined
        const rows = await storyRows(queries).where('stories.number', '=', number).execute()
        return (await storiesOf(queries, rows))[0]
      }),

    stories: (since, limit) =>
      connection.read(async (queries) => {
        const rows = await storyRows(queries)
          .where('latest_at', '>=', since)
          .orderBy('latest_at', 'desc')
          .orderBy('stories.number', 'desc')
          .limit(limit)
          .execute()
        return storiesOf(queries, rows)
      }),
  }
}

interface StoryRow {
  readonly number: number
  readonly latest_at: number
  readonly title: string
  readonly language: string
}

function storyRows(queries: Queries) {
  return queries
    .selectFrom('stories')
    .innerJoin('articles', 'articles.number', 'stories.representative')
    .select(['stories.number', 'latest_at', 'title', 'language'])
}

async function storiesOf(queries: Queries, rows: readonly StoryRow[]): Promise<readonly Story[]> {
  const numbers = rows.map(({ number }) => number)
  const members = await inParts(numbers, (part) =>
    queries
      .selectFrom('placements')
      .select(['story', 'article'])
      .where('story', 'in', part)
      .orderBy('story')
      .orderBy('at')
      .orderBy('article')
      .execute(),
  )
  const byStory = Map.groupBy(members, ({ story }) => story)
  return rows.map((row) => ({
    id: idOf('story', row.number),
    headline: row.title,
    language: row.language,
    articleIds: (byStory.get(row.number) ?? []).map(({ article }) => idOf('article', article)),
    latestAt: row.latest_at,
  }))
}

async function placementsOf(
  queries: Queries,
  { since, until, placedSince }: Parameters<StoryStore['placements']>[0],
): Promise<readonly Placement[]> {
  // Whichever time is later leaves fewer rows; the plus keeps the database from walking the index of the other.
  const isRecent = placedSince > since
  const at = isRecent ? sql<number>`+at` : 'at'
  const rows = await queries
    .selectFrom('placements')
    .innerJoin('articles', 'articles.number', 'placements.article')
    .select(['number', 'duplicate_group', 'at', 'story', 'placed_at', 'features'])
    .where(at, '>=', since)
    .$if(until !== undefined, (some) => some.where(at, '<=', until ?? since))
    .where(isRecent ? 'placed_at' : sql<number>`+placed_at`, '>=', placedSince)
    .orderBy(sql`+placed_at`)
    .orderBy('article')
    .execute()
  return rows.flatMap((row) => {
    if (row.story === null || row.placed_at === null || row.features === null) return []
    return {
      articleId: idOf('article', row.number),
      storyId: idOf('story', row.story),
      duplicateGroup: idOf('article', groupOf(row)),
      features: row.features,
      at: row.at,
      placedAt: row.placed_at,
    }
  })
}
