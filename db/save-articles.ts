// Storing articles, the hot path of a desk: statements of the driver, prepared once. What counts as the same article
// is design's: one identity is one article, one body hash is one duplicate group.

import type { NewArticle } from '../src/domain.ts'
import type { ArticleStore, SavedArticle, SearchText } from '../src/ports.ts'
import { type ArticleRow, articleOf, columnsOf, groupOf, type OwnColumns, ownPartOf } from './article-row.ts'
import type { Connection } from './connection.ts'
import type { Search } from './search.ts'

type Columns = ReturnType<typeof columnsOf>
type Row = Columns & Omit<OwnColumns, 'number' | 'story'>

export function createSaveArticles(connection: Connection, search: Search): ArticleStore['saveArticles'] {
  const statements = prepare(connection.driver)

  function saveOne(article: NewArticle, searchText: SearchText, now: number): SavedArticle {
    const known = statements.byIdentity.get(article.identity)
    if (!known) return insert(article, searchText, now)
    if (known.text === article.text && known.title === article.title) {
      return { article: articleOf(known), status: 'duplicate' }
    }
    return update(known, article, searchText, now)
  }

  function insert(article: NewArticle, searchText: SearchText, now: number): SavedArticle {
    const group = groupOfHash(article.bodyHash)
    const columns = {
      ...columnsOf(article),
      stem_hashes: searchText.stemHashes,
      revision: 1,
      duplicate_group: group ?? null,
      stored_at: now,
      updated_at: now,
    }
    const number = Number(statements.insert.run(columns).lastInsertRowid)
    const at = timeOf(columns)
    statements.awaitPlacement.run(number, at)
    search.add(number, searchText, { at, sources: [columns.publisher, columns.site, hostOf(columns.url)] })
    return {
      article: { ...article, ...ownPartOf({ ...columns, number, story: null }) },
      status: group === undefined ? 'stored' : 'duplicate',
    }
  }

  function update(known: ArticleRow, article: NewArticle, searchText: SearchText, now: number): SavedArticle {
    const { number, story } = known
    statements.keepRevision.run(number)
    const columns = {
      ...columnsOf(article),
      stem_hashes: searchText.stemHashes,
      revision: known.revision + 1,
      duplicate_group: groupAfter(known, article.bodyHash),
      stored_at: known.stored_at,
      updated_at: now,
    }
    statements.update.run({ ...columns, number })
    const at = timeOf(columns)
    statements.awaitPlacementAgain.run(at, number)
    search.remove(number)
    search.add(number, searchText, { at, sources: [columns.publisher, columns.site, hostOf(columns.url)] })
    return { article: { ...article, ...ownPartOf({ ...columns, number, story }) }, status: 'updated' }
  }

  /** The group of the first article with that hash. */
  function groupOfHash(hash: string): number | undefined {
    const holder = statements.firstOfHash.get(hash)
    return holder && groupOf(holder)
  }

  /** A text that says something else now leaves its group, and joins the group of its new text if there is one. */
  function groupAfter(known: ArticleRow, hash: string): number | null {
    if (known.body_hash === hash) return known.duplicate_group
    if (known.duplicate_group === null) handOnGroup(known.number)
    return groupOfHash(hash) ?? null
  }

  /** The first article of a group leaves it: the next one gives the group its name. */
  function handOnGroup(number: number): void {
    const heir = statements.nextOfGroup.get(number)
    if (heir === undefined) return
    statements.renameGroup.run(heir, number)
    statements.headGroup.run(heir)
  }

  return (articles, now) =>
    connection.writeNow(() => articles.map(({ article, searchText }) => saveOne(article, searchText, now)))
}

function timeOf({ published_at, stored_at }: Pick<ArticleRow, 'published_at' | 'stored_at'>): number {
  return published_at ?? stored_at
}

function hostOf(url: string | null): string | undefined {
  return url !== null && URL.canParse(url) ? new URL(url).hostname : undefined
}

function prepare(driver: Connection['driver']) {
  return {
    byIdentity: driver.prepare<[string], ArticleRow>(
      `select articles.*, placements.story
       from articles join placements on placements.article = articles.number where identity = ?`,
    ),
    firstOfHash: driver.prepare<[string], Pick<ArticleRow, 'number' | 'duplicate_group'>>(
      'select number, duplicate_group from articles where body_hash = ? order by number limit 1',
    ),
    insert: driver.prepare<[Row]>(
      `insert into articles (${COLUMNS.join(', ')}) values (${COLUMNS.map((name) => `@${name}`).join(', ')})`,
    ),
    update: driver.prepare<[Row & { number: number }]>(
      `update articles set ${COLUMNS.map((name) => `${name} = @${name}`).join(', ')} where number = @number`,
    ),
    keepRevision: driver.prepare<[number]>(
      `insert into revisions (article, revision, title, text, sentences)
       select number, revision, title, text, sentences from articles where number = ?`,
    ),
    awaitPlacement: driver.prepare<[number, number]>(
      'insert into placements (article, at, is_due) values (?, ?, 1)',
    ),
    awaitPlacementAgain: driver.prepare<[number, number]>(
      'update placements set at = ?, is_due = 1 where article = ?',
    ),
    nextOfGroup: driver
      .prepare<[number], number>(
        'select number from articles where duplicate_group = ? order by number limit 1',
      )
      .pluck(),
    renameGroup: driver.prepare<[number, number]>(
      'update articles set duplicate_group = ? where duplicate_group = ?',
    ),
    headGroup: driver.prepare<[number]>('update articles set duplicate_group = null where number = ?'),
  }
}

const COLUMNS = [
  'identity',
  'external_id',
  'url',
  'title',
  'byline',
  'publisher',
  'site',
  'published_at',
  'published_at_inferred',
  'language',
  'categories',
  'kind',
  'body_hash',
  'text',
  'sentences',
  'stem_hashes',
  'revision',
  'duplicate_group',
  'stored_at',
  'updated_at',
] as const satisfies readonly (keyof Row)[]
