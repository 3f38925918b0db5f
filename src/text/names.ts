// Names: runs of capitalised words, and whether a text supports them (grounding 3.7).

import { editDistance } from './edit-distance.ts'
import { calendarNames } from './month-names.ts'
import { fold } from './normalise.ts'
import { placeKey, placesIn } from './places.ts'
import { isStopWord, stem } from './tokens.ts'

export interface NameMention {
  /** As printed, without a title in front or a possessive behind. */
  readonly text: string
  readonly tokens: readonly string[]
  readonly start: number
  readonly end: number
  /** It opens a sentence, where every word has a capital. */
  readonly isSentenceStart: boolean
}

/** Found in the evidence, found but for its spelling, or missing. */
export type NameSupport = 'found' | 'missing' | { readonly spelling: string }

const words = (list: string) => new Set(list.split(/\s+/))

const HONORIFICS = words(
  'mr mrs ms miss dr prof sir dame lord lady st sen rep gov gen col lt sgt capt rev hon herr frau señor señora monsieur madame m mme',
)
/** What people are, not who they are: never missing. */
const ROLES = words(
  `president prime minister chancellor premier king queen prince princess pope bishop archbishop senator governor mayor
  secretary ambassador general colonel admiral captain chief director chairman chairwoman chair ceo chief executive officer
  spokesman spokeswoman spokesperson judge justice professor doctor coach manager police government parliament congress senate
  house court ministry department state federal national council committee commission party union army navy air force agency
  bank office university school hospital church city county province region north south east west northern southern eastern
  western central street avenue road square airport river lake mount island islands sea ocean bay coast internet foreign
  finance interior defense defence health justice treasury home attorney deputy vice former bundesregierung präsident
  präsidentin minister ministerin kanzler kanzlerin regierung polizei gouvernement président présidente ministre gobierno
  presidente ministro president правительство президент министр`,
)
/** Small words that belong to names when they stand inside them. */
const PARTICLES =
  'van|von|der|den|de|del|della|di|da|dos|das|du|la|le|el|al|bin|ibn|bint|y|zu|of|of the|op|ter|ten'
const GERMAN_PARTICLES = 'van|von|zu|de|del|di|da|al|bin|ibn'

const WORD = String.raw`(?:\p{Lu}[\p{L}\p{M}\p{N}]*(?:['’](?!s(?![\p{L}]))\p{L}[\p{L}\p{M}]*|[.&-]\p{L}[\p{L}\p{M}\p{N}]*|-\p{N}+)*)`
/** A full stop inside a name stands behind an initial or a title. */
const GAP = String.raw`(?:(?<=(?<!\p{L})(?:\p{Lu}|Dr|Mr|Ms|Mrs|St|Jr|Gen|Sen|Gov|Rep|Prof))\.)?[ \u00a0]`
const runPattern = (particles: string) =>
  new RegExp(
    String.raw`(?<![\p{L}\p{N}])${WORD}(?:${GAP}(?:(?:${particles}) )?${WORD}|${GAP}(?:al|el)-${WORD})*`,
    'gu',
  )
const RUN = runPattern(PARTICLES)
const GERMAN_RUN = runPattern(GERMAN_PARTICLES)

const CALENDAR = new Set(
  Object.values(calendarNames)
    .filter((names) => names.capital)
    .flatMap((names) => [...names.months, ...names.weekdays].flat())
    .map(fold),
)

/** Every name in the text, in order. Scripts without capitals have none; in German only what cannot be a mere noun. */
export function findNames(text: string, language: string): readonly NameMention[] {
  const isGerman = language.startsWith('de')
  const mentions: NameMention[] = []
  for (const match of text.matchAll(isGerman ? GERMAN_RUN : RUN)) {
    const mention = mentionOf(text, match[0], match.index, language)
    if (mention && (!isGerman || isSurelyName(mention))) mentions.push(mention)
  }
  return mentions
}

