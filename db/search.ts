// Full-text search in SQLite: one row per article, made of stems. The index keeps no text of its own.

import type SqliteDatabase from 'better-sqlite3'
import type { ArticleMatch, ArticleStore, SearchText } from '../src/ports.ts'
import { type ArticleRow, articleOf } from './article-row.ts'
import type { Connection } from './connection.ts'
import { present } from './present.ts'

/** More terms than this cost time and add nothing (grounding 6.1). */
const MAX_TERMS = 24

/** Counting takes as long as there are articles to count; below this it is not worth remembering. */
const WORTH_REMEMBERING = 1000

type Query = Parameters<ArticleStore['matchArticles']>[0]
type StemCounts = Awaited<ReturnType<ArticleStore['stemCounts']>>

/** What matches are filtered by. */
export interface Scope {
  readonly at: number
  readonly sources: readonly (string | null | undefined)[]
}

/** To be used inside a transaction. */
export interface Search {
  add(number: number, text: SearchText, scope: Scope): void
  remove(number: number): void
  match(query: Query): readonly ArticleMatch[]
  counts(stems: readonly string[]): StemCounts
}

export function createSearch({ driver }: Connection): Search {
  const insert = driver.prepare<[number, string, string, number, string]>(
    'insert into search (rowid, title, body, at, sources) values (?, ?, ?, ?, ?)',
  )
  const remove = driver.prepare<[number]>('delete from search where rowid = ?')
  const rank = createRank(driver)
  const load = createLoad(driver)
  return {
    add: (number, { title, body }, { at, sources }) =>
      void insert.run(number, title, body, at, sourceLines(sources)),
    remove: (number) => void remove.run(number),
    match(query) {
      const ranked = rank(query)
      const rows = load(ranked.map(({ number }) => number))
      return ranked.flatMap(({ number, score }) => {
        const row = rows.get(number)
        if (!row) return []
        return [{ article: articleOf(row), score, ...present({ stemHashes: row.stem_hashes }) }]
      })
    },
    counts: createCounts(driver),
  }
}

interface Ranked {
  readonly number: number
  readonly score: number
}

/** The best articles by number. FTS5 ranks first and hands out in order, so filters look at no more rows than needed. */
function createRank(driver: SqliteDatabase.Database): (query: Query) => readonly Ranked[] {
  const all = driver.prepare<[string, number], Ranked>(
    'select rowid as number, -rank as score from search where search match ? order by rank limit ?',
  )
  const within = driver.prepare<[object], Ranked>(
    `select rowid as number, -rank as score from search
     where search match @terms and at >= @since and at <= @until
       and (@source is null or instr(sources, @source) > 0)
     order by rank limit @limit`,
  )
  return ({ anyOf, limit, since, until, sourceName }) => {
    const terms = termsOf(anyOf)
    if (terms === '' || limit <= 0) return []
    if (since === undefined && until === undefined && sourceName === undefined) return all.all(terms, limit)
    return within.all({
      terms,
      limit,
      since: since ?? Number.MIN_SAFE_INTEGER,
      until: until ?? Number.MAX_SAFE_INTEGER,
      source: sourceName === undefined ? null : `\n${sourceLine(sourceName)}\n`,
    })
  }
}

/** Every stem is a quoted string of FTS5, so none of it is syntax. A NUL would end the query early. */
function termsOf(stems: readonly string[]): string {
  const terms = new Set(stems.map((stem) => stem.replaceAll('\0', '').trim()).filter((stem) => stem !== ''))
  return [...terms]
    .slice(0, MAX_TERMS)
    .map((term) => `"${term.replaceAll('"', '""')}"`)
    .join(' OR ')
}

/** A line for each name, between line breaks, to be found whole; a host is also known without its `www`. */
function sourceLines(sources: Scope['sources']): string {
  const names = sources.flatMap((source) => (source ? [source, source.replace(/^www\./, '')] : []))
  const lines = new Set(names.map(sourceLine).filter((line) => line !== ''))
  return lines.size === 0 ? '' : `\n${[...lines].join('\n')}\n`
}

function sourceLine(name: string): string {
  return name.replace(/\s+/g, ' ').trim().toLowerCase()
}

function createLoad(driver: SqliteDatabase.Database) {
  const rows = driver.prepare<[string], ArticleRow>(
    `select articles.*, placements.story
     from articles join placements on placements.article = articles.number
     where articles.number in (select value from json_each(?))`,
  )
  return (numbers: readonly number[]): ReadonlyMap<number, ArticleRow> =>
    new Map(rows.all(JSON.stringify(numbers)).map((row) => [row.number, row]))
}

/**
 * Counts are exact, but those that take long are kept until there are 2 % more articles than the count itself: what
 * is kept is never off by more than that.
 */
function createCounts(driver: SqliteDatabase.Database): (stems: readonly string[]) => StemCounts {
  const stored = driver.prepare<[], number>('select count(*) from articles').pluck()
  const occurrences = driver.prepare<[string], number>('select doc from search_terms where term = ?').pluck()
  const remembered = new Map<string, { readonly count: number; readonly articles: number }>()

  function countOf(stem: string, articles: number): number {
    const last = remembered.get(stem)
    if (last && Math.abs(articles - last.articles) <= last.count / 50) return last.count
    const count = occurrences.get(stem) ?? 0
    if (count >= WORTH_REMEMBERING) remembered.set(stem, { count, articles })
    return count
  }

  return (stems) => {
    const articles = stored.get() ?? 0
    const counts = [...new Set(stems)].map((stem) => [stem, countOf(stem, articles)] as const)
    return { articles, counts: new Map(counts.filter(([, count]) => count > 0)) }
  }
}
