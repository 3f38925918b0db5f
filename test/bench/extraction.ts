// npm run bench -- extraction --data <aeb or trafilatura-eval>: the story of a page, against the library alone.
//
// aeb: shingle F1, four tokens each, means of precision and recall over the pages. trafilatura-eval: segments that must be in the
// text, and segments that must not, over all pages.

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { extractHtml } from '../../src/articles/html-page.ts'
import type { Bench, Measurement } from './bench.ts'
import { fOf, readably, readHtml, writePredictions } from './html-pages.ts'

interface Page {
  readonly id: string
}
/** Gold of one set, and the rows that some texts come to against it. */
interface Set<P extends Page> {
  readonly pages: readonly P[]
  score(texts: ReadonlyMap<string, string>): Score
}
interface Score {
  readonly precision: number
  readonly recall: number
  readonly f: number
}

export const run: Bench = async ({ data = '../shared/bench/aeb/dev', out }) => {
  const set = existsSync(join(data, 'ground-truth.json')) ? shingleSet(data) : segmentSet(data)
  const [ours, library] = [new Map<string, string>(), new Map<string, string>()]
  const times = { ours: 0, library: 0 }
  for (const { id } of set.pages) {
    const html = readHtml(data, `${id}.html`)
    const start = performance.now()
    ours.set(id, extractHtml(html, { now: Date.now() }).text)
    const between = performance.now()
    library.set(id, readably(html).text)
    times.ours += between - start
    times.library += performance.now() - between
  }
  writePredictions(out, ours)
  const [score, reference] = [set.score(ours), set.score(library)]
  const row = (metric: string, of: keyof Score): Measurement => ({
    metric,
    value: score[of],
    reference: reference[of],
    referenceName: 'readability alone',
  })
  return [
    { metric: 'pages', value: set.pages.length },
    row('F1', 'f'),
    row('precision', 'precision'),
    row('recall', 'recall'),
    {
      metric: 'a page',
      value: times.ours / set.pages.length,
      unit: 'ms',
      reference: times.library / set.pages.length,
      referenceName: 'readability alone',
    },
  ]
}

function shingleSet(data: string): Set<Page> {
  const gold = JSON.parse(readFileSync(join(data, 'ground-truth.json'), 'utf8')) as Record<
    string,
    { readonly articleBody: string }
  >
  return {
    pages: Object.keys(gold).map((id) => ({ id })),
    score: (texts) => {
      const pages = Object.entries(gold).map(([id, { articleBody }]) =>
        overlap(articleBody, texts.get(id) ?? ''),
      )
      const precision = mean(pages.flatMap(({ both, found }) => (found > 0 ? [both / found] : [])))
      const recall = mean(pages.flatMap(({ both, wanted }) => (wanted > 0 ? [both / wanted] : [])))
      return { precision, recall, f: (2 * precision * recall) / (precision + recall) }
    },
  }
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

const SHINGLE = 4

function overlap(gold: string, text: string) {
  const [wanted, found] = [shingles(gold), shingles(text)]
  let both = 0
  for (const [shingle, count] of wanted) both += Math.min(count, found.get(shingle) ?? 0)
  return { both, wanted: total(wanted), found: total(found) }
}

function shingles(text: string): ReadonlyMap<string, number> {
  const tokens = text.match(/[\p{L}\p{N}\p{Mn}_]+/gu) ?? []
  const counts = new Map<string, number>()
  const last = Math.max(tokens.length - SHINGLE, 0)
  for (let at = 0; tokens.length > 0 && at <= last; at++) {
    const shingle = tokens.slice(at, at + SHINGLE).join(' ')
    counts.set(shingle, (counts.get(shingle) ?? 0) + 1)
  }
  return counts
}

function total(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((sum, count) => sum + count, 0)
}

interface SegmentPage extends Page {
  readonly with: readonly string[]
  readonly without: readonly string[]
}

function segmentSet(data: string): Set<SegmentPage> {
  const lines = readFileSync(join(data, 'pages.jsonl'), 'utf8').trim().split('\n')
  const pages = lines.map((line) => JSON.parse(line) as SegmentPage)
  return {
    pages,
    score: (texts) => {
      const count = (of: 'with' | 'without') =>
        pages.reduce((sum, page) => {
          const text = texts.get(page.id) ?? ''
          return sum + page[of].filter((segment) => text.includes(segment)).length
        }, 0)
      const wanted = pages.reduce((sum, page) => sum + page.with.length, 0)
      return fOf(count('with'), count('without'), wanted - count('with'))
    },
  }
}
