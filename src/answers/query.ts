// The words of a question as stems with weights: how rare each is among the stored articles and in the news at large.

import type { Store } from '../ports.ts'
import {
  backgroundFrequencies,
  combineFrequencies,
  type Frequencies,
  inverseFrequency,
} from '../text/frequencies.ts'
import { fold } from '../text/normalise.ts'
import { placeKey } from '../text/places.ts'
import { contentStems, searchText } from '../text/tokens.ts'
import type { Term } from './question.ts'

export interface QueryTerm {
  readonly stem: string
  /** That of the term. */
  readonly factor: number
  /** Rarity times the factor of the term. */
  readonly weight: number
  readonly isName: boolean
  readonly isNew?: boolean
  /** The country it means, so that "Chinese" is found where "China" is asked for. */
  readonly place?: string
}

export interface Query {
  readonly language: string
  /** What the full-text index is asked for: the stems that carry weight. */
  readonly anyOf: readonly string[]
  /** The terms as articles of that language hold them, by stem. */
  termsIn(language: string): ReadonlyMap<string, QueryTerm>
  /** How rare a stem of that language is. */
  rarity(stem: string, language: string): number
}

/** FTS5 scores every article that holds any of them: more terms cost time and hardly change the order. */
const MAX_STEMS = 16
/** A stem in so many of the stored articles tells none of them apart. */
const COMMON_SHARE = 0.15
/** In a store of a few articles everything is common. */
const FEW_ARTICLES = 200
/** Names are found in articles of any language: they stem as in English or by their first letters (`stem` of src/text). */
const OTHER_LANGUAGES = ['en', 'xx']

export async function createQuery(store: Store, terms: readonly Term[], language: string): Promise<Query> {
  const stems = stemsOf(terms, language)
  const names = terms.filter((term) => term.isName)
  const elsewhere = OTHER_LANGUAGES.flatMap((other) => stemsOf(names, other)).filter(
    ({ stem }) => !stems.some((own) => own.stem === stem),
  )
  const { articles, counts } = await store.stemCounts([...stems, ...elsewhere].map(({ stem }) => stem))
  const stored: Frequencies = { documents: articles, count: (stem) => counts.get(stem) ?? 0 }
  const frequencies = new Map<string, Frequencies>()
  const rarity = (stem: string, code: string): number => {
    const known = frequencies.get(code) ?? combineFrequencies(stored, backgroundFrequencies(code))
    frequencies.set(code, known)
    return inverseFrequency(known, stem)
  }
  const byLanguage = new Map<string, ReadonlyMap<string, QueryTerm>>()
  const termsIn = (code: string): ReadonlyMap<string, QueryTerm> => {
    const known = byLanguage.get(code) ?? weighted(stemsOf(terms, code), (stem) => rarity(stem, code))
    byLanguage.set(code, known)
    return known
  }
  return {
    language,
    anyOf: askedStems(
      [...termsIn(language).values(), ...weighted(elsewhere, () => 1).values()],
      articles,
      counts,
    ),
    termsIn,
    rarity,
  }
}

interface FactoredStem {
  readonly stem: string
  readonly factor: number
  readonly isName: boolean
  readonly isNew?: boolean
  readonly place?: string
}

function stemsOf(terms: readonly Term[], language: string): readonly FactoredStem[] {
  return terms.flatMap(({ text, ...term }) => {
    const place = term.isName ? placeKey(fold(text)) : undefined
    return contentStems(text, language).map((stem) => ({ stem, ...term, ...(place && { place }) }))
  })
}

function weighted(
  stems: readonly FactoredStem[],
  rarity: (stem: string) => number,
): ReadonlyMap<string, QueryTerm> {
  const terms = new Map<string, QueryTerm>()
  for (const term of stems) {
    const weight = term.factor * rarity(term.stem)
    if ((terms.get(term.stem)?.weight ?? -1) < weight) terms.set(term.stem, { ...term, weight })
  }
  return terms
}

function askedStems(
  terms: readonly QueryTerm[],
  articles: number,
  counts: ReadonlyMap<string, number>,
): readonly string[] {
  const stored = [...terms]
    .sort((a, b) => b.weight - a.weight)
    .filter(({ stem }) => counts.has(stem) || isCjk(stem))
  const telling = stored.filter(
    ({ stem }) => articles <= FEW_ARTICLES || (counts.get(stem) ?? 0) <= COMMON_SHARE * articles,
  )
  const chosen = telling.length > 1 ? telling : stored
  return [
    ...new Set(chosen.slice(0, MAX_STEMS).map(({ stem }) => (isCjk(stem) ? searchText(stem, 'zh') : stem))),
  ]
}

/** Indexed by character: a word is found as a phrase of its characters, and is not counted as a whole. */
function isCjk(stem: string): boolean {
  return /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]/.test(stem)
}
