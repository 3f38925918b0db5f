// npm run bench -- dates --data <htmldate-news>: the day on which a page was published; another day counts against it.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { extractHtml } from '../../src/articles/html-page.ts'
import { isoTime } from '../../src/clock.ts'
import type { Bench, Measurement } from './bench.ts'
import { fOf, readHtml, writePredictions } from './html-pages.ts'

interface Page {
  readonly id: string
  readonly url: string
  readonly date: string | null
}

/** What a reader of the source finds without knowing pages: the first date written as ISO 8601 in an attribute or in JSON. */
const FIRST_DATE = /["'](\d{4}-\d{2}-\d{2})(?:[T ][^"']*)?["']/

export const run: Bench = async ({ data = '../shared/bench/htmldate-news/dev', out }) => {
  const lines = readFileSync(join(data, 'pages.jsonl'), 'utf8').trim().split('\n')
  // The set writes NaN where it knows no day.
  const pages = lines.map((line) => JSON.parse(line.replace('"date": NaN', '"date": null')) as Page)
  const [ours, plain] = [new Map<string, string>(), new Map<string, string>()]
  for (const { id, url } of pages) {
    const html = readHtml(data, `${id}.html`)
    const { publishedAt, publishedOffset } = extractHtml(html, { now: Date.now(), url })
    const time = isoTime(publishedAt, publishedOffset)
    if (time) ours.set(id, time)
    const first = FIRST_DATE.exec(html)?.[1]
    if (first) plain.set(id, first)
  }
  writePredictions(out, ours)
  const [score, reference] = [scoreOf(pages, ours), scoreOf(pages, plain)]
  const row = (metric: string, of: keyof typeof score): Measurement => ({
    metric,
    value: score[of],
    reference: reference[of],
    referenceName: 'the first date in the source',
  })
  return [
    { metric: 'pages', value: pages.length },
    row('F', 'f'),
    row('precision', 'precision'),
    row('recall', 'recall'),
  ]
}

function scoreOf(pages: readonly Page[], found: ReadonlyMap<string, string>) {
  const dated = pages.filter(({ id }) => found.has(id))
  const right = dated.filter(({ id, date }) => date !== null && found.get(id)?.startsWith(date)).length
  return fOf(right, dated.length - right, pages.length - dated.length)
}
