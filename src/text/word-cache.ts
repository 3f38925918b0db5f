// What was found out about words before, looked up where they stand: a text is cut into words without a string for each of them,
// which would have to be made, hashed and thrown away half a thousand times an article.

/** Longer words come once, from addresses and broken pages. */
const LONGEST_KEPT = 40
const MOST_WORDS = 60_000
/** A power of two; the table is never more than half full. */
const FIRST_SLOTS = 1_024

/** Keeps ten thousands of words, and begins anew when there are more. Open addressing, by a hash of the characters. */
export class WordCache<T> {
  /** The word of slot n at 2n, and what is known of it at 2n + 1. */
  #pairs = emptyPairs<T>(FIRST_SLOTS)
  #size = 0

  /** What is known of the word `text.slice(start, end)`, else what `find` says of it. */
  get(text: string, start: number, end: number, find: (word: string) => T): T {
    if (end - start > LONGEST_KEPT) return find(text.slice(start, end))
    const at = this.#placeOf(text, start, end)
    if (this.#pairs[at] !== undefined) return this.#pairs[at + 1] as T
    const word = copyOf(text.slice(start, end))
    const value = find(word)
    this.#put(word, value, at)
    this.#size++
    if (this.#size > MOST_WORDS) this.#clear()
    else if (this.#size * 4 > this.#pairs.length) this.#grow()
    return value
  }

  #put(word: string, value: T, at = this.#placeOf(word, 0, word.length)): void {
    this.#pairs[at] = word
    this.#pairs[at + 1] = value
  }

  #clear(): void {
    this.#pairs = emptyPairs(FIRST_SLOTS)
    this.#size = 0
  }

  #grow(): void {
    const before = this.#pairs
    this.#pairs = emptyPairs(before.length)
    for (let at = 0; at < before.length; at += 2) {
      if (before[at] !== undefined) this.#put(before[at] as string, before[at + 1] as T)
    }
  }

  /** Where the word stands, else where it would. */
  #placeOf(text: string, start: number, end: number): number {
    const last = this.#pairs.length - 2
    let at = (hashOf(text, start, end) << 1) & last
    for (let word = this.#pairs[at]; word !== undefined; word = this.#pairs[at]) {
      if (isAt(word as string, text, start, end)) break
      at = (at + 2) & last
    }
    return at
  }
}

/** A part of a text would hold on to the whole of it. */
function copyOf(part: string): string {
  return Buffer.from(part).toString()
}

function emptyPairs<T>(slots: number): (string | T | undefined)[] {
  return new Array<string | T | undefined>(2 * slots).fill(undefined)
}

/** FNV-1a, its upper half folded into the lower. */
function hashOf(text: string, start: number, end: number): number {
  let hash = 0x811c9dc5
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash ^ (hash >>> 15)
}

function isAt(word: string, text: string, start: number, end: number): boolean {
  if (word.length !== end - start) return false
  for (let at = 0; at < word.length; at++) {
    if (word.charCodeAt(at) !== text.charCodeAt(start + at)) return false
  }
  return true
}
