// Puts articles into stories, with statements of the driver: it runs on every article. A story is what its articles make
// it: its time is that of its latest article, and one that has lost its last article disappears.

import type { StoryStore } from '../src/ports.ts'
import { type ArticleRow, groupOf } from './article-row.ts'
import type { Connection } from './connection.ts'
import { idOf, numberOf } from './ids.ts'

type Placement = Parameters<StoryStore['placeArticles']>[0][number]
type Statements = ReturnType<typeof prepare>

export function createPlaceArticles(connection: Connection): StoryStore['placeArticles'] {
  const statements = prepare(connection.driver)
  return (placements, now) =>
    connection.writeNow(() => {
      const stories = targetStories(statements)
      const joined = new Set<number>()
      const left = new Set<number>()
      const placed: { articleId: string; storyId: string }[] = []
      for (const { articleId, revision, story, features, duplicateOf, representative } of placements) {
        const article = numberOf('article', articleId)
        const before = article === undefined ? undefined : statements.storyOf.get(article)
        if (article === undefined || before === undefined) continue
        const { number: into, isNew } = stories.target(story, article)
        statements.place.run({ article, story: into, features, now, revision })
        if (duplicateOf !== undefined) joinGroup(statements, article, duplicateOf)
        if (!isNew) {
          if (representative) statements.represent.run(article, into)
          joined.add(into)
        }
        if (before.story !== null) left.add(before.story)
        placed.push({ articleId, storyId: idOf('story', into) })
      }
      for (const story of left) if (statements.removeEmpty.run({ story }).changes === 0) joined.add(story)
      for (const story of joined) statements.update.run({ story })
      return placed
    })
}

/** Knows where each placement leads. A story that has disappeared meanwhile is opened anew, once. */
function targetStories({ exists, open }: Statements) {
  const opened = new Map<string, number>()
  return {
    /** A new story is that of its first article. */
    target(story: Placement['story'], article: number): { readonly number: number; readonly isNew: boolean } {
      const number = typeof story === 'string' ? numberOf('story', story) : undefined
      if (number !== undefined && exists.get(number) !== undefined) return { number, isNew: false }
      const key = typeof story === 'string' ? `story ${story}` : `new ${story.newStory}`
      const known = opened.get(key)
      if (known !== undefined) return { number: known, isNew: false }
      const made = Number(open.run({ article }).lastInsertRowid)
      opened.set(key, made)
      return { number: made, isNew: true }
    },
  }
}

/** All who say what the article says join with it, or the group would be torn. */
function joinGroup({ group, joinGroup }: Statements, article: number, duplicateOf: string): void {
  const original = numberOf('article', duplicateOf)
  const [own, other] = [group.get(article), original === undefined ? undefined : group.get(original)]
  if (!own || !other || groupOf(own) === groupOf(other)) return
  joinGroup.run({ from: groupOf(own), into: groupOf(other) })
}

function prepare(driver: Connection['driver']) {
  return {
    storyOf: driver.prepare<[number], { story: number | null }>(
      'select story from placements where article = ?',
    ),
    exists: driver.prepare<[number]>('select number from stories where number = ?'),
    open: driver.prepare<[object]>(
      'insert into stories (representative, latest_at) select article, at from placements where article = @article',
    ),
    // An article that has another revision by now must be placed once more.
    place: driver.prepare<[object]>(
      `update placements set story = @story, features = @features, placed_at = @now,
         is_due = (select revision <> @revision from articles where number = @article)
       where article = @article`,
    ),
    represent: driver.prepare<[number, number]>('update stories set representative = ? where number = ?'),
    group: driver.prepare<[number], Pick<ArticleRow, 'number' | 'duplicate_group'>>(
      'select number, duplicate_group from articles where number = ?',
    ),
    joinGroup: driver.prepare<[object]>(
      'update articles set duplicate_group = @into where number = @from or duplicate_group = @from',
    ),
    removeEmpty: driver.prepare<[object]>(
      `delete from stories
       where number = @story and not exists (select 1 from placements where story = @story)`,
    ),
    // Brings a story in line with its articles: the representative itself while it is a member, else the oldest member.
    update: driver.prepare<[object]>(
      `update stories set
         latest_at = (select max(at) from placements where story = @story),
         representative = (
           select article from placements where story = @story
           order by case when article = stories.representative then 0 else 1 end, at, article limit 1
         )
       where number = @story`,
    ),
  }
}
