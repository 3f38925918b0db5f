// From analysed articles to the sentences of a brief.

import { countWords } from '../articles/block.ts'
import type { Article } from '../domain.ts'
import { timeOf } from '../stories/article-time.ts'
import { shareIn } from '../text/vector.ts'
import { isBareAttribution } from './bare-attribution.ts'
import type { BriefLength } from './engine.ts'
import type { ArticleEvidence, EvidenceSentence } from './evidence.ts'
import { articleScore } from './score.ts'
import { type Candidate, type Choice, selectPoints, topCandidate } from './select.ts'
import { sourceName } from './source-of.ts'
import { storyCandidates } from './story-score.ts'

const MAX_PER_SOURCE = 2
/** Of a single article; of several, sentences meet that tell the same in other words (grounding 4.1 and 4.3). */
const SINGLE = { likenessWeight: 0.47, maxLikeness: 0.6 }
const SEVERAL = { likenessWeight: 0.5, maxLikeness: 0.5 }
/** A brief is no brief that repeats most of what it is made of. */
const MAX_SHARE = 0.5

/** What points may be made of: only good sentences if there are any. Never empty if there is a sentence with a word. */
export function pointCandidates(articles: readonly ArticleEvidence[]): readonly Candidate[] {
  for (const isUsable of [isGood, isTolerable, hasWords]) {
    const candidates = candidatesOf(articles, isUsable)
    if (candidates.length > 0) return candidates
  }
  return []
}

/** In the order a reader gets them: those of the representative first, then by time of publication. */
export function chooseSentences(
  candidates: readonly Candidate[],
  articles: readonly ArticleEvidence[],
  representative: Article,
  length: BriefLength,
): readonly Choice[] {
  if (candidates.length === 0) return []
  const choices = select(candidates, articles, representative, length)
  return inOrder(choices.length > 0 ? choices : [bestStanding(candidates)], representative)
}

function candidatesOf(
  articles: readonly ArticleEvidence[],
  isUsable: (sentence: EvidenceSentence, article: ArticleEvidence) => boolean,
): readonly Candidate[] {
  const usable = articles.map((article) => ({
    ...article,
    sentences: article.sentences.filter((sentence) => isUsable(sentence, article)),
  }))
  if (usable.length > 1) return storyCandidates(usable)
  return usable.flatMap(({ sentences }) =>
    sentences.map((evidence) => ({ evidence, score: articleScore(evidence) })),
  )
}

function isGood(sentence: EvidenceSentence, article: ArticleEvidence): boolean {
  const { isQuestion, isBareQuote } = sentence.traits
  if (isBareAttribution(sentence.text, article.article.language)) return false
  return isTolerable(sentence) && !isQuestion && !isBareQuote && !repeatsTitle(sentence, article)
}

function isTolerable({ traits }: EvidenceSentence): boolean {
  return !traits.isChrome
}

/** Short as it may be, it is not a row of dots or stars. */
function hasWords({ text }: EvidenceSentence): boolean {
  return /[\p{L}\p{N}]/u.test(text)
}

/** The headline is shown above the points; what says no more is not said twice. */
function repeatsTitle({ vector }: EvidenceSentence, { title }: ArticleEvidence): boolean {
  return shareIn(vector, title.weights) > 0.85
}

function select(
  candidates: readonly Candidate[],
  articles: readonly ArticleEvidence[],
  representative: Article,
  length: BriefLength,
): readonly Choice[] {
  const limited = withShare(length, articles)
  if (articles.length === 1) return selectPoints(candidates, { length: limited, ...SINGLE })
  const sources = new Set(articles.map(({ article }) => sourceName(article))).size
  return selectPoints(candidates, {
    length: limited,
    ...SEVERAL,
    firstArticleId: representative.id,
    sourceOf: ({ article }) => sourceName(article),
    ...(sources > 1 && { maxPerSource: Math.max(MAX_PER_SOURCE, Math.ceil(length.points / sources)) }),
  })
}

/** The limit of words, but no more than a part of what there is to read. A snippet is short already. */
function withShare(length: BriefLength, articles: readonly ArticleEvidence[]): BriefLength {
  if (length.maxWords === undefined || articles.some(({ article }) => article.kind === 'snippet'))
    return length
  const words = articles.reduce((sum, { article }) => sum + countWords(article.text), 0)
  return { ...length, maxWords: Math.min(length.maxWords, Math.floor(MAX_SHARE * words)) }
}

/** No sentence fits: the best one is given all the same. */
function bestStanding(candidates: readonly Candidate[]): Choice {
  const standing = candidates.filter(({ evidence }) => !evidence.traits.isAnaphoric)
  const best = topCandidate(standing.length > 0 ? standing : candidates)
  return best ? [best.evidence] : []
}

function inOrder(choices: readonly Choice[], representative: Article): readonly Choice[] {
  const rank = ([first]: Choice) => Number(first?.article.id !== representative.id)
  const time = ([first]: Choice) => (first ? timeOf(first.article) : 0)
  const id = ([first]: Choice) => first?.article.id ?? ''
  return [...choices].sort(
    (a, b) =>
      rank(a) - rank(b) ||
      time(a) - time(b) ||
      id(a).localeCompare(id(b)) ||
      (a[0]?.index ?? 0) - (b[0]?.index ?? 0),
  )
}
