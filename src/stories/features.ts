// What the stories stage compares of an article: the weighted stems of its title and beginning, by their hashes, as the article
// was stored with them. The features are stored with the placement, so that a process that starts later need not read the
// articles again.

import { searchTextOf } from '../articles/search-text.ts'
import type { DueArticle } from '../ports.ts'
import { backgroundByHash, type Frequencies, inverse } from '../text/frequencies.ts'
import { unpackHashes } from '../text/stem-hashes.ts'
import { countsOf, Heaviest, type Vector, vectorFrom } from '../text/vector.ts'

/** The hash of a stem. */
type Term = number
export type TermVector = Vector<Term>

export interface Features {
  readonly language: string
  readonly characters: number
  /** Heaviest first. */
  readonly terms: TermVector
}

/** What an article says, before it is weighed among others. */
export type Reading = Omit<Features, 'terms'> & { readonly times: ReadonlyMap<Term, number> }

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
  const terms: Term[] = []
  let at = 0
  const readList = (times: number) => {
    for (let hash = hashes[at++]; hash; hash = hashes[at++])
      for (let time = 0; time < times; time++) terms.push(hash)
  }
  readList(TITLE_TIMES)
  for (const { start } of sentences) {
    if (start >= READ_CHARACTERS) break
    readList(1)
  }
  return { language, characters: text.length, times: countsOf(terms) }
}

/** `indexed` counts the articles that this one is compared with. */
export function featuresOf({ language, characters, times }: Reading, indexed: Frequencies<Term>): Features {
  const background = backgroundByHash(language)
  const documents = documentsOf(background, indexed)
  const kept = new Heaviest<Term>(TERMS)
  for (const [term, count] of times) {
    const known = background.count(term) * BACKGROUND_SHARE
    const importance = 1 + Math.log(count)
    // Being indexed makes a term lighter still: one that is too light without need not be looked up.
    if (importance * inverse(documents, known) <= kept.lightest) continue
    kept.offer(term, importance * inverse(documents, known + indexed.count(term)))
  }
  return { language, characters, terms: vectorFrom(new Map(kept.entries)) }
}

/** What a term weighs that stands once in an article and in no other. */
export function rarestWeight(language: string, indexed: Frequencies<Term>): number {
  return inverse(documentsOf(backgroundByHash(language), indexed), 0)
}

function documentsOf(background: Frequencies<Term>, indexed: Frequencies<Term>): number {
  return background.documents * BACKGROUND_SHARE + indexed.documents
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
