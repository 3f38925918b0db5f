// Stories → edition: the stories that matter most in a period, each as a brief.

import type { Article, Brief, Edition, Story } from '../domain.ts'
import type { Clock, Store } from '../ports.ts'
import { timeOf } from '../stories/article-time.ts'
import { rankStories } from '../stories/rank-stories.ts'
import type { BriefLength, Engine } from '../summarizer/engine.ts'
import { writeStoryBrief } from '../summarizer/write-brief.ts'
import { contentStems } from '../text/tokens.ts'

/** Beyond so many stories of a period, the latest are ranked and the rest are left alone. */
const MAX_RANKED = 500

export interface EditionQuery {
  /** Stories with an article since then, in epoch milliseconds. */
  readonly since: number
  readonly limit: number
  /** Words of which at least one article of the story must hold one. */
  readonly topic?: string
  readonly length: BriefLength
  readonly signal?: AbortSignal
}

/** Writes and stores the briefs of the highest-ranked stories. An edition may be empty. */
export async function composeEdition(
  parts: { readonly store: Store; readonly engine: Engine; readonly clock: Clock },
  query: EditionQuery,
): Promise<Edition> {
  const now = parts.clock.now()
  const stories = await parts.store.stories(query.since, MAX_RANKED)
  const told = await withArticles(parts.store, stories)
  const wanted = query.topic === undefined ? told : await storiesAbout(parts.store, told, query.topic)
  const ranked = rankStories(wanted, now)
  const briefs: Brief[] = []
  for (const { story } of ranked) {
    if (briefs.length === query.limit || query.signal?.aborted) break
    const brief = await writeStoryBrief(parts, story.id, query)
    if (brief && brief.points.length > 0) briefs.push(brief)
  }
  return { briefs, composedAt: now }
}

interface ToldStory {
  readonly story: Story
  readonly articles: readonly Article[]
}

async function storiesAbout(
  store: Store,
  stories: readonly ToldStory[],
  topic: string,
): Promise<readonly ToldStory[]> {
  const languages = new Set(stories.map(({ story }) => story.language))
  const stems = new Set([...languages].flatMap((language) => contentStems(topic, language)))
  // A story of the period may have begun before it.
  const since = Math.min(...stories.flatMap(({ articles }) => articles.map(timeOf)))
  const matches = await store.matchArticles({ anyOf: [...stems], limit: MAX_RANKED, since })
  const ids = new Set(matches.map(({ article }) => article.storyId))
  return stories.filter(({ story }) => ids.has(story.id))
}

async function withArticles(store: Store, stories: readonly Story[]): Promise<readonly ToldStory[]> {
  const articles = await store.articles(stories.flatMap((story) => story.articleIds))
  const byId = new Map(articles.map((article) => [article.id, article]))
  return stories.map((story) => ({ story, articles: story.articleIds.flatMap((id) => byId.get(id) ?? []) }))
}
