// How often each word of a question stands in the title and in each sentence of an article. It is counted in the hashes
// that were stored with the article: cutting fifty articles into words again takes longer than finding them.

import { hashOfStem, unpackHashes } from '../text/stem-hashes.ts'
import type { QueryTerm } from './query.ts'

export interface TermCounts {
  readonly terms: readonly QueryTerm[]
  /** Content stems of the title, then of each sentence. */
  readonly lengths: readonly number[]
  /** How often the term of that place stands in the title (row 0) or in a sentence (its place, from 0, plus 1). */
  countIn(row: number, place: number): number
}

/** `stemHashes`: those of the title and of each sentence, as `packStems` packs them. */
export function countTerms(stemHashes: Uint8Array, asked: ReadonlyMap<string, QueryTerm>): TermCounts {
  const terms = [...asked.values()]
  const places = new Map(terms.map(({ stem }, place) => [hashOfStem(stem), place]))
  const hashes = unpackHashes(stemHashes)
  const lengths: number[] = []
  const counts: number[] = []
  let length = 0
  let row = 0
  for (const hash of hashes) {
    if (hash === 0) {
      lengths.push(length)
      length = 0
      row += terms.length
    } else {
      length++
      const place = places.get(hash)
      if (place !== undefined) counts[row + place] = (counts[row + place] ?? 0) + 1
    }
  }
  return { terms, lengths, countIn: (of, place) => counts[of * terms.length + place] ?? 0 }
}

/** News tells what happened first: a title and five sentences that hold the question are about it. */
const LEAD_SENTENCES = 5

export interface Coverage {
  /** Share of the weight of the terms that the article holds anywhere. */
  readonly coverage: number
  /** The same of its title and its first sentences. */
  readonly leadCoverage: number
}

export function coverageOf({ terms, lengths, countIn }: TermCounts): Coverage {
  let total = 0
  let missing = 0
  let missingInLead = 0
  for (const [place, { weight }] of terms.entries()) {
    const first = lengths.findIndex((_, row) => countIn(row, place) > 0)
    total += weight
    if (first < 0) missing += weight
    if (first < 0 || first > LEAD_SENTENCES) missingInLead += weight
  }
  if (total === 0) return { coverage: 0, leadCoverage: 0 }
  return { coverage: 1 - missing / total, leadCoverage: 1 - missingInLead / total }
}

/** Of the sentences `[first, last]`, counted from 0, the one that holds most of the question. */
export function fullestSentence(
  { terms, countIn }: TermCounts,
  { first, last }: { readonly first: number; readonly last: number },
): number {
  let fullest = first
  let most = -1
  for (let sentence = first; sentence <= last; sentence++) {
    let weight = 0
    for (const [place, term] of terms.entries()) if (countIn(sentence + 1, place) > 0) weight += term.weight
    if (weight > most) [fullest, most] = [sentence, weight]
  }
  return fullest
}
