// When a story goes on its figures change: the dead become more, the damage dearer. An older figure for which a newer
// article gives another one is not the news any more.

import { timeOf } from '../stories/article-time.ts'
import { findNumbers, type NumberMention, numbersMatch } from '../text/numbers.ts'
import { contentStems } from '../text/tokens.ts'
import { cosine } from '../text/vector.ts'
import type { EvidenceSentence } from './evidence.ts'

/** A figure and the words around it, by which it is known what it counts. */
interface Slot {
  readonly number: NumberMention
  readonly context: ReadonlySet<string>
}

const CONTEXT_CHARS = 45
const MIN_SHARED = 2
/** Sentences less alike speak of other things in the same words. */
const MIN_LIKENESS = 0.15

/** Those whose figures a sentence of a later article replaces. */
export function outdatedAmong(sentences: readonly EvidenceSentence[]): ReadonlySet<EvidenceSentence> {
  const slots = new Map(sentences.map((sentence) => [sentence, slotsOf(sentence)]))
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

function slotsOf({ text, article: { language } }: EvidenceSentence): readonly Slot[] {
  return findNumbers(text, language)
    .filter((number) => isCurrentCount(number, text))
    .map((number) => {
      const around = `${text.slice(Math.max(0, number.start - CONTEXT_CHARS), number.start)} ${text.slice(number.end, number.end + CONTEXT_CHARS)}`
      return { number, context: new Set(contentStems(around, language).filter((stem) => !/\d/.test(stem))) }
    })
}

/** "Up from 12" and "more than the 12" say what was, "three times" and "seven years" count nothing that a later report counts again. */
const PAST = /(?<!\p{L})(?:from|than the|von|als die)\s+$/iu
const SPAN =
  /^[\s-]*(?:times|fold|years?|months?|weeks?|days?|hours?|minutes?|seconds?|jahre|monate|wochen|tage|stunden|minuten|sekunden|mal)n?(?!\p{L})/iu

function isCurrentCount({ kind, isSoft, start, end }: NumberMention, text: string): boolean {
  if (isSoft || !(kind === 'num' || kind === 'money' || kind === 'pct')) return false
  return !PAST.test(text.slice(0, start)) && !SPAN.test(text.slice(end))
}

function isReplaced(older: readonly Slot[], newer: readonly Slot[]): boolean {
  return older.some(
    (old) =>
      newer.some((other) => speaksOfSame(old, other)) &&
      !newer.some(({ number }) => numbersMatch(old.number, number) || numbersMatch(number, old.number)),
  )
}

function speaksOfSame(a: Slot, b: Slot): boolean {
  if (a.number.kind !== b.number.kind) return false
  let shared = 0
  for (const stem of a.context) if (b.context.has(stem)) shared++
  return shared >= MIN_SHARED
}
