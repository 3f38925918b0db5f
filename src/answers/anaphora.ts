import type { Article, Sentence } from '../domain.ts'
import { isAnaphoric } from '../summarizer/sentence-traits.ts'

/** Of a sentence that begins with "It" or "She": the one before it in its paragraph, which says who is meant. */
export function antecedentOf(
  { text, language, sentences }: Article,
  sentence: Sentence,
): Sentence | undefined {
  const before = sentences[sentences.indexOf(sentence) - 1]
  if (before?.paragraph !== sentence.paragraph) return undefined
  return isAnaphoric(text.slice(sentence.start, sentence.end), language) ? before : undefined
}
