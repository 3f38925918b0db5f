// Feed documents of public parser test suites, read by `parseFeed`, and how many of the suites' own checks hold: those that
// compare markup letter by letter are left out, as in the scorer that comes with the set. `--out` writes what was read.

import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { decodeHTML } from 'entities'
import { isoTime } from '../../src/clock.ts'
import { parseFeed } from '../../src/feeds/parse.ts'
import type { ParsedFeed } from '../../src/feeds/parsed-feed.ts'
import type { Bench } from './bench.ts'

interface Check {
  readonly path: string
  readonly value: unknown
  readonly sanitize?: boolean
}

interface Row {
  readonly id: string
  readonly real: boolean
  readonly expect: readonly Check[]
  readonly body_b64: string
}

const HANG_MS = 5_000

export const run: Bench = async ({ data = '../shared/bench/feeds/dev', out }) => {
  const rows = readRows(data)
  const read: Record<string, ReturnType<typeof inTheirWords> | null> = {}
  let crashes = 0
  for (const { id, body_b64 } of rows) {
    const startedAt = performance.now()
    const feed = await parseFeed(Buffer.from(body_b64, 'base64')).catch((error: Error) => {
      if (error.name !== 'UserError') crashes++
      return undefined
    })
    if (performance.now() - startedAt > HANG_MS) crashes++
    read[id] = feed ? inTheirWords(feed) : null
  }
  if (out !== undefined) writeFileSync(out, JSON.stringify(read))
  const checks = rows.flatMap(({ id, expect }) =>
    expect
      .filter(({ path, sanitize }) => path !== 'bozo' && !sanitize)
      .map((check) => holds(read[id], check)),
  )
  const real = rows.filter((row) => row.real).map(({ id }) => Number(itemsOf(read[id]) > 0))
  return [
    { metric: 'documents', value: rows.length },
    {
      metric: `share of ${checks.length} checks`,
      value: mean(checks.map(Number)),
      reference: 0.918,
      referenceName: 'feedsmith, published',
    },
    {
      metric: `real feeds with items, of ${real.length}`,
      value: mean(real),
      reference: 0.964,
      referenceName: 'feedsmith, published',
    },
    { metric: 'crashes or hangs', value: crashes },
  ]
}

function readRows(data: string): readonly Row[] {
  const lines = gunzipSync(readFileSync(join(data, 'feeds.jsonl.gz')))
  return lines
    .toString()
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Row)
}

/** A feed in the vocabulary of the checks. */
function inTheirWords({ items, opml, published, updated, ...feed }: ParsedFeed) {
  return {
    feed: { ...feed, published: isoTime(published), updated: isoTime(updated) },
    items: items.map(({ publishedAt, ...item }) => ({ ...item, published: isoTime(publishedAt) })),
    ...(opml && { opml }),
  }
}

function itemsOf(feed: ReturnType<typeof inTheirWords> | null | undefined): number {
  return feed ? (feed.opml?.feeds.length ?? feed.items.length) : 0
}

function holds(read: unknown, { path, value }: Check): boolean {
  const found = valueAt(read, path)
  const leaf = path.slice(path.lastIndexOf('.') + 1)
  if (leaf === 'length') return (found ?? 0) === value
  if (leaf === 'published' || leaf === 'updated') return instantOf(found) === instantOf(value)
  if (['link', 'id', 'xmlUrl'].includes(leaf)) return String(found ?? '').trim() === String(value).trim()
  return plain(found) === plain(value)
}

function valueAt(read: unknown, path: string): unknown {
  let at: unknown = read
  for (const part of path.match(/\w+/g) ?? []) {
    if (typeof at !== 'object' || at === null) return undefined
    at = (at as Record<string, unknown>)[part]
  }
  return at
}

/** Without markup and entities, in single spaces. */
function plain(value: unknown): string {
  const decoded = decodeHTML(decodeHTML(String(value ?? '')))
  return decoded
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

/** In seconds; without a zone it is UTC. */
function instantOf(value: unknown): number | string | undefined {
  const text = String(value ?? '').trim()
  if (text === '') return undefined
  const at = Date.parse(/^\d{4}-\d\d-\d\d[T ][\d:.]+$/.test(text) ? `${text.replace(' ', 'T')}Z` : text)
  return Number.isNaN(at) ? text : Math.trunc(at / 1000)
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
