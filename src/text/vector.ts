// Texts as weighted stems, so that they can be compared.

import { type Frequencies, inverseFrequency } from './frequencies.ts'

/** Weights of stems, and the Euclidean length of the whole. */
export interface Vector {
  readonly weights: ReadonlyMap<string, number>
  readonly length: number
}

export function vectorOf(stems: readonly string[], frequencies: Frequencies): Vector {
  return vectorFrom(weighted(countsOf(stems), frequencies))
}

export function vectorFrom(weights: ReadonlyMap<string, number>): Vector {
  let squares = 0
  for (const weight of weights.values()) squares += weight * weight
  return { weights, length: Math.sqrt(squares) }
}

/** How often each occurs. */
export function countsOf<Stem>(terms: readonly Stem[]): Map<Stem, number> {
  const counts = new Map<Stem, number>()
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1)
  return counts
}

/** (1 + ln tf) · idf (grounding 4.1). */
export function weighted<Stem>(
  counts: ReadonlyMap<Stem, number>,
  frequencies: Frequencies<Stem>,
): Map<Stem, number> {
  const weights = new Map<Stem, number>()
  for (const [term, count] of counts) weights.set(term, weightOf(term, count, frequencies))
  return weights
}

export function weightOf<Stem>(term: Stem, count: number, frequencies: Frequencies<Stem>): number {
  return (1 + Math.log(count)) * inverseFrequency(frequencies, term)
}

type Weighted<T> = readonly [item: T, weight: number]

/** The `limit` heaviest, heaviest first, and of equal ones those that came first. Quicker than to sort all. */
export function heaviest<T>(entries: Iterable<Weighted<T>>, limit: number): readonly Weighted<T>[] {
  const kept = new Heaviest<T>(limit)
  for (const [item, weight] of entries) kept.offer(item, weight)
  return kept.items.map((item, at) => [item, kept.weights[at] ?? 0])
}

/** The same, of what is offered one by one. Two lists side by side, so that an offer takes no memory. */
export class Heaviest<T> {
  readonly items: T[] = []
  /** What is not heavier than this need not be offered. */
  lightest = Number.NEGATIVE_INFINITY
  readonly #limit: number
  readonly #weights: Float64Array

  constructor(limit: number) {
    this.#limit = limit
    this.#weights = new Float64Array(limit)
  }

  get weights(): Float64Array {
    return this.#weights.subarray(0, this.items.length)
  }

  offer(item: T, weight: number): void {
    if (weight <= this.lightest) return
    const [items, weights] = [this.items, this.#weights]
    let at = Math.min(items.length, this.#limit - 1)
    for (; at > 0 && (weights[at - 1] ?? 0) < weight; at--) {
      items[at] = items[at - 1] as T
      weights[at] = weights[at - 1] ?? 0
    }
    items[at] = item
    weights[at] = weight
    if (items.length === this.#limit) this.lightest = weights[this.#limit - 1] ?? 0
  }
}

/** 0 when one of them is empty. */
export function cosine(a: Vector, b: Vector): number {
  const [small, large] = a.weights.size <= b.weights.size ? [a, b] : [b, a]
  let product = 0
  for (const [term, weight] of small.weights) {
    const other = large.weights.get(term)
    if (other !== undefined) product += weight * other
  }
  return product === 0 ? 0 : product / (a.length * b.length)
}

/** The sum of some vectors; its direction is that of their mean. */
export function sumOf(vectors: readonly Vector[]): Vector {
  const weights = new Map<string, number>()
  for (const vector of vectors) {
    for (const [term, weight] of vector.weights) weights.set(term, (weights.get(term) ?? 0) + weight)
  }
  return vectorFrom(weights)
}

/** How much of the weight of `a` lies on terms that are in `b`, 0 to 1. */
export function shareIn(a: Vector, b: ReadonlyMap<string, unknown> | ReadonlySet<string>): number {
  let total = 0
  let shared = 0
  for (const [term, weight] of a.weights) {
    total += weight
    if (b.has(term)) shared += weight
  }
  return total === 0 ? 0 : shared / total
}
