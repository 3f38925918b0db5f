// From the features and findings of a claim to one score (bench `checks`; weights by test/bench/fit-checks.ts).

import { readFileSync } from 'node:fs'
import type { Finding } from '../domain.ts'
import type { ClaimFeatures } from './claim-features.ts'

/** The weights are fitted so that supported and unsupported claims of all the bench's groups part best here. */
export const SUPPORTED_FROM = 0.5

/** What is counted for a claim, and against it; each from 0 to 1. */
export interface ClaimSignals {
  /** Square of the worst sentence's share in its nearest sentence: the last words that are missing cost most. */
  readonly nearest: number
  /** Of the worst sentence. */
  readonly triples: number
  readonly pieces: number
  readonly novelty: number
  /** A figure that the source does not give, or gives of something else; a month of another year. */
  readonly figure: number
  /** A role, relation or span of time that it does not name. */
  readonly role: number
  /** A date, name or quote that it does not have. */
  readonly fact: number
  readonly negation: number
  readonly direction: number
  /** Another word than the source's, of those of which only one can be right. */
  readonly otherWord: number
  /** It denies what the source does not. */
  readonly denial: number
  readonly attribution: number
}

/** How a claim turns its source round, beside what its findings say. */
export interface ClaimTurns {
  readonly hasOtherFigure: boolean
  readonly hasOtherWord: boolean
  readonly deniesMore: boolean
  /** How many roles, relations and spans of time the source does not name. */
  readonly strangeRoles: number
}

export const SIGNALS: readonly (keyof ClaimSignals)[] = [
  'nearest',
  'triples',
  'pieces',
  'novelty',
  'figure',
  'role',
  'fact',
  'negation',
  'direction',
  'otherWord',
  'denial',
  'attribution',
]

export type ClaimWeights = Readonly<Record<keyof ClaimSignals | 'bias', number>>

let fitted: ClaimWeights | undefined

function fittedWeights(): ClaimWeights {
  fitted ??= JSON.parse(
    readFileSync(new URL('./claim-weights.json', import.meta.url), 'utf8'),
  ) as ClaimWeights
  return fitted
}

export function signalsOf(
  sentences: readonly ClaimFeatures[],
  findings: readonly Finding[],
  turns: ClaimTurns,
): ClaimSignals {
  const has = (is: (finding: Finding) => boolean) => Number(findings.some(is))
  const fails = ({ level }: Finding) => level === 'fail' || level === 'spelling'
  return {
    nearest: Math.min(1, ...sentences.map(({ nearest }) => nearest)) ** 2,
    triples: Math.min(1, ...sentences.map(({ triples }) => triples)),
    pieces: sentences.reduce((sum, { pieces }) => sum + pieces, 0) / Math.max(1, sentences.length),
    novelty: Math.max(0, ...sentences.map(({ novelty }) => novelty)),
    figure: turns.hasOtherFigure ? 1 : has((one) => one.kind === 'number' && fails(one)),
    role: Math.min(1, turns.strangeRoles / 2),
    fact: has((one) => ['date', 'name', 'quote'].includes(one.kind) && fails(one)),
    negation: has(({ kind }) => kind === 'negation'),
    direction: has(({ kind }) => kind === 'direction'),
    otherWord: Number(turns.hasOtherWord),
    denial: Number(turns.deniesMore),
    attribution: has(({ kind }) => kind === 'attribution'),
  }
}

/** 0 for a claim that shares nothing with its source, 1 for one whose every sentence is a passage of it. */
export function claimScore(sentences: readonly ClaimFeatures[], signals: ClaimSignals): number {
  if (sentences.every(({ nearest }) => nearest === 0)) return 0
  if (sentences.every(({ isVerbatim }) => isVerbatim)) return 1
  const weights = fittedWeights()
  const sum = SIGNALS.reduce((total, signal) => total + weights[signal] * signals[signal], weights.bias)
  return 1 / (1 + Math.exp(-sum))
}
