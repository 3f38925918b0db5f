// The sentences that a model may answer from: those of the windows that were found, none that speaks to a program
// (grounding 6.2 step 5).

import { isBesideAiWords } from '../summarizer/ai-words.ts'
import type { QuotedSentence } from '../summarizer/numbered-evidence.ts'
import { isAiDirected } from '../summarizer/sentence-traits.ts'
import type { Found } from './look.ts'
import { distinct } from './passages.ts'
import type { Candidate } from './retrieve.ts'

const MAX_ARTICLES = 8
const MAX_SENTENCES = 40
const MAX_WINDOWS = 10
/** A window that scores less than this part of the best one speaks of something else. */
const NEAR_THE_BEST = 0.35

/** Article after article, the best first, each in its own order. */
export function answerEvidence({ candidates, used }: Found): readonly QuotedSentence[] {
  const articles = distinct(candidates).slice(0, MAX_ARTICLES)
  const places = placesIn(articles)
  for (const { candidate, sentences } of used)
    for (const { ordinal } of sentences) places.get(candidate.article.id)?.add(ordinal - 1)
  return articles
    .filter(({ article }) => !isAiDirected(article.title))
    .flatMap((candidate) => sentencesAt(candidate, places.get(candidate.article.id) ?? new Set()))
    .slice(0, MAX_SENTENCES)
}

/** Of each article the places of its sentences that stand in one of the best windows of all. */
function placesIn(articles: readonly Candidate[]): ReadonlyMap<string, Set<number>> {
  const windows = articles
    .flatMap(({ article, windows }) => windows.map((window) => ({ id: article.id, ...window })))
    .toSorted((a, b) => b.score - a.score)
  const least = NEAR_THE_BEST * (windows[0]?.score ?? 0)
  const places = new Map(articles.map(({ article }) => [article.id, new Set<number>()]))
  for (const { id, first, last, score } of windows.slice(0, MAX_WINDOWS)) {
    if (score < least) continue
    for (let place = first; place <= last; place++) places.get(id)?.add(place)
  }
  return places
}

function sentencesAt({ article }: Candidate, places: ReadonlySet<number>): readonly QuotedSentence[] {
  return article.sentences
    .filter((_, place) => places.has(place) && !isBesideAiWords(article, place))
    .map((sentence) => ({ article, sentence, text: article.text.slice(sentence.start, sentence.end) }))
}
