// A question in, a checked answer out: one to three sentences of stored articles with their citations, or the nearest
// articles and an honest "not in what I have stored" (grounding 6). It repeats; it never concludes, adds or advises.

import type { AnswerKind, AnswerReason, Conversation, Focus, NewAnswer, Point, Source } from '../domain.ts'
import type { Clock, Making, Store } from '../ports.ts'
import { sourceOf } from '../summarizer/source-of.ts'
import { ANSWERED, answerability, CLOSEST } from './answerability.ts'
import { choosePassages } from './choose-passages.ts'
import { focusAfter } from './focus.ts'
import { type Resolved, resolveFollowUp } from './follow-up.ts'
import { type Lack, lackOf } from './lacks.ts'
import { distinct, type Passage, pointOf, rankPassages } from './passages.ts'
import { asksForSeveral, type Question, type ReadOptions, readQuestion } from './question.ts'
import { type Candidate, isOfFocus, type Retrieval, retrieve } from './retrieve.ts'

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
}

export interface Answered {
  readonly answer: NewAnswer
  /** What the conversation is about from now on. */
  readonly focus: Focus | undefined
}

/** Whoever answers: this, or what contains it. */
export type AnswerQuestion = (parts: AnswerParts, ask: Ask) => Promise<Answered>

const MAX_NEAREST = 5
/** What is refused before anything is looked up. */
const OUT_OF_REACH = -5

export async function answerQuestion(parts: AnswerParts, ask: Ask): Promise<Answered> {
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
  const looked = await lookBoth(store, resolved, now)
  const answer = answerFrom(looked.resolved.question, looked.found)
  return { answer, focus: focusAfter(answer, looked.resolved, looked.found.used, now) ?? focus }
}

interface Found {
  readonly kind: AnswerKind
  readonly reason?: AnswerReason
  readonly score: number
  readonly used: readonly Passage[]
  readonly candidates: readonly Candidate[]
  /** What was talked about holds something of what a follow-up asks for. */
  readonly isInFocus?: boolean
}

interface Looked {
  readonly resolved: Resolved
  readonly found: Found
}

/** What leads nowhere as a follow-up may begin a new subject. */
async function lookBoth(store: Store, resolved: Resolved, now: number): Promise<Looked> {
  const found = await look(store, resolved, now)
  const { alone } = resolved
  if (!alone || found.kind === 'answered' || found.isInFocus) return { resolved, found }
  const afresh: Resolved = { question: alone, isFollowUp: false, isDangling: false }
  const foundAlone = await look(store, afresh, now)
  return foundAlone.kind === 'answered' ? { resolved: afresh, found: foundAlone } : { resolved, found }
}

/** A comparison is answered when each side is (grounding 6.3). */
async function look(store: Store, resolved: Resolved, now: number): Promise<Found> {
  const { question } = resolved
  if (!question.sides || asksForSeveral(question)) return lookOnce(store, resolved, now)
  const [left, right] = question.sides
  const sides = await Promise.all(
    [only(question, left, right), only(question, right, left)].map((side) =>
      lookOnce(store, { ...resolved, question: side }, now),
    ),
  )
  const answered = sides.filter(({ kind }) => kind === 'answered')
  const shown = answered.length > 0 ? answered : sides.filter(({ kind }) => kind === 'closest')
  const kind = answered.length === sides.length ? 'answered' : shown.length > 0 ? 'closest' : 'refused'
  return {
    kind,
    ...(kind !== 'answered' && { reason: answered.length > 0 ? 'partial' : 'not-stored' }),
    score: Math.min(...sides.map(({ score }) => score)),
    used: shown.flatMap(({ used }) => used.slice(0, 1)),
    candidates: sides.flatMap(({ candidates }) => candidates),
  }
}

/** One side of a comparison: without what only the other side says. */
function only(question: Question, side: string, other: string): Question {
  const isIn = (text: string, of: string) => of.toLowerCase().includes(text.toLowerCase())
  const isAsked = ({ text }: { readonly text: string }) => isIn(text, side) || !isIn(text, other)
  return {
    ...question,
    terms: question.terms.filter(isAsked),
    names: question.names.filter(isAsked),
  }
}

async function lookOnce(store: Store, resolved: Resolved, now: number): Promise<Found> {
  const { question, focus } = resolved
  const retrieval = await retrieve(store, question, { now, ...(focus && { focus }) })
  const { candidates } = retrieval
  const passages = rankPassages(question, retrieval)
  const [best] = passages
  if (!best) return { kind: 'refused', reason: 'not-stored', score: OUT_OF_REACH, used: [], candidates }
  const ofFocus = passages.filter(({ candidate }) => isOfFocus(candidate.article, focus))
  const isInFocus = ofFocus.some(({ own }) => own > 0)
  const lacks = new Map(passages.map((passage) => [passage, lackIn(resolved, retrieval, passage)]))
  const lacking = (...kinds: readonly (Lack | undefined)[]) =>
    passages.filter((passage) => kinds.includes(lacks.get(passage)))
  const sound = lacking(undefined)
  const nearest = [lacking('word', 'kind'), resolved.isFollowUp ? ofFocus : []]
  const [shown = passages] = [sound, ...nearest].filter(({ length }) => length > 0)
  const chosen = choosePassages(question, shown)
  const score = answerability(question, retrieval, sound[0] ?? best, sound.length > 0)
  if (score < CLOSEST)
    return { kind: 'refused', reason: 'not-stored', score, used: [], candidates, isInFocus }
  if (score < ANSWERED)
    return { kind: 'closest', reason: 'not-stored', score, used: chosen, candidates, isInFocus }
  return { kind: 'answered', score, used: chosen, candidates }
}

/** A follow-up that names nobody is about what was talked about. */
function lackIn(
  { question, isFollowUp, focus }: Resolved,
  { query }: Retrieval,
  passage: Passage,
): Lack | undefined {
  const mustBeOfFocus = isFollowUp && focus !== undefined && question.names.length === 0
  if (mustBeOfFocus && !isOfFocus(passage.candidate.article, focus)) return 'name'
  return lackOf(question, query, passage)
}

function answerFrom(question: Question, { kind, reason, score, used, candidates }: Found): NewAnswer {
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

function refusal(question: Question, reason: AnswerReason, score: number): NewAnswer {
  const points: readonly Point[] = []
  return { ...answerFrom(question, { kind: 'refused', reason, score, used: [], candidates: [] }), points }
}

/** The articles cited, in the order of their first citation. */
function sourcesOf(passages: readonly Passage[]): readonly Source[] {
  const articles = new Map(passages.map(({ candidate: { article } }) => [article.id, article]))
  return [...articles.values()].map(sourceOf)
}

function nearestOf(candidates: readonly Candidate[]): readonly Source[] {
  const articles = new Map(distinct(candidates).map(({ article }) => [article.id, article]))
  return [...articles.values()].slice(0, MAX_NEAREST).map(sourceOf)
}
