// npm run bench -- stories --data <allsides-stream, wikinews-stories, neus-stories or ecbplus-docs>: which articles are told as one
// story, through the command line, against stories of one article each. B-cubed and pairs.

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { run as runCli, temporaryFolder } from '../cli/run.ts'
import type { Bench } from './bench.ts'
import { writePredictions } from './html-pages.ts'
import { readRows } from './rows.ts'

interface Row {
  readonly id: string
  readonly story_id: string
  readonly time?: string
  readonly source?: string
  readonly url?: string
  readonly title?: string
  readonly text: string
}

export const run: Bench = async ({ data = '../shared/bench/allsides-stream/dev', out }) => {
  const rows = readRows<Row>(join(data, 'docs.jsonl.gz'))
  const gold = new Map(rows.map((row) => [row.id, row.story_id]))
  const found = await storiesOf(rows)
  writePredictions(out, found)
  const score = bCubed(gold, found)
  const alone = bCubed(gold, new Map(rows.map(({ id }) => [id, id])))
  return [
    { metric: 'articles', value: rows.length },
    {
      metric: 'stories',
      value: new Set(found.values()).size,
      reference: new Set(gold.values()).size,
      referenceName: 'gold',
    },
    { metric: 'B3 F1', value: score.f, reference: alone.f, referenceName: 'each article alone' },
    { metric: 'B3 precision', value: score.precision },
    { metric: 'B3 recall', value: score.recall },
  ]
}

/** The story of each article, as `stories` lists them. */
async function storiesOf(rows: readonly Row[]): Promise<ReadonlyMap<string, string>> {
  const folder = temporaryFolder()
  const [file, database] = [join(folder, 'docs.jsonl'), join(folder, 'stories.db')]
  writeFileSync(file, rows.map((row) => JSON.stringify(articleLine(row))).join('\n'))
  await runCli(['ingest', file, '--db', database])
  const { out } = await runCli(['stories', '--since', '100y', '--json', '--db', database])
  const stories = JSON.parse(out) as readonly {
    readonly id: string
    readonly externalIds: readonly string[]
  }[]
  return new Map(
    stories.flatMap(({ id, externalIds }) => externalIds.map((external) => [external, id] as const)),
  )
}

function articleLine({ id, time, source, url, title, text }: Row) {
  return { id, url, title, text, publishedAt: time, publisher: source }
}

/** Bagga & Baldwin 1998: per article, the share of its found story that belongs to it, and of its own story that was found. */
function bCubed(gold: ReadonlyMap<string, string>, found: ReadonlyMap<string, string>) {
  const storyOf = (id: string) => found.get(id) ?? `alone ${id}`
  const ids = [...gold.keys()]
  const [wanted, made, both] = [
    new Map<string, number>(),
    new Map<string, number>(),
    new Map<string, number>(),
  ]
  const count = (counts: Map<string, number>, key: string) => counts.set(key, (counts.get(key) ?? 0) + 1)
  for (const id of ids) {
    count(wanted, gold.get(id) ?? '')
    count(made, storyOf(id))
    count(both, `${gold.get(id)} ${storyOf(id)}`)
  }
  const mean = (all: ReadonlyMap<string, number>, keyOf: (id: string) => string) =>
    ids.reduce(
      (sum, id) => sum + (both.get(`${gold.get(id)} ${storyOf(id)}`) ?? 0) / (all.get(keyOf(id)) ?? 1),
      0,
    ) / ids.length
  const precision = mean(made, storyOf)
  const recall = mean(wanted, (id) => gold.get(id) ?? '')
  return { precision, recall, f: (2 * precision * recall) / (precision + recall) }
}
