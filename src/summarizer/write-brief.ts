// A stored story or article → a stored brief of it.

import type { Article, Brief } from '../domain.ts'
import type { Clock, Store } from '../ports.ts'
import type { BriefLength, Engine } from './engine.ts'

/** More articles of one story than this add nothing that a brief has room for; the latest are taken. */
const MAX_ARTICLES = 40

export interface WriteParts {
  readonly store: Store
  readonly engine: Engine
  readonly clock: Clock
}

interface WriteOptions {
  readonly length: BriefLength
  readonly signal?: AbortSignal
}

/** Undefined when there is no such story. */
export async function writeStoryBrief(
  parts: WriteParts,
  storyId: string,
  options: WriteOptions,
): Promise<Brief | undefined> {
  const story = await parts.store.story(storyId)
  if (!story) return undefined
  const articles = await parts.store.articles(story.articleIds.slice(-MAX_ARTICLES))
  const representativeId = articles.find((article) => article.title === story.headline)?.id
  return write(
    parts,
    articles,
    { storyId, ...(representativeId !== undefined && { representativeId }) },
    options,
  )
}

/** Undefined when there is no such article. */
export async function writeArticleBrief(
  parts: WriteParts,
  articleId: string,
  options: WriteOptions,
): Promise<Brief | undefined> {
  const article = await parts.store.article(articleId)
  return article && write(parts, [article], {}, options)
}

async function write(
  { store, engine, clock }: WriteParts,
  articles: readonly Article[],
  subject: { readonly storyId?: string; readonly representativeId?: string },
  { length, signal }: WriteOptions,
): Promise<Brief> {
  const now = clock.now()
  const brief = await engine.brief({ articles, ...subject }, { ...length, now, ...(signal && { signal }) })
  return store.saveBrief(brief, now)
}
