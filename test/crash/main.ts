// npm run test:crash: kills processes at every boundary, again and again, and prints what became of their work.

import { type ChainPlan, runChain } from './chain.ts'
import { compare } from './compare.ts'
import { atAnyMoment, atBoundaries, atEachOf, undisturbed as inPeace } from './deaths.ts'
import { createTable } from './table.ts'

const SIDE_BY_SIDE = 2
/** At boundaries, with a far end that knows keys. */
const WANTED_KILLS = 500

const startedAt = performance.now()
const table = createTable()
const problems: string[] = []
let kills = 0

const undisturbed = await runChain({ knowsKeys: true, ...inPeace })
const unhit = new Set(undisturbed.passed)

/** A chain comes to the end of its work after some 120 deaths. */
const chains: readonly (ChainPlan & { readonly name: string })[] = [
  ...[1, 2, 3, 4, 5].map((seed) => ({
    name: `keys ${seed}`,
    knowsKeys: true,
    ...atBoundaries(seed, WANTED_KILLS, unhit),
  })),
  { name: 'any moment', knowsKeys: true, ...atAnyMoment(6, 50) },
  { name: 'no keys', knowsKeys: false, ...atBoundaries(7, 100) },
]

const waiting = chains.values()
await Promise.all(Array.from({ length: SIDE_BY_SIDE }, workOff))
// Chance may leave out a boundary that processes seldom come to.
if (unhit.size > 0) await follow({ name: 'keys, aimed', knowsKeys: true, ...atEachOf(unhit) })
if (kills < WANTED_KILLS) problems.push(`only ${kills} kills at boundaries`)
if (unhit.size > 0) problems.push(`nobody died at ${[...unhit].join(', ')}`)

process.stdout.write(`${table.text()}\n${Math.round((performance.now() - startedAt) / 1000)} seconds\n`)
for (const problem of problems) process.stdout.write(`WRONG: ${problem}\n`)
process.exitCode = problems.length === 0 ? 0 : 1

async function workOff(): Promise<void> {
  for (const plan of waiting) await follow(plan)
}

async function follow({ name, ...plan }: (typeof chains)[number]): Promise<void> {
  const traces = await runChain(plan)
  const { deaths } = traces
  for (const boundary of deaths) unhit.delete(boundary)
  process.stderr.write(`${name}: ${deaths.length} kills\n`)
  if (name.startsWith('keys')) kills += deaths.length
  const comparison = compare(undisturbed, traces)
  table.add(traces, comparison)
  for (const kind of ['lost', 'doubled', 'wrong'] as const)
    problems.push(...comparison[kind].map((what) => `${name}, ${kind}: ${what}`))
}
