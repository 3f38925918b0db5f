// Weighted terms. Tens of thousands of articles are held at once, so a vector is two lists in one piece of memory, a tenth of what a map takes;
// a table is made of the one that all others are compared with.

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
  const size = terms.length
  const both = new ArrayBuffer(size * (Int32Array.BYTES_PER_ELEMENT + Float32Array.BYTES_PER_ELEMENT))
  const vector = {
    terms: new Int32Array(both, 0, size),
    weights: new Float32Array(both, size * Int32Array.BYTES_PER_ELEMENT, size),
    length: Math.sqrt(squares),
  }
  vector.terms.set(terms)
  vector.weights.set(weights)
  return vector
}

/** What terms weigh in something; zero where it lacks them. */
export interface Weights {
  weightOf(term: Term): number
}

/** The dot product of a vector and of what it is compared with. */
export function product({ terms, weights }: TermVector, other: Weights): number {
  let sum = 0
  for (let at = 0; at < terms.length; at++) {
    sum += other.weightOf(terms[at] ?? 0) * (weights[at] ?? 0)
  }
  return sum
}

/** A vector that many others are compared with: a small table with open addressing, at most a quarter full. */
export class VectorWeights implements Weights {
  readonly #terms: Int32Array
  readonly #weights: Float32Array

  constructor({ terms, weights }: TermVector) {
    let slots = 4
    while (slots < terms.length * 4) slots *= 2
    this.#terms = new Int32Array(slots)
    this.#weights = new Float32Array(slots)
    for (let at = 0; at < terms.length; at++) {
      const slot = this.#slotOf(terms[at] ?? 0)
      this.#terms[slot] = terms[at] ?? 0
      this.#weights[slot] = weights[at] ?? 0
    }
  }

  weightOf(term: Term): number {
    return this.#weights[this.#slotOf(term)] ?? 0
  }

  /** Where the term stands, else where it would; no term is zero. */
  #slotOf(term: Term): number {
    const last = this.#terms.length - 1
    let slot = term & last
    for (let held = this.#terms[slot]; held !== 0 && held !== term; held = this.#terms[slot]) {
      slot = (slot + 1) & last
    }
    return slot
  }
}

/** A sum of vectors that members join and leave. */
export class TermSum implements Weights {
  readonly #weights = new Map<Term, number>()
  #squares = 0

  get length(): number {
    return Math.sqrt(this.#squares)
  }

  weightOf(term: Term): number {
    return this.#weights.get(term) ?? 0
  }

  add({ terms, weights }: TermVector, sign: 1 | -1 = 1): this {
    for (let at = 0; at < terms.length; at++) {
      const term = terms[at] ?? 0
      const before = this.#weights.get(term) ?? 0
      const after = before + sign * (weights[at] ?? 0)
      const isGone = after < 0.005
      if (isGone) this.#weights.delete(term)
      else this.#weights.set(term, after)
      this.#squares += (isGone ? 0 : after * after) - before * before
    }
    return this
  }
}
