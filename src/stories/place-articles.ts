// The stories stage: articles that no story holds yet come in, oldest first; each joins a story or opens one, and a
// copy of another article joins its duplicate group. A crash leaves them unplaced, and the next call places them.

import type { Article } from '../domain.ts'
import type { Clock, Store } from '../ports.ts'
import { backgroundFrequencies } from '../text/frequencies.ts'
import { timeOf } from './article-time.ts'
import { type Features, featuresOf, packFeatures, unpackFeatures } from './features.ts'
import { areNearDuplicates, runsOf } from './near-duplicates.ts'
import { ACTIVE_MS, alikeMembers, type Member, type OpenStory, StoryIndex } from './story-index.ts'

const BATCH = 200
/** Copies use nearly the same words; below this cosine of the bodies no run is compared. */
const COPY_COSINE = 0.6
const MAX_COMPARED = 3

/** Places everything that is due; resolves to the story of each article placed. One per process: it remembers stories. */
export type PlaceArticles = () => Promise<ReadonlyMap<string, string>>

export function createPlaceArticles({
  store,
  clock,
}: {
  readonly store: Store
  readonly clock: Clock
}): PlaceArticles {
  const memory: Memory = {
    index: new StoryIndex(backgroundFrequencies),
    since: Number.POSITIVE_INFINITY,
    placedAt: 0,
  }
  return async () => {
    const placed = new Map<string, string>()
    for (;;) {
      const articles = await store.unplacedArticles(BATCH)
      if (articles.length === 0) return placed
      await remember(store, memory, Math.min(...articles.map(timeOf)) - ACTIVE_MS)
      for (const { articleId, storyId } of await placeBatch(store, memory.index, articles, clock.now())) {
        placed.set(articleId, storyId)
      }
    }
  }
}

interface Memory {
  index: StoryIndex
  /** The index holds every story that had an article since then. */
  since: number
  /** The newest placement that the index has seen; other processes may have placed more. */
  placedAt: number
}

/** Brings the index up to date with what is stored, and forgets what is too old to matter. */
async function remember(store: Store, memory: Memory, since: number): Promise<void> {
  if (since < memory.since) {
    memory.index = new StoryIndex(backgroundFrequencies)
    memory.placedAt = 0
  } else {
    memory.index.forgetBefore(since)
  }
  memory.since = since
  for (const placement of await store.placements({ since, placedSince: memory.placedAt })) {
    memory.placedAt = Math.max(memory.placedAt, placement.placedAt)
    if (memory.index.has(placement.articleId)) continue
    const member = { ...placement, features: unpackFeatures(placement.features) }
    const story = memory.index.add(member, memory.index.withId(placement.storyId))
    memory.index.setId(story, placement.storyId)
  }
}

async function placeBatch(store: Store, index: StoryIndex, articles: readonly Article[], now: number) {
  const placements: Parameters<Store['placeArticles']>[0][number][] = []
  const storyOf = new Map<string, OpenStory>()
  for (const article of articles) {
    const emptied = index.remove(article.id)
    const features = featuresOf(article, index.frequencies(article.language))
    const alone = {
      articleId: article.id,
      duplicateGroup: article.duplicateGroup,
      at: timeOf(article),
      features,
    }
    const found = index.find(alone)
    const original = found && (await originalOf(store, article, features, found))
    const story = index.add(
      { ...alone, duplicateGroup: original?.duplicateGroup ?? alone.duplicateGroup },
      found,
    )
    if (!found && emptied !== undefined) index.setId(story, emptied)
    storyOf.set(article.id, story)
    placements.push({
      articleId: article.id,
      revision: article.revision,
      story: story.id ?? { newStory: story.members[0]?.articleId ?? article.id },
      features: packFeatures(features),
      representative: story.representative.articleId === article.id,
      ...(original && { duplicateOf: original.articleId }),
    })
  }
  const placed = await store.placeArticles(placements, now)
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
): Promise<Member | undefined> {
  const members = alikeMembers(story, features, COPY_COSINE).slice(0, MAX_COMPARED)
  if (members.length === 0) return undefined
  const runs = runsOf(article.text)
  for (const candidate of await store.articles(members.map((member) => member.articleId))) {
    if (areNearDuplicates(runs, runsOf(candidate.text))) {
      return members.find((member) => member.articleId === candidate.id)
    }
  }
  return undefined
}
