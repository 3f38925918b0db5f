// What in the wording of a claim's sentence speaks for its being supported, measured against the whole source.

import { type Frequencies, inverseFrequency } from '../text/frequencies.ts'
import { isStopWord } from '../text/tokens.ts'
import { type CheckedText, stemsOf } from './checked-text.ts'

export interface ClaimFeatures {
  /** Share of content stems, by their weight, in the nearest sentence of the source. */
  readonly nearest: number
  /** Passages copied from the source, per word: few long ones were kept together, many short ones were put together. */
  readonly pieces: number
  /** Share of triples of neighbouring words that were copied together. */
  readonly triples: number
  /** Share of pairs of neighbouring words that were copied together. */
  readonly copied: number
  /** Weight of the rarest stem that the source does not have, 0 to 1. */
  readonly novelty: number
  /** Every word stands so in one passage of the source. */
  readonly isVerbatim: boolean
}

/** The source as a claim is held against it. */
export interface SourceIndex {
  readonly sentences: readonly CheckedText[]
  readonly stems: ReadonlySet<string>
  readonly words: readonly string[]
  /** Where each word stands. */
  readonly places: ReadonlyMap<string, readonly number[]>
  readonly frequencies: Frequencies
}

export function indexSource(sentences: readonly CheckedText[], frequencies: Frequencies): SourceIndex {
  const words = sentences.flatMap((sentence) => sentence.words())
  const places = new Map<string, number[]>()
  for (const [place, word] of words.entries()) {
    const known = places.get(word)
    if (known) known.push(place)
    else places.set(word, [place])
  }
  return { sentences, stems: stemsOf(sentences), words, places, frequencies }
}

/** The sentences of the source that share most with the claim's sentence, best first. */
export function nearestSentences(
  claim: CheckedText,
  { sentences, frequencies }: SourceIndex,
  count: number,
): readonly CheckedText[] {
  return sentences
    .map((text) => ({ text, weight: sharedWeight(claim.stemSet, text.stemSet, frequencies) }))
    .sort((a, b) => b.weight - a.weight)
    .slice(0, count)
    .map(({ text }) => text)
}

export function sharedWeight(
  stems: ReadonlySet<string>,
  known: ReadonlySet<string>,
  frequencies: Frequencies,
): number {
  let sum = 0
  for (const stem of stems) if (known.has(stem)) sum += inverseFrequency(frequencies, stem)
  return sum
}

export function featuresOf(
  claim: CheckedText,
  source: SourceIndex,
  nearest: CheckedText | undefined,
): ClaimFeatures {
  const { stemSet, language } = claim
  const words = claim.words()
  const pieces = piecesOf(words, source)
  const telling = pieces.filter((piece) => piece.some((word) => !isStopWord(word, language)))
  const weight = sharedWeight(stemSet, stemSet, source.frequencies)
  const isVerbatim = pieces[0]?.length === words.length
  const copiedRuns = (size: number) => {
    const runs = pieces.reduce((sum, piece) => sum + Math.max(0, piece.length - size + 1), 0)
    return words.length >= size ? runs / (words.length - size + 1) : Number(isVerbatim)
  }
  return {
    nearest: nearest && weight > 0 ? sharedWeight(stemSet, nearest.stemSet, source.frequencies) / weight : 0,
    pieces: telling.length / Math.max(1, words.length),
    novelty: noveltyOf(stemSet, source),
    triples: copiedRuns(3),
    copied: copiedRuns(2),
    isVerbatim,
  }
}

/** Longer passages are as good as whole. */
const LONGEST_PIECE = 60

/** The claim's words cut into the longest passages that stand so in the source; words it does not have are left out. */
function piecesOf(words: readonly string[], source: SourceIndex): readonly (readonly string[])[] {
  const pieces: (readonly string[])[] = []
  for (let from = 0; from < words.length; ) {
    const length = longestFrom(words, from, source)
    if (length > 0) pieces.push(words.slice(from, from + length))
    from += Math.max(1, length)
  }
  return pieces
}

function longestFrom(words: readonly string[], from: number, source: SourceIndex): number {
  let longest = 0
  for (const place of source.places.get(words[from] ?? '') ?? []) {
    let length = 1
    while (
      length < LONGEST_PIECE &&
      from + length < words.length &&
      source.words[place + length] === words[from + length]
    )
      length++
    longest = Math.max(longest, length)
  }
  return longest
}

const RAREST = 8

function noveltyOf(stemSet: ReadonlySet<string>, { stems, frequencies }: SourceIndex): number {
  let most = 0
  for (const stem of stemSet) if (!stems.has(stem)) most = Math.max(most, inverseFrequency(frequencies, stem))
  return Math.min(1, most / RAREST)
}
