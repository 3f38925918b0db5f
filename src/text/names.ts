// Names: runs of capitalised words without those that have a capital for another reason (grounding 3.7).

import type { NameMention } from './name-mention.ts'
import { foldedName, nameRuns } from './name-runs.ts'
import { CALENDAR, HONORIFICS, OPENERS } from './name-words.ts'
import { placeKey } from './places.ts'
import { isStopWord } from './tokens.ts'

export type { NameMention } from './name-mention.ts'
export { type NameSupport, nameSupport } from './name-support.ts'

/** Every name in the text, in order. Scripts without capitals have none; in German only what cannot be a mere noun. */
export function findNames(text: string, language: string): readonly NameMention[] {
  const isGerman = language.startsWith('de')
  const mentions: NameMention[] = []
  for (const match of nameRuns(text, language)) {
    const mention = mentionOf(text, match[0], match.index, language)
    if (mention && (!isGerman || isSurelyName(mention))) mentions.push(mention)
  }
  return mentions
}

/** Strips from both ends what has a capital for another reason; undefined when nothing is left. */
function mentionOf(text: string, run: string, at: number, language: string): NameMention | undefined {
  const parts = partsOf(run, at)
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

interface Part {
  readonly word: string
  readonly at: number
}

function partsOf(run: string, at: number): readonly Part[] {
  if (SINGLE_WORD.test(run)) return [{ word: run, at }]
  return [...run.matchAll(/[^ \u00a0]+/g)].map((part) => ({
    word: part[0].replace(/\.$/, ''),
    at: at + part.index,
  }))
}

const SINGLE_WORD = /^[^ \u00a0.]+$/

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

/** Most names stand in the middle of a sentence, behind a word or a comma. */
const BEHIND_WORD = /[a-z0-9,] $/i

function isSentenceStart(text: string, at: number): boolean {
  const gap = text.slice(Math.max(0, at - 4), at)
  if (BEHIND_WORD.test(gap)) return false
  const before = gap.replace(/[\s"'“”‘’„«»([•–—-]+$/u, '')
  return before === '' ? at <= 4 || /\n/.test(gap) : /[.!?:…\n]$/.test(before) || /["“„«]\s?$/.test(gap)
}

/** German writes every noun with a capital; two together, a capital inside, an acronym or a country are names. */
function isSurelyName({ tokens }: NameMention): boolean {
  if (tokens.length > 1) return true
  const [token = ''] = tokens
  return /^\p{Lu}{2,}|[\p{Ll}]\p{Lu}/u.test(token) || placeKey(foldedName(token)) !== undefined
}
