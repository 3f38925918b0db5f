import type { Selectable } from 'kysely'
import type { Article, NewArticle } from '../src/domain.ts'
import { idOf } from './ids.ts'
import { fromJson, toJson } from './json.ts'
import { packSentences, unpackSentences } from './packed-sentences.ts'
import { present } from './present.ts'
import type { ArticleTable, PlacementTable } from './schema.ts'

/** An article's row with the story it stands in. */
export type ArticleRow = Selectable<ArticleTable> & Pick<PlacementTable, 'story'>

/** What a draft says about itself; the rest of the row depends on what is stored already. */
export function columnsOf(article: NewArticle) {
  return {
    identity: article.identity,
    external_id: article.externalId ?? null,
    url: article.url ?? null,
    title: article.title,
    byline: article.byline ?? null,
    publisher: article.publisher ?? null,
    site: article.site ?? null,
    published_at: article.publishedAt ?? null,
    published_at_inferred: article.publishedAtInferred ? 1 : 0,
    language: article.language,
    categories: toJson(article.categories),
    kind: article.kind,
    body_hash: article.bodyHash,
    text: article.text,
    sentences: packSentences(article.sentences),
  }
}

export function articleOf(row: ArticleRow): Article {
  return {
    ...ownPartOf(row),
    identity: row.identity,
    title: row.title,
    language: row.language,
    kind: row.kind as Article['kind'],
    text: row.text,
    sentences: unpackSentences(row.sentences),
    bodyHash: row.body_hash,
    ...present({
      externalId: row.external_id,
      url: row.url,
      byline: row.byline,
      publisher: row.publisher,
      site: row.site,
      publishedAt: row.published_at,
      publishedAtInferred: row.published_at_inferred === 1 ? true : null,
      categories: fromJson<readonly string[]>(row.categories),
    }),
  }
}

/** What an article has only once it is stored. */
export type OwnColumns = Omit<ArticleRow, keyof ReturnType<typeof columnsOf>>

export function ownPartOf(row: OwnColumns) {
  return {
    id: idOf('article', row.number),
    revision: row.revision,
    storedAt: row.stored_at,
    updatedAt: row.updated_at,
    duplicateGroup: idOf('article', groupOf(row)),
    ...present({ storyId: row.story === null ? null : idOf('story', row.story) }),
  }
}

/** The number of the first article of the group that the row belongs to. */
export function groupOf(row: Pick<ArticleRow, 'number' | 'duplicate_group'>): number {
  return row.duplicate_group ?? row.number
}
