// Writes src/answers/sentence-weights.json: what a sentence that answers looks like.
//
//   node src/launch.cjs --run test/bench/fit-sentences.ts
//
// From the development halves of trecqa (sentences of many articles) and squad2 (sentences of one passage).

import { writeFileSync } from 'node:fs'
import { FEATURES } from '../../src/answers/sentence-features.ts'
import { type Example, fitRanking } from './logistic.ts'
import { folderOf, type SetName } from './question-data.ts'
import { candidateLists, passageLists, type SentenceExample } from './sentence-sets.ts'

const TARGET = new URL('../../src/answers/sentence-weights.json', import.meta.url)
/** There are twenty times as many questions in squad2, and they are of one passage each. */
const TRECQA_WEIGHT = 4
const RIDGE = 2e-3
const NEGATIVE: ReadonlySet<string> = new Set(['length', 'question'])
/** Nothing in these sets speaks for or against quoted phrases; the value is set by hand. */
const GIVEN: ReadonlyMap<(typeof FEATURES)[number], number> = new Map([['phrase', 1]])

function needed(set: SetName): string {
  const folder = folderOf(set, undefined)
  if (!folder) throw new Error(`The set ${set} is not there.`)
  return folder
}

function weighted(
  lists: readonly (readonly SentenceExample[])[],
  weight: number,
): readonly (readonly Example[])[] {
  return lists.map((list) => list.map((example) => ({ ...example, weight })))
}

const lists = [
  ...weighted(await candidateLists(needed('trecqa'), 'questions.jsonl.gz'), TRECQA_WEIGHT),
  ...weighted(await candidateLists(needed('trecqa'), 'train-questions.jsonl.gz'), TRECQA_WEIGHT),
  ...weighted(await passageLists(needed('squad2')), 1),
]
const weights = fitRanking(lists, {
  signs: FEATURES.map((feature) => (NEGATIVE.has(feature) ? -1 : 1)),
  given: new Map([...GIVEN].map(([feature, weight]) => [FEATURES.indexOf(feature), weight])),
  ridge: RIDGE,
})
const written = Object.fromEntries(
  FEATURES.map((feature, place) => [feature, Number((weights[place] ?? 0).toFixed(2))]),
)
writeFileSync(TARGET, `${JSON.stringify(written, undefined, 2)}\n`)
