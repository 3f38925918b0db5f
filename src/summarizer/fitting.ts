import { countWords } from '../articles/block.ts'
import type { BriefLength } from './engine.ts'

/** Those that keep to the length, in order; one in any case. */
export function fitting<T>(
  points: readonly T[],
  length: BriefLength,
  textOf: (point: T) => string,
): readonly T[] {
  const { maxWords = Number.POSITIVE_INFINITY, maxCharacters = Number.POSITIVE_INFINITY } = length
  let words = 0
  let characters = 0
  return points
    .filter((point, at) => {
      const text = textOf(point)
      const fits = words + countWords(text) <= maxWords && characters + text.length <= maxCharacters
      if (!fits && at > 0) return false
      words += countWords(text)
      characters += text.length
      return true
    })
    .slice(0, length.points)
}
