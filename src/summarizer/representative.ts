// The article that stands for its story: its title heads the brief, its best sentence comes first (grounding 5.4).

import { countWords } from '../articles/block.ts'
import { DAY_MS } from '../clock.ts'
import type { Article } from '../domain.ts'
import { timeOf } from '../stories/article-time.ts'
import { cosine, sumOf } from '../text/vector.ts'
import type { ArticleEvidence } from './evidence.ts'

const FULL_LENGTH_WORDS = 500

/** Trust in sources is not known here, and its weight of 0.2 is left out. */
export function representativeOf(articles: readonly ArticleEvidence[]): Article | undefined {
  const centroid = sumOf(articles.map((one) => one.centroid))
  const latest = Math.max(...articles.map(({ article }) => timeOf(article)))
  let best: { readonly article: Article; readonly score: number } | undefined
  for (const evidence of articles) {
    const { article } = evidence
    const length = article.kind === 'snippet' ? 0 : Math.min(1, countWords(article.text) / FULL_LENGTH_WORDS)
    const recency = Math.exp((timeOf(article) - latest) / DAY_MS)
    const isOriginal = article.duplicateGroup === article.id
    const score =
      0.35 * cosine(evidence.centroid, centroid) + 0.2 * length + 0.15 * recency + (isOriginal ? 0.1 : 0)
    if (!best || score > best.score) best = { article, score }
  }
  return best?.article
}
