import { fold, isPlainWord } from './normalise.ts'

/** Small words that belong to names when they stand inside them. */
const PARTICLES =
  'van|von|der|den|de|del|della|di|da|dos|das|du|la|le|el|al|bin|ibn|bint|zu|of|the|op|ter|ten'
const GERMAN_PARTICLES = 'van der|van den|von der|von und zu|de la|van|von|zu|de|del|di|da|al|bin|ibn'

const WORD = String.raw`(?:\p{Lu}[\p{L}\p{M}\p{N}]*(?:['’](?!s(?![\p{L}]))\p{L}[\p{L}\p{M}]*|[.&-]\p{L}[\p{L}\p{M}\p{N}]*|-\p{N}+)*)`
/** A full stop inside a name stands behind an initial or a title. */
const GAP = String.raw`(?:(?<=(?<!\p{L})(?:\p{Lu}|EE|Dr|Mr|Ms|Mrs|St|Jr|Gen|Sen|Gov|Rep|Prof))\.)?[ \u00a0]`
const runPattern = (particles: string) =>
  new RegExp(
    String.raw`(?<![\p{L}\p{N}])${WORD}(?:${GAP}(?:(?:${particles}) ){0,3}${WORD}|${GAP}(?:al|el)-${WORD})*`,
    'gu',
  )
const RUN = runPattern(PARTICLES)
const GERMAN_RUN = runPattern(GERMAN_PARTICLES)

/** Runs of words with capitals, and the small words between them. */
export function nameRuns(text: string, language: string): Iterable<RegExpExecArray> {
  return text.matchAll(language.startsWith('de') ? GERMAN_RUN : RUN)
}

const foldedNames = new Map<string, string>()

/** As `fold`; names come again and again, and those with accents or marks are remembered. */
export function foldedName(token: string): string {
  if (isPlainWord(token)) return token.toLowerCase()
  const known = foldedNames.get(token)
  if (known !== undefined) return known
  if (foldedNames.size > 20_000) foldedNames.clear()
  const folded = fold(token)
  foldedNames.set(token, folded)
  return folded
}
