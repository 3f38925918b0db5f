// How much a sentence is about what the rest of its text is about.

import { cosine, countsOf, type Vector } from '../text/vector.ts'

/** Likeness of each to the centroid, spread over 0 to 1. */
export function centralities(vectors: readonly Vector[], centroid: Vector): readonly number[] {
  return spread(vectors.map((vector) => cosine(vector, centroid)))
}

/** Weight of later and of earlier sentences, and the share of the range below which likeness is noise. */
const FORWARD = 0.8
const BACKWARD = 0.2
const NOISE = 0.2

/**
 * Position-augmented centrality with tf-idf (PacSum, Zheng and Lapata 2019; grounding 4.1), spread over 0 to 1. Weights
 * of stems are those of the text itself: a stem of every sentence tells none from another.
 */
export function votes(sentences: readonly (readonly string[])[]): readonly number[] {
  const counts = sentences.map((stems) => countsOf(stems))
  const likeness = likenessOf(counts)
  const size = counts.length
  let least = Number.POSITIVE_INFINITY
  let most = 0
  for (let i = 0; i < size; i++) {
    for (let j = i + 1; j < size; j++) {
      const value = likeness[i * size + j] ?? 0
      least = Math.min(least, value)
      most = Math.max(most, value)
    }
  }
  const noise = least + NOISE * (most - least)
  const sums = new Array<number>(size).fill(0)
  for (let i = 0; i < size; i++) {
    for (let j = i + 1; j < size; j++) {
      const value = Math.max(0, (likeness[i * size + j] ?? 0) - noise)
      sums[i] = (sums[i] ?? 0) + FORWARD * value
      sums[j] = (sums[j] ?? 0) - BACKWARD * value
    }
  }
  return spread(sums)
}

/** The upper half of the matrix Σ tf·tf·ln(1 + n/df)², by the sentences each stem occurs in. */
function likenessOf(counts: readonly ReadonlyMap<string, number>[]): Float64Array {
  const size = counts.length
  const holders = new Map<string, (readonly [index: number, count: number])[]>()
  for (const [index, stems] of counts.entries()) {
    for (const [stem, count] of stems) {
      const known = holders.get(stem)
      if (known) known.push([index, count])
      else holders.set(stem, [[index, count]])
    }
  }
  const likeness = new Float64Array(size * size)
  for (const places of holders.values()) {
    if (places.length > 1) addPairs(likeness, size, places)
  }
  return likeness
}

function addPairs(
  likeness: Float64Array,
  size: number,
  places: readonly (readonly [number, number])[],
): void {
  const weight = Math.log(1 + size / places.length) ** 2
  for (const [a, [i, count]] of places.entries()) {
    for (const [j, other] of places.slice(a + 1)) {
      likeness[i * size + j] = (likeness[i * size + j] ?? 0) + count * other * weight
    }
  }
}

function spread(values: readonly number[]): readonly number[] {
  let least = Number.POSITIVE_INFINITY
  let most = Number.NEGATIVE_INFINITY
  for (const value of values) {
    least = Math.min(least, value)
    most = Math.max(most, value)
  }
  const range = most - least
  return values.map((value) => (range > 0 ? (value - least) / range : 0))
}
