import type { Article } from '../domain.ts'
import { isAiDirected } from './sentence-traits.ts'

/** Words for a program that reads, and what stands beside them, are no news. `place` counts from 0. */
export function isBesideAiWords(
  { title, text, sentences }: Pick<Article, 'title' | 'text' | 'sentences'>,
  place: number,
): boolean {
  if (place === 0 && isAiDirected(title)) return true
  return sentences
    .slice(Math.max(0, place - 1), place + 2)
    .some(({ start, end }) => isAiDirected(text.slice(start, end)))
}
