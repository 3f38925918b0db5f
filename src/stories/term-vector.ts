// Weighted terms. Tens of thousands of articles are held at once, so a vector is two lists side by side, a tenth of what a map takes;
// a map is made of the one that all others are compared with.

/** The hash of a stem. */
export type Term = number

export interface TermVector {
  /** Heaviest first. */
  readonly terms: Int32Array
  readonly weights: Float32Array
  /** Euclidean. */
  readonly length: number
}

/** Heaviest first. */
export function termVector(
  terms: readonly Term[],
  weights: ArrayLike<number> & Iterable<number>,
): TermVector {
  let squares = 0
  for (const weight of weights) squares += weight * weight
  return { terms: new Int32Array(terms), weights: new Float32Array(weights), length: Math.sqrt(squares) }
}

export function weightsByTerm({ terms, weights }: TermVector): Map<Term, number> {
  const byTerm = new Map<Term, number>()
  for (let at = 0; at < terms.length; at++) byTerm.set(terms[at] ?? 0, weights[at] ?? 0)
  return byTerm
}

/** The dot product of a vector and of one that stands as a map. */
export function product({ terms, weights }: TermVector, byTerm: ReadonlyMap<Term, number>): number {
  let sum = 0
  for (let at = 0; at < terms.length; at++) {
    const other = byTerm.get(terms[at] ?? 0)
    if (other !== undefined) sum += other * (weights[at] ?? 0)
  }
  return sum
}

/** A sum of vectors that members join and leave. */
export class TermSum {
  readonly weights = new Map<Term, number>()
  #squares = 0

  get length(): number {
    return Math.sqrt(this.#squares)
  }

  add({ terms, weights }: TermVector, sign: 1 | -1 = 1): this {
    for (let at = 0; at < terms.length; at++) {
      const term = terms[at] ?? 0
      const before = this.weights.get(term) ?? 0
      const after = before + sign * (weights[at] ?? 0)
      const isGone = after < 0.005
      if (isGone) this.weights.delete(term)
      else this.weights.set(term, after)
      this.#squares += (isGone ? 0 : after * after) - before * before
    }
    return this
  }
}
