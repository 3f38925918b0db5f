// What the stories stage compares of an article: the weighted stems of its title and beginning, by their hashes, as the article
// was stored with them. The features are stored with the placement, so that a process that starts later need not read the
// articles again.

import { searchTextOf } from '../articles/search-text.ts'
import type { DueArticle } from '../ports.ts'
import { backgroundByHash, type Frequencies, inverse } from '../text/frequencies.ts'
import { unpackHashes } from '../text/stem-hashes.ts'
import { countsOf, Heaviest } from '../text/vector.ts'
import { type Term, type TermVector, termVector } from './term-vector.ts'

export interface Features {
  readonly language: string
  readonly characters: number
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
  return { language, characters, terms: termVector(kept.entries) }
}

/** What a term weighs that stands once in an article and in no other. */
export function rarestWeight(language: string, indexed: Frequencies<Term>): number {
  return inverse(documentsOf(backgroundByHash(language), indexed), 0)
}

function documentsOf(background: Frequencies<Term>, indexed: Frequencies<Term>): number {
  return background.documents * BACKGROUND_SHARE + indexed.documents
}
