// Which stories matter most just now (grounding 5.5, without trust in sources, which is not known here).

import { HOUR_MS } from '../clock.ts'
import type { Article, Story } from '../domain.ts'
import { timeOf } from './article-time.ts'

const RECENCY_HALF_LIFE_H = 18
const FULL_SIZE = 10
const FULL_SPEED = 6
const SPEED_WINDOW_MS = 3 * HOUR_MS

/** What is looked at of an article. */
export type RankedArticle = Pick<
  Article,
  'id' | 'publishedAt' | 'storedAt' | 'duplicateGroup' | 'publisher' | 'site'
>

/** How much a story matters to everybody: its size, how new it is and how fast it grows. 0 to 0.63. */
export function importanceOf(
  story: Pick<Story, 'latestAt'>,
  articles: readonly RankedArticle[],
  now: number,
): number {
  const size = Math.min(1, Math.log1p(independentSources(articles)) / Math.log1p(FULL_SIZE))
  const ageH = Math.max(0, now - story.latestAt) / HOUR_MS
  const recency = 0.5 ** (ageH / RECENCY_HALF_LIFE_H)
  const fresh = articles.filter((article) => now - timeOf(article) < SPEED_WINDOW_MS)
  return 0.28 * size + 0.25 * recency + 0.1 * Math.min(1, fresh.length / FULL_SPEED)
}

/** How much it matters to one reader. `interest` and `novelty` (unlikeness to what the chat was told) are 0 to 1. */
export function rankOf(
  importance: number,
  reader: { readonly interest: number; readonly novelty: number },
): number {
  return importance + 0.22 * reader.interest + 0.1 * reader.novelty
}

/** How many outlets wrote of it themselves: copies of one text count once, and so does one publisher. */
export function independentSources(articles: readonly RankedArticle[]): number {
  // A group goes by the outlet whose text was copied, where it is among them.
  const originalsLast = articles.toSorted((a, b) => Number(isOriginal(a)) - Number(isOriginal(b)))
  const groups = new Map(originalsLast.map((article) => [article.duplicateGroup, article]))
  return new Set([...groups.values()].map((article) => article.publisher ?? article.site ?? article.id)).size
}

function isOriginal({ id, duplicateGroup }: RankedArticle): boolean {
  return id === duplicateGroup
}
