// Whether what was found answers the question at all (grounding 6.3): logistics over how much of the question the
// evidence holds and how it is spread. The constants are those of answerability.json, fitted by
// test/bench/fit-answerability.ts. What they cannot see, rules say: a name that is nowhere is not answered about.

import { readFileSync } from 'node:fs'
import { nameSupport } from '../text/names.ts'
import { tokenize } from '../text/tokens.ts'
import { analyse } from './analysed-article.ts'
import { distinct, type Passage } from './passages.ts'
import type { QueryTerm } from './query.ts'
import { asksForSeveral, isLong, type Question } from './question.ts'
import { type Candidate, isWithin, type Retrieval, timeOf } from './retrieve.ts'
import { FEATURES } from './sentence-features.ts'

/** At this score and above it is answered. */
export const ANSWERED = 0
/** At this score and above the nearest sentences are shown as such. */
export const CLOSEST = -1.5

export interface Signals {
  /** Share of the question's weight that the best article holds; that the four best hold together. */
  readonly article: number
  readonly together: number
  /** The same for its title and beginning, and for the best passage with its title and the sentence before it. */
  readonly lead: number
  readonly passage: number
  /** Weight of the heaviest word that is missing there, against the heaviest there could be. */
  readonly missing: number
  /** Share of the neighbouring words of the question that are neighbours there. */
  readonly wordPairs: number
  /** Share of the mass of the ten best windows that one story holds. */
  readonly concentration: number
  /** Logarithm of the BM25 of the best window. */
  readonly window: number
  /** Published within the period that was asked for: 1 yes, 0 no, one half when none was. */
  readonly inPeriod: number
  /** The question denies ("not", "least") and the passage does not. */
  readonly negation: number
  /** Share of the weight of its names that the eight best articles hold; one half when it has none. */
  readonly names: number
  /** Share of the sources asked of that are stored; one half when it asks of none. */
  readonly sources: number
}

type Constants = Readonly<Partial<Record<keyof Signals, number>>> & { readonly bias: number }

const TOP_WINDOWS = 10
const TOGETHER = 4
const EVIDENCE = 8
const HEAVIEST = 9
/** Less than half of its names found: it is about something else. */
const NAMES_NEEDED = 0.5
const STRANGE_NAMES_SCORE = -3
/** The nearest sentences, at most: something that an answer must hold is not there. */
const UNSOUND_SCORE = -0.5

let constants: { readonly short: Constants; readonly long: Constants } | undefined

/** `best` is the passage that answers best; `isSound` when it lacks nothing that an answer must hold. */
export function answerability(
  question: Question,
  retrieval: Retrieval,
  best: Passage,
  isSound: boolean,
): number {
  if (isAboutOthers(question, best.candidate)) return STRANGE_NAMES_SCORE
  const score = fittedScore(question, retrieval, best)
  // Nothing of what a follow-up asks for is there: what was said before would be said again.
  return isSound && best.own > 0 ? score : Math.min(score, UNSOUND_SCORE)
}

function fittedScore(question: Question, retrieval: Retrieval, best: Passage): number {
  constants ??= JSON.parse(readFileSync(new URL('./answerability.json', import.meta.url), 'utf8')) as {
    readonly short: Constants
    readonly long: Constants
  }
  const { bias, ...weights } = asksForSeveral(question) ? constants.long : constants.short
  const signals = signalsOf(question, retrieval, best)
  let score = bias
  for (const [name, weight] of Object.entries(weights)) score += weight * signals[name as keyof Signals]
  return score
}

