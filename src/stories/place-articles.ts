// The stories stage: articles that no story holds yet come in, oldest first; each joins a story or opens one, and a
// copy of another article joins its duplicate group. A crash leaves them unplaced, and the next call places them.

import { DAY_MS } from '../clock.ts'
import type { Article } from '../domain.ts'
import type { Clock, DueArticle, Store } from '../ports.ts'
import { timeOf } from './article-time.ts'
import { type Features, featuresOf, type Reading, readArticle, termFrequencies } from './features.ts'
import { areNearDuplicates, runsOf } from './near-duplicates.ts'
import { packFeatures } from './packed-features.ts'
import {
  ACTIVE_MS,
  alikeMembers,
  groupOf,
  LIKELY_SCORE,
  type Member,
  type OpenStory,
  type StoryIndex,
  SURE_SCORE,
} from './story-index.ts'
import { StoryWindow } from './story-window.ts'

const BATCH = 1000
/** Copies use nearly the same words; below this cosine of the bodies no run is compared. */
const COPY_COSINE = 0.6
const MAX_COMPARED = 3
/** Most articles are told within a day, nearly all within three; earlier ones are stragglers. */
const FRESH_MS = DAY_MS
const RECENT_MS = 3 * DAY_MS

/** Places everything that is due; resolves to the story of each article placed. One per process: it remembers stories. */
export type PlaceArticles = () => Promise<ReadonlyMap<string, string>>

export function createPlaceArticles({
  store,
  clock,
}: {
  readonly store: Store
  readonly clock: Clock
}): PlaceArticles {
  const windows: Windows = { recent: new StoryWindow(store), earlier: new StoryWindow(store) }
  const place = async () => {
    const placed = new Map<string, string>()
    for (;;) {
      const due = await store.unplacedArticles(BATCH)
      if (due.length === 0) return placed
      const now = clock.now()
      for (const articles of inStretches(due, now - RECENT_MS)) {
        for (const { articleId, storyId } of await placeBatch(store, windows, articles, now)) {
          placed.set(articleId, storyId)
        }
      }
    }
  }
  // Callers take turns: two would place the same articles.
  let turn: Promise<unknown> = Promise.resolve()
  return () => {
    const result = turn.then(place)
    turn = result.catch(() => undefined)
    return result
  }
}

/** A straggler is compared with what was told around its own time, and leaves the stories of these days in memory. */
interface Windows {
  readonly recent: StoryWindow
  readonly earlier: StoryWindow
}

/** Articles in the order of their time: earlier ones in stretches as long as a story stays open, recent ones together. */
function inStretches(
  articles: readonly DueArticle[],
  recentSince: number,
): readonly (readonly DueArticle[])[] {
  const stretches: DueArticle[][] = []
  let end = Number.NEGATIVE_INFINITY
  for (const article of articles) {
    const at = timeOf(article)
    if (at > end) {
      stretches.push([])
      end = at >= recentSince ? Number.POSITIVE_INFINITY : Math.min(at + ACTIVE_MS, recentSince - 1)
    }
    stretches.at(-1)?.push(article)
  }
  return stretches
}

/** The index of the stories that the articles may belong to. */
async function indexFor({ recent, earlier }: Windows, articles: readonly Article[], now: number) {
  const times = articles.map(timeOf)
  const oldest = Math.min(...times)
  const isRecent = oldest >= now - RECENT_MS
  if (isRecent) await recent.cover(Math.min(oldest, now - FRESH_MS) - ACTIVE_MS, Number.MAX_SAFE_INTEGER)
  else await earlier.cover(oldest - ACTIVE_MS, Math.max(...times) + ACTIVE_MS)
  return (isRecent ? recent : earlier).index
}

/** One article of a batch, and where it is to stand. */
interface Placing {
  readonly article: Article
  readonly member: Member
  readonly story: OpenStory
  readonly original?: Member
}

