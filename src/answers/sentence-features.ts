// What speaks for a sentence as the answer to a question, as numbers between about 0 and 1. `rank-sentences.ts` weighs
// them; test/bench/fit-sentences.ts finds the weights.

import { fold, norm } from '../text/normalise.ts'
import { contentStems, isStopWord, stem, tokenize } from '../text/tokens.ts'
import { type AnswerSpan, findAnswerSpans } from './answer-spans.ts'
import type { Query, QueryTerm } from './query.ts'
import type { Question } from './question.ts'
import type { Expected } from './question-words.ts'
import { heldWords, shareHeld } from './word-match.ts'

export const FEATURES = [
  'coverage',
  'pairs',
  'littleWords',
  'context',
  'span',
  'spanNear',
  'length',
  'question',
  'phrase',
  'plain',
  'wordPairs',
] as const

/** A question as sentences of one language are compared with it. */
export interface Asked {
  readonly language: string
  readonly expected: Expected
  readonly isBare: boolean
  readonly terms: ReadonlyMap<string, QueryTerm>
  readonly total: number
  /** Neighbours in the question: together they say more than apart. */
  readonly pairs: readonly (readonly [string, string])[]
  /** "First", "after", "than": words too common to search for, but not to compare with. */
  readonly littleWords: ReadonlySet<string>
  readonly wordPairs: readonly string[]
  readonly phrases: readonly string[]
  isAsked(foldedToken: string): boolean
}

export interface SentenceInContext {
  readonly text: string
  readonly stems: readonly string[]
  /** Stems of the title and of the sentence before it in the paragraph. */
  readonly context: readonly string[]
}

const CONTEXT_SHARE = 0.5
const CLOSE = 2
const NEAR_TOKENS = 8

const ASKING = new Set(
  'what which who whom whose when where why how is are was were be been do does did has have had a an the of to in'.split(
    ' ',
  ),
)

export function askedOf(question: Question, query: Query, language: string): Asked {
  const terms = query.termsIn(language)
  const own = contentStems(question.text, language).filter((stem) => terms.has(stem))
  const words = tokenize(question.text, language).map((token) => fold(token.text))
  const known = new Set(words)
  return {
    language,
    expected: question.expected === 'thing' ? (question.expectedBefore ?? 'thing') : question.expected,
    isBare: question.isBare ?? false,
    terms,
    total: sum([...terms.values()].map(({ weight }) => weight)),
    pairs: own.slice(1).map((stem, index) => [own[index] ?? stem, stem] as const),
    littleWords: new Set(words.filter((word) => isStopWord(word, language) && !ASKING.has(word))),
    wordPairs: pairsOf(tokenize(question.text, language).map((token) => stem(token.text, language))),
    phrases: question.phrases.map((phrase) => norm(phrase).toLowerCase()),
    isAsked: (token) => known.has(token) || isSaid(token, terms, language, question.isBare !== undefined),
  }
}

function pairsOf(words: readonly string[]): readonly string[] {
  return words.slice(1).map((word, index) => `${words[index]} ${word}`)
}

/** What a follow-up borrows it does not say, and may be answered by: "who controls it?" */
function isSaid(
  token: string,
  terms: ReadonlyMap<string, QueryTerm>,
  language: string,
  isFollowUp: boolean,
): boolean {
  const stems = contentStems(token, language)
  return stems.length > 0 && stems.every((stem) => terms.has(stem) && (!isFollowUp || terms.get(stem)?.isNew))
}

