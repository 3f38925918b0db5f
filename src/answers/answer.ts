// A question in, a checked answer out: one to three sentences of stored articles with their citations, or the nearest
// articles and an honest "not in what I have stored" (grounding 6). It repeats; it never concludes, adds or advises.

import type { AnswerReason, Conversation, Focus, NewAnswer, Point, Source } from '../domain.ts'
import type { Clock, Making, Payer, Store } from '../ports.ts'
import { sourceOf } from '../summarizer/source-of.ts'
import { focusAfter } from './focus.ts'
import { type Resolved, resolveFollowUp } from './follow-up.ts'
import { type Found, type Looked, lookBoth, OUT_OF_REACH } from './look.ts'
import { distinct, type Passage, pointOf } from './passages.ts'
import { type Question, type ReadOptions, readQuestion } from './question.ts'
import type { Candidate } from './retrieve.ts'

export interface AnswerParts {
  readonly store: Store
  readonly clock: Clock
}

export interface Ask {
  readonly question: string
  readonly conversation: Conversation
  /** Epoch milliseconds; the clock's time when absent. */
  readonly now?: number
  /** Absent where nobody looks on. */
  readonly making?: Making
  /** Whose budget a model's calls count against besides the installation's. */
  readonly payer?: Payer
}

export interface Answered {
  readonly answer: NewAnswer
  /** What the conversation is about from now on. */
  readonly focus: Focus | undefined
}

/** Whoever answers: this, or what contains it. */
export type AnswerQuestion = (parts: AnswerParts, ask: Ask) => Promise<Answered>

const MAX_NEAREST = 5

export async function answerQuestion(parts: AnswerParts, ask: Ask): Promise<Answered> {
  const understood = await understand(parts, ask)
  return 'answer' in understood ? understood : answerFromStore(parts, ask, understood)
}

/** The question as it is meant; an answer where there is nothing to look up. */
export async function understand(parts: AnswerParts, ask: Ask): Promise<Answered | Resolved> {
  const { store } = parts
  const now = ask.now ?? parts.clock.now()
  const options: ReadOptions = { now, sourceNames: await store.sourceNames() }
  const read = readQuestion(ask.question, options)
  const { focus } = ask.conversation
  if (read.kind !== 'question') return { answer: refusal(read, 'out-of-scope', OUT_OF_REACH), focus }
  if ((await store.articleCount()) === 0) {
    return { answer: { ...refusal(read, 'not-stored', OUT_OF_REACH), isStoreEmpty: true }, focus }
  }
  const resolved = resolveFollowUp(read, ask.conversation, options)
  if (resolved.isDangling || resolved.question.terms.length === 0) {
    return { answer: refusal(read, 'ambiguous', OUT_OF_REACH), focus }
  }
  return resolved
}

/** The answer in sentences of the store, and what it rests on. */
export async function answerFromStore(
  { store, clock }: AnswerParts,
  ask: Ask,
  understood: Resolved,
): Promise<Answered & { readonly looked: Looked }> {
  const now = ask.now ?? clock.now()
  const looked = await lookBoth(store, understood, now)
  const answer = answerFrom(looked.resolved.question, looked.found)
  const focus = focusAfter(answer, looked.resolved, looked.found.used, now) ?? ask.conversation.focus
  return { answer, focus, looked }
}

export function answerFrom(question: Question, { kind, reason, score, used, candidates }: Found): NewAnswer {
  return {
    question: question.text,
    kind,
    ...(reason && { reason }),
    points: used.map(pointOf),
    sources: sourcesOf(used),
    nearest: kind === 'answered' ? [] : nearestOf(candidates),
    score,
    language: question.language,
    engine: 'extractive',
  }
}

export function refusal(question: Question, reason: AnswerReason, score: number): NewAnswer {
  const points: readonly Point[] = []
  return { ...answerFrom(question, { kind: 'refused', reason, score, used: [], candidates: [] }), points }
}

/** The articles cited, in the order of their first citation. */
function sourcesOf(passages: readonly Passage[]): readonly Source[] {
  const articles = new Map(passages.map(({ candidate: { article } }) => [article.id, article]))
  return [...articles.values()].map(sourceOf)
}

export function nearestOf(candidates: readonly Candidate[]): readonly Source[] {
  const articles = new Map(distinct(candidates).map(({ article }) => [article.id, article]))
  return [...articles.values()].slice(0, MAX_NEAREST).map(sourceOf)
}
