// A sample of what `npm run test:crash` does: on its first and its last shift, with fewer deaths.

import { beforeAll, expect, test } from 'vitest'
import { type ChainPlan, runChain, type Traces } from './chain.ts'
import { type Comparison, compare } from './compare.ts'
import { atAnyMoment, atBoundaries, undisturbed as inPeace } from './deaths.ts'
import { shifts } from './workload.ts'

const TIMEOUT_MS = 240_000
const few = shifts.filter(({ isLast }, at) => at === 0 || isLast)

interface Told {
  readonly traces: Traces
  readonly comparison: Comparison
}

let undisturbed: Traces
let known: Told
let unknown: Told
let anytime: Told

beforeAll(async () => {
  undisturbed = await runChain({ knowsKeys: true, ...inPeace, shifts: few })
  const told = async (
    knowsKeys: boolean,
    deaths: Pick<ChainPlan, 'mostKills' | 'nextDeath'>,
  ): Promise<Told> => {
    const traces = await runChain({ knowsKeys, ...deaths, shifts: few })
    return { traces, comparison: compare(undisturbed, traces) }
  }
  const knowing = told(true, atBoundaries(1, 25, new Set(undisturbed.passed)))
  unknown = await told(false, atBoundaries(2, 15))
  anytime = await told(true, atAnyMoment(3, 10))
  known = await knowing
}, TIMEOUT_MS)

test('fifty processes die on the way', () => {
  expect([known, unknown, anytime].flatMap(({ traces }) => traces.deaths)).toHaveLength(50)
})

test('a far end that knows keys gets everything once and in order, whatever boundary a process dies at', () => {
  expect(known.comparison).toEqual({ lost: [], doubled: [], wrong: [], unknown: 0 })
})

test('a far end that knows keys gets everything once and in order, at whatever moment a process dies', () => {
  expect(anytime.comparison).toEqual({ lost: [], doubled: [], wrong: [], unknown: 0 })
})

test('where the far end knows no keys nothing is lost in silence or sent twice against its policy', () => {
  expect(unknown.comparison).toMatchObject({ lost: [], doubled: [], wrong: [] })
})

test('where the far end knows no keys each send that was cut off is one that nobody knows of', () => {
  expect(unknown.comparison.unknown).toBeGreaterThan(0)
})
