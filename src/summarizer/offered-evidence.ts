// Which sentences a model is given of a story (grounding 7.1): few, good, and none that speaks to a program.

import type { Article, Citation, GivenFigure } from '../domain.ts'
import { timeOf } from '../stories/article-time.ts'
import { backgroundFrequencies, combineFrequencies, type Frequencies } from '../text/frequencies.ts'
import { isBesideAiWords } from './ai-words.ts'
import { articlesToTell } from './articles-to-tell.ts'
import { pointCandidates } from './choose-sentences.ts'
import { differencesAmong } from './differences.ts'
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
  /** What these sentences do not agree on. */
  readonly differences: readonly (readonly GivenFigure[])[]
}

const MAX_SENTENCES = 30
const MOST_DIFFERENCES = 3
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
  return { ...bestOf(latest, subject.frequencies), suspects }
}

function bestOf(articles: readonly Article[], stored: Frequencies | undefined) {
  const evidence = articles.map((article) => evidenceOf(article, frequenciesFor(article.language, stored)))
  const byArticle = Map.groupBy(pointCandidates(evidence), (candidate) => candidate.evidence.article.id)
  const most = articles.length === 1 ? OF_A_SINGLE : PER_ARTICLE
  const mayBeOffered = ({ article, index, text }: EvidenceSentence) =>
    !isAiDirected(text) && !isBesideAiWords(article, index)
  const best = articles
    .flatMap(({ id }) => bestInOrder(byArticle.get(id) ?? [], most))
    .filter(mayBeOffered)
    .slice(0, MAX_SENTENCES)
  const all = evidence.flatMap(({ sentences }) => sentences).filter(mayBeOffered)
  const differences = differencesAmong(all)
    .filter((figures) => figures.some(({ citation }) => best.some((one) => isAt(one, citation))))
    .slice(0, MOST_DIFFERENCES)
  const given = new Map(best.map((one) => [one.article.id + one.index, one]))
  for (const { citation } of differences.flat()) {
    const one = all.find((sentence) => isAt(sentence, citation))
    if (one && !given.has(one.article.id + one.index))
      given.set(one.article.id + one.index, { ...one, score: 0 })
  }
  const place = (id: string) => articles.findIndex((article) => article.id === id)
  const sentences = [...given.values()].toSorted(
    (a, b) => place(a.article.id) - place(b.article.id) || a.index - b.index,
  )
  return { sentences, differences }
}

function isAt({ article, sentence }: EvidenceSentence, { articleId, start }: Citation): boolean {
  return article.id === articleId && sentence.start === start
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
