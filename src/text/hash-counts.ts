// How often each of many hashes occurs. Tens of thousands are looked up at random for every hundred articles: pairs of key and
// count side by side in one list take a fifth of the memory of a map, and mostly one look into it instead of three.

/** A power of two; the list is never more than half full. */
const FIRST_SLOTS = 1_024

/** A hash is a whole number of 32 bits, never zero. */
export class HashCounts {
  /** The key of slot n at 2n, zero where it is free, and its count at 2n + 1. */
  #pairs = new Int32Array(2 * FIRST_SLOTS)
  #used = 0

  /** Zero for what was never counted. */
  get(hash: number): number {
    return this.#pairs[this.#keyAt(hash) + 1] ?? 0
  }

  set(hash: number, count: number): void {
    const at = this.#keyAt(hash)
    this.#pairs[at + 1] = count
    if (this.#pairs[at] === hash) return
    this.#pairs[at] = hash
    this.#used++
    if (this.#used * 4 > this.#pairs.length) this.#makeRoom()
  }

  /** Leaves out what counts zero by now. */
  #makeRoom(): void {
    const before = this.#pairs
    let kept = 0
    for (let at = 1; at < before.length; at += 2) if (before[at] !== 0) kept++
    let slots = FIRST_SLOTS
    while (slots < kept * 4) slots *= 2
    this.#pairs = new Int32Array(2 * slots)
    this.#used = 0
    for (let at = 0; at < before.length; at += 2) {
      if (before[at + 1] !== 0) this.set(before[at] ?? 0, before[at + 1] ?? 0)
    }
  }

  /** Where the key stands, else where it would. */
  #keyAt(hash: number): number {
    const last = this.#pairs.length - 2
    let at = (hash << 1) & last
    for (let key = this.#pairs[at]; key !== 0 && key !== hash; key = this.#pairs[at]) at = (at + 2) & last
    return at
  }
}
