// Feed documents of public parser test suites, read by `parseFeed`; predictions in the scorer's vocabulary.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { parseFeed } from '../../src/feeds/parse.ts'
import type { ParsedFeed } from '../../src/feeds/parsed-feed.ts'
import type { Bench } from './bench.ts'

interface Row {
  readonly id: string
  readonly real: boolean
  readonly expect?: readonly { readonly path: string; readonly value: unknown }[]
  readonly body_b64: string
}

export const run: Bench = async ({ data = '../shared/bench/feeds/dev' }) => {
  const lines = gunzipSync(readFileSync(join(data, 'feeds.jsonl.gz')))
    .toString()
    .trim()
    .split('\n')
  let [crashed, real, realWithItems] = [0, 0, 0]
  for (const line of lines) {
    const row = JSON.parse(line) as Row
    const feed = await parseFeed(Buffer.from(row.body_b64, 'base64')).catch((error: Error) => {
      if (error.name !== 'UserError') crashed++
      return undefined
    })
    if (!row.real) continue
    real++
    if (itemsOf(feed) > 0) realWithItems++
  }
  return [
    { metric: 'documents', value: lines.length },
    {
      metric: 'real feeds with items',
      value: realWithItems / real,
      reference: 0.964,
      referenceName: 'feedsmith, published',
    },
    { metric: 'crashes', value: crashed },
  ]
}

function itemsOf(feed: ParsedFeed | undefined): number {
  return feed ? (feed.opml?.feeds.length ?? feed.items.length) : 0
}
