// The other side of article-maker.ts: sources in, articles out.

import { reasonOf } from '../errors.ts'
import { type ArticleSource, type PreparedArticle, toArticle } from './to-article.ts'

/** A text that breaks us is an error in its place. */
export type Made = PreparedArticle | { readonly error: string }

export function answer(sources: readonly ArticleSource[]): Promise<readonly Made[]> {
  return Promise.all(sources.map(made))
}

async function made(source: ArticleSource): Promise<Made> {
  try {
    return await toArticle(source)
  } catch (error) {
    return { error: reasonOf(error) }
  }
}
