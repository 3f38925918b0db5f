// The engine that needs no key: the points are sentences of the articles, word for word (grounding 4).

import type { Citation, NewBrief, Point, Source } from '../domain.ts'
import { backgroundFrequencies, combineFrequencies, type Frequencies } from '../text/frequencies.ts'
import { articlesToTell } from './articles-to-tell.ts'
import { checkVerbatim } from './check-verbatim.ts'
import { chooseSentences } from './choose-sentences.ts'
import type { BriefOptions, BriefSubject, Engine } from './engine.ts'
import { type EvidenceSentence, evidenceOf } from './evidence.ts'
import { representativeOf } from './representative.ts'
import { type Choice, pointText } from './select.ts'
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
  const representative =
    articles.find(({ id }) => id === subject.representativeId) ?? representativeOf(evidence)
  if (!representative) throw new Error('A brief needs at least one article.')
  const choices = chooseSentences(evidence, representative, options)
  const points = choices.map(pointOf)
  return {
    ...(subject.storyId !== undefined && { storyId: subject.storyId }),
    headline: representative.title,
    points,
    sources: sourcesOf(choices),
    language: representative.language,
    engine: 'extractive',
    findings: points.flatMap((point) => checkVerbatim(point, articles)),
    inputs: subject.articles.map(({ id, revision }) => ({ articleId: id, revision })),
  }
}

function frequenciesFor(language: string, stored: Frequencies | undefined): Frequencies {
  const background = backgroundFrequencies(language)
  return stored ? combineFrequencies(background, stored) : background
}

function pointOf(choice: Choice): Point {
  return { text: pointText(choice), citations: choice.map(citationOf) }
}

export function citationOf({ article, sentence, text }: EvidenceSentence): Citation {
  const { ordinal, start, end } = sentence
  return { articleId: article.id, revision: article.revision, sentence: ordinal, start, end, quote: text }
}

/** In the order of their first citation. */
function sourcesOf(choices: readonly Choice[]): readonly Source[] {
  return [...new Set(choices.flat().map(({ article }) => article))].map(sourceOf)
}
