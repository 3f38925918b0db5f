// A text read for checking: what a claim can be held against, and the words of both.

import { type DateMention, findDates } from '../text/dates.ts'
import { fold } from '../text/normalise.ts'
import { findNumbers, type NumberMention } from '../text/numbers.ts'
import { contentStems, tokenize } from '../text/tokens.ts'

/** A sentence of the claim or of the evidence. What is costly to find is found when it is asked for. */
export interface CheckedText {
  readonly text: string
  readonly language: string
  /** Content stems in order. */
  readonly stems: readonly string[]
  readonly stemSet: ReadonlySet<string>
  /** All words, folded, in order. */
  words(): readonly string[]
  numbers(): readonly CheckedNumber[]
  dates(): readonly DateMention[]
}

export interface CheckedNumber {
  readonly number: NumberMention
  /** Content stems within six words. */
  readonly context: ReadonlySet<string>
}

/** What a point may rest on, and what else there is. */
export interface CheckScope {
  readonly language: string
  /** The cited sentences, and the titles of their articles. */
  readonly cited: readonly CheckedText[]
  /** Evidence that was at hand and is not cited. */
  readonly others: readonly CheckedText[]
  readonly publishedAt?: number
  /** Names that the store knows are never corrected into others. */
  isKnownName?(token: string): boolean
}

const CONTEXT_WORDS = 6

export function readForCheck(text: string, language: string): CheckedText {
  const stems = contentStems(text, language)
  return {
    text,
    language,
    stems,
    stemSet: new Set(stems),
    words: once(() => fold(text).match(/[\p{L}\p{N}]+/gu) ?? []),
    numbers: once(() => numbersOf(text, language)),
    dates: once(() => findDates(text, language)),
  }
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

function numbersOf(text: string, language: string): readonly CheckedNumber[] {
  const numbers = findNumbers(text, language)
  if (numbers.length === 0) return []
  const tokens = tokenize(text, language)
  return numbers.map((number) => {
    const before = tokens.filter((token) => token.end <= number.start).slice(-CONTEXT_WORDS)
    const after = tokens.filter((token) => token.start >= number.end).slice(0, CONTEXT_WORDS)
    const around = [...before, ...after].map((token) => token.text).join(' ')
    return { number, context: new Set(contentStems(around, language).filter((one) => !/\d/.test(one))) }
  })
}

/** How many of the claim's different stems are in the other text. */
export function sharedStems(claim: CheckedText, other: CheckedText): number {
  let shared = 0
  for (const one of claim.stemSet) if (other.stemSet.has(one)) shared++
  return shared
}

export function stemsOf(texts: readonly CheckedText[]): ReadonlySet<string> {
  const stems = new Set<string>()
  for (const text of texts) for (const one of text.stemSet) stems.add(one)
  return stems
}
