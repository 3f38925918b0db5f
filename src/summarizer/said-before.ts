// Whether a sentence says something that some others do not. Likeness alone cannot tell: "nineteen were injured" is
// nearly the same sentence as "twelve were injured", and all the news there is.

import { backgroundFrequencies } from '../text/frequencies.ts'
import { findNumbers, type NumberMention, numbersMatch } from '../text/numbers.ts'
import { contentStems } from '../text/tokens.ts'
import { cosine, type Vector, vectorOf } from '../text/vector.ts'
import { TELLS_THE_SAME } from './story-score.ts'

interface Read {
  readonly vector: Vector
  readonly figures: readonly NumberMention[]
}

/**
 * Said before is what one of the sentences tells in about the same words (the likeness at which two outlets' sentences
 * count as the same, as fitted for briefs of several articles), with no figure that the sentences like it do not give.
 */
export function saidBefore(sentences: readonly string[], language: string): (sentence: string) => boolean {
  const said = sentences.map((sentence) => read(sentence, language))
  return (sentence) => {
    const { vector, figures } = read(sentence, language)
    const alike = said.filter((other) => cosine(vector, other.vector) >= TELLS_THE_SAME)
    const known = alike.flatMap((other) => other.figures)
    return alike.length > 0 && figures.every((figure) => known.some((other) => numbersMatch(figure, other)))
  }
}

/** Digits and number words say nothing of what a sentence is about; they are compared as figures. */
function read(sentence: string, language: string): Read {
  const figures = findNumbers(sentence, language).filter(({ isSoft }) => !isSoft)
  const words = without(sentence, figures)
  return { vector: vectorOf(contentStems(words, language), backgroundFrequencies(language)), figures }
}

function without(
  sentence: string,
  spans: readonly { readonly start: number; readonly end: number }[],
): string {
  return spans.reduceRight((text, { start, end }) => `${text.slice(0, start)} ${text.slice(end)}`, sentence)
}
