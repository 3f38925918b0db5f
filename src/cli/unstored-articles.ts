import type { ArticleLine } from '../articles/article-line.ts'
import { articleOfLine } from '../articles/inputs.ts'
import type { Article } from '../domain.ts'

/** Articles as they come in, for a look that stores nothing: each is its own duplicate group, its id the line's. */
export function unstoredArticles(lines: readonly ArticleLine[], now: number): Promise<readonly Article[]> {
  return Promise.all(
    lines.map(async (line, at) => {
      const { article } = await articleOfLine(line, now)
      const id = line.id ?? String(at + 1)
      return { ...article, id, revision: 1, storedAt: now, updatedAt: now, duplicateGroup: id }
    }),
  )
}
