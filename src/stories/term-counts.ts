// How often terms occur, counted in a table that is used again and again: a map would be made for each article, grow several
// times and be thrown away. A term is a hash, so that it says itself where its place is.

/** A power of two. */
const SLOTS = 8_192
/** What is read of an article has fewer; a table that is full would be searched for ever. */
const MAX_TERMS = SLOTS / 2

export class TermCounts {
  readonly #terms = new Int32Array(SLOTS)
  /** Zero where the slot is free. */
  readonly #counts = new Int32Array(SLOTS)
  /** Those taken, in the order in which their terms came first. */
  readonly #taken: number[] = []

  add(term: number, times = 1): void {
    let slot = term & (SLOTS - 1)
    while (this.#counts[slot] !== 0 && this.#terms[slot] !== term) slot = (slot + 1) & (SLOTS - 1)
    if (this.#counts[slot] === 0) {
      if (this.#taken.length === MAX_TERMS) return
      this.#terms[slot] = term
      this.#taken.push(slot)
    }
    this.#counts[slot] = (this.#counts[slot] ?? 0) + times
  }

  /** Gives every term with its count, in the order in which they came first, and forgets them. */
  take(found: (term: number, count: number) => void): void {
    for (const slot of this.#taken) {
      found(this.#terms[slot] ?? 0, this.#counts[slot] ?? 0)
      this.#counts[slot] = 0
    }
    this.#taken.length = 0
  }
}
