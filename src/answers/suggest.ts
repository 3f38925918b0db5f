// Questions that the store can answer, for a reader who does not know what to ask. They are made of stored sentences by a few
// plain forms, and each was asked and answered from the sentence it was made of before it is shown. None is better than a silly one.

import type { Article, Citation, Conversation } from '../domain.ts'
import type { AnswerParts, AnswerQuestion } from './answer.ts'
import { type Suggestion, suggestionsFrom } from './suggestions.ts'

export interface SuggestParts extends AnswerParts {
  readonly answerQuestion: AnswerQuestion
}

export interface Suggesting {
  /** What it is about, and what lies beside it, nearest first. */
  readonly articleIds: readonly string[]
  /** What was just said: it is not asked for again. */
  readonly told: readonly Citation[]
  /** What was asked before. */
  readonly asked?: readonly string[]
  /** Of the reader. */
  readonly language: string
}

const MOST = 3
const MOST_ARTICLES = 6
/** A form that cannot be answered costs as much as one that can. */
const MOST_TRIES = 6
/** Whoever asked waits for it. */
const LONGEST_MS = 150
/** Longer ones are cut on a button. */
const LONGEST_QUESTION = 60
/** They lean on nothing that was said before, and are answered so when they are pressed. */
export const AFRESH: Pick<Conversation, 'id' | 'key' | 'turns'> = { id: '', key: '', turns: [] }

export async function suggestQuestions(parts: SuggestParts, of: Suggesting): Promise<readonly string[]> {
  const { store, clock } = parts
  const until = clock.now() + LONGEST_MS
  const articles = await store.articles(of.articleIds.slice(0, MOST_ARTICLES))
  const found: string[] = []
  for (const suggestion of candidates(articles, of).slice(0, MOST_TRIES)) {
    if (found.length === MOST || clock.now() > until) break
    if (await isAnswered(parts, suggestion)) found.push(suggestion.question)
  }
  return found
}

/** One of each article before a second of any, and none twice. */
function candidates(articles: readonly Article[], { told, asked = [], language }: Suggesting): Suggestion[] {
  const isTold = ({ articleId, sentence }: Suggestion) =>
    told.some((citation) => citation.articleId === articleId && citation.sentence === sentence)
  const isAsked = ({ name, question }: Suggestion) =>
    asked.some((words) => words === question || (name !== undefined && words.includes(name)))
  const made = articles.map((article) => suggestionsFrom(article, language))
  const fitting = inTurns(made).filter(
    (one) => one.question.length <= LONGEST_QUESTION && !isTold(one) && !isAsked(one),
  )
  return [
    ...new Map(fitting.toReversed().map((one) => [one.name ?? one.question, one])).values(),
  ].toReversed()
}

/** The first of each list, then the second of each, and so on. */
export function inTurns<T>(lists: readonly (readonly T[])[]): readonly T[] {
  const longest = Math.max(0, ...lists.map(({ length }) => length))
  return Array.from({ length: longest }, (_, turn) =>
    lists.flatMap((list) => list.slice(turn, turn + 1)),
  ).flat()
}

/** From the very sentence it was made of, so that the question means what it seems to. */
async function isAnswered(
  parts: SuggestParts,
  { question, name, articleId, sentence }: Suggestion,
): Promise<boolean> {
  const { answer } = await parts.answerQuestion(parts, { question, conversation: AFRESH })
  if (answer.kind !== 'answered' || answer.reason !== undefined) return false
  // Without a name, much else could be meant.
  const points = name === undefined ? answer.points.slice(0, 1) : answer.points
  return points.some(({ citations }) =>
    citations.some((citation) => citation.articleId === articleId && citation.sentence === sentence),
  )
}
