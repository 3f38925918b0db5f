import type { Article } from '../domain.ts'

/** When an article counts as told: its publication, else the moment it was stored. */
export function timeOf(article: Pick<Article, 'publishedAt' | 'storedAt'>): number {
  return article.publishedAt ?? article.storedAt
}
