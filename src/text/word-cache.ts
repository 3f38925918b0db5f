// What was found out about words before, looked up where they stand: a text is cut into words without a string for each of them,
// which would have to be made, hashed and thrown away half a thousand times an article.

/** Longer words come once, from addresses and broken pages. */
const LONGEST_KEPT = 40
const MOST_WORDS = 60_000
/** A power of two; the table is never more than half full. */
const FIRST_SLOTS = 1_024

/** Keeps ten thousands of words, and begins anew when there are more. Open addressing, by a hash of the characters. */
export class WordCache<T> {
  #words = emptySlots<string>(FIRST_SLOTS)
  #values = emptySlots<T>(FIRST_SLOTS)
  #size = 0

  /** What is known of the word `text.slice(start, end)`, else what `find` says of it. */
  get(text: string, start: number, end: number, find: (word: string) => T): T {
    if (end - start > LONGEST_KEPT) return find(text.slice(start, end))
    const slot = this.#slotOf(text, start, end)
    if (this.#words[slot] !== undefined) return this.#values[slot] as T
    const word = copyOf(text.slice(start, end))
    const value = find(word)
    this.#put(word, value, slot)
    this.#size++
    if (this.#size > MOST_WORDS) this.#clear()
    else if (this.#size * 2 > this.#words.length) this.#grow()
    return value
  }

  #put(word: string, value: T, slot: number): void {
    this.#words[slot] = word
    this.#values[slot] = value
  }

  #clear(): void {
    this.#words = emptySlots(FIRST_SLOTS)
    this.#values = emptySlots(FIRST_SLOTS)
    this.#size = 0
  }

  #grow(): void {
    const [words, values] = [this.#words, this.#values]
    this.#words = emptySlots(words.length * 2)
    this.#values = emptySlots(words.length * 2)
    for (const [at, word] of words.entries()) {
      if (word !== undefined) this.#put(word, values[at] as T, this.#slotOf(word, 0, word.length))
    }
  }

  /** Where the word stands, else where it would. */
  #slotOf(text: string, start: number, end: number): number {
    const last = this.#words.length - 1
    let slot = hashOf(text, start, end) & last
    for (let word = this.#words[slot]; word !== undefined; word = this.#words[slot]) {
      if (isAt(word, text, start, end)) break
      slot = (slot + 1) & last
    }
    return slot
  }
}

/** A part of a text would hold on to the whole of it. */
function copyOf(part: string): string {
  return Buffer.from(part).toString()
}

function emptySlots<T>(slots: number): (T | undefined)[] {
  return new Array<T | undefined>(slots).fill(undefined)
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