/** The values of `FEATURES`, in their order. */
export function sentenceFeatures(asked: Asked, sentence: SentenceInContext): readonly number[] {
  const { share, context, plain } = coverageOf(asked, sentence)
  const spans = findAnswerSpans(sentence.text, asked.language, asked.expected, asked.isAsked)
  return [
    share,
    pairShare(asked.pairs, sentence.stems),
    littleShare(asked, sentence.text),
    context,
    Math.max(0, ...spans.map(({ fit }) => fit)),
    spans.length > 0 ? nearness(asked, sentence.text, spans) : 0,
    Math.log(1 + sentence.stems.length) / 4,
    /\?["'”’»]?$/.test(sentence.text) ? 1 : 0,
    asked.phrases.length > 0 ? phraseShare(asked.phrases, sentence.text) : 0,
    plain,
    wordPairShare(asked, sentence.text),
  ]
}

function coverageOf(asked: Asked, { text, stems, context }: SentenceInContext) {
  const held = heldWords(stems, text, asked.language)
  const around = new Set(context)
  let matched = 0
  let added = 0
  let plain = 0
  for (const term of asked.terms.values()) {
    const share = shareHeld(term, held)
    matched += term.weight * share
    plain += share
    if (around.has(term.stem)) added += term.weight * (1 - share)
  }
  const total = Math.max(asked.total, 1e-9)
  return {
    share: matched / total,
    plain: plain / Math.max(1, asked.terms.size),
    context: added / total,
  }
}

/** Of what a follow-up says itself, the share that is held; 1 when it says nothing, and of any other question. */
export function ownShare({ terms, language }: Asked, { text, stems, context }: SentenceInContext): number {
  const own = [...terms.values()].filter(({ isNew }) => isNew)
  if (own.length === 0) return 1
  const held = heldWords(stems, text, language)
  const around = new Set(context)
  let matched = 0
  for (const term of own)
    matched += term.weight * Math.max(shareHeld(term, held), around.has(term.stem) ? CONTEXT_SHARE : 0)
  return matched / sum(own.map(({ weight }) => weight))
}

function pairShare(pairs: Asked['pairs'], stems: readonly string[]): number {
  if (pairs.length === 0) return 0
  let close = 0
  for (const [left, right] of pairs) {
    const isClose = stems.some(
      (stem, place) =>
        stem === left &&
        stems.slice(Math.max(0, place - CLOSE), place + CLOSE + 1).includes(right) &&
        left !== right,
    )
    if (isClose) close++
  }
  return close / pairs.length
}

function littleShare({ littleWords, language }: Asked, text: string): number {
  if (littleWords.size === 0) return 0
  const held = new Set(tokenize(text, language).map((token) => fold(token.text)))
  return [...littleWords].filter((word) => held.has(word)).length / Math.max(2, littleWords.size)
}

function wordPairShare({ wordPairs, language }: Asked, text: string): number {
  if (wordPairs.length === 0) return 0
  const words = tokenize(text, language).map((token) => stem(token.text, language))
  const held = new Set(words.slice(1).map((word, index) => `${words[index]} ${word}`))
  return wordPairs.filter((pair) => held.has(pair)).length / wordPairs.length
}

/** How close the best span stands to the words of the question. */
function nearness({ terms, total, language }: Asked, text: string, spans: readonly AnswerSpan[]): number {
  const tokens = tokenize(text, language)
  const places = new Map<string, number[]>()
  for (const [place, token] of tokens.entries()) {
    for (const stem of contentStems(token.text, language)) {
      if (terms.has(stem)) places.set(stem, [...(places.get(stem) ?? []), place])
    }
  }
  let best = 0
  for (const span of spans) {
    const at = tokens.findIndex((token) => token.end > span.start)
    let close = 0
    for (const [stem, found] of places) {
      const distance = Math.min(...found.map((place) => Math.abs(place - at)))
      close += (terms.get(stem)?.weight ?? 0) * Math.exp(-distance / NEAR_TOKENS)
    }
    best = Math.max(best, (span.fit * close) / Math.max(total, 1e-9))
  }
  return best
}

function phraseShare(phrases: readonly string[], text: string): number {
  const plain = norm(text).toLowerCase()
  return phrases.filter((phrase) => plain.includes(phrase)).length / phrases.length
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
