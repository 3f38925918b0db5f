import type { ArticleLine } from '../articles/article-line.ts'
import { articleOfLine } from '../articles/inputs.ts'
import type { Article } from '../domain.ts'

/**
 * Articles as they come in, for a look that stores nothing: each is its own duplicate group, its id the line's, else its
 * place in the list. Empty ones are left out where there are others. Throws UserError when there is nothing to read.
 */
export function unstoredArticles(lines: readonly ArticleLine[], now: number): Promise<readonly Article[]> {
  const numbered = lines.map((line, at) => ({ line, id: line.id ?? String(at + 1) }))
  const filled = numbered.filter(({ line }) => line.text?.trim() || line.html?.trim())
  return Promise.all(
    (filled.length > 0 ? filled : numbered).map(async ({ line, id }) => {
      const { article } = await articleOfLine(line, now)
      return { ...article, id, revision: 1, storedAt: now, updatedAt: now, duplicateGroup: id }
    }),
  )
}
