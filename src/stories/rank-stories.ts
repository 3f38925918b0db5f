// Which stories matter most just now, for a reader of whom nothing is known (grounding 5.5 without a profile).

import { HOUR_MS } from '../clock.ts'
import type { Article, Story } from '../domain.ts'
import { timeOf } from './article-time.ts'

const RECENCY_HALF_LIFE_H = 18
const FULL_SIZE = 10
const FULL_SPEED = 6
const SPEED_WINDOW_MS = 3 * HOUR_MS

export interface RankedStory {
  readonly story: Story
  readonly articles: readonly Article[]
  readonly rank: number
}

/** Stories with their articles, most important first. `now` in epoch milliseconds. */
export function rankStories(
  stories: readonly { readonly story: Story; readonly articles: readonly Article[] }[],
  now: number,
): readonly RankedStory[] {
  return stories
    .map(({ story, articles }) => ({ story, articles, rank: rankOf(story, articles, now) }))
    .sort((a, b) => b.rank - a.rank || b.story.latestAt - a.story.latestAt)
}

function rankOf(story: Story, articles: readonly Article[], now: number): number {
  const size = Math.min(1, Math.log1p(independentSources(articles)) / Math.log1p(FULL_SIZE))
  const ageH = Math.max(0, now - story.latestAt) / HOUR_MS
  const recency = 0.5 ** (ageH / RECENCY_HALF_LIFE_H)
  const fresh = articles.filter((article) => now - timeOf(article) < SPEED_WINDOW_MS)
  return 0.28 * size + 0.25 * recency + 0.1 * Math.min(1, fresh.length / FULL_SPEED)
}

/** How many outlets wrote of it themselves: copies of one text count once, and so does one publisher. */
export function independentSources(articles: readonly Article[]): number {
  const groups = new Map(articles.map((article) => [article.duplicateGroup, article]))
  return new Set([...groups.values()].map((article) => article.publisher ?? article.site ?? article.id)).size
}
