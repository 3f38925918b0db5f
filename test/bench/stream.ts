// A long stream of articles, as many as come in two days: what it takes to place one when few are known, and when very many are.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openSqlite } from '../../db/sqlite.ts'
import { toArticle } from '../../src/articles/to-article.ts'
import { systemClock } from '../../src/clock.ts'
import type { Clock, Store } from '../../src/ports.ts'
import { createPlaceArticles } from '../../src/stories/place-articles.ts'
import type { Bench } from './bench.ts'
import { type Generator, generator } from './generated-articles.ts'

const ARTICLES = 100_000
const BLOCK = 10_000
/** As many as the stories stage reads. */
const WORDS = 350
/** 50,000 a day (design section 9). */
const EVERY_MS = 1_728
const FIRST_AT = Date.UTC(2026, 0, 1)

export const run: Bench = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'brevier-bench-'))
  const store = await openSqlite({ file: join(folder, 'stream.db') })
  try {
    const perArticleMs = await placeBlocks(store)
    return [
      {
        metric: `placing, the last ${BLOCK} of ${ARTICLES} articles`,
        value: perArticleMs.at(-1) ?? Number.NaN,
        unit: 'ms',
        reference: perArticleMs[0] ?? Number.NaN,
        referenceName: `the first ${BLOCK} of them`,
      },
      { metric: 'resident memory at the end', value: process.memoryUsage.rss() / 1_000_000, unit: 'MB' },
    ]
  } finally {
    await store.close()
    rmSync(folder, { recursive: true })
  }
}

/** Milliseconds per article, block by block. */
async function placeBlocks(store: Store): Promise<readonly number[]> {
  const generate = generator({ words: WORDS })
  let now = FIRST_AT
  const clock: Clock = { ...systemClock, now: () => now }
  const place = createPlaceArticles({ store, clock })
  const perArticleMs: number[] = []
  for (let from = 0; from < ARTICLES; from += BLOCK) {
    now = publishedAt(from + BLOCK)
    for (let number = from; number < from + BLOCK; number += 100) await save(store, generate, number, now)
    const startedAt = performance.now()
    await place()
    perArticleMs.push((performance.now() - startedAt) / BLOCK)
  }
  return perArticleMs
}

async function save(store: Store, generate: Generator, from: number, now: number): Promise<void> {
  const articles = Array.from({ length: 100 }, (_, at) => {
    const { id, title, text = '', language } = generate.article(from + at)
    return toArticle({ externalId: id, title, text, language, publishedAt: publishedAt(from + at) })
  })
  await store.saveArticles(await Promise.all(articles), now)
}

function publishedAt(number: number): number {
  return FIRST_AT + number * EVERY_MS
}
