// Articles as `ingest` would have stored them.

import { readFileSync } from 'node:fs'
import { articleLineSchema } from '../../src/articles/article-line.ts'
import { type ArticleSource, toArticle } from '../../src/articles/to-article.ts'
import type { Article } from '../../src/domain.ts'

export const NOW = Date.UTC(2026, 2, 3, 12)
export const HOUR_MS = 3_600_000

/** English, published now under its id, unless it says otherwise. */
export async function anArticle(
  id: string,
  text: string,
  { duplicateGroup = id, ...more }: Partial<ArticleSource> & { readonly duplicateGroup?: string } = {},
): Promise<Article> {
  const source = {
    externalId: id,
    publisher: `Publisher of ${id}`,
    publishedAt: NOW,
    language: 'en',
    ...more,
  }
  const { article } = await toArticle({ ...source, text })
  return { ...article, id, revision: 1, storedAt: NOW, updatedAt: NOW, duplicateGroup }
}

/** The articles of the sample desk, each its own duplicate group. */
export function sampleArticles(): Promise<readonly Article[]> {
  const lines = readFileSync(new URL('../../src/cli/sample-desk.jsonl', import.meta.url), 'utf8')
  return Promise.all(
    lines
      .trim()
      .split('\n')
      .map((line) => {
        const { id = '', text = '', ...known } = articleLineSchema.parse(JSON.parse(line))
        return anArticle(id, text, known)
      }),
  )
}
