import type { Draft } from './draft.ts'
import { extract } from './extract.ts'
import { present } from './present.ts'
import { type PreparedArticle, sourceFromExtraction, toArticle } from './to-article.ts'

export interface Prepared {
  readonly prepared: PreparedArticle
  /** Why it is only a snippet. */
  readonly reason?: string
}

/** Why there is no article, and what it would have been called. */
export interface Rejection {
  readonly reason: string
  readonly title?: string
}

/** A draft → an article that can be stored: a page is cleaned and judged, a text is taken as it is. */
export async function prepare({ content, known }: Draft, now: number): Promise<Prepared | Rejection> {
  if ('text' in content) {
    if (content.text.trim() === '')
      return { reason: 'The text is empty.', ...present({ title: known.title }) }
    return { prepared: await toArticle({ ...known, text: content.text }) }
  }
  const extraction = await extract(content.page, { now })
  const { status, reason = 'The page holds no article.', title } = extraction
  if (status === 'rejected') return { reason, ...present({ title: known.title ?? title }) }
  const prepared = await toArticle(sourceFromExtraction(extraction, known))
  return { prepared, ...present({ reason: extraction.reason }) }
}
