// Questions with and without an answer in a store, for the refusal bench and the fit of answerability.

import { parseIsoTime } from '../../src/clock.ts'
import type { Store } from '../../src/ports.ts'
import {
  ASKED_AT,
  folderOf,
  type HopDocument,
  type HopQuestion,
  hopSource,
  type NewsDocument,
  type NewsQuestion,
  newsSource,
  type PassageQuestion,
  type PassageText,
  passageSource,
  rowsOf,
  storeOf,
} from './question-data.ts'

export interface AskedOf {
  readonly question: string
  readonly now: number
  readonly isAnswerable: boolean
}

export interface AnswerableSet {
  readonly name: string
  readonly store: Store
  readonly asked: readonly AskedOf[]
}

/** Every set of the folder, one after the other; each store is closed before the next is filled. */
export async function* answerableSets(data: string | undefined): AsyncIterable<AnswerableSet> {
  for await (const set of candidates(data)) {
    yield set
    await set.store.close()
  }
}

async function* candidates(data: string | undefined): AsyncIterable<AnswerableSet> {
  const news = folderOf('realtimeqa', data)
  if (news) yield* ofNews(news)
  const hops = folderOf('multihop-rag-lite', data)
  if (hops) yield await ofHops(hops)
  const passages = folderOf('squad2', data)
  if (passages) yield await ofPassages(passages)
}

/** The articles of one year are asked the questions of that year and of the other; and so for every other week. */
async function* ofNews(folder: string): AsyncIterable<AnswerableSet> {
  const documents = rowsOf<NewsDocument>(folder, 'docs.jsonl.gz')
  const questions = rowsOf<NewsQuestion>(folder, 'questions.jsonl.gz')
  const weeks = [...new Set(questions.map(({ week }) => week))].sort()
  const cuts: readonly { readonly name: string; isStored(week: string): boolean }[] = [
    { name: 'realtimeqa, other year', isStored: (week) => week.startsWith('2022') },
    { name: 'realtimeqa, other weeks', isStored: (week) => weeks.indexOf(week) % 2 === 0 },
  ]
  for (const { name, isStored } of cuts) {
    const kept = questions.filter(({ week, relevant }) => isStored(week) && relevant.length > 0)
    const needed = new Set(kept.flatMap(({ relevant }) => relevant))
    const store = await storeOf(
      documents.filter(({ id, week }) => isStored(week) || needed.has(id)).map(newsSource),
    )
    const strange = questions.filter(({ week }) => !isStored(week))
    yield {
      name,
      store,
      asked: [
        ...kept.map((question) => askedIn(question, true)),
        ...strange.map((question) => askedIn(question, false)),
      ],
    }
  }
}

function askedIn({ question, date }: NewsQuestion, isAnswerable: boolean): AskedOf {
  return { question, now: parseIsoTime(date) ?? ASKED_AT, isAnswerable }
}

async function ofHops(folder: string): Promise<AnswerableSet> {
  return {
    name: 'multihop-rag-lite',
    store: await storeOf(rowsOf<HopDocument>(folder, 'docs.jsonl.gz').map(hopSource)),
    asked: rowsOf<HopQuestion>(folder, 'queries.jsonl.gz').map(({ question, type }) => ({
      question,
      now: ASKED_AT,
      isAnswerable: type !== 'null_query',
    })),
  }
}

async function ofPassages(folder: string): Promise<AnswerableSet> {
  return {
    name: 'squad2',
    store: await storeOf(rowsOf<PassageText>(folder, 'passages.jsonl.gz').map(passageSource)),
    asked: rowsOf<PassageQuestion>(folder, 'questions.jsonl.gz').map(({ question, answers }) => ({
      question,
      now: ASKED_AT,
      isAnswerable: answers.length > 0,
    })),
  }
}
