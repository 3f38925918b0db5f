// npm run bench -- <name> [--data <folder>] [--out <file>]: measures, and prints one table.

import { parseArgs } from 'node:util'
import { UserError } from '../../src/errors.ts'
import type { Bench, Measurement } from './bench.ts'

const benches: Readonly<Record<string, () => Promise<{ readonly run: Bench }>>> = {
  ingest: () => import('./ingest.ts'),
  stream: () => import('./stream.ts'),
  search: () => import('./search.ts'),
  brief: () => import('./brief.ts'),
  start: () => import('./start.ts'),
  drain: () => import('./drain.ts'),
  idle: () => import('./idle.ts'),
  telegram: () => import('./telegram.ts'),
  acks: () => import('./acks.ts'),
  discord: () => import('./discord.ts'),
  'discord-acks': () => import('./discord-acks.ts'),
  'discord-memory': () => import('./discord-memory.ts'),
  summaries: () => import('./summaries.ts'),
  retrieval: () => import('./retrieval.ts'),
  refusal: () => import('./refusal.ts'),
  answers: () => import('./answers.ts'),
  feeds: () => import('./feeds.ts'),
  poll: () => import('./poll.ts'),
  extraction: () => import('./extraction.ts'),
  stories: () => import('./stories.ts'),
  duplicates: () => import('./duplicates.ts'),
  dates: () => import('./dates.ts'),
  metadata: () => import('./metadata.ts'),
  checks: () => import('./checks.ts'),
  grounding: () => import('./grounding.ts'),
  judge: () => import('./judge.ts'),
  hostile: () => import('./hostile.ts'),
  engine: () => import('./engine.ts'),
  page: () => import('./page.ts'),
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { data: { type: 'string' }, out: { type: 'string' } },
})
const names = positionals.length > 0 ? positionals : ['ingest', 'search', 'brief', 'start']

for (const name of names) {
  const load = benches[name]
  if (!load) {
    process.stderr.write(`There is no bench "${name}". There are: ${Object.keys(benches).join(', ')}.\n`)
    process.exitCode = 2
    break
  }
  const { run } = await load()
  try {
    process.stdout.write(`${table(name, await run({ ...values }))}\n`)
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    process.stderr.write(`${error.message}\n`)
    process.exitCode = 2
  }
}

function table(name: string, measurements: readonly Measurement[]): string {
  const rows = [
    [name, 'value', 'reference', 'ratio', ''],
    ...measurements.map(({ metric, value, unit = '', reference, referenceName = '' }) => [
      metric,
      `${shown(value)}${unit && ` ${unit}`}`,
      reference === undefined ? '' : `${shown(reference)}${unit && ` ${unit}`}`,
      reference === undefined ? '' : shown(value / reference),
      referenceName,
    ]),
  ]
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  return rows
    .map((row) =>
      row
        .map((cell, column) =>
          column === 0 || column === 4
            ? cell.padEnd(widths[column] ?? 0)
            : cell.padStart(widths[column] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

function shown(value: number): string {
  return Math.abs(value) >= 100
    ? value.toFixed(0)
    : Math.abs(value) >= 1
      ? value.toFixed(2)
      : value.toFixed(4)
}
if (process.exitCode === undefined)
  process.stdout.write('What is wanted of the figures, and why some are missed: docs/figures.md\n')
