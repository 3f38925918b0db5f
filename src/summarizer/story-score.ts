// How good a sentence is as a point of a story that several articles tell (grounding 4.3).

import { HOUR_MS } from '../clock.ts'
import { timeOf } from '../stories/article-time.ts'
import { cosine, shareIn, sumOf, type Vector } from '../text/vector.ts'
import type { ArticleEvidence, EvidenceSentence } from './evidence.ts'
import { outdatedAmong } from './outdated.ts'
import { articleScore, wordingPenalty } from './score.ts'
import type { Candidate } from './select.ts'

/** Of each article so many of its best sentences take part. */
const PER_ARTICLE = 12
/** A sentence of another source that is at least so alike tells the same. */
export const TELLS_THE_SAME = 0.45

/** Fitted with density of words that editors chose as the aim (bench `summaries`, sets allsides-stream and neus-stories). */
const WEIGHTS = { position: 0.6, centroid: 1.2, likest: 0.6, corroboration: 0.25, titles: 1.5, recency: 0.2 }
const RECENCY_HOURS = 24
/** Beside other articles' sentences one of few content words says too little: each that is missing counts against it. */
const TELLING_WORDS = 8
const MISSING_WORD = 0.2

/** The best sentences of each article, scored by what the story is about. None tells a figure that is the news no more. */
export function storyCandidates(articles: readonly ArticleEvidence[]): readonly Candidate[] {
  const pool = articles.map(({ sentences }) => bestOf(sentences))
  const titles = sumOf(articles.map(({ title }) => title))
  const centroid = sumOf([...articles.map((one) => one.centroid), titles, titles])
  const outdated = outdatedAmong(pool.flat())
  const latest = Math.max(...articles.map(({ article }) => timeOf(article)))
  return pool.flatMap((sentences, own) => {
    const others = pool.filter((_, index) => index !== own)
    return sentences
      .filter((evidence) => !outdated.has(evidence))
      .map((evidence) => ({
        evidence,
        score:
          storyScore(evidence, others, centroid, titles) +
          WEIGHTS.recency * Math.exp((timeOf(evidence.article) - latest) / (RECENCY_HOURS * HOUR_MS)),
      }))
  })
}

function bestOf(sentences: readonly EvidenceSentence[]): readonly EvidenceSentence[] {
  if (sentences.length <= PER_ARTICLE) return sentences
  return [...sentences].sort((a, b) => articleScore(b) - articleScore(a)).slice(0, PER_ARTICLE)
}

function storyScore(
  { vector, features, traits }: EvidenceSentence,
  others: readonly (readonly EvidenceSentence[])[],
  centroid: Vector,
  titles: Vector,
): number {
  const likest = others.map((sentences) =>
    Math.max(0, ...sentences.map((other) => cosine(vector, other.vector))),
  )
  const corroborating = likest.filter((likeness) => likeness >= TELLS_THE_SAME).length
  return (
    WEIGHTS.position * features.position +
    WEIGHTS.centroid * cosine(vector, centroid) +
    WEIGHTS.likest * Math.max(0, ...likest) +
    WEIGHTS.corroboration * Math.log1p(corroborating) +
    WEIGHTS.titles * shareIn(vector, titles.weights) -
    MISSING_WORD * Math.max(0, TELLING_WORDS - vector.weights.size) -
    wordingPenalty(traits)
  )
}
