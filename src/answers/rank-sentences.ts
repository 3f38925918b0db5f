// Sentences as answers, best first: a weighted sum of what speaks for them (grounding 6.4). The weights are those of a
// softmax over the sentences of one text, fitted by test/bench/fit-sentences.ts.

import { readFileSync } from 'node:fs'
import { FEATURES } from './sentence-features.ts'

type Weights = Readonly<Record<(typeof FEATURES)[number], number>>

let weights: readonly number[] | undefined

/** How well a sentence with these features answers, comparable between sentences of one question; about 0 to 10. */
export function sentenceScore(features: readonly number[]): number {
  weights ??= loadWeights()
  let score = 0
  for (const [place, weight] of weights.entries()) score += weight * (features[place] ?? 0)
  return score
}

function loadWeights(): readonly number[] {
  const stored = JSON.parse(
    readFileSync(new URL('./sentence-weights.json', import.meta.url), 'utf8'),
  ) as Weights
  return FEATURES.map((feature) => stored[feature])
}
