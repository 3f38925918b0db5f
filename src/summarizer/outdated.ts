// When a story goes on its figures change: the dead become more, the damage dearer. An older figure for which a newer
// article gives another one is not the news any more.

import { timeOf } from '../stories/article-time.ts'
import { cosine } from '../text/vector.ts'
import type { EvidenceSentence } from './evidence.ts'
import { type FigureSlot, figureSlotsOf, figuresAgree, sharedContext } from './figure-slots.ts'

const MIN_SHARED = 2
/** Sentences less alike speak of other things in the same words. */
const MIN_LIKENESS = 0.15

/** Those whose figures a sentence of a later article replaces. */
export function outdatedAmong(sentences: readonly EvidenceSentence[]): ReadonlySet<EvidenceSentence> {
  const slots = new Map(
    sentences.map((sentence) => [sentence, figureSlotsOf(sentence.text, sentence.article.language)]),
  )
  return new Set(
    sentences.filter((older) =>
      sentences.some(
        (newer) =>
          timeOf(newer.article) > timeOf(older.article) &&
          newer.article.language === older.article.language &&
          cosine(older.vector, newer.vector) >= MIN_LIKENESS &&
          isReplaced(slots.get(older) ?? [], slots.get(newer) ?? []),
      ),
    ),
  )
}

function isReplaced(older: readonly FigureSlot[], newer: readonly FigureSlot[]): boolean {
  return older.some(
    (old) =>
      newer.some((other) => speaksOfSame(old, other)) && !newer.some((other) => figuresAgree(old, other)),
  )
}

function speaksOfSame(a: FigureSlot, b: FigureSlot): boolean {
  return a.number.kind === b.number.kind && sharedContext(a, b) >= MIN_SHARED
}
