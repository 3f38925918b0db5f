// The sentences of an article, analysed: what every engine chooses points from.

import type { Article, Sentence } from '../domain.ts'
import type { Frequencies } from '../text/frequencies.ts'
import { contentStems } from '../text/tokens.ts'
import { shareIn, sumOf, type Vector, vectorOf } from '../text/vector.ts'
import { centralities, votes } from './centrality.ts'
import { type SentenceTraits, traitsOf } from './sentence-traits.ts'
import { type Span, trimmedIn } from './trim.ts'

/** What makes an article's sentence a good point; each is 0 to 1 unless it says otherwise. */
export interface SentenceFeatures {
  /** 1/√(1 + place) among the sentences that are on the topic of the article (grounding 4.1). */
  readonly position: number
  /** Likeness to the whole article. */
  readonly centroid: number
  /** PacSum: later sentences that speak of the same vote for it, earlier ones against it. */
  readonly votes: number
  /** Share of the title's stems. */
  readonly title: number
  /** How much of it other, distant sentences speak of too. */
  readonly topic: number
}

export interface EvidenceSentence {
  readonly article: Article
  readonly sentence: Sentence
  /** Its place among the sentences of the article, from 0. */
  readonly index: number
  readonly text: string
  /** What is left after trimming, as offsets into the article's text. */
  readonly trimmed: Span
  readonly traits: SentenceTraits
  readonly stems: readonly string[]
  readonly vector: Vector
  readonly features: SentenceFeatures
}

export interface ArticleEvidence {
  readonly article: Article
  readonly sentences: readonly EvidenceSentence[]
  readonly centroid: Vector
  /** Of the title; empty when the title is the beginning of the text. */
  readonly title: Vector
}

/** Later sentences of very long texts say nothing that a brief has room for. */
const MAX_SENTENCES = 150

export function evidenceOf(article: Article, frequencies: Frequencies): ArticleEvidence {
  const raw = article.sentences
    .slice(0, MAX_SENTENCES)
    .map((sentence, index) => read(article, sentence, index, frequencies))
  const vectors = raw.map((one) => one.vector)
  const centroid = sumOf(raw.filter((one) => !one.traits.isChrome).map((one) => one.vector))
  const title = vectorOf(
    hasOwnTitle(article) ? contentStems(article.title, article.language) : [],
    frequencies,
  )
  const topics = topicShares(vectors)
  const positions = positionsOf(
    topics,
    raw.map((one) => one.traits),
  )
  const centroids = centralities(vectors, centroid)
  const voted = votes(raw.map((one) => one.stems))
  const sentences = raw.map((one, index) => ({
    ...one,
    features: {
      position: positions[index] ?? 0,
      centroid: centroids[index] ?? 0,
      votes: voted[index] ?? 0,
      title: titleShare(one.vector, title),
      topic: topics[index] ?? 0,
    },
  }))
  return { article, sentences, centroid, title }
}

function read(article: Article, sentence: Sentence, index: number, frequencies: Frequencies) {
  const text = article.text.slice(sentence.start, sentence.end)
  const trimmed = trimmedIn(article, sentence)
  const stems = contentStems(text, article.language)
  return {
    article,
    sentence,
    index,
    text,
    trimmed,
    traits: traitsOf(article.text.slice(trimmed.start, trimmed.end), article.language),
    stems,
    vector: vectorOf(stems, frequencies),
  }
}

/** A text that came without a title is headed by its own first words; they say nothing about what matters in it. */
function hasOwnTitle({ title, text }: Article): boolean {
  const beginning = text
    .slice(0, title.length + 20)
    .replace(/\s+/g, ' ')
    .trimStart()
  return !beginning.startsWith(title.replace(/…$/, ''))
}

/** Of stems, not of weight: one rare name must not outweigh the rest (grounding 4.1). */
function titleShare(sentence: Vector, title: Vector): number {
  let shared = 0
  for (const stem of title.weights.keys()) if (sentence.weights.has(stem)) shared++
  return shared / Math.max(3, title.weights.size)
}

/** Sentences this near belong to one passage, and a passage of another topic agrees with itself. */
const PASSAGE = 3

/** For each sentence how much of its weight lies on stems of sentences outside its passage. */
function topicShares(vectors: readonly Vector[]): readonly number[] {
  const first = new Map<string, number>()
  const last = new Map<string, number>()
  for (const [index, { weights }] of vectors.entries()) {
    for (const stem of weights.keys()) {
      if (!first.has(stem)) first.set(stem, index)
      last.set(stem, index)
    }
  }
  return vectors.map((vector, index) => {
    const distant = new Set<string>()
    for (const stem of vector.weights.keys()) {
      const isDistant =
        index - (first.get(stem) ?? index) > PASSAGE || (last.get(stem) ?? index) - index > PASSAGE
      if (isDistant) distant.add(stem)
    }
    return shareIn(vector, distant)
  })
}

/** A sentence counts as on the topic with this part of the article's usual share. */
const ON_TOPIC = 0.4
/** A shorter text has no distant sentences to compare with. */
const MIN_SENTENCES = 8

function positionsOf(topics: readonly number[], traits: readonly SentenceTraits[]): readonly number[] {
  const usual = median(topics.filter((_, index) => !traits[index]?.isChrome))
  const least = topics.length < MIN_SENTENCES ? 0 : ON_TOPIC * usual
  let place = 0
  return topics.map((topic, index) => {
    if (traits[index]?.isChrome || topic < least) return 1 / Math.sqrt(1 + topics.length)
    place++
    return 1 / Math.sqrt(place)
  })
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[sorted.length >> 1] ?? 0
}
