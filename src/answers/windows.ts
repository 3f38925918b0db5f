// Windows of three sentences, scored by BM25 with the article's title in each (grounding 6.1 and 6.2, in memory).

import type { AnalysedArticle } from './analysed-article.ts'
import type { QueryTerm } from './query.ts'

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

export function scoreArticle(
  { titleStems, sentences }: AnalysedArticle,
  terms: ReadonlyMap<string, QueryTerm>,
): Scores {
  const order = [...terms.values()]
  const places = new Map(order.map(({ stem }, place) => [stem, place]))
  const title = countsOf(titleStems, places, order.length)
  const counts = sentences.map((stems) => countsOf(stems, places, order.length))
  const lengths = sentences.map((stems) => stems.length)
  const score = (first: number, last: number, titleWeight: number, usualLength: number) =>
    bm25(order, title, counts, lengths, { first, last, titleWeight, usualLength })
  const windows: Window[] = []
  for (let first = 0; first === 0 || first + SENTENCES <= sentences.length; first++) {
    const last = Math.min(first + SENTENCES, sentences.length) - 1
    windows.push({ first, last, score: score(first, last, WINDOW_TITLE_WEIGHT, WINDOW_STEMS) })
  }
  return {
    windows,
    bestWindow: windows.reduce((best, window) => (window.score > best.score ? window : best)),
    whole: score(0, sentences.length - 1, ARTICLE_TITLE_WEIGHT, ARTICLE_STEMS),
  }
}

function countsOf(stems: readonly string[], places: ReadonlyMap<string, number>, size: number): Uint8Array {
  const counts = new Uint8Array(size)
  for (const stem of stems) {
    const place = places.get(stem)
    if (place !== undefined) counts[place] = (counts[place] ?? 0) + 1
  }
  return counts
}

interface Extent {
  readonly first: number
  readonly last: number
  readonly titleWeight: number
  readonly usualLength: number
}

function bm25(
  order: readonly QueryTerm[],
  title: Uint8Array,
  counts: readonly Uint8Array[],
  lengths: readonly number[],
  { first, last, titleWeight, usualLength }: Extent,
): number {
  let length = 0
  for (let index = first; index <= last; index++) length += lengths[index] ?? 0
  const norm = K1 * (1 - B + (B * length) / usualLength)
  let score = 0
  for (let place = 0; place < order.length; place++) {
    let count = titleWeight * (title[place] ?? 0)
    for (let index = first; index <= last; index++) count += counts[index]?.[place] ?? 0
    if (count > 0) score += ((order[place]?.weight ?? 0) * count * (K1 + 1)) / (count + norm)
  }
  return score
}
