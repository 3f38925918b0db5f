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
import { Heaviest, type Vector, vectorFrom } from '../text/vector.ts'
import { TermCounts } from './term-counts.ts'

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

const counts = new TermCounts()

/** `indexed` counts the articles that this one is compared with; they sharpen what is known of the news at large. */
export function featuresOf(article: DueArticle, indexed: Frequencies<Term>): Features {
  const { language, text } = article
  const heaviest = (limit: number) => heaviestCounted(backgroundByHash(language), indexed, limit)
  const hashes = unpackHashes(article.stemHashes ?? searchTextOf(article).stemHashes)
  const titleEnd = hashes.indexOf(0)
  for (const term of hashes.subarray(0, titleEnd)) counts.add(term)
  const title = heaviest(TITLE_TERMS)
  countBeginning(article, hashes.subarray(titleEnd + 1))
  const body = heaviest(BODY_TERMS)
  countNames(article)
  return { language, characters: text.length, title, body, names: heaviest(NAME_TERMS) }
}

/** `hashes`: of the stems of each sentence, a zero behind each. */
function countBeginning({ text, language, sentences }: Article, hashes: Int32Array): void {
  let at = 0
  for (const { start, end } of sentences) {
    if (start >= READ_CHARACTERS) return
    if (end > READ_CHARACTERS) {
      for (const stem of contentStems(text.slice(start, READ_CHARACTERS), language))
        counts.add(hashOfStem(stem))
      return
    }
    for (let hash = hashes[at++]; hash; hash = hashes[at++]) counts.add(hash)
  }
}

function countNames({ title, text, language }: Article): void {
  for (const name of nameKeys(text.slice(0, READ_CHARACTERS), language)) counts.add(hashOfStem(name))
  for (const name of nameKeys(title, language)) counts.add(hashOfStem(name), TITLE_NAME_WEIGHT)
}

/** The `limit` heaviest of the terms that were counted, heaviest first. */
function heaviestCounted(
  background: Frequencies<Term>,
  indexed: Frequencies<Term>,
  limit: number,
): TermVector {
  const documents = background.documents + indexed.documents
  const kept = new Heaviest<Term>(limit)
  counts.take((term, times) => {
    const known = background.count(term)
    const importance = 1 + Math.log(times)
    // Being indexed makes a term lighter still: one that is too light without need not be looked up.
    if (importance * inverse(documents, known) <= kept.lightest) return
    kept.offer(term, importance * inverse(documents, known + indexed.count(term)))
  })
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
