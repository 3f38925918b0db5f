// npm run bench -- retrieval [--data <folder of realtimeqa or multihop-rag-lite>]: is the article that answers among
// the first? Against whole-article BM25 with plain words, the floor of the sets.

import { search } from '../../src/answers/search.ts'
import { parseIsoTime } from '../../src/clock.ts'
import type { Store } from '../../src/ports.ts'
import type { Measurement } from './bench.ts'
import { plainRanking } from './plain-ranking.ts'
import {
  ASKED_AT,
  folderOf,
  type HopDocument,
  type HopQuestion,
  hopSource,
  type NewsDocument,
  type NewsQuestion,
  newsSource,
  rowsOf,
  storeOf,
} from './question-data.ts'

const REFERENCE = 'BM25 of whole articles, plain words'
const DEPTH = 10

interface Asked {
  readonly question: string
  readonly relevant: readonly string[]
  readonly now?: number | undefined
}

interface Ranked {
  readonly relevant: readonly string[]
  readonly found: readonly string[]
}

export async function run({ data }: { data?: string }): Promise<readonly Measurement[]> {
  return [...(await ofNews(data)), ...(await ofHops(data))]
}

async function ofNews(data: string | undefined): Promise<readonly Measurement[]> {
  const folder = folderOf('realtimeqa', data)
  if (!folder) return []
  const documents = rowsOf<NewsDocument>(folder, 'docs.jsonl.gz')
  const questions = rowsOf<NewsQuestion>(folder, 'questions.jsonl.gz').map(
    ({ question, relevant, date }) => ({
      question,
      relevant,
      now: parseIsoTime(date),
    }),
  )
  const store = await storeOf(documents.map(newsSource))
  const plain = plainRanking(documents.map(({ id, title, text }) => ({ id, text: `${title} ${text}` })))
  const undated = questions.map(({ now, ...asked }) => asked)
  return [
    ...(await compared('realtimeqa', store, questions, plain)),
    ...measured('realtimeqa, asked years later', await rankedOf(store, undated), undefined),
  ]
}

async function ofHops(data: string | undefined): Promise<readonly Measurement[]> {
  const folder = folderOf('multihop-rag-lite', data)
  if (!folder) return []
  const documents = rowsOf<HopDocument>(folder, 'docs.jsonl.gz')
  const store = await storeOf(documents.map(hopSource))
  const plain = plainRanking(
    documents.map(({ id, title, abstract }) => ({ id, text: `${title} ${abstract}` })),
  )
  return compared('multihop-rag-lite', store, rowsOf<HopQuestion>(folder, 'queries.jsonl.gz'), plain)
}

async function compared(
  set: string,
  store: Store,
  questions: readonly Asked[],
  plain: (query: string) => readonly string[],
): Promise<readonly Measurement[]> {
  const asked = questions.filter(({ relevant }) => relevant.length > 0)
  const reference = asked.map(({ question, relevant }) => ({ relevant, found: plain(question) }))
  return measured(set, await rankedOf(store, asked), reference)
}

async function rankedOf(store: Store, questions: readonly Asked[]): Promise<readonly Ranked[]> {
  const ranked: Ranked[] = []
  for (const { question, relevant, now = ASKED_AT } of questions) {
    if (relevant.length === 0) continue
    const hits = await search({ store }, { query: question, limit: DEPTH, now })
    ranked.push({ relevant, found: hits.map(({ externalId = '' }) => externalId) })
  }
  return ranked
}

function measured(
  set: string,
  ranked: readonly Ranked[],
  reference: readonly Ranked[] | undefined,
): readonly Measurement[] {
  const figures: readonly (readonly [string, (rows: readonly Ranked[]) => number])[] = [
    ['Hits@4', (rows) => hitsAt(4, rows)],
    ['Hits@10', (rows) => hitsAt(DEPTH, rows)],
    ['MRR@10', reciprocalRank],
  ]
  return figures.map(([name, figure]) => ({
    metric: `${set} ${name}`,
    value: figure(ranked),
    ...(reference && { reference: figure(reference), referenceName: REFERENCE }),
  }))
}

/** Relevant articles found among the first, of all relevant ones. */
function hitsAt(depth: number, rows: readonly Ranked[]): number {
  const all = rows.reduce((sum, { relevant }) => sum + relevant.length, 0)
  const hit = rows.reduce(
    (sum, { relevant, found }) => sum + found.slice(0, depth).filter((id) => relevant.includes(id)).length,
    0,
  )
  return hit / all
}

function reciprocalRank(rows: readonly Ranked[]): number {
  const ranks = rows.map(
    ({ relevant, found }) => found.slice(0, DEPTH).findIndex((id) => relevant.includes(id)) + 1,
  )
  return ranks.reduce((sum, rank) => sum + (rank > 0 ? 1 / rank : 0), 0) / rows.length
}
