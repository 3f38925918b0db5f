// Puts articles into stories. A story is what its articles make it: its time is that of its latest article, and one
// that has lost its last article disappears.

import { sql } from 'kysely'
import type { StoryStore } from '../src/ports.ts'
import { groupOf } from './article-row.ts'
import { type Database, inParts, type Queries } from './database.ts'
import { idOf, numberOf, numbersOf } from './ids.ts'

type Placements = Parameters<StoryStore['placeArticles']>[0]

export function createPlaceArticles(database: Database): StoryStore['placeArticles'] {
  return (placements, now) =>
    database.write(async (queries) => {
      const before = await storiesBefore(queries, placements)
      const stories = await targetStories(queries, placements)
      const touched = new Set<number>()
      const placed: { articleId: string; storyId: string }[] = []
      for (const { articleId, revision, story, features, duplicateOf, representative } of placements) {
        const article = numberOf('article', articleId)
        const from = article === undefined ? undefined : before.get(article)
        if (article === undefined || from === undefined) continue
        const into = await stories.numberFor(story, article)
        await queries
          .updateTable('placements')
          .set({ story: into, features, placed_at: now, is_due: isChanged(article, revision) })
          .where('article', '=', article)
          .execute()
        if (representative) await represent(queries, into, article)
        if (duplicateOf !== undefined) await joinGroup(queries, article, duplicateOf)
        touched.add(into)
        if (from !== null) touched.add(from)
        placed.push({ articleId, storyId: idOf('story', into) })
      }
      await settle(queries, [...touched])
      return placed
    })
}

/** The story of each article that exists, null when it has none yet. */
async function storiesBefore(queries: Queries, placements: Placements) {
  const ids = placements.map(({ articleId }) => articleId)
  const rows = await inParts(numbersOf('article', ids), (part) =>
    queries.selectFrom('placements').select(['article', 'story']).where('article', 'in', part).execute(),
  )
  return new Map(rows.map(({ article, story }) => [article, story]))
}

/** Knows where each placement leads. A story that has disappeared meanwhile is opened anew, once. */
async function targetStories(queries: Queries, placements: Placements) {
  const ids = placements.flatMap(({ story }) => (typeof story === 'string' ? story : []))
  const rows = await inParts(numbersOf('story', [...new Set(ids)]), (part) =>
    queries.selectFrom('stories').select('number').where('number', 'in', part).execute(),
  )
  const existing = new Map(rows.map(({ number }) => [idOf('story', number), number]))
  const opened = new Map<string, number>()
  return {
    async numberFor(story: Placements[number]['story'], representative: number): Promise<number> {
      const key = typeof story === 'string' ? `story ${story}` : `new ${story.newStory}`
      const known = (typeof story === 'string' ? existing.get(story) : undefined) ?? opened.get(key)
      if (known !== undefined) return known
      const { number } = await queries
        .insertInto('stories')
        .values({ representative, latest_at: 0 })
        .returning('number')
        .executeTakeFirstOrThrow()
      opened.set(key, number)
      return number
    },
  }
}

/** 1 when the article has another revision by now, and must be placed once more. */
function isChanged(article: number, revision: number) {
  return sql<number>`(select revision <> ${revision} from articles where number = ${article})`
}

async function represent(queries: Queries, story: number, representative: number): Promise<void> {
  await queries.updateTable('stories').set({ representative }).where('number', '=', story).execute()
}

/** All who say what the article says join with it, or the group would be torn. */
async function joinGroup(queries: Queries, article: number, duplicateOf: string): Promise<void> {
  const rows = await queries
    .selectFrom('articles')
    .select(['number', 'duplicate_group'])
    .where('number', 'in', [article, ...numbersOf('article', [duplicateOf])])
    .execute()
  const own = rows.find(({ number }) => number === article)
  const other = rows.find(({ number }) => number !== article)
  if (!own || !other || groupOf(own) === groupOf(other)) return
  await queries
    .updateTable('articles')
    .set({ duplicate_group: groupOf(other) })
    .where((e) => e.or([e('number', '=', groupOf(own)), e('duplicate_group', '=', groupOf(own))]))
    .execute()
}

/** Brings the stories in line with the articles they hold now. */
async function settle(queries: Queries, stories: readonly number[]): Promise<void> {
  await inParts(stories, async (part) => {
    await queries
      .deleteFrom('stories')
      .where('number', 'in', part)
      .where('number', 'not in', (e) =>
        e.selectFrom('placements').select(sql<number>`story`.as('story')).where('story', 'in', part),
      )
      .execute()
    await queries
      .updateTable('stories')
      .set({
        latest_at: sql<number>`(select max(at) from placements where story = stories.number)`,
        // The representative itself while it is a member, else the oldest member.
        representative: sql<number>`(
          select article from placements where story = stories.number
          order by case when article = stories.representative then 0 else 1 end, at, article limit 1
        )`,
      })
      .where('number', 'in', part)
      .execute()
    return []
  })
}