export function signalsOf(question: Question, retrieval: Retrieval, best: Passage): Signals {
  const { candidate } = best
  const { article, bestWindow, coverage, leadCoverage } = candidate
  const terms = retrieval.query.termsIn(article.language)
  const evidence = distinct(retrieval.candidates).slice(0, EVIDENCE)
  const around = new Set([...analyse(article).titleStems, ...best.stems])
  const [period] = question.periods.filter(({ isRelative }) => isRelative)
  return {
    article: coverage,
    together: shareIn(terms.values(), stemsOf(evidence.slice(0, TOGETHER))),
    lead: leadCoverage,
    passage: Math.min(1, featureOf(best, 'coverage') + featureOf(best, 'context')),
    missing:
      Math.max(
        0,
        ...[...terms.values()].filter(({ stem }) => !around.has(stem)).map(({ weight }) => weight),
      ) / HEAVIEST,
    wordPairs: featureOf(best, 'wordPairs'),
    concentration: concentration(retrieval.candidates, candidate),
    window: Math.log1p(bestWindow.score),
    inPeriod: period ? Number(isWithin(timeOf(article), period)) : 0.5,
    negation: Number(denies(question.text) && !denies(textOf(best))),
    names: shareIn(
      [...terms.values()].filter(({ isName }) => isName),
      stemsOf(evidence),
    ),
    sources: sourceShare(question),
  }
}

function featureOf({ features }: Passage, name: (typeof FEATURES)[number]): number {
  return features[FEATURES.indexOf(name)] ?? 0
}

/** The share of the weight of the terms that is held; one half when there are none. */
function shareIn(terms: Iterable<QueryTerm>, held: ReadonlySet<string>): number {
  let total = 0
  let found = 0
  for (const { stem, weight } of terms) {
    total += weight
    if (held.has(stem)) found += weight
  }
  return total === 0 ? 0.5 : found / total
}

function stemsOf(candidates: readonly Candidate[]): ReadonlySet<string> {
  return new Set(
    candidates
      .map(({ article }) => analyse(article))
      .flatMap(({ titleStems, sentences }) => [...titleStems, ...sentences.flat()]),
  )
}

/** A story told by ten outlets is one story: the mass is that of stories, not of articles (grounding 6.3). */
function concentration(candidates: readonly Candidate[], best: Candidate): number {
  const windows = candidates
    .flatMap((candidate) => candidate.windows.map(({ score }) => ({ score, story: storyOf(candidate) })))
    .sort((a, b) => b.score - a.score)
    .slice(0, TOP_WINDOWS)
  const all = windows.reduce((sum, { score }) => sum + score, 0)
  const own = windows.reduce((sum, { score, story }) => sum + (story === storyOf(best) ? score : 0), 0)
  return all === 0 ? 0 : own / all
}

function storyOf({ article }: Candidate): string {
  return article.storyId ?? article.duplicateGroup
}

/** Its names, or the papers it asks of, are not those of the article. A long question names too much to tell. */
export function isAboutOthers(question: Question, candidate: Candidate): boolean {
  if (isLong(question)) return false
  const { title, text } = candidate.article
  // As it is printed: "financial" here and "times" there are not the Financial Times.
  const isPrinted = (name: string) => title.includes(name) || text.includes(name)
  return heldNames(question, candidate) < NAMES_NEEDED || !question.strangeSources.every(isPrinted)
}

/** Share of the names as wholes, other spellings and words for countries counted as found. */
function heldNames({ names }: Question, { article }: Candidate): number {
  if (names.length === 0) return 1
  const evidence = `${article.title}\n\n${article.text}`
  const found = names.filter(
    (name) => nameSupport(name, evidence, { language: article.language }) !== 'missing',
  )
  return found.length / names.length
}

function sourceShare({ sources, strangeSources }: Question): number {
  const all = sources.length + strangeSources.length
  return all === 0 ? 0.5 : sources.length / all
}

const DENIAL = new Set(
  `not no never neither nor without cannot except least fewest lowest nicht nie kein keine keinen ohne pas jamais sans aucun
  nunca jamas sin ningun не никогда без нет`.split(/\s+/),
)

function denies(text: string): boolean {
  return tokenize(text, 'en').some(
    ({ text: word }) => DENIAL.has(word.toLowerCase()) || /n['’]t$/i.test(word),
  )
}

function textOf({ candidate: { article }, sentences }: Passage): string {
  return sentences.map(({ start, end }) => article.text.slice(start, end)).join(' ')
}
