// Stored articles that match a few words, best first, each with its best sentence.

import type { Store } from '../ports.ts'
import type { QueryTerm } from './query.ts'
import { readQuestion } from './question.ts'
import { type Candidate, retrieve } from './retrieve.ts'

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
  return retrieval.candidates
    .slice(0, limit)
    .map((candidate) => hitOf(candidate, retrieval.query.termsIn(candidate.article.language)))
}

function hitOf(candidate: Candidate, terms: ReadonlyMap<string, QueryTerm>): SearchHit {
  const { article, score } = candidate
  const sentence = article.sentences[bestSentence(candidate, terms)]
  return {
    articleId: article.id,
    ...(article.externalId !== undefined && { externalId: article.externalId }),
    title: article.title,
    score,
    sentence: sentence?.ordinal ?? 1,
    quote: sentence ? article.text.slice(sentence.start, sentence.end) : article.title,
  }
}

/** In the best window, the sentence that holds most of the query. */
function bestSentence({ analysed, bestWindow }: Candidate, terms: ReadonlyMap<string, QueryTerm>): number {
  let best = bestWindow.first
  let most = -1
  for (let place = bestWindow.first; place <= bestWindow.last; place++) {
    let weight = 0
    for (const stem of new Set(analysed.sentences[place])) weight += terms.get(stem)?.weight ?? 0
    if (weight > most) [best, most] = [place, weight]
  }
  return best
}
