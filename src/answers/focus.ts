// What a conversation is about after an answer, for the next question to lean on.

import type { Focus, NewAnswer } from '../domain.ts'
import { findNames } from '../text/names.ts'
import type { Resolved } from './follow-up.ts'
import type { Passage } from './passages.ts'
import type { Question } from './question.ts'

const MAX_NAMES = 4
const MAX_WORDS = 10

/** Undefined when nothing was answered: what was talked about before stays. */
export function focusAfter(
  answer: NewAnswer,
  { question, focus, isFollowUp }: Resolved,
  used: readonly Passage[],
  now: number,
): Focus | undefined {
  if (answer.kind !== 'answered' || used.length === 0) return undefined
  const [first] = used
  const cited = first ? findNames(answer.points[0]?.text ?? '', first.candidate.article.language) : []
  const articles = used.map(({ candidate: { article } }) => article)
  // After "and what about the bridge?" the talk is about the bridge.
  const isStillMeant = (words: string) => answer.points.some(({ text }) => text.includes(words))
  const names = [
    ...question.names.map(({ text }) => text),
    ...(isFollowUp ? (focus?.names ?? []).filter(isStillMeant) : []),
    ...cited.map(({ text }) => text),
  ]
  const words = question.terms.filter(({ text, isNew }) => !isFollowUp || isNew || isStillMeant(text))
  return {
    storyIds: unique(articles.flatMap(({ storyId }) => storyId ?? [])),
    articleIds: unique(articles.map(({ id }) => id)),
    names: unique(names).slice(0, MAX_NAMES),
    askedNames: unique(question.names.map(({ text }) => text)),
    question: isFollowUp && focus?.question ? focus.question : question.text,
    ...yearOf(question, focus),
    questionStems: unique(words.map(({ text }) => text)).slice(0, MAX_WORDS),
    at: now,
  }
}

/** The year an answer was about, for "and the year before?" */
function yearOf({ periods, isBare }: Question, before: Focus | undefined): Pick<Focus, 'year'> {
  const year =
    periods.find(({ date }) => date?.year !== undefined)?.date?.year ?? (isBare ? before?.year : undefined)
  return year === undefined ? {} : { year }
}

function unique(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)]
}
