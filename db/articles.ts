import { sql } from 'kysely'
import type { ArticleStore } from '../src/ports.ts'
import { articleOf } from './article-row.ts'
import { type Database, inParts, type Queries } from './database.ts'
import { idOf, numberOf, numbersOf } from './ids.ts'
import { unpackSentences } from './packed-sentences.ts'

type Articles = Pick<
  ArticleStore,
  'article' | 'articles' | 'revision' | 'articleCount' | 'knownIdentities' | 'sourceNames'
>

export function createArticles(database: Database): Articles {
  return {
    article: (id) => database.read(async (queries) => (await articlesOf(queries, [id]))[0]),

    articles: (ids) => database.read((queries) => articlesOf(queries, ids)),

    revision: (articleId, revision) =>
      database.read(async (queries) => {
        const number = numberOf('article', articleId)
        if (number === undefined) return undefined
        const row = await revisionRow(queries, number, revision)
        return row && { title: row.title, text: row.text, sentences: unpackSentences(row.sentences) }
      }),

    articleCount: () =>
      database.read(async (queries) => {
        const row = await queries
          .selectFrom('articles')
          .select((e) => e.fn.countAll<number>().as('count'))
          .executeTakeFirstOrThrow()
        return row.count
      }),

    knownIdentities: (identities, { snippetsUntil = Number.MAX_SAFE_INTEGER } = {}) =>
      database.read(async (queries) => {
        const rows = await inParts(identities, (part) =>
          queries
            .selectFrom('articles')
            .select('identity')
            .where('identity', 'in', part)
            .where((e) => e.or([e('kind', '=', 'full'), e('stored_at', '<=', snippetsUntil)]))
            .execute(),
        )
        return new Set(rows.map(({ identity }) => identity))
      }),

    sourceNames: () =>
      database.read(async (queries) => {
        const names = [...(await namesIn(queries, 'publisher')), ...(await namesIn(queries, 'site'))]
        return [...new Set(names)]
      }),
  }
}

async function articlesOf(queries: Queries, ids: readonly string[]) {
  const rows = await inParts(numbersOf('article', ids), (part) =>
    articleRows(queries).where('number', 'in', part).execute(),
  )
  const articles = new Map(rows.map((row) => [idOf('article', row.number), articleOf(row)]))
  return ids.flatMap((id) => articles.get(id) ?? [])
}

/** Rows of articles as `articleOf` reads them, to be narrowed down. */
export function articleRows(queries: Queries) {
  return queries
    .selectFrom('articles')
    .innerJoin('placements', 'placements.article', 'articles.number')
    .selectAll('articles')
    .select('placements.story')
}

async function revisionRow(queries: Queries, number: number, revision: number) {
  const current = await queries
    .selectFrom('articles')
    .select(['title', 'text', 'sentences'])
    .where('number', '=', number)
    .where('revision', '=', revision)
    .executeTakeFirst()
  if (current) return current
  return queries
    .selectFrom('revisions')
    .select(['title', 'text', 'sentences'])
    .where('article', '=', number)
    .where('revision', '=', revision)
    .executeTakeFirst()
}

/** Steps from name to name along the index: there are many articles, but few names. */
async function namesIn(queries: Queries, column: 'publisher' | 'site'): Promise<readonly string[]> {
  const name = sql.ref(column)
  const { rows } = await sql<{ name: string }>`
    with recursive names (name) as (
      select min(${name}) from articles
      union all
      select (select min(${name}) from articles where ${name} > names.name) from names where names.name is not null
    )
    select name from names where name is not null`.execute(queries)
  return rows.map((row) => row.name)
}
