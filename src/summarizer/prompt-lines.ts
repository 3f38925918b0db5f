// Evidence as a model reads it: one sentence a line, numbered, with its source and day; and languages by their English names.

import { isoTime } from '../clock.ts'
import type { GivenFigure } from '../domain.ts'
import type { NumberedSentence } from './numbered-evidence.ts'
import { sourceName } from './source-of.ts'

/** Stands for the spaces of articles that tried to give orders, so that their words look like nothing else (grounding 10.2). */
export const DATA_MARK = '▁'

const MAX_SENTENCE_CHARS = 600
const MAX_SOURCE_CHARS = 60

export function evidenceLines(
  sentences: readonly NumberedSentence[],
  suspects: ReadonlySet<string> = new Set(),
): string {
  return sentences.map((sentence) => evidenceLine(sentence, suspects.has(sentence.article.id))).join('\n')
}

export function evidenceLine({ number, article, text }: NumberedSentence, isSuspect = false): string {
  const day = isoTime(article.publishedAt)?.slice(0, 10)
  const said = oneLine(text).slice(0, MAX_SENTENCE_CHARS)
  const source = [oneLine(sourceName(article)).slice(0, MAX_SOURCE_CHARS), day].filter(Boolean).join(', ')
  return `S${number} (${source}) ${isSuspect ? said.replaceAll(' ', DATA_MARK) : said}`
}

/** "19 people (Valley Radio, S4); 12 people (Meridian News, S1)", a line for each thing; figures of sentences that are not given are left out. */
export function differenceLines(
  differences: readonly (readonly GivenFigure[])[],
  sentences: readonly NumberedSentence[],
): string {
  const numberOf = ({ citation }: GivenFigure) =>
    sentences.find(
      ({ article, sentence }) => article.id === citation.articleId && sentence.start === citation.start,
    )?.number
  return differences
    .map((figures) =>
      figures.flatMap((figure) => {
        const number = numberOf(figure)
        const source = oneLine(figure.source).slice(0, MAX_SOURCE_CHARS)
        return number === undefined ? [] : [`${oneLine(figure.text)} (${source}, S${number})`]
      }),
    )
    .filter((figures) => figures.length > 1)
    .map((figures) => figures.join('; '))
    .join('\n')
}

export function oneLine(text: string): string {
  return text.replaceAll(DATA_MARK, ' ').replace(/\s+/g, ' ').trim()
}

const names = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' })

/** As a prompt names it: "German". A code that names no language is given as it is, if it is one at all. */
export function languageName(code: string): string {
  const isCode = /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(code)
  return (isCode ? names.of(code) : undefined) ?? (isCode ? code : 'English')
}
