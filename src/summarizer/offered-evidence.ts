// Which sentences a model is given of a story (grounding 7.1): few, good, and none that speaks to a program.

import type { Article } from '../domain.ts'
import { timeOf } from '../stories/article-time.ts'
import { backgroundFrequencies, combineFrequencies, type Frequencies } from '../text/frequencies.ts'
import { isBesideAiWords } from './ai-words.ts'
import { articlesToTell } from './articles-to-tell.ts'
import { pointCandidates } from './choose-sentences.ts'
import type { BriefOptions, BriefSubject } from './engine.ts'
import { type EvidenceSentence, evidenceOf } from './evidence.ts'
import type { Candidate } from './select.ts'
import { isAiDirected } from './sentence-traits.ts'

export interface OfferedSentence extends EvidenceSentence {
  /** How good it is as a point by itself. */
  readonly score: number
}

export interface OfferedEvidence {
  /** In the order in which they are read: article after article, each from its beginning. */
  readonly sentences: readonly OfferedSentence[]
  /** Articles of which a sentence speaks to a program: what else they say is marked as quoted. */
  readonly suspects: ReadonlySet<string>
}

const MAX_SENTENCES = 30
const MAX_ARTICLES = 6
const PER_ARTICLE = 5
/** A single article is a story by itself. */
const OF_A_SINGLE = 16
/** Of an article with more such sentences, nothing is given to a model. */
const MOST_AI_DIRECTED = 1

export function offeredEvidence(subject: BriefSubject, options: BriefOptions): OfferedEvidence {
  const offered = articlesToTell(subject, options).map((article) => ({
    article,
    flags: aiDirectedIn(article),
  }))
  const articles = offered.filter(({ flags }) => flags <= MOST_AI_DIRECTED)
  const latest = articles
    .toSorted((a, b) => timeOf(b.article) - timeOf(a.article))
    .slice(0, MAX_ARTICLES)
    .map(({ article }) => article)
  const suspects = new Set(articles.filter(({ flags }) => flags > 0).map(({ article }) => article.id))
  return { sentences: bestOf(latest, subject.frequencies), suspects }
}

function bestOf(articles: readonly Article[], stored: Frequencies | undefined): readonly OfferedSentence[] {
  const evidence = articles.map((article) => evidenceOf(article, frequenciesFor(article.language, stored)))
  const byArticle = Map.groupBy(pointCandidates(evidence), (candidate) => candidate.evidence.article.id)
  const most = articles.length === 1 ? OF_A_SINGLE : PER_ARTICLE
  return articles
    .flatMap(({ id }) => bestInOrder(byArticle.get(id) ?? [], most))
    .filter(({ article, index }) => !isBesideAiWords(article, index))
    .slice(0, MAX_SENTENCES)
}

function bestInOrder(candidates: readonly Candidate[], most: number): readonly OfferedSentence[] {
  return candidates
    .toSorted((a, b) => b.score - a.score)
    .slice(0, most)
    .toSorted((a, b) => a.evidence.index - b.evidence.index)
    .map(({ evidence, score }) => ({ ...evidence, score }))
}

function frequenciesFor(language: string, stored: Frequencies | undefined): Frequencies {
  const background = backgroundFrequencies(language)
  return stored ? combineFrequencies(background, stored) : background
}

/** How many of its sentences speak to a program, its title counted in. */
function aiDirectedIn({ title, text, sentences }: Article): number {
  const flagged = sentences.filter(({ start, end }) => isAiDirected(text.slice(start, end))).length
  return flagged + Number(isAiDirected(title))
}
