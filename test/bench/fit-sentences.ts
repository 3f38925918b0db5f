// Writes src/answers/sentence-weights.json: what a sentence that answers looks like.
//
//   node src/launch.cjs --run test/bench/fit-sentences.ts
//
// From the development halves of trecqa (sentences of many articles) and squad2 (sentences of one passage).

import { writeFileSync } from 'node:fs'
import { createQuery } from '../../src/answers/query.ts'
import { readQuestion } from '../../src/answers/question.ts'
import { type Asked, askedOf, FEATURES, sentenceFeatures } from '../../src/answers/sentence-features.ts'
import { splitSentences } from '../../src/text/sentences.ts'
import { contentStems } from '../../src/text/tokens.ts'
import { type Example, fitRanking } from './logistic.ts'
import {
  ASKED_AT,
  type CandidateQuestion,
  folderOf,
  holdsAnswer,
  type PassageQuestion,
  type PassageText,
  rowsOf,
  storeOf,
} from './question-data.ts'

const TARGET = new URL('../../src/answers/sentence-weights.json', import.meta.url)
/** There are twenty times as many questions in squad2, and they are of one passage each. */
const TRECQA_WEIGHT = 4
const RIDGE = 2e-3
const NEGATIVE: ReadonlySet<string> = new Set(['length', 'question'])
/** Nothing in these sets speaks for or against quoted phrases; the value is set by hand. */
const GIVEN: ReadonlyMap<(typeof FEATURES)[number], number> = new Map([['phrase', 1]])

const empty = await storeOf([])

async function asked(question: string): Promise<Asked> {
  const read = readQuestion(question, { now: ASKED_AT, sourceNames: [], language: 'en' })
  return askedOf(read, await createQuery(empty, read.terms, 'en'), 'en')
}

async function trecqa(): Promise<readonly (readonly Example[])[]> {
  const folder = folderOf('trecqa', undefined)
  if (!folder) throw new Error('The set trecqa is not there.')
  const questions = [
    ...rowsOf<CandidateQuestion>(folder, 'questions.jsonl.gz'),
    ...rowsOf<CandidateQuestion>(folder, 'train-questions.jsonl.gz'),
  ]
  return Promise.all(
    questions.map(async ({ question, candidates }) => {
      const about = await asked(question)
      return candidates.map(({ text, label }) => ({
        features: sentenceFeatures(about, { text, stems: contentStems(text, 'en'), context: [] }),
        isRight: label === 1,
        weight: TRECQA_WEIGHT,
      }))
    }),
  )
}

async function squad2(): Promise<readonly (readonly Example[])[]> {
  const folder = folderOf('squad2', undefined)
  if (!folder) throw new Error('The set squad2 is not there.')
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
        weight: 1,
      }))
    }),
  )
}

const weights = fitRanking([...(await trecqa()), ...(await squad2())], {
  signs: FEATURES.map((feature) => (NEGATIVE.has(feature) ? -1 : 1)),
  given: new Map([...GIVEN].map(([feature, weight]) => [FEATURES.indexOf(feature), weight])),
  ridge: RIDGE,
})
const written = Object.fromEntries(
  FEATURES.map((feature, place) => [feature, Number((weights[place] ?? 0).toFixed(2))]),
)
writeFileSync(TARGET, `${JSON.stringify(written, undefined, 2)}\n`)
await empty.close()
