// LexRank (Erkan and Radev 2004) with a threshold, as a reference to measure against; no part of the product.

import type { Frequencies } from '../../src/text/frequencies.ts'
import { contentStems } from '../../src/text/tokens.ts'
import { cosine, vectorOf } from '../../src/text/vector.ts'

const LIKE = 0.1
const DAMPING = 0.85
const ROUNDS = 30
const MAX_LIKENESS = 0.5

/** The highest ranked sentences that are unlike each other and together have at most so many words. */
export function lexRank(
  sentences: readonly string[],
  maxWords: number,
  frequencies: Frequencies,
): readonly string[] {
  const vectors = sentences.map((sentence) => vectorOf(contentStems(sentence, 'en'), frequencies))
  const ranks = ranksOf(vectors.map((a) => vectors.map((b) => cosine(a, b))))
  const order = sentences.map((_, index) => index).sort((a, b) => (ranks[b] ?? 0) - (ranks[a] ?? 0))
  const chosen: number[] = []
  let words = 0
  for (const index of order) {
    const own = wordsOf(sentences[index])
    const vector = vectors[index]
    const isNew = vector && chosen.every((other) => cosine(vector, vectors[other] ?? vector) <= MAX_LIKENESS)
    if (!isNew || words + own > maxWords) continue
    chosen.push(index)
    words += own
  }
  return chosen.flatMap((index) => sentences[index] ?? [])
}

function wordsOf(sentence: string | undefined): number {
  return sentence?.split(/\s+/).length ?? 0
}

function ranksOf(likeness: readonly (readonly number[])[]): readonly number[] {
  const size = likeness.length
  const links = likeness.map((row, i) => row.map((value, j) => (i !== j && value > LIKE ? value : 0)))
  const sums = links.map((row) => row.reduce((a, b) => a + b, 0) || 1)
  let ranks = new Array<number>(size).fill(1 / size)
  for (let round = 0; round < ROUNDS; round++) {
    const former = ranks
    ranks = former.map((_, j) => {
      const flow = former.reduce((sum, rank, i) => sum + (rank * (links[i]?.[j] ?? 0)) / (sums[i] ?? 1), 0)
      return (1 - DAMPING) / size + DAMPING * flow
    })
  }
  return ranks
}
