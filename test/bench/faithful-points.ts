// Points that are faithful to the sentences they cite: our own, written for this in five languages, or the supported claims of
// a folder given with `--data`.

import { readdirSync, readFileSync } from 'node:fs'
import type { Article } from '../../src/domain.ts'
import { indexSource, nearestSentences } from '../../src/summarizer/claim-features.ts'
import { sentencesForCheck } from '../../src/summarizer/claim-text.ts'
import { type NumberedEvidence, numberedEvidence } from '../../src/summarizer/numbered-evidence.ts'
import { backgroundFrequencies } from '../../src/text/frequencies.ts'
import { labelledClaims } from './claim-sets.ts'

export interface FaithfulPoint {
  readonly language: string
  readonly text: string
  readonly cites: readonly number[]
  readonly evidence: NumberedEvidence
}

const FOLDER = new URL('./faithful/', import.meta.url)

/** A story: `# title`, `date …`, numbered sentences, and `> [1,2] point` with the sentences it cites. */
export function ownPoints(): readonly FaithfulPoint[] {
  return readdirSync(FOLDER).flatMap((file) => {
    const language = file.slice(0, 2)
    const stories = readFileSync(new URL(file, FOLDER), 'utf8').split(/^# /m).slice(1)
    return stories.flatMap((story, at) => pointsOf(story, `${language}${at}`, language))
  })
}

function pointsOf(story: string, id: string, language: string): readonly FaithfulPoint[] {
  const [title = '', date = '', ...lines] = story.split('\n')
  const sentences = lines.flatMap((line) => /^\d+ (.*)/.exec(line)?.[1] ?? [])
  const article = articleOf(id, { title, language, sentences, publishedAt: Date.parse(date.slice(5)) })
  const evidence = evidenceFrom(article)
  return lines.flatMap((line) => {
    const [, cites, text] = /^> \[([\d, ]+)\] (.*)/.exec(line) ?? []
    return cites && text ? [{ language, text, cites: cites.split(',').map(Number), evidence }] : []
  })
}

/** Supported claims of one sentence; they cite the three sentences that share most with them. */
export function pointsFrom(data: string): readonly FaithfulPoint[] {
  const language = 'en'
  const frequencies = backgroundFrequencies(language)
  const evidences = new Map<string, NumberedEvidence>()
  return labelledClaims(data)
    .filter(({ isSupported }) => isSupported)
    .flatMap(({ claim, source }) => {
      const known = evidences.get(source)
      const sentences = known ? [] : sentencesForCheck(source, language).map(({ text }) => text)
      const evidence = known ?? evidenceFrom(articleOf('d', { title: '', language, sentences }))
      evidences.set(source, evidence)
      const index = indexSource(
        evidence.sentences.map(({ checked }) => checked),
        frequencies,
      )
      return sentencesForCheck(claim, language).map((sentence) => {
        const nearest = new Set(nearestSentences(sentence, index, 3))
        const cites = evidence.sentences.filter(({ checked }) => nearest.has(checked))
        return { language, text: sentence.text, cites: cites.map(({ number }) => number), evidence }
      })
    })
}

function evidenceFrom(article: Article): NumberedEvidence {
  return numberedEvidence(
    article.sentences.map((sentence) => ({
      article,
      sentence,
      text: article.text.slice(sentence.start, sentence.end),
    })),
  )
}

function articleOf(
  id: string,
  {
    title,
    language,
    sentences,
    publishedAt,
  }: {
    readonly title: string
    readonly language: string
    readonly sentences: readonly string[]
    readonly publishedAt?: number
  },
): Article {
  let start = 0
  const spans = sentences.map((sentence, at) => {
    const span = { ordinal: at + 1, paragraph: at + 1, start, end: start + sentence.length }
    start = span.end + 2
    return span
  })
  return {
    id,
    identity: `id:${id}`,
    revision: 1,
    title,
    language,
    kind: 'full',
    text: sentences.join('\n\n'),
    sentences: spans,
    bodyHash: id,
    duplicateGroup: id,
    storedAt: 0,
    updatedAt: 0,
    ...(publishedAt !== undefined && { publishedAt }),
  }
}
