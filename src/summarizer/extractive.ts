// The engine that needs no key: the points are sentences of the articles, word for word (grounding 4).

import type { Article, GivenFigure, NewBrief, Point, Source } from '../domain.ts'
import { backgroundFrequencies, combineFrequencies, type Frequencies } from '../text/frequencies.ts'
import { articlesToTell } from './articles-to-tell.ts'
import { checkVerbatim } from './check-verbatim.ts'
import { chooseSentences, pointCandidates } from './choose-sentences.ts'
import { differenceIn, differencesAmong } from './differences.ts'
import type { BriefOptions, BriefSubject, Engine } from './engine.ts'
import { evidenceOf } from './evidence.ts'
import { citationOf } from './numbered-evidence.ts'
import { type Candidate, type Choice, pointText, topCandidate } from './select.ts'
import { isAiDirected } from './sentence-traits.ts'
import { sourceOf } from './source-of.ts'

export function createExtractiveEngine(): Engine {
  return {
    name: 'extractive',
    async brief(subject, options) {
      options.signal?.throwIfAborted()
      return extractiveBrief(subject, options)
    },
  }
}

function extractiveBrief(subject: BriefSubject, options: BriefOptions): NewBrief {
  const articles = articlesToTell(subject, options)
  const evidence = articles.map((article) =>
    evidenceOf(article, frequenciesFor(article.language, subject.frequencies)),
  )
  const candidates = pointCandidates(evidence)
  const representative =
    articles.find(({ id }) => id === subject.representativeId) ?? representativeOf(candidates, articles)
  if (!representative) throw new Error('A brief needs at least one article.')
  const choices = chooseSentences(candidates, evidence, representative, options)
  const points = choices.map(pointOf)
  const difference = differenceIn(points, differencesAmong(evidence.flatMap(({ sentences }) => sentences)))
  return {
    ...(subject.storyId !== undefined && { storyId: subject.storyId }),
    headline: headlineOf(representative, points),
    points,
    ...(difference && { difference }),
    sources: sourcesOf(points, difference ?? [], articles),
    language: representative.language,
    engine: 'extractive',
    findings: points.flatMap((point) => checkVerbatim(point, articles)),
    inputs: subject.articles.map(({ id, revision }) => ({ articleId: id, revision })),
  }
}

/** A title that speaks to a program heads nothing. */
function headlineOf({ title }: Article, [first]: readonly Point[]): string {
  return first && isAiDirected(title) ? first.text : title
}

/**
 * The article that stands for its story where the story names none: its title heads the brief and its best sentence comes
 * first, so it is the one that has the best sentence. (Grounding 5.4 weighs length, likeness and recency; the first point of
 * an article chosen so costs 0.016 ROUGE-1 on neus-stories.)
 */
function representativeOf(
  candidates: readonly Candidate[],
  articles: readonly Article[],
): Article | undefined {
  return topCandidate(candidates)?.evidence.article ?? articles[0]
}

function frequenciesFor(language: string, stored: Frequencies | undefined): Frequencies {
  const background = backgroundFrequencies(language)
  return stored ? combineFrequencies(background, stored) : background
}

function pointOf(choice: Choice): Point {
  return { text: pointText(choice), citations: choice.map(citationOf) }
}

/** In the order of their first citation. */
function sourcesOf(
  points: readonly Point[],
  difference: readonly GivenFigure[],
  articles: readonly Article[],
): readonly Source[] {
  const citations = [
    ...points.flatMap((point) => point.citations),
    ...difference.map(({ citation }) => citation),
  ]
  const ids = new Set(citations.map(({ articleId }) => articleId))
  return [...ids].flatMap((id) => articles.find((article) => article.id === id) ?? []).map(sourceOf)
}
