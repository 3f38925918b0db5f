// Sentences of which some answer a question: trecqa (of many articles) and squad2 (of one passage), as lists of features.

import { createQuery } from '../../src/answers/query.ts'
import { readQuestion } from '../../src/answers/question.ts'
import { type Asked, askedOf, sentenceFeatures } from '../../src/answers/sentence-features.ts'
import { splitSentences } from '../../src/text/sentences.ts'
import { contentStems } from '../../src/text/tokens.ts'
import {
  ASKED_AT,
  type CandidateQuestion,
  holdsAnswer,
  type PassageQuestion,
  type PassageText,
  rowsOf,
  storeOf,
} from './question-data.ts'

export interface SentenceExample {
  readonly features: readonly number[]
  readonly isRight: boolean
}

const empty = await storeOf([])

async function asked(question: string): Promise<Asked> {
  const read = readQuestion(question, { now: ASKED_AT, sourceNames: [], language: 'en' })
  return askedOf(read, await createQuery(empty, read.terms, 'en'), 'en')
}

/** One list per question of a file of trecqa. */
export function candidateLists(
  folder: string,
  file: string,
): Promise<readonly (readonly SentenceExample[])[]> {
  return Promise.all(
    rowsOf<CandidateQuestion>(folder, file).map(async ({ question, candidates }) => {
      const about = await asked(question)
      return candidates.map(({ text, label }) => ({
        features: sentenceFeatures(about, { text, stems: contentStems(text, 'en'), context: [] }),
        isRight: label === 1,
      }))
    }),
  )
}

/** One list per answerable question of squad2. */
export function passageLists(folder: string): Promise<readonly (readonly SentenceExample[])[]> {
  const passages = new Map(
    rowsOf<PassageText>(folder, 'passages.jsonl.gz').map(({ id, title, text }) => {
      const sentences = splitSentences(text, 'en').map(({ start, end }) => text.slice(start, end))
      const stems = sentences.map((sentence) => contentStems(sentence, 'en'))
      return [id, { title: contentStems(title.replaceAll('_', ' '), 'en'), sentences, stems }] as const
    }),
  )
  const questions = rowsOf<PassageQuestion>(folder, 'questions.jsonl.gz').filter(
    ({ answers }) => answers.length > 0,
  )
  return Promise.all(
    questions.map(async ({ question, passage_id, answers }) => {
      const about = await asked(question)
      const passage = passages.get(passage_id)
      return (passage?.sentences ?? []).map((text, place) => ({
        features: sentenceFeatures(about, {
          text,
          stems: passage?.stems[place] ?? [],
          context: [...(passage?.title ?? []), ...(passage?.stems[place - 1] ?? [])],
        }),
        isRight: holdsAnswer(text, answers),
      }))
    }),
  )
}
