// Stored articles that match a few words, best first, each with its best sentence.

import type { Store } from '../ports.ts'
import { readQuestion } from './question.ts'
import { type Candidate, retrieve } from './retrieve.ts'
import { fullestSentence } from './term-counts.ts'

export interface SearchHit {
  readonly articleId: string
  readonly externalId?: string
  readonly title: string
  readonly score: number
  /** Ordinal in the article, and its wording. */
  readonly sentence: number
  readonly quote: string
}

interface SearchOptions {
  readonly query: string
  readonly limit: number
  /** Epoch milliseconds: what "this week" and the age of an article are counted from. */
  readonly now: number
}

const LOOKED_INTO = 50

/** Every member of a duplicate group is listed. */
export async function search(
  { store }: { readonly store: Store },
  { query, limit, now }: SearchOptions,
): Promise<readonly SearchHit[]> {
  const question = readQuestion(query, { now, sourceNames: await store.sourceNames() })
  const retrieval = await retrieve(store, question, { now, limit: Math.max(LOOKED_INTO, limit) })
  return retrieval.candidates.slice(0, limit).map(hitOf)
}

function hitOf({ article, score, counts, bestWindow }: Candidate): SearchHit {
  const sentence = article.sentences[fullestSentence(counts, bestWindow)]
  return {
    articleId: article.id,
    ...(article.externalId !== undefined && { externalId: article.externalId }),
    title: article.title,
    score,
    sentence: sentence?.ordinal ?? 1,
    quote: sentence ? article.text.slice(sentence.start, sentence.end) : article.title,
  }
}
