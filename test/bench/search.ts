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
/** Ours and the bare query take turns, and the median of a question's passes counts: other programs disturb both alike. */
const PASSES = 3
/** Another number makes the file anew: to be raised when articles are stored in another way. */
const STORED_AS = 2
const NOW = Date.UTC(2026, 0, 25)

export const run: Bench = async () => {
  const generate = generator({ words: WORDS })
  const file = join(tmpdir(), 'brevier-bench', `search-${ARTICLES}-${STORED_AS}.db`)
  await fill(file, generate)
  const store = await openSqlite({ file })
  const queries = Array.from({ length: QUESTIONS }, (_, at) => generate.question(at * 131 + 7))
  let asked: readonly string[] = []
  const listening: Store = {
    ...store,
    matchArticles: (query) => {
      asked = query.anyOf
      return store.matchArticles(query)
    },
  }
  const times = queries.map((): Times => ({ ours: [], bare: [] }))
  const bare = openBare(file)
  for (let pass = 0; pass < PASSES; pass++) {
    for (const [at, query] of queries.entries()) {
      asked = []
      times[at]?.ours.push(await timeOf(() => search({ store: listening }, { query, limit: 10, now: NOW })))
      times[at]?.bare.push(await timeOf(() => bare.ask(asked)))
    }
  }
  bare.close()
  await store.close()
  const row = (metric: string, p: number) => ({
    metric,
    value: quantile(
      times.map(({ ours }) => quantile(ours, 0.5)),
      p,
    ),
    unit: 'ms',
    reference: quantile(
      times.map((one) => quantile(one.bare, 0.5)),
      p,
    ),
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

interface Times {
  readonly ours: number[]
  readonly bare: number[]
}

async function timeOf(work: () => unknown): Promise<number> {
  const startedAt = performance.now()
  await work()
  return performance.now() - startedAt
}

function openBare(file: string) {
  const driver = new Database(file, { readonly: true })
  const match = driver.prepare('select rowid, rank from search where search match ? order by rank limit 50')
  return {
    ask: (anyOf: readonly string[]) => match.all(anyOf.map((term) => `"${term}"`).join(' OR ')),
    close: () => driver.close(),
  }
}
