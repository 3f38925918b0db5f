// What the store holds for a question that was understood: whether it answers it, and by which passages (grounding 6.3).

import type { AnswerKind, AnswerReason } from '../domain.ts'
import type { Store } from '../ports.ts'
import { ANSWERED, answerability, CLOSEST } from './answerability.ts'
import { choosePassages } from './choose-passages.ts'
import type { Resolved } from './follow-up.ts'
import { type Lack, lackOf } from './lacks.ts'
import { type Passage, rankPassages } from './passages.ts'
import { asksForSeveral, type Question } from './question.ts'
import { type Candidate, isOfFocus, type Retrieval, retrieve } from './retrieve.ts'

/** What is refused before anything is looked up. */
export const OUT_OF_REACH = -5

export interface Found {
  readonly kind: AnswerKind
  readonly reason?: AnswerReason
  readonly score: number
  readonly used: readonly Passage[]
  readonly candidates: readonly Candidate[]
  /** What was talked about holds something of what a follow-up asks for. */
  readonly isInFocus?: boolean
}

export interface Looked {
  readonly resolved: Resolved
  readonly found: Found
}

/** What leads nowhere as a follow-up may begin a new subject. */
export async function lookBoth(store: Store, resolved: Resolved, now: number): Promise<Looked> {
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
