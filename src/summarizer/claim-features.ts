// What in the wording of a claim speaks for its being supported. Measured per sentence of the claim against the whole
// source; of several sentences the mean and the worst count.

import { type Frequencies, inverseFrequency } from '../text/frequencies.ts'
import { type CheckedText, sharedStems } from './checked-text.ts'

export interface ClaimFeatures {
  /** Share of content stems in the source, by their weight; 0 when the claim has none that a source could support. */
  readonly stems: number
  /** Share of pairs, and of triples, of neighbouring words that stand so in the source. */
  readonly pairs: number
  readonly triples: number
  /** Share of neighbouring content stems that stand in one sentence of the source. */
  readonly together: number
  /** Share of stems in the nearest sentence, and in the three nearest. */
  readonly nearest: number
  readonly nearestThree: number
  /** Mean length of the copied passage a word belongs to, as a logarithm. */
  readonly copied: number
  /** Weight of the rarest stem that the source does not have, 0 to about 1. */
  readonly novelty: number
}

/** The source as a claim is held against it. */
export interface SourceIndex {
  readonly sentences: readonly CheckedText[]
  readonly stems: ReadonlySet<string>
  readonly pairs: ReadonlySet<string>
  readonly triples: ReadonlySet<string>
  readonly frequencies: Frequencies
}

export function indexSource(sentences: readonly CheckedText[], frequencies: Frequencies): SourceIndex {
  const stems = new Set<string>()
  const pairs = new Set<string>()
  const triples = new Set<string>()
  const words = sentences.flatMap((sentence) => sentence.words())
  for (const sentence of sentences) for (const stem of sentence.stemSet) stems.add(stem)
  for (const [index, word] of words.entries()) {
    pairs.add(`${word} ${words[index + 1]}`)
    triples.add(`${word} ${words[index + 1]} ${words[index + 2]}`)
  }
  return { sentences, stems, pairs, triples, frequencies }
}

/** The sentences of the source that share most with the claim's sentence, best first. */
export function nearestSentences(
  claim: CheckedText,
  { sentences, frequencies }: SourceIndex,
  count: number,
): readonly CheckedText[] {
  const weight = (text: CheckedText) => {
    let sum = 0
    for (const stem of claim.stemSet) if (text.stemSet.has(stem)) sum += inverseFrequency(frequencies, stem)
    return sum
  }
  return sentences
    .map((text) => ({ text, weight: weight(text) }))
    .sort((a, b) => b.weight - a.weight)
    .slice(0, count)
    .map(({ text }) => text)
}

export function featuresOf(
  claim: CheckedText,
  source: SourceIndex,
  nearest: readonly CheckedText[],
): ClaimFeatures {
  const words = claim.words()
  const [first] = nearest
  const three = new Set(nearest.flatMap((text) => [...text.stemSet]))
  const size = Math.max(1, claim.stemSet.size)
  return {
    stems: weightedShare(claim, source),
    pairs: shareOf(grams(words, 2), source.pairs),
    triples: shareOf(grams(words, 3), source.triples),
    together: togetherShare(claim, source),
    nearest: first ? sharedStems(claim, first) / size : 0,
    nearestThree: [...claim.stemSet].filter((stem) => three.has(stem)).length / size,
    copied: copiedLength(words, source),
    novelty: noveltyOf(claim, source),
  }
}

function weightedShare({ stemSet }: CheckedText, { stems, frequencies }: SourceIndex): number {
  let total = 0
  let found = 0
  for (const stem of stemSet) {
    const weight = inverseFrequency(frequencies, stem)
    total += weight
    if (stems.has(stem)) found += weight
  }
  return total === 0 ? 0 : found / total
}

function grams(words: readonly string[], size: number): readonly string[] {
  return words.slice(size - 1).map((_, index) => words.slice(index, index + size).join(' '))
}

function shareOf(items: readonly string[], known: ReadonlySet<string>): number {
  return items.length === 0 ? 1 : items.filter((item) => known.has(item)).length / items.length
}

function togetherShare({ stems }: CheckedText, { sentences }: SourceIndex): number {
  if (stems.length < 2) return 1
  let together = 0
  for (const [index, stem] of stems.slice(1).entries()) {
    const before = stems[index] ?? ''
    if (sentences.some(({ stemSet }) => stemSet.has(stem) && stemSet.has(before))) together++
  }
  return together / (stems.length - 1)
}

const FULL_COPY = Math.log1p(20)

/** Runs of words whose neighbouring triples all stand in the source are taken for copied. */
function copiedLength(words: readonly string[], { triples }: SourceIndex): number {
  let squares = 0
  let run = 0
  const end = () => {
    if (run > 0) squares += (run + 2) ** 2
    run = 0
  }
  for (const triple of grams(words, 3)) {
    if (triples.has(triple)) run++
    else end()
  }
  end()
  return words.length === 0 ? 0 : Math.min(1, Math.log1p(squares / words.length) / FULL_COPY)
}

const RAREST = 8

function noveltyOf({ stemSet }: CheckedText, { stems, frequencies }: SourceIndex): number {
  let most = 0
  for (const stem of stemSet) if (!stems.has(stem)) most = Math.max(most, inverseFrequency(frequencies, stem))
  return Math.min(1, most / RAREST)
}
