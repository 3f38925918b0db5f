// An article as retrieval sees it: the content stems of each sentence, in order. Made once per revision and kept for
// the next question, because the same recent articles are asked about again and again.

import type { Article } from '../domain.ts'
import type { Store } from '../ports.ts'
import { contentStems } from '../text/tokens.ts'

export interface AnalysedArticle {
  readonly titleStems: readonly string[]
  /** One entry per sentence of the article, in its order. */
  readonly sentences: readonly (readonly string[])[]
}

/** About 10 kB each for an article of 600 words. */
const KEPT_ARTICLES = 1_500

/** Ids are unique within a store only. */
const analysed = new WeakMap<Store, Map<string, AnalysedArticle>>()

export function analyse(store: Store, article: Article): AnalysedArticle {
  const kept = analysed.get(store) ?? new Map<string, AnalysedArticle>()
  analysed.set(store, kept)
  const key = `${article.id}@${article.revision}`
  const known = kept.get(key)
  if (known) {
    kept.delete(key)
    kept.set(key, known)
    return known
  }
  const fresh = analyseText(article)
  kept.set(key, fresh)
  if (kept.size > KEPT_ARTICLES) for (const oldest of kept.keys()) return forget(kept, oldest, fresh)
  return fresh
}

function forget(kept: Map<string, AnalysedArticle>, key: string, fresh: AnalysedArticle): AnalysedArticle {
  kept.delete(key)
  return fresh
}

export function analyseText({
  title,
  text,
  language,
  sentences,
}: Pick<Article, 'title' | 'text' | 'language' | 'sentences'>): AnalysedArticle {
  return {
    titleStems: contentStems(title, language),
    sentences: sentences.map(({ start, end }) => contentStems(text.slice(start, end), language)),
  }
}
