// Writes src/answers/answerability.json: when what was found answers the question.
//
//   node src/launch.cjs --run test/bench/fit-answerability.ts
//
// From the development halves of the refusal bench, and from stores of one to four articles. The weights are those of a
// logistic; the bias is then set so that of the questions without an answer so many are refused, rules included.

import { writeFileSync } from 'node:fs'
import { isAboutOthers, type Signals, signalsOf } from '../../src/answers/answerability.ts'
import { lackOf } from '../../src/answers/lacks.ts'
import { rankPassages } from '../../src/answers/passages.ts'
import { asksForSeveral, readQuestion } from '../../src/answers/question.ts'
import { retrieve } from '../../src/answers/retrieve.ts'
import { parseIsoTime } from '../../src/clock.ts'
import { type AnswerableSet, answerableSets } from './answerable-sets.ts'
import { type Example, fitLogistic } from './logistic.ts'
import {
  ASKED_AT,
  folderOf,
  type NewsDocument,
  type NewsQuestion,
  newsSource,
  rowsOf,
  storeOf,
} from './question-data.ts'

const TARGET = new URL('../../src/answers/answerability.json', import.meta.url)
const RIDGE = 3e-4
const LONG_RIDGE = 3e-3
const SHORT: readonly (keyof Signals)[] = [
  'article',
  'concentration',
  'passage',
  'wordPairs',
  'lead',
  'inPeriod',
  'negation',
]
const LONG: readonly (keyof Signals)[] = ['together', 'lead', 'sources', 'window']
/** Half of what the sets ask for: whoever asks of "this week" may not have said when that was. */
const GIVEN: Readonly<Partial<Record<keyof Signals, number>>> = { inPeriod: 1.5 }
/** Its few short questions, and the few long ones of other sets, would weigh as much as a whole set. */
const SET_OF_LONG_QUESTIONS = 'multihop-rag-lite'
const WEIGHTS: Readonly<Record<string, number>> = { 'few articles': 0.5 }

const NULL_REFUSED = 0.9
const DECIDING_SET = { short: 'realtimeqa, other weeks', long: SET_OF_LONG_QUESTIONS }

interface Seen {
  readonly set: string
  /** Absent where the rules refuse: that is not the logistic's to learn. */
  readonly signals?: Signals
  readonly isLong: boolean
  readonly isAnswerable: boolean
}

async function main(): Promise<void> {
  const seen: Seen[] = []
  for await (const set of answerableSets(undefined)) seen.push(...(await seenIn(set)))
  for await (const set of fewArticles()) seen.push(...(await seenIn(set)))
  const short = fitted(
    SHORT,
    seen.filter((one) => !one.isLong && one.set !== SET_OF_LONG_QUESTIONS),
    { ridge: RIDGE, decidingSet: DECIDING_SET.short },
  )
  const long = fitted(
    LONG,
    seen.filter((one) => one.isLong),
    { ridge: LONG_RIDGE, decidingSet: DECIDING_SET.long },
  )
  writeFileSync(TARGET, `${JSON.stringify({ short, long }, undefined, 2)}\n`)
}

async function seenIn({ name, store, asked }: AnswerableSet): Promise<readonly Seen[]> {
  const seen: Seen[] = []
  const sourceNames = await store.sourceNames()
  for (const { question, now, isAnswerable } of asked) {
    const read = readQuestion(question, { now, sourceNames })
    const retrieval = await retrieve(store, read, { now })
    const passages = rankPassages(read, retrieval)
    const best = passages.find((passage) => lackOf(read, retrieval.query, passage) === undefined)
    const isRefused = read.kind !== 'question' || !best || isAboutOthers(read, best.candidate)
    seen.push({
      set: name,
      ...(!isRefused && { signals: signalsOf(read, retrieval, best) }),
      isLong: asksForSeveral(read),
      isAnswerable,
    })
  }
  return seen
}

/** A desk on its first day: one or four articles, and questions about others. */
async function* fewArticles(): AsyncIterable<AnswerableSet> {
  const folder = folderOf('realtimeqa', undefined)
  if (!folder) return
  const documents = rowsOf<NewsDocument>(folder, 'docs.jsonl.gz')
  const questions = rowsOf<NewsQuestion>(folder, 'questions.jsonl.gz').filter(
    ({ relevant }) => relevant.length > 0,
  )
  for (const [place, { date, relevant }] of questions.entries()) {
    const own = documents.find(({ id }) => id === relevant[0])
    if (!own) continue
    const others =
      place % 2 === 0
        ? []
        : [501, 1002, 1503].flatMap((step) => documents[(place * 37 + step) % documents.length] ?? [])
    const store = await storeOf([own, ...others].map(newsSource))
    const now = parseIsoTime(date) ?? ASKED_AT
    const asked = [0, 7, 31].flatMap((step) => {
      const other = questions[(place + step) % questions.length]
      return other ? [{ question: other.question, now, isAnswerable: step === 0 }] : []
    })
    yield { name: 'few articles', store, asked }
    await store.close()
  }
}

function fitted(
  names: readonly (keyof Signals)[],
  seen: readonly Seen[],
  { ridge, decidingSet }: { readonly ridge: number; readonly decidingSet: string },
): Record<string, number> {
  const counts = new Map<string, number>()
  const keyOf = ({ set, isAnswerable }: Seen) => `${set} ${isAnswerable}`
  const weighed = seen.filter(({ signals }) => signals !== undefined)
  for (const one of weighed) counts.set(keyOf(one), (counts.get(keyOf(one)) ?? 0) + 1)
  const featuresOf = ({ signals }: Seen) => names.map((name) => signals?.[name] ?? 0)
  const examples: readonly Example[] = weighed.map((one) => ({
    features: featuresOf(one),
    isRight: one.isAnswerable,
    weight: (WEIGHTS[one.set] ?? 1) / (counts.get(keyOf(one)) ?? 1),
  }))
  const weights = fitLogistic(examples, {
    signs: names.map((name) => (name === 'negation' ? -1 : 1)),
    given: new Map(
      names.flatMap((name, place) => (GIVEN[name] === undefined ? [] : [[place, GIVEN[name]] as const])),
    ),
    ridge,
  })
  const rounded = (weight: number) => Number(weight.toFixed(2))
  const scores = seen
    .filter(({ set, isAnswerable }) => set === decidingSet && !isAnswerable)
    .map((one) =>
      one.signals
        ? featuresOf(one).reduce((sum, value, place) => sum + value * (weights[place] ?? 0), 0)
        : Number.NEGATIVE_INFINITY,
    )
  return {
    ...Object.fromEntries(names.map((name, place) => [name, rounded(weights[place] ?? 0)])),
    bias: rounded(biasFor(scores) ?? weights.at(-1) ?? 0),
  }
}

/** With which the wanted share of these scores stays below zero; undefined when the rules alone refuse so many. */
function biasFor(scores: readonly number[]): number | undefined {
  const sorted = scores.toSorted((a, b) => a - b)
  const last = sorted[Math.ceil(NULL_REFUSED * sorted.length) - 1] ?? Number.NEGATIVE_INFINITY
  return Number.isFinite(last) ? -last - 0.01 : undefined
}

await main()
