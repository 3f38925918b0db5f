// A text read for checking: what a claim can be held against, and the words of both.

import type { Finding } from '../domain.ts'
import { type DateMention, findDates } from '../text/dates.ts'
import { fold } from '../text/normalise.ts'
import { findNumbers, type NumberMention } from '../text/numbers.ts'
import { contentStems, type Token, tokenize } from '../text/tokens.ts'

/** A sentence of the claim or of the evidence. What is costly to find is found when it is asked for. */
export interface CheckedText {
  readonly text: string
  readonly language: string
  /** Of evidence, when its article was published: "on Tuesday" is a date then. */
  readonly publishedAt?: number
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
  /** What is counted: the content stem behind it, or before it where none follows. */
  readonly counts?: string
}

/** What a point may rest on, and what else there is. */
export interface CheckScope {
  readonly language: string
  /** The cited sentences, and the titles of their articles. */
  readonly cited: readonly CheckedText[]
  /** Evidence that was at hand and is not cited. */
  readonly others: readonly CheckedText[]
  /** Where the texts do not say it of themselves. */
  readonly publishedAt?: number
  /** Names that the store knows are never corrected into others. */
  isKnownName?(token: string): boolean
}

/** A finding with what mends it: the sentence that says it, or how the source spells it. */
export interface Noticed extends Finding {
  readonly elsewhere?: CheckedText
  readonly spelling?: string
}

/** What is stored and shown of it. */
export function plainFinding({ kind, level, text, note }: Finding): Finding {
  return { kind, level, text, note }
}

/** What a point says stands in a sentence that it does not cite, and could. */
export function saidElsewhere(
  kind: Finding['kind'],
  text: string,
  elsewhere: CheckedText,
  verb = 'says',
): Noticed {
  return { kind, level: 'recite', text, note: `Another sentence ${verb} it: "${elsewhere.text}"`, elsewhere }
}

const CONTEXT_WORDS = 6

export function readForCheck(text: string, language: string, publishedAt?: number): CheckedText {
  const stems = contentStems(text, language)
  return {
    text,
    language,
    ...(publishedAt !== undefined && { publishedAt }),
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

/** A sentence that shares fewer stems with what stands around a fact of the point speaks of something else. */
const MIN_SHARED_STEMS = 2

/** Whether another sentence speaks of what the point says around this place: only there can it be cited from. */
export function speaksOf(
  point: CheckedText,
  { start, end }: { readonly start: number; readonly end: number },
  other: CheckedText,
): boolean {
  const context = [...contextOf(tokenize(point.text, point.language), start, end, point.language)]
  const shared = context.filter((one) => other.stemSet.has(one)).length
  return shared >= Math.min(MIN_SHARED_STEMS, Math.max(1, context.length))
}

function contextOf(
  tokens: readonly Token[],
  start: number,
  end: number,
  language: string,
): ReadonlySet<string> {
  const before = tokens.filter((token) => token.end <= start).slice(-CONTEXT_WORDS)
  const after = tokens.filter((token) => token.start >= end).slice(0, CONTEXT_WORDS)
  const around = [...before, ...after].map((token) => token.text).join(' ')
  return new Set(contentStems(around, language).filter((one) => !/\d/.test(one)))
}

function numbersOf(text: string, language: string): readonly CheckedNumber[] {
  const numbers = findNumbers(text, language)
  if (numbers.length === 0) return []
  const tokens = tokenize(text, language)
  return numbers.map((number) => {
    const counts = countedBy(tokens, number.start, number.end, language)
    return {
      number,
      context: contextOf(tokens, number.start, number.end, language),
      ...(counts !== undefined && { counts }),
    }
  })
}

const NEAR_WORDS = 3

function countedBy(
  tokens: readonly Token[],
  start: number,
  end: number,
  language: string,
): string | undefined {
  const stemIn = (some: readonly Token[]) =>
    contentStems(some.map(({ text }) => text).join(' '), language).find((one) => !/\d/.test(one))
  const after = tokens.filter((token) => token.start >= end).slice(0, NEAR_WORDS)
  const before = tokens.filter((token) => token.end <= start).slice(-NEAR_WORDS)
  return stemIn(after) ?? stemIn(before.toReversed())
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
