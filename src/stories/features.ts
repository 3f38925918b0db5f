// What the stories stage compares of an article: the weighted stems of its title and beginning, by their hashes, as the article
// was stored with them. The features are stored with the placement, so that a process that starts later need not read the
// articles again.

import { searchTextOf } from '../articles/search-text.ts'
import type { DueArticle } from '../ports.ts'
import { backgroundByHash, type Frequencies, inverse } from '../text/frequencies.ts'
import { HashCounts } from '../text/hash-counts.ts'
import { unpackHashes } from '../text/stem-hashes.ts'
import { Heaviest } from '../text/vector.ts'
import { type Term, TermVector } from './term-vector.ts'

export interface Features {
  readonly language: string
  readonly characters: number
  readonly terms: TermVector
}

/** What an article says, before it is weighed among others; lists side by side, since a whole batch is held at once. */
export interface Reading {
  readonly language: string
  readonly characters: number
  readonly terms: Int32Array
  /** Of how often they stand in the article: 1 + ln tf. */
  readonly importances: Float64Array
  /** In how many articles of the news at large they stand, as far as that counts. */
  readonly backgrounds: Float64Array
}

/** News tells what happened first; later words add more noise than likeness (grounding 5.3). */
const READ_CHARACTERS = 2500
const TERMS = 100
/** Each word of the title counts as if it stood in the text twice more. */
const TITLE_TIMES = 2
/** So little the news at large counts beside the articles around that the latter soon decide (bench `stories`). */
const BACKGROUND_SHARE = 0.05

export function readArticle(article: DueArticle): Reading {
  const { text, language, sentences, stemHashes = searchTextOf(article).stemHashes } = article
  const hashes = unpackHashes(stemHashes)
  const counted = new TermTimes()
  let at = 0
  const countList = (times: number) => {
    for (let hash = hashes[at++]; hash; hash = hashes[at++]) counted.add(hash, times)
  }
  countList(TITLE_TIMES)
  for (const { start } of sentences) {
    if (start >= READ_CHARACTERS) break
    countList(1)
  }
  const { terms, importances } = counted.take()
  return {
    language,
    characters: text.length,
    terms,
    importances,
    backgrounds: backgroundsOf(terms, language),
  }
}

/** Where each term stands in the lists, from one; used again and again, and empty in between. */
const places = new HashCounts()

/** How often each term occurs, in the order in which they come first. */
class TermTimes {
  readonly #terms: Term[] = []
  readonly #times: number[] = []

  add(term: Term, times: number): void {
    const place = places.get(term)
    if (place > 0) this.#times[place - 1] = (this.#times[place - 1] ?? 0) + times
    else {
      this.#times.push(times)
      places.set(term, this.#terms.push(term))
    }
  }

  take(): Pick<Reading, 'terms' | 'importances'> {
    for (const term of this.#terms) places.set(term, 0)
    const importances = new Float64Array(this.#times)
    for (let at = 0; at < importances.length; at++) importances[at] = 1 + Math.log(importances[at] ?? 1)
    return { terms: new Int32Array(this.#terms), importances }
  }
}

function backgroundsOf(terms: Int32Array, language: string): Float64Array {
  const background = backgroundByHash(language)
  const counts = new Float64Array(terms.length)
  for (let at = 0; at < terms.length; at++) counts[at] = background.count(terms[at] ?? 0) * BACKGROUND_SHARE
  return counts
}

/** In how many of these articles, and of those that are indexed, each of their terms stands. */
export function termFrequencies(readings: readonly Reading[], indexed: Frequencies<Term>): Frequencies<Term> {
  const counts = new HashCounts()
  for (const { terms } of readings) {
    for (const term of terms) counts.set(term, (counts.get(term) || indexed.count(term)) + 1)
  }
  return { documents: readings.length + indexed.documents, count: (term) => counts.get(term) }
}

/** `among` counts the articles that this one is compared with. */
export function featuresOf(reading: Reading, among: Frequencies<Term>): Features {
  const { language, characters, terms, importances, backgrounds } = reading
  const documents = documentsOf(backgroundByHash(language), among)
  const kept = new Heaviest<Term>(TERMS)
  for (let at = 0; at < terms.length; at++) {
    const term = terms[at] ?? 0
    const known = backgrounds[at] ?? 0
    const importance = importances[at] ?? 1
    // Standing in other articles makes a term lighter still: one that is too light without need not be looked up.
    if (importance * inverse(documents, known) <= kept.lightest) continue
    kept.offer(term, importance * inverse(documents, known + among.count(term)))
  }
  return { language, characters, terms: new TermVector(kept.items, kept.weights) }
}

/** What a term weighs that stands once in an article and in no other. */
export function rarestWeight(language: string, indexed: Frequencies<Term>): number {
  return inverse(documentsOf(backgroundByHash(language), indexed), 0)
}

function documentsOf(background: Frequencies<Term>, indexed: Frequencies<Term>): number {
  return background.documents * BACKGROUND_SHARE + indexed.documents
}
