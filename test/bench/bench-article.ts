import type { Article } from '../../src/domain.ts'
import { splitSentences } from '../../src/text/sentences.ts'

/** A text of a data set as a stored article. A text without a title is headed by its beginning, as `ingest` does it. */
export function benchArticle(
  id: string,
  text: string,
  known: Partial<Pick<Article, 'title' | 'publisher' | 'publishedAt'>> = {},
): Article {
  return {
    id,
    identity: `id:${id}`,
    revision: 1,
    storedAt: 0,
    updatedAt: 0,
    duplicateGroup: id,
    title: text.slice(0, 80),
    language: 'en',
    kind: 'full',
    text,
    sentences: splitSentences(text, 'en'),
    bodyHash: id,
    ...known,
  }
}

/** The data sets print one sentence or paragraph per line; articles separate paragraphs by a blank line. */
export function paragraphs(lines: string): string {
  return lines
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .join('\n\n')
}