async function placeBatch(store: Store, windows: Windows, articles: readonly DueArticle[], now: number) {
  const index = await indexFor(windows, articles, now)
  const members = membersOf(articles, index)
  for (const member of members) {
    // A text that has changed may have stood at another time.
    const emptied = [windows.recent, windows.earlier]
      .map((window) => window.index.remove(member.articleId))
      .find(Boolean)
    stand(index, member, index.find(member, SURE_SCORE), emptied)
  }
  const placed: Placing[] = []
  const toCome = new Set(articles.map(({ id }) => id))
  for (const [at, article] of articles.entries()) {
    placed.push(await lookAgain(store, index, article, members[at] as Member, toCome))
    toCome.delete(article.id)
  }
  return storePlacings(store, index, placed, now)
}

/** The articles, weighed among those that came with them and those that are there. */
function membersOf(articles: readonly DueArticle[], index: StoryIndex): readonly Member[] {
  const readings = articles.map(readArticle)
  const frequencies = termFrequencies(readings, index.frequencies)
  return articles.map((article, at) => ({
    articleId: article.id,
    duplicateGroup: groupOf(article.id, article.duplicateGroup),
    at: timeOf(article),
    features: featuresOf(readings[at] as Reading, frequencies),
  }))
}

/** Puts it into the story that was found, else into the one that it left empty, else into a new one. */
function stand(index: StoryIndex, member: Member, found: OpenStory | undefined, emptied: string | undefined) {
  const story = index.add(member, found)
  if (!found && emptied !== undefined) index.setId(story, emptied)
  return story
}

/**
 * When an article came, the likest of those that came with it may not have been there yet: once all are, it is placed anew, and
 * compared with those that came before it.
 */
async function lookAgain(
  store: Store,
  index: StoryIndex,
  article: Article,
  member: Member,
  toCome: ReadonlySet<string>,
): Promise<Placing> {
  const alone = index.aloneIn(article.id)
  const emptied = alone ? alone.id : index.remove(article.id)
  const found = index.find(member, LIKELY_SCORE, alone)
  if (alone && !found) return { article, member, story: alone }
  if (alone) index.remove(article.id)
  const original = found && (await originalOf(store, article, member.features, found, toCome))
  const joining = original ? { ...member, duplicateGroup: original.duplicateGroup } : member
  return {
    article,
    member: joining,
    story: stand(index, joining, found, emptied),
    ...(original && { original }),
  }
}

async function storePlacings(store: Store, index: StoryIndex, placings: readonly Placing[], now: number) {
  const placed = await store.placeArticles(
    placings.map(({ article, member, story, original }) => ({
      articleId: article.id,
      revision: article.revision,
      story: story.id ?? { newStory: story.members[0]?.articleId ?? article.id },
      features: packFeatures(member.features),
      representative: story.representative.articleId === article.id,
      ...(original && { duplicateOf: original.articleId }),
    })),
    now,
  )
  const storyOf = new Map(placings.map(({ article, story }) => [article.id, story]))
  for (const { articleId, storyId } of placed) {
    const story = storyOf.get(articleId)
    if (story && story.id !== storyId) index.setId(story, storyId)
  }
  return placed
}

/** The member of the story that the article is a copy of, if it is one. */
async function originalOf(
  store: Store,
  article: Article,
  features: Features,
  story: OpenStory,
  toCome: ReadonlySet<string>,
): Promise<Member | undefined> {
  const members = alikeMembers(story, features, COPY_COSINE)
    .filter(({ articleId }) => !toCome.has(articleId))
    .slice(0, MAX_COMPARED)
  if (members.length === 0) return undefined
  const runs = runsOf(article.text)
  for (const candidate of await store.articles(members.map((member) => member.articleId))) {
    if (areNearDuplicates(runs, runsOf(candidate.text))) {
      return members.find((member) => member.articleId === candidate.id)
    }
  }
  return undefined
}
