import type { Message } from '../domain.ts'
import { texts } from './texts.ts'

/** Articles that a search found, each with its best sentence. */
export function messageFromHits(
  hits: readonly { readonly articleId: string; readonly title: string; readonly quote: string }[],
  language: string,
): Message {
  if (hits.length === 0) return { language, blocks: [{ kind: 'text', text: texts(language).noMatch }] }
  const rows = hits.map((hit) => ({ term: hit.articleId, text: hit.title, note: hit.quote }))
  return { language, blocks: [{ kind: 'rows', rows }] }
}
