// npm run bench -- metadata --data <page-metadata>: headline and by-line of a page, against the library, which wrote the gold.

import { join } from 'node:path'
import { decodeHTML } from 'entities/decode'
import { extractHtml } from '../../src/articles/html-page.ts'
import type { Bench, Measurement } from './bench.ts'
import { readably, readHtml, writePredictions } from './html-pages.ts'
import { readRows } from './rows.ts'

interface Row {
  readonly id: string
  readonly title: string | null
  readonly byline: string | null
}
type Field = 'title' | 'byline'
type Found = Readonly<Partial<Record<Field, string>>>

export const run: Bench = async ({ data = '../shared/bench/page-metadata/dev', out }) => {
  const rows = readRows<Row>(join(data, 'pages.jsonl.gz'))
  const [ours, library] = [new Map<string, Found>(), new Map<string, Found>()]
  for (const { id } of rows) {
    const html = readHtml(data, `${id}.html`)
    ours.set(id, extractHtml(html, { now: Date.now() }))
    library.set(id, readably(html))
  }
  writePredictions(out, ours)
  const rowsOf = (field: Field): readonly Measurement[] => [
    {
      metric: `${field} as in the gold`,
      value: exact(rows, ours, field),
      reference: exact(rows, library, field),
      referenceName: 'readability alone',
    },
    {
      metric: `${field} where there is none`,
      value: invented(rows, ours, field),
      reference: invented(rows, library, field),
      referenceName: 'readability alone',
    },
  ]
  return [{ metric: 'pages', value: rows.length }, ...rowsOf('title'), ...rowsOf('byline')]
}

function exact(rows: readonly Row[], found: ReadonlyMap<string, Found>, field: Field): number {
  const having = rows.filter((row) => row[field])
  return (
    having.filter((row) => keyOf(row[field]) === keyOf(found.get(row.id)?.[field])).length / having.length
  )
}

function invented(rows: readonly Row[], found: ReadonlyMap<string, Found>, field: Field): number {
  const lacking = rows.filter((row) => !row[field])
  return lacking.filter((row) => keyOf(found.get(row.id)?.[field]) !== '').length / lacking.length
}

function keyOf(text: string | null | undefined): string {
  return decodeHTML(text ?? '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase()
    .replace(/^by /, '')
}
