// Weighted terms. Tens of thousands of articles are held at once: what hundreds of vectors hold lies in one piece of memory, a twentieth
// of what maps take. A table is made of the one that all others are compared with.

/** The hash of a stem. */
export type Term = number

/** Weights are kept in hundredths, as they are stored. */
const HUNDREDTH = 0.01
const MOST_HUNDREDTHS = 65_535
const BLOCK_TERMS = 25_600

/** Terms of the vectors that were made one after the other, and their weights. It goes with the last of them. */
interface Block {
  readonly terms: Int32Array
  readonly hundredths: Uint16Array
  used: number
}

let block = newBlock(BLOCK_TERMS)

function newBlock(size: number): Block {
  return { terms: new Int32Array(size), hundredths: new Uint16Array(size), used: 0 }
}

/** Heaviest first. */
export class TermVector {
  readonly size: number
  /** Euclidean. */
  readonly length: number
  readonly #block: Block
  readonly #start: number

  /** Terms and their weights in the same order. */
  constructor(terms: readonly Term[], weights: ArrayLike<number>) {
    this.size = terms.length
    if (block.used + this.size > block.terms.length) block = newBlock(Math.max(BLOCK_TERMS, this.size))
    this.#block = block
    this.#start = block.used
    block.used += this.size
    let squares = 0
    for (let at = 0; at < this.size; at++) {
      const hundredths = Math.min(MOST_HUNDREDTHS, Math.round((weights[at] ?? 0) / HUNDREDTH))
      block.terms[this.#start + at] = terms[at] ?? 0
      block.hundredths[this.#start + at] = hundredths
      squares += hundredths * hundredths
    }
    this.length = Math.sqrt(squares) * HUNDREDTH
  }

  termAt(at: number): Term {
    return this.#block.terms[this.#start + at] ?? 0
  }

  weightAt(at: number): number {
    return (this.#block.hundredths[this.#start + at] ?? 0) * HUNDREDTH
  }
}

/** What terms weigh in something; zero where it lacks them. */
export interface Weights {
  weightOf(term: Term): number
}

/** The dot product of a vector and of what it is compared with. */
export function product(vector: TermVector, other: Weights): number {
  let sum = 0
  for (let at = 0; at < vector.size; at++) sum += other.weightOf(vector.termAt(at)) * vector.weightAt(at)
  return sum
}

/** A vector that many others are compared with: a small table with open addressing, at most a quarter full. */
export class VectorWeights implements Weights {
  readonly #terms: Int32Array
  readonly #weights: Float32Array

  constructor(vector: TermVector) {
    let slots = 4
    while (slots < vector.size * 4) slots *= 2
    this.#terms = new Int32Array(slots)
    this.#weights = new Float32Array(slots)
    for (let at = 0; at < vector.size; at++) {
      const slot = this.#slotOf(vector.termAt(at))
      this.#terms[slot] = vector.termAt(at)
      this.#weights[slot] = vector.weightAt(at)
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

  add(vector: TermVector, sign: 1 | -1 = 1): this {
    for (let at = 0; at < vector.size; at++) {
      const term = vector.termAt(at)
      const before = this.#weights.get(term) ?? 0
      const after = before + sign * vector.weightAt(at)
      const isGone = after < 0.005
      if (isGone) this.#weights.delete(term)
      else this.#weights.set(term, after)
      this.#squares += (isGone ? 0 : after * after) - before * before
    }
    return this
  }
}
