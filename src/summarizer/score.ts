// How good a sentence is as a point of its article's brief.

import type { EvidenceSentence } from './evidence.ts'

/**
 * Weights of grounding 4.1, fitted again with the place among the sentences on the topic (bench `summaries`, sets frank
 * and realsumm): position counts most, and what it says about the topic decides among the first sentences. Likeness to the
 * whole article does as well anywhere between 0.5 and 0.8.
 */
const WEIGHTS = { lead: 1, centroid: 0.6, votes: 0.1, topic: 0.6, title: 0.25 }
const PENALTIES = { quoteFirst: 0.6, length: 0.3, anaphoric: 0.1 }
/** The place by which the pull of the lead has fallen to a third. */
const LEAD_SENTENCES = 4
/** Shorter and longer sentences lose by the square of the logarithm. */
const BEST_WORDS = 24

export function articleScore({ features, traits }: EvidenceSentence): number {
  const place = 1 / features.position ** 2 - 1
  return (
    features.position +
    WEIGHTS.lead * Math.exp(-place / LEAD_SENTENCES) +
    WEIGHTS.centroid * features.centroid +
    WEIGHTS.votes * features.votes +
    WEIGHTS.topic * features.topic +
    WEIGHTS.title * features.title -
    wordingPenalty(traits)
  )
}

export function wordingPenalty({ opensWithQuote, isAnaphoric, words }: EvidenceSentence['traits']): number {
  return (
    (opensWithQuote ? PENALTIES.quoteFirst : 0) +
    (isAnaphoric ? PENALTIES.anaphoric : 0) +
    PENALTIES.length * Math.log(Math.max(1, words) / BEST_WORDS) ** 2
  )
}
