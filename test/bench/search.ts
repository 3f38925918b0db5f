// `search` at 50,000 articles, against the bare full-text query of the same terms on the same table.

import { existsSync, mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { openSqlite } from '../../db/sqlite.ts'
import { search } from '../../src/answers/search.ts'
import { toArticle } from '../../src/articles/to-article.ts'
import type { Store } from '../../src/ports.ts'
import { type Bench, quantile } from './bench.ts'
import { generator } from './generated-articles.ts'

const ARTICLES = 50_000
const WORDS = 300
const QUESTIONS = 200
/** Another number makes the file anew: to be raised when articles are stored in another way. */
const STORED_AS = 2
const NOW = Date.UTC(2026, 0, 25)

export const run: Bench = async () => {
  const generate = generator({ words: WORDS })
  const file = join(tmpdir(), 'brevier-bench', `search-${ARTICLES}-${STORED_AS}.db`)
  await fill(file, generate)
  const store = await openSqlite({ file })
  const queries = Array.from({ length: QUESTIONS }, (_, at) => generate.question(at * 131 + 7))
  const terms = new Map<string, readonly string[]>()
  const listening: Store = {
    ...store,
    matchArticles: (query) => {
      if (current !== undefined && !terms.has(current)) terms.set(current, query.anyOf)
      return store.matchArticles(query)
    },
  }
  let current: string | undefined
  const ours: number[] = []
  for (const query of queries) {
    current = query
    const startedAt = performance.now()
    await search({ store: listening }, { query, limit: 10, now: NOW })
    ours.push(performance.now() - startedAt)
  }
  const bare = bareTimes(file, [...terms.values()])
  await store.close()
  const row = (metric: string, p: number) => ({
    metric,
    value: quantile(ours, p),
    unit: 'ms',
    reference: quantile(bare, p),
    referenceName: 'bare FTS5 query of the same terms, same table',
  })
  return [row(`search p50, ${ARTICLES} articles`, 0.5), row(`search p95, ${ARTICLES} articles`, 0.95)]
}

/** Made once, then kept in the temporary folder: it takes a minute. */
async function fill(file: string, generate: ReturnType<typeof generator>): Promise<void> {
  if (existsSync(file)) return
  mkdirSync(join(tmpdir(), 'brevier-bench'), { recursive: true })
  const store = await openSqlite({ file })
  for (let at = 0; at < ARTICLES; at += 500) {
    const articles = await Promise.all(
      Array.from({ length: 500 }, (_, offset) => {
        const { id, text = '', ...known } = generate.article(at + offset)
        return toArticle({ ...known, text, externalId: id })
      }),
    )
    await store.saveArticles(articles, NOW)
  }
  await store.close()
}

function bareTimes(file: string, queries: readonly (readonly string[])[]): readonly number[] {
  const driver = new Database(file, { readonly: true })
  const match = driver.prepare('select rowid, rank from search where search match ? order by rank limit 50')
  const times = queries.map((anyOf) => {
    const startedAt = performance.now()
    match.all(anyOf.map((term) => `"${term}"`).join(' OR '))
    return performance.now() - startedAt
  })
  driver.close()
  return times
}
