// Windows of three sentences, scored by BM25 with the article's title in each (grounding 6.1 and 6.2, in memory).

import type { TermCounts } from './term-counts.ts'

export interface Window {
  /** Sentences `[first, last]` of the article, counted from 0. */
  readonly first: number
  readonly last: number
  readonly score: number
}

const K1 = 1.2
const B = 0.75
const SENTENCES = 3
/** Three news sentences, and a news article, have about this many content stems. */
const WINDOW_STEMS = 36
const ARTICLE_STEMS = 350
const WINDOW_TITLE_WEIGHT = 0.5
const ARTICLE_TITLE_WEIGHT = 3

export interface Scores {
  /** Of every window of the article; a shorter article is one window. */
  readonly windows: readonly Window[]
  readonly bestWindow: Window
  /** Of the article as one text. */
  readonly whole: number
}

export function scoreArticle(counts: TermCounts): Scores {
  const sentences = counts.lengths.length - 1
  const windows: Window[] = []
  for (let first = 0; first === 0 || first + SENTENCES <= sentences; first++) {
    const last = Math.min(first + SENTENCES, sentences) - 1
    const extent = { first, last, titleWeight: WINDOW_TITLE_WEIGHT, usualLength: WINDOW_STEMS }
    windows.push({ first, last, score: bm25(counts, extent) })
  }
  return {
    windows,
    bestWindow: windows.reduce((best, window) => (window.score > best.score ? window : best)),
    whole: bm25(counts, {
      first: 0,
      last: sentences - 1,
      titleWeight: ARTICLE_TITLE_WEIGHT,
      usualLength: ARTICLE_STEMS,
    }),
  }
}

interface Extent {
  readonly first: number
  readonly last: number
  readonly titleWeight: number
  readonly usualLength: number
}

function bm25({ terms, lengths, countIn }: TermCounts, extent: Extent): number {
  const { first, last, titleWeight, usualLength } = extent
  let length = 0
  for (let sentence = first; sentence <= last; sentence++) length += lengths[sentence + 1] ?? 0
  const norm = K1 * (1 - B + (B * length) / usualLength)
  let score = 0
  for (let place = 0; place < terms.length; place++) {
    let count = titleWeight * countIn(0, place)
    for (let sentence = first; sentence <= last; sentence++) count += countIn(sentence + 1, place)
    if (count > 0) score += ((terms[place]?.weight ?? 0) * count * (K1 + 1)) / (count + norm)
  }
  return score
}
