// A sentence as weighted stems, so that sentences can be compared.

import { type Frequencies, inverseFrequency } from '../text/frequencies.ts'

export interface SentenceVector {
  /** Stem → (1 + ln tf) · idf. */
  readonly weights: ReadonlyMap<string, number>
  readonly length: number
}

export function vectorOf(stems: readonly string[], frequencies: Frequencies): SentenceVector {
  const weights = new Map<string, number>()
  for (const stem of stems) weights.set(stem, (weights.get(stem) ?? 0) + 1)
  for (const [stem, count] of weights) {
    weights.set(stem, (1 + Math.log(count)) * inverseFrequency(frequencies, stem))
  }
  return { weights, length: lengthOf(weights) }
}

/** The sum of some vectors; its direction is that of their mean. */
export function sumOf(vectors: readonly SentenceVector[]): SentenceVector {
  const weights = new Map<string, number>()
  for (const vector of vectors) {
    for (const [stem, weight] of vector.weights) weights.set(stem, (weights.get(stem) ?? 0) + weight)
  }
  return { weights, length: lengthOf(weights) }
}

/** Its heaviest stems alone: most of what it is about, and far cheaper to compare. */
export function heaviest({ weights }: SentenceVector, limit: number): SentenceVector {
  const kept = new Map([...weights].sort((a, b) => b[1] - a[1]).slice(0, limit))
  return { weights: kept, length: lengthOf(kept) }
}

/** 0 when one of them is empty. */
export function cosine(a: SentenceVector, b: SentenceVector): number {
  const [small, large] = a.weights.size <= b.weights.size ? [a, b] : [b, a]
  let dot = 0
  for (const [stem, weight] of small.weights) {
    const other = large.weights.get(stem)
    if (other !== undefined) dot += weight * other
  }
  return dot === 0 ? 0 : dot / (a.length * b.length)
}

/** How much of the weight of `a` lies on stems that are in `b`, 0 to 1. */
export function shareIn(a: SentenceVector, b: ReadonlyMap<string, unknown> | ReadonlySet<string>): number {
  let total = 0
  let shared = 0
  for (const [stem, weight] of a.weights) {
    total += weight
    if (b.has(stem)) shared += weight
  }
  return total === 0 ? 0 : shared / total
}

function lengthOf(weights: ReadonlyMap<string, number>): number {
  let squares = 0
  for (const weight of weights.values()) squares += weight * weight
  return Math.sqrt(squares)
}