/** Strips from both ends what has a capital for another reason; undefined when nothing is left. */
function mentionOf(text: string, run: string, at: number, language: string): NameMention | undefined {
  const parts = [...run.matchAll(/[^ \u00a0]+/g)].map((part) => ({
    word: part[0].replace(/\.$/, ''),
    at: at + part.index,
  }))
  const opensSentence = isSentenceStart(text, at)
  let first = 0
  while (first < parts.length) {
    const word = foldedName(parts[first]?.word ?? '')
    const isCommon = first === 0 ? opensSentence && isOrdinary(parts[0]?.word ?? '', language) : false
    if (!isCommon && !HONORIFICS.has(word) && !CALENDAR.has(word) && !isParticle(parts[first]?.word ?? ''))
      break
    first++
  }
  let last = parts.length - 1
  while (
    last >= first &&
    (CALENDAR.has(foldedName(parts[last]?.word ?? '')) || isParticle(parts[last]?.word ?? ''))
  )
    last--
  const [opening, closing] = [parts[first], parts[last]]
  if (!opening || !closing || last < first) return undefined
  const kept = parts.slice(first, last + 1)
  if (kept.length === 1 && (opening.word.length < 2 || (!opensSentence && isPronounI(opening.word))))
    return undefined
  const end = closing.at + closing.word.length
  return {
    text: text.slice(opening.at, end),
    tokens: kept.filter(({ word }) => !isParticle(word)).map(({ word }) => word),
    start: opening.at,
    end,
    isSentenceStart: opensSentence && first === 0,
  }
}

function isParticle(word: string): boolean {
  return !/^\p{Lu}/u.test(word) && !/\p{Lu}/u.test(word.slice(1))
}

function isPronounI(word: string): boolean {
  return word === 'I' || /^I['’]/.test(word)
}

/** A word that needs no capital of its own: "The", "After", "Most". */
function isOrdinary(word: string, language: string): boolean {
  return isStopWord(word, language) || isPronounI(word) || OPENERS.has(word.toLowerCase())
}

const OPENERS = words(
  `after before while when although though because since despite during among amid under over meanwhile however moreover
  also even only just still yet most many some several few both all any each every another other one two three four five six
  seven eight nine ten twelve hundreds thousands millions people police officials researchers scientists experts critics
  supporters residents authorities doctors workers according earlier later last next this that these those there here then now
  today yesterday tomorrow first second third finally instead nobody nothing everyone everybody if unless until once thus nearly
  almost about around more less fewer asked told speaking no yes not never asked new nine eleven shares sales profits prices`,
)

function isSentenceStart(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 4), at).replace(/[\s"'“”‘’„«»([•–—-]+$/u, '')
  const gap = text.slice(Math.max(0, at - 4), at)
  return before === '' ? at <= 4 || /\n/.test(gap) : /[.!?:…\n]$/.test(before) || /["“„«]\s?$/.test(gap)
}

/** German writes every noun with a capital; two together, a capital inside, an acronym or a country are names. */
function isSurelyName({ tokens }: NameMention): boolean {
  if (tokens.length > 1) return true
  const [token = ''] = tokens
  return /^\p{Lu}{2,}|[\p{Ll}]\p{Lu}/u.test(token) || placeKey(foldedName(token)) !== undefined
}

/** Folded tokens of the names in a text, countries unified, roles left out: what stories and questions are matched by. */
export function nameKeys(text: string, language: string): readonly string[] {
  const keys: string[] = []
  for (const { tokens } of findNames(text, language)) {
    const folded = tokens.map(foldedName)
    const inPlaces = new Set<number>()
    for (const { at, length, key } of placesIn(folded)) {
      keys.push(key)
      for (let word = at; word < at + length; word++) inPlaces.add(word)
    }
    for (const [at, word] of folded.entries())
      if (!inPlaces.has(at) && !ROLES.has(word) && word.length > 1) keys.push(word)
  }
  return keys
}

const foldedNames = new Map<string, string>()

function foldedName(token: string): string {
  const known = foldedNames.get(token)
  if (known !== undefined) return known
  if (foldedNames.size > 20_000) foldedNames.clear()
  const folded = fold(token)
  foldedNames.set(token, folded)
  return folded
}

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
    initials: new Set([...text.matchAll(RUN)].flatMap(([run]) => initialsOf(run))),
    printed,
  }
  if (evidenceCache.size >= 64) evidenceCache.clear()
  evidenceCache.set(cacheKey, evidence)
  return evidence
}

/** With and without the small words: "Bank of England" gives `be` and `boe`. */
function initialsOf(run: string): readonly string[] {
  const parts = run.split(/[\s-]+/)
  const of = (some: readonly string[]) => fold(some.map((word) => word.charAt(0)).join(''))
  return [of(parts), of(parts.filter((word) => /^\p{Lu}/u.test(word)))].filter(
    (initials) => initials.length > 1,
  )
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
  return found.stems.has(stem(folded, language))
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
