// Whether a text supports a name (grounding 3.7): by its words, its initials, or the country it means.

import { editDistance } from './edit-distance.ts'
import type { NameMention } from './name-mention.ts'
import { foldedName } from './name-runs.ts'
import { ROLES } from './name-words.ts'
import { fold } from './normalise.ts'
import { placeKey, placesIn } from './places.ts'
import { stem } from './tokens.ts'

/** Found in the evidence, found but for its spelling, or missing. */
export type NameSupport = 'found' | 'missing' | { readonly spelling: string }

/** What a text offers to support names with. */
interface NameEvidence {
  readonly words: ReadonlySet<string>
  readonly stems: ReadonlySet<string>
  readonly places: ReadonlySet<string>
  /** Initials of capitalised runs: "world health organization" gives `who`. */
  readonly initials: ReadonlySet<string>
  /** Words with a capital, as printed, for corrections of spelling. */
  readonly printed: readonly string[]
}

/** The sentences of a long article, and those that cite it. */
const CACHE_SIZE = 500
const evidenceCache = new Map<string, NameEvidence>()

function evidenceOf(text: string, language: string): NameEvidence {
  const cacheKey = `${language} ${text}`
  const known = evidenceCache.get(cacheKey)
  if (known) return known
  const folded = fold(text).match(/[\p{L}\p{N}]+/gu) ?? []
  const printed = [...new Set(text.match(/\p{Lu}[\p{L}\p{M}]{3,}/gu) ?? [])]
  const evidence: NameEvidence = {
    words: new Set(folded),
    stems: new Set(folded.map((word) => stem(word, language))),
    places: new Set([...placesIn(folded)].map(({ key }) => key)),
    initials: initialsIn(text),
    printed,
  }
  if (evidenceCache.size >= CACHE_SIZE) evidenceCache.clear()
  evidenceCache.set(cacheKey, evidence)
  return evidence
}

/** "Department of Culture and Tourism" is one run for its initials. */
const INSTITUTION =
  /(?<!\p{L})\p{Lu}\p{L}+(?:(?:[ -]|, )(?:(?:of|for|and|the|de|des|du|la|für|und|y|et) ){0,2}\p{Lu}\p{L}+)+/gu

function initialsIn(text: string): ReadonlySet<string> {
  return new Set([...text.matchAll(INSTITUTION)].flatMap(([run]) => initialsOf(run)))
}

/** With and without the small words, without the article: "The Bank of Marlow" gives `bom` and `bm`. */
function initialsOf(run: string): readonly string[] {
  const parts = run
    .split(/[\s,-]+/)
    .filter((word, at) => at > 0 || !/^(?:the|die|der|das|la|le|el)$/i.test(word))
  const of = (some: readonly string[]) => fold(some.map((word) => word.charAt(0)).join(''))
  const large = parts.filter((word) => /^\p{Lu}/u.test(word))
  const withOf = parts.filter((word) => /^\p{Lu}/u.test(word) || word === 'of' || word === 'for')
  return [of(parts), of(large), of(withOf)].filter((initials) => initials.length > 1)
}

/**
 * Whether every token of the name stands in the evidence. A near miss is a spelling to correct, unless the name's own
 * word is a name in its own right (Austria, Australia): then it is missing.
 */
export function nameSupport(
  name: NameMention,
  evidence: string,
  o: { readonly language: string; isKnownName?(token: string): boolean },
): NameSupport {
  const found = evidenceOf(evidence, o.language)
  const folded = name.tokens.map(foldedName)
  const place = placeKey(folded.join(' '))
  if (place !== undefined && found.places.has(place)) return 'found'
  // Of "North Korea" each word may be there and the country not.
  if (place !== undefined && folded.length > 1) return 'missing'
  if (folded.length > 1 && initialsOf(name.text).some((initials) => found.words.has(initials))) return 'found'
  const corrections = new Map<string, string>()
  for (const [at, token] of folded.entries()) {
    if (isTokenSupported(token, name.tokens[at] ?? '', found, o.language)) continue
    const spelling = spellingOf(token, found)
    const isOwnName = placeKey(token) !== undefined || (o.isKnownName?.(token) ?? false)
    if (spelling === undefined || isOwnName) return 'missing'
    corrections.set(name.tokens[at] ?? '', spelling)
  }
  if (corrections.size === 0) return 'found'
  return {
    spelling: [...corrections].reduce((text, [wrong, right]) => text.replace(wrong, right), name.text),
  }
}

function isTokenSupported(folded: string, printed: string, found: NameEvidence, language: string): boolean {
  if (found.words.has(folded) || ROLES.has(folded)) return true
  const place = placeKey(folded)
  if (place !== undefined && found.places.has(place)) return true
  if (/^\p{Lu}{2,6}s?$/u.test(printed) && found.initials.has(folded)) return true
  const parts = folded.split(/[^\p{L}\p{N}]+/u).filter(Boolean)
  if (parts.length > 1) return parts.every((part) => found.words.has(part) || ROLES.has(part))
  return found.stems.has(stem(folded, language)) || (INFLECTED.has(language) && hasForm(folded, found.words))
}

/** Languages that decline names: "Анна", "Анной". */
export const INFLECTED: ReadonlySet<string> = new Set([
  'ru',
  'uk',
  'be',
  'bg',
  'sr',
  'pl',
  'cs',
  'sk',
  'hr',
  'sl',
  'lt',
  'lv',
])

const SHORT_NAME = 4

function hasForm(token: string, words: ReadonlySet<string>): boolean {
  // A short name keeps all but its last letter: "Эва", "Эвы".
  const isShort = token.length <= SHORT_NAME
  const beginning = token.slice(0, isShort ? -1 : Math.max(3, token.length - 2))
  const most = isShort ? 1 : 3
  for (const word of words)
    if (word.startsWith(beginning) && Math.abs(word.length - token.length) <= most) return true
  return false
}

/** The printed word that the token misspells: one letter off (two in long words), same first letter. */
function spellingOf(token: string, found: NameEvidence): string | undefined {
  if (token.length < 5) return undefined
  const allowed = token.length < 8 ? 1 : 2
  return found.printed.find((word) => {
    const folded = foldedName(word)
    return folded.charAt(0) === token.charAt(0) && editDistance(folded, token, allowed) <= allowed
  })
}
