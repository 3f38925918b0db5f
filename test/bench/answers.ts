// npm run bench -- answers [--data <folder of trecqa, squad2 or realtimeqa>]: does the sentence that answers come first?
// Of trecqa among the candidates of each question, of squad2 in the right passage, of realtimeqa in the whole store.

import { answerQuestion } from '../../src/answers/answer.ts'
import { sentenceScore } from '../../src/answers/rank-sentences.ts'
import { parseIsoTime } from '../../src/clock.ts'
import type { Measurement } from './bench.ts'
import {
  ASKED_AT,
  folderOf,
  holdsAnswer,
  type NewsDocument,
  type NewsQuestion,
  newsSource,
  rowsOf,
  storeOf,
} from './question-data.ts'
import { candidateLists, passageLists, type SentenceExample } from './sentence-sets.ts'

export async function run({ data }: { data?: string }): Promise<readonly Measurement[]> {
  return [...(await ofCandidates(data)), ...(await ofPassages(data)), ...(await ofNews(data))]
}

async function ofCandidates(data: string | undefined): Promise<readonly Measurement[]> {
  const folder = folderOf('trecqa', data)
  if (!folder) return []
  const lists = (await candidateLists(folder, 'questions.jsonl.gz')).filter(isClean).map(ranked)
  return [
    { metric: 'trecqa (clean) MAP', value: mean(lists.map(averagePrecision)) },
    { metric: 'trecqa (clean) MRR', value: mean(lists.map((list) => 1 / (list.indexOf(true) + 1))) },
  ]
}

async function ofPassages(data: string | undefined): Promise<readonly Measurement[]> {
  const folder = folderOf('squad2', data)
  if (!folder) return []
  const lists = (await passageLists(folder)).map(ranked)
  return [{ metric: 'squad2 right sentence first', value: mean(lists.map(([first]) => Number(first))) }]
}

async function ofNews(data: string | undefined): Promise<readonly Measurement[]> {
  const folder = folderOf('realtimeqa', data)
  if (!folder) return []
  const store = await storeOf(rowsOf<NewsDocument>(folder, 'docs.jsonl.gz').map(newsSource))
  const clock = { now: () => ASKED_AT, sleep: async () => {} }
  const rights: { readonly first: boolean; readonly shown: boolean }[] = []
  for (const { question, answers, relevant, date } of rowsOf<NewsQuestion>(folder, 'questions.jsonl.gz')) {
    if (relevant.length === 0) continue
    const conversation = { id: 'c1', key: 'c1', turns: [] }
    const now = parseIsoTime(date) ?? ASKED_AT
    const { answer } = await answerQuestion({ store, clock }, { question, conversation, now })
    const rightPoints = answer.points.map(({ text }) => holdsAnswer(text, answers))
    rights.push({ first: rightPoints[0] ?? false, shown: rightPoints.includes(true) })
  }
  await store.close()
  return [
    { metric: 'realtimeqa answer in the first point', value: mean(rights.map(({ first }) => Number(first))) },
    { metric: 'realtimeqa answer in any point', value: mean(rights.map(({ shown }) => Number(shown))) },
  ]
}

/** Both a right and a wrong candidate, as the published figures are taken. */
function isClean(list: readonly SentenceExample[]): boolean {
  return list.some(({ isRight }) => isRight) && list.some(({ isRight }) => !isRight)
}

/** Which are right, best first. */
function ranked(list: readonly SentenceExample[]): readonly boolean[] {
  return [...list]
    .sort((a, b) => sentenceScore(b.features) - sentenceScore(a.features))
    .map(({ isRight }) => isRight)
}

function averagePrecision(list: readonly boolean[]): number {
  const places = list.flatMap((isRight, place) => (isRight ? [place + 1] : []))
  return mean(places.map((place, index) => (index + 1) / place))
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
