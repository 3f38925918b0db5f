// The one to three passages that are shown. No two that say the same; of two reports of one story that differ in their
// figures, the newer one, unless the question says of which day it wants them.

import { findNumbers } from '../text/numbers.ts'
import type { Passage } from './passages.ts'
import type { Question } from './question.ts'
import { timeOf } from './retrieve.ts'

const MAX_PASSAGES = 3
/** A passage further behind the best one is about something else. */
const MAX_BEHIND = 4
const SAME_SHARE = 0.7
const SAME_MATTER_SHARE = 0.5

/** `passages` come best first, and the chosen ones stay in that order. */
export function choosePassages(
  { periods }: Pick<Question, 'periods'>,
  passages: readonly Passage[],
): readonly Passage[] {
  const best = passages[0]?.score ?? 0
  const isDated = periods.some(({ date }) => date !== undefined)
  const chosen: Passage[] = []
  for (const passage of passages) {
    if (chosen.length === MAX_PASSAGES || best - passage.score > MAX_BEHIND) break
    const current = isDated ? passage : newest(passage, passages)
    if (!chosen.some((other) => isSame(other, current))) chosen.push(current)
  }
  return chosen
}

/** The latest report of the same matter with other figures, else the passage itself. */
function newest(passage: Passage, passages: readonly Passage[]): Passage {
  let latest = passage
  for (const other of passages) {
    const isLater = timeOf(other.candidate.article) > timeOf(latest.candidate.article)
    if (isLater && isOfSameStory(passage, other) && differsInFigures(passage, other)) latest = other
  }
  return latest
}

function isOfSameStory(a: Passage, b: Passage): boolean {
  const [one, other] = [a.candidate.article, b.candidate.article]
  return one.id !== other.id && one.storyId !== undefined && one.storyId === other.storyId
}

function differsInFigures(a: Passage, b: Passage): boolean {
  if (overlap(wordsOf(a), wordsOf(b)) < SAME_MATTER_SHARE) return false
  const [one, other] = [figuresOf(a), figuresOf(b)]
  return one.length > 0 && other.length > 0 && !one.some((figure) => other.includes(figure))
}

function isSame(a: Passage, b: Passage): boolean {
  const isShared =
    a.candidate === b.candidate && b.sentences.some((sentence) => a.sentences.includes(sentence))
  return isShared || overlap(new Set(a.stems), new Set(b.stems)) > SAME_SHARE
}

/** Jaccard. */
function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((stem) => b.has(stem)).length
  return shared / Math.max(1, a.size + b.size - shared)
}

function wordsOf({ stems }: Passage): ReadonlySet<string> {
  return new Set(stems.filter((stem) => !/\d/.test(stem)))
}

function figuresOf({ candidate: { article }, sentences }: Passage): readonly number[] {
  return sentences.flatMap(({ start, end }) =>
    findNumbers(article.text.slice(start, end), article.language)
      .filter(({ isSoft, kind }) => !isSoft && kind !== 'year')
      .map(({ value }) => value),
  )
}
