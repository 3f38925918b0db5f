// A stored story or article → a stored brief of it. One that is stored already is given instead of written again.

import type { Article, Brief, NewBrief } from '../domain.ts'
import type { Clock, Store } from '../ports.ts'
import { type BriefOrder, cacheKeyOf, type RecentBriefs, writtenOnce } from './brief-cache.ts'
import type { BriefLength, BriefOptions, Engine } from './engine.ts'

/** More articles of one story than this add nothing that a brief has room for; the latest are taken. */
export const MAX_STORY_ARTICLES = 40

export interface WriteParts {
  readonly store: Store
  readonly engine: Engine
  readonly clock: Clock
  /** Shared by all who write in this process; without it, two at the same time write the same twice. */
  readonly recentBriefs?: RecentBriefs
}

/** How long somebody waits for what a model writes. */
export type Urgency = Pick<BriefOptions, 'deadlineAt' | 'canWait' | 'signal'>

export interface WriteOptions extends Urgency {
  readonly length: BriefLength
  /** The reader's. */
  readonly language?: string
}

/** Undefined when there is no such story. */
export async function writeStoryBrief(
  parts: WriteParts,
  storyId: string,
  options: WriteOptions,
): Promise<Brief | undefined> {
  const story = await parts.store.story(storyId)
  if (!story) return undefined
  const articles = await parts.store.articles(story.articleIds.slice(-MAX_STORY_ARTICLES))
  return writeBrief(parts, orderOf(articles, options, story), options)
}

/** Undefined when there is no such article. */
export async function writeArticleBrief(
  parts: WriteParts,
  articleId: string,
  options: WriteOptions,
): Promise<Brief | undefined> {
  const article = await parts.store.article(articleId)
  return article && writeBrief(parts, orderOf([article], options), options)
}

function orderOf(
  articles: readonly Article[],
  { length, language }: WriteOptions,
  story?: { readonly id: string; readonly headline: string },
): BriefOrder {
  return {
    inputs: articles.map(({ id, revision }) => ({ articleId: id, revision })),
    length,
    ...(story && { storyId: story.id, headline: story.headline }),
    ...(language !== undefined && { language }),
  }
}

/** The brief of an order, stored before or written now. Undefined when none of its articles is stored any more. */
export function writeBrief(
  parts: WriteParts,
  order: BriefOrder,
  options: Urgency = {},
): Promise<Brief | undefined> {
  const key = cacheKeyOf(parts.engine, order)
  return writtenOnce(parts.recentBriefs ?? new Map(), key, parts.clock.now(), async () => {
    const stored = await parts.store.briefByKey(key)
    if (stored) return stored
    const brief = await engineBrief(parts, order, options)
    if (!brief) return undefined
    // An article may have changed since it was ordered: then this is the brief of other inputs.
    const cacheKey = cacheKeyOf(parts.engine, { ...order, inputs: brief.inputs })
    return parts.store.saveBrief(keptAs(brief, cacheKey), parts.clock.now())
  })
}

/** What stands in for a silent model is stored, since somebody is told it, and found by nobody who asks later. */
export function keptAs(brief: NewBrief, cacheKey: string): NewBrief {
  return brief.isProvisional ? brief : { ...brief, cacheKey }
}

/** What the engine makes of the articles as they are stored now. */
export async function engineBrief(
  { store, engine, clock }: WriteParts,
  { inputs, storyId, headline, language, length }: BriefOrder,
  { signal, deadlineAt, canWait }: Urgency,
) {
  const articles = await store.articles(inputs.map(({ articleId }) => articleId))
  if (articles.length === 0) return undefined
  const representativeId = articles.find((article) => article.title === headline)?.id
  return engine.brief(
    {
      articles,
      ...(storyId !== undefined && { storyId }),
      ...(representativeId !== undefined && { representativeId }),
    },
    {
      ...length,
      now: clock.now(),
      ...(language !== undefined && { language }),
      ...(deadlineAt !== undefined && { deadlineAt }),
      ...(canWait && { canWait }),
      ...(signal && { signal }),
    },
  )
}
