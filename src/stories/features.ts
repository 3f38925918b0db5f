// What the stories stage compares of an article: weighted stems of its title and body, and its names, all by their hashes,
// as the article was stored with them. The features are stored with the placement, so that a process that starts later need
// not read the articles again.

import { searchTextOf } from '../articles/search-text.ts'
import type { Article } from '../domain.ts'
import type { DueArticle } from '../ports.ts'
import { backgroundByHash, type Frequencies, inverse } from '../text/frequencies.ts'
import { nameKeys } from '../text/names.ts'
import { hashOfStem, unpackHashes } from '../text/stem-hashes.ts'
import { contentStems } from '../text/tokens.ts'
import { countsOf, Heaviest, type Vector, vectorFrom } from '../text/vector.ts'

/** The hash of a stem or a name. */
type Term = number
export type TermVector = Vector<Term>

export interface Features {
  readonly language: string
  readonly characters: number
  readonly title: TermVector
  readonly body: TermVector
  readonly names: TermVector
}

/** About 200 content words: news tells what happened first, and later words add more noise than likeness (grounding 5.3). */
const READ_CHARACTERS = 2500
const TITLE_TERMS = 30
const BODY_TERMS = 60
const NAME_TERMS = 30
/** A name in the title says more about the event than one in the body (grounding 5.3). */
const TITLE_NAME_WEIGHT = 2

/** `indexed` counts the articles that this one is compared with; they sharpen what is known of the news at large. */
export function featuresOf(article: DueArticle, indexed: Frequencies<Term>): Features {
  const { language, text } = article
  const { title, beginning } = termsOf(article)
  const vector = (counts: ReadonlyMap<Term, number>, limit: number) =>
    heaviestTerms(counts, backgroundByHash(language), indexed, limit)
  return {
    language,
    characters: text.length,
    title: vector(countsOf(title), TITLE_TERMS),
    body: vector(countsOf(beginning), BODY_TERMS),
    names: vector(nameCounts(article), NAME_TERMS),
  }
}

/** The content stems of the title and of what is read of the text, in order. */
function termsOf(article: DueArticle): {
  readonly title: readonly Term[]
  readonly beginning: readonly Term[]
} {
  const { text, language, sentences, stemHashes = searchTextOf(article).stemHashes } = article
  const hashes = unpackHashes(stemHashes)
  let at = 0
  const readList = (into: Term[]) => {
    for (let hash = hashes[at++]; hash; hash = hashes[at++]) into.push(hash)
  }
  const title: Term[] = []
  const beginning: Term[] = []
  readList(title)
  for (const { start, end } of sentences) {
    if (start >= READ_CHARACTERS) break
    if (end <= READ_CHARACTERS) readList(beginning)
    else beginning.push(...contentStems(text.slice(start, READ_CHARACTERS), language).map(hashOfStem))
  }
  return { title, beginning }
}

function nameCounts({ title, text, language }: Article): ReadonlyMap<Term, number> {
  const counts = countsOf(nameKeys(text.slice(0, READ_CHARACTERS), language).map(hashOfStem))
  for (const name of nameKeys(title, language).map(hashOfStem))
    counts.set(name, (counts.get(name) ?? 0) + TITLE_NAME_WEIGHT)
  return counts
}

/** The `limit` heaviest terms, heaviest first. */
function heaviestTerms(
  counts: ReadonlyMap<Term, number>,
  background: Frequencies<Term>,
  indexed: Frequencies<Term>,
  limit: number,
): TermVector {
  const documents = background.documents + indexed.documents
  const kept = new Heaviest<Term>(limit)
  for (const [term, times] of counts) {
    const known = background.count(term)
    const importance = 1 + Math.log(times)
    // Being indexed makes a term lighter still: one that is too light without need not be looked up.
    if (importance * inverse(documents, known) <= kept.lightest) continue
    kept.offer(term, importance * inverse(documents, known + indexed.count(term)))
  }
  return vectorFrom(new Map(kept.entries))
}

/** A sum of vectors that members join and leave. */
export class SumVector implements TermVector {
  readonly weights = new Map<Term, number>()
  #squares = 0

  get length(): number {
    return Math.sqrt(this.#squares)
  }

  add({ weights }: TermVector, sign: 1 | -1 = 1): this {
    for (const [term, weight] of weights) {
      const before = this.weights.get(term) ?? 0
      const after = before + sign * weight
      const isGone = after < 0.005
      if (isGone) this.weights.delete(term)
      else this.weights.set(term, after)
      this.#squares += (isGone ? 0 : after * after) - before * before
    }
    return this
  }
}
