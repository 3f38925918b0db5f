// What could be said: single sentences of the best articles, and pairs where the second speaks of "it" (grounding 6.4).

import type { Article, Citation, Point, Sentence } from '../domain.ts'
import { isBesideAiWords } from '../summarizer/ai-words.ts'
import { trimmedIn } from '../summarizer/trim.ts'
import { analyse } from './analysed-article.ts'
import { antecedentOf } from './anaphora.ts'
import type { Question } from './question.ts'
import { sentenceScore } from './rank-sentences.ts'
import type { Candidate, Retrieval } from './retrieve.ts'
import { type Asked, askedOf, FEATURES, ownShare, sentenceFeatures } from './sentence-features.ts'

/** One sentence, or two of which the second needs the first. */
export interface Passage {
  readonly candidate: Candidate
  readonly sentences: readonly Sentence[]
  readonly stems: readonly string[]
  /** The values of `FEATURES`. */
  readonly features: readonly number[]
  /** Share of what a follow-up itself asks for that is in it; 1 of any other question. */
  readonly own: number
  /** How well it answers, its article counted in. */
  readonly score: number
}

const MAX_ARTICLES = 8
const WINDOWS_PER_ARTICLE = 4
/** The article's relevance, 0 to 1, in the measure of sentence scores. */
const ARTICLE_WEIGHT = 3
/** Two sentences say less to the point than one. */
const PAIR_COST = 0.4
const OWN_WEIGHT = 8

/** Best first. One article per duplicate group is looked into. */
export function rankPassages(question: Question, retrieval: Retrieval): readonly Passage[] {
  const articles = distinct(retrieval.candidates).slice(0, MAX_ARTICLES)
  const best = articles[0]?.score ?? 1
  const passages = articles
    .flatMap((candidate) =>
      passagesOf(candidate, askedOf(question, retrieval.query, candidate.article.language), best),
    )
    .sort((a, b) => b.score - a.score)
  // "What about the bridge?" wants the bridge, however well another sentence goes with what was asked before.
  const telling = question.isBare ? passages : passages.filter(({ own }) => own > 0)
  return telling.length > 0 ? telling : passages
}

/** Copies of one text collapse to the best placed. */
export function distinct(candidates: readonly Candidate[]): readonly Candidate[] {
  const groups = new Set<string>()
  return candidates.filter(({ article: { duplicateGroup } }) => {
    if (groups.has(duplicateGroup)) return false
    groups.add(duplicateGroup)
    return true
  })
}

function passagesOf(candidate: Candidate, asked: Asked, bestScore: number): readonly Passage[] {
  const { article } = candidate
  const analysed = analyse(article)
  const places = new Set(
    [...candidate.windows]
      .sort((a, b) => b.score - a.score)
      .slice(0, WINDOWS_PER_ARTICLE)
      .flatMap(({ first, last }) => Array.from({ length: last - first + 1 }, (_, index) => first + index)),
  )
  return [...places].flatMap((place) => {
    const sentence = article.sentences[place]
    if (!sentence || isBesideAiWords(article, place)) return []
    const before = antecedentOf(article, sentence)
    const ownStems = analysed.sentences[place] ?? []
    const previous = article.sentences[place - 1]
    const previousStems = analysed.sentences[place - 1] ?? []
    const isSameParagraph = previous?.paragraph === sentence.paragraph
    const inContext = {
      text: textOf(article, before ? [before, sentence] : [sentence]),
      stems: before ? [...previousStems, ...ownStems] : ownStems,
      context: [...analysed.titleStems, ...(isSameParagraph ? previousStems : [])],
    }
    const features = sentenceFeatures(asked, inContext)
    const own = asked.isBare ? kindShare(asked, features) : ownShare(asked, inContext)
    return {
      candidate,
      sentences: before ? [before, sentence] : [sentence],
      stems: ownStems,
      features,
      own,
      score:
        sentenceScore(features) -
        (before ? PAIR_COST : 0) +
        ARTICLE_WEIGHT * (candidate.score / bestScore) +
        OWN_WEIGHT * own,
    }
  })
}

/** "Why?" wants a reason, "how much?" a figure: how well there is one. */
function kindShare({ expected }: Asked, features: readonly number[]): number {
  if (expected === 'thing' || expected === 'clause') return 1
  return features[FEATURES.indexOf('span')] ?? 0
}

function textOf(article: Article, sentences: readonly Pick<Sentence, 'start' | 'end'>[]): string {
  const [first] = sentences
  const last = sentences.at(-1)
  return first && last ? article.text.slice(first.start, last.end) : ''
}

/** The passage as a point: one run of the article's words, trimmed at its ends as a brief is, each sentence cited. */
export function pointOf({ candidate: { article }, sentences }: Passage): Point {
  return {
    text: textOf(
      article,
      sentences.map((sentence) => trimmedIn(article, sentence)),
    ),
    citations: sentences.map((sentence) => citationOf(article, sentence)),
  }
}

function citationOf(article: Article, { ordinal, start, end }: Sentence): Citation {
  return {
    articleId: article.id,
    revision: article.revision,
    sentence: ordinal,
    start,
    end,
    quote: article.text.slice(start, end),
  }
}
