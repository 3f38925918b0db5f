// Whether a text holds a word of a question: itself, another of its family, a word news uses for it, or the same country.

import { fold } from '../text/normalise.ts'
import { placesIn } from '../text/places.ts'
import { tokenize } from '../text/tokens.ts'
import type { QueryTerm } from './query.ts'
import { synonymsOf } from './synonyms.ts'

/** What a text offers to words that are looked for in it. */
export interface HeldWords {
  readonly language: string
  readonly stems: ReadonlySet<string>
  readonly roots: ReadonlySet<string>
  /** Keys of the countries it names. */
  places(): ReadonlySet<string>
}

/** A word of the same family: the stemmer leaves `produce` and `production` apart. */
const ROOT_LENGTH = 5
const ROOT_SHARE = 0.6
const SYNONYM_SHARE = 0.45

export function heldWords(stems: readonly string[], text: string, language: string): HeldWords {
  let places: ReadonlySet<string> | undefined
  return {
    language,
    stems: new Set(stems),
    roots: new Set(stems.filter((stem) => stem.length >= ROOT_LENGTH).map(rootOf)),
    places: () => {
      places ??= placesOf(text, language)
      return places
    },
  }
}

/** How well it is held, 0 to 1. */
export function shareHeld({ stem, place }: Pick<QueryTerm, 'stem' | 'place'>, held: HeldWords): number {
  if (held.stems.has(stem) || (place !== undefined && held.places().has(place))) return 1
  if (stem.length >= ROOT_LENGTH && held.roots.has(rootOf(stem))) return ROOT_SHARE
  for (const other of synonymsOf(stem, held.language)) if (held.stems.has(other)) return SYNONYM_SHARE
  return 0
}

function rootOf(stem: string): string {
  return stem.slice(0, ROOT_LENGTH)
}

function placesOf(text: string, language: string): ReadonlySet<string> {
  const words = tokenize(text, language).map((token) => fold(token.text))
  return new Set([...placesIn(words)].map(({ key }) => key))
}
