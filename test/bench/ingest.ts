// JSON lines → stored and placed articles, against a bare loop that only inserts the same rows and full-text entries in
// transactions of the same size. Both take turns, and the round between the other two counts: what else the machine does
// meanwhile slows either.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { migrateDatabase, openSqlite } from '../../db/sqlite.ts'
import { ingest } from '../../src/articles/ingest.ts'
import { readInputs } from '../../src/articles/inputs.ts'
import { systemClock } from '../../src/clock.ts'
import { createPlaceArticles } from '../../src/stories/place-articles.ts'
import { searchText } from '../../src/text/tokens.ts'
import type { Bench } from './bench.ts'
import { generator } from './generated-articles.ts'

const ROUNDS = 3
const ARTICLES = 4_000
const WORDS = 600
const BATCH = 100

export const run: Bench = async () => {
  const lines = articleLines()
  const rounds: Awaited<ReturnType<typeof measure>>[] = []
  for (let round = 0; round < ROUNDS; round++) rounds.push(await measure(lines))
  rounds.sort((a, b) => a.times - b.times)
  const { perSecond, bare, times } = rounds[Math.floor(ROUNDS / 2)] ?? (await measure(lines))
  return [
    {
      metric: `articles of ${WORDS} words from JSON lines, stored and placed`,
      value: perSecond,
      unit: '/s',
      reference: bare,
      referenceName: 'bare inserts of the same rows and full-text entries',
    },
    { metric: 'times the bare loop', value: times, reference: 4, referenceName: 'at most' },
  ]
}

async function measure(lines: readonly Uint8Array[]) {
  const folder = mkdtempSync(join(tmpdir(), 'brevier-bench-'))
  try {
    const ours = join(folder, 'ours.db')
    const perSecond = await ingestLines(lines, ours)
    const bare = await insertRows(ours, join(folder, 'bare.db'))
    return { perSecond, bare, times: bare / perSecond }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function articleLines(): readonly Uint8Array[] {
  const generate = generator({ words: WORDS })
  return Array.from({ length: ARTICLES }, (_, number) =>
    Buffer.from(`${JSON.stringify(lineOf(generate.article(number)))}\n`),
  )
}

async function ingestLines(lines: readonly Uint8Array[], file: string): Promise<number> {
  const store = await openSqlite({ file })
  const place = createPlaceArticles({ store, clock: systemClock })
  const startedAt = performance.now()
  for await (const result of ingest(
    { store, clock: systemClock },
    readInputs('-', { stdin: stream(lines) }),
  )) {
    if ('error' in result) throw new Error(result.error)
  }
  await place()
  const seconds = (performance.now() - startedAt) / 1000
  await store.close()
  return ARTICLES / seconds
}

function lineOf(article: ReturnType<ReturnType<typeof generator>['article']>) {
  return { ...article, publishedAt: new Date(article.publishedAt ?? 0).toISOString() }
}

async function* stream(chunks: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* chunks
}

type Row = Readonly<Record<string, string | number | Uint8Array | null>>

async function insertRows(from: string, to: string): Promise<number> {
  await migrateDatabase(to)
  const source = new Database(from, { readonly: true })
  const stories = source.prepare('select * from stories').all() as Row[]
  const articles = source.prepare('select * from articles').all() as Row[]
  const placements = source.prepare('select * from placements order by article').all() as Row[]
  const scopes = source.prepare('select at, sources from search order by rowid').all() as Row[]
  source.close()
  const texts = articles.map((row, n) => [
    row.number,
    searchText(String(row.title), 'en'),
    searchText(String(row.text), 'en'),
    scopes[n]?.at,
    scopes[n]?.sources,
  ])
  const driver = new Database(to)
  driver.pragma('synchronous = FULL')
  const insert = (table: string, row: Row) =>
    driver.prepare(
      `insert into ${table} (${Object.keys(row).join(', ')}) values (${Object.keys(row)
        .map((name) => `@${name}`)
        .join(', ')})`,
    )
  const [firstStory, firstArticle, firstPlacement] = [stories[0], articles[0], placements[0]]
  if (!firstStory || !firstArticle || !firstPlacement) throw new Error('nothing was stored')
  const [insertStory, insertArticle] = [insert('stories', firstStory), insert('articles', firstArticle)]
  const insertPlacement = insert('placements', firstPlacement)
  const insertText = driver.prepare(
    'insert into search (rowid, title, body, at, sources) values (?, ?, ?, ?, ?)',
  )
  const startedAt = performance.now()
  for (let at = 0; at < articles.length; at += BATCH) {
    driver.transaction(() => {
      for (const row of articles.slice(at, at + BATCH)) insertArticle.run(row)
      for (const text of texts.slice(at, at + BATCH)) insertText.run(...text)
    })()
  }
  // A story names its representative article, a placement both.
  driver.transaction(() => {
    for (const row of stories) insertStory.run(row)
    for (const row of placements) insertPlacement.run(row)
  })()
  const seconds = (performance.now() - startedAt) / 1000
  driver.close()
  return articles.length / seconds
}
