// The stories that editions choose from, held in memory and shared: ten thousand subscriptions of one minute read them
// once. They are brought up to date when they are a minute old, or when somebody says that articles were placed.

import { DAY_MS, MINUTE_MS } from '../clock.ts'
import type { Story } from '../domain.ts'
import type { Clock, Store } from '../ports.ts'
import { MAX_STORY_ARTICLES } from '../summarizer/write-brief.ts'
import { type Candidate, type CandidateArticle, candidateArticle, candidateOf } from './candidate.ts'
import { stemsOf } from './match-topics.ts'

export interface Candidates {
  /** Those with an article since then. */
  since(time: number): Promise<RecentStories>
  /** Articles were placed: the next call reads what is new. */
  renew(): void
}

export interface RecentStories {
  /** The most important first. */
  readonly stories: readonly Candidate[]
  /** Those of them that say one of the stems, in title or beginning. */
  saying(stems: readonly string[]): readonly Candidate[]
}

/** Beyond so many stories the latest are taken: two days of a desk that reads 10,000 articles a day. */
const MAX_STORIES = 8000
const MAX_AGE_MS = MINUTE_MS
/** Whole texts are read to see their beginnings; so many at a time are held. */
const ARTICLES_AT_ONCE = 200

interface Memory {
  readonly since: number
  readonly loadedAt: number
  readonly articles: ReadonlyMap<string, CandidateArticle>
  readonly stories: readonly Candidate[]
  /** Ten thousand subscriptions do not each read the words of all stories. */
  readonly byStem: ReadonlyMap<string, readonly Candidate[]>
}

const NOTHING: Memory = {
  since: Number.POSITIVE_INFINITY,
  loadedAt: Number.NEGATIVE_INFINITY,
  articles: new Map(),
  stories: [],
  byStem: new Map(),
}

export function createCandidates(parts: { readonly store: Store; readonly clock: Clock }): Candidates {
  let memory = Promise.resolve(NOTHING)
  let isRenewed = false
  const isFresh = ({ since, loadedAt }: Memory, time: number) =>
    since <= time && !isRenewed && Math.abs(parts.clock.now() - loadedAt) < MAX_AGE_MS

  /** Whoever comes first loads; those who come meanwhile wait for the same load. */
  async function fresh(time: number): Promise<Memory> {
    const before = memory
    const held = await before
    if (isFresh(held, time)) return held
    if (memory !== before) return fresh(time)
    isRenewed = false
    memory = load(parts, held, time).catch((error) => {
      memory = before
      throw error
    })
    return memory
  }

  return {
    async since(time) {
      const { stories, byStem } = await fresh(time)
      const isRecent = ({ story }: Candidate) => story.latestAt >= time
      return {
        stories: stories.filter(isRecent),
        saying: (stems) => [...new Set(stems.flatMap((stem) => byStem.get(stem) ?? []))].filter(isRecent),
      }
    },
    renew() {
      isRenewed = true
    },
  }
}

async function load(
  { store, clock }: { readonly store: Store; readonly clock: Clock },
  before: Memory,
  time: number,
): Promise<Memory> {
  const now = clock.now()
  const since = Math.min(time, now - DAY_MS)
  const stories = await store.stories(since, MAX_STORIES)
  const changed = await placedSince(store, before, now)
  const articles = new Map<string, CandidateArticle>()
  const missing: string[] = []
  for (const id of stories.flatMap(articleIdsOf)) {
    const known = changed.has(id) ? undefined : before.articles.get(id)
    if (known) articles.set(id, known)
    else missing.push(id)
  }
  for (let at = 0; at < missing.length; at += ARTICLES_AT_ONCE) {
    for (const article of await store.articles(missing.slice(at, at + ARTICLES_AT_ONCE))) {
      articles.set(article.id, candidateArticle(article))
    }
  }
  const ranked = rankedCandidates(stories, articles, now)
  return { since, loadedAt: now, articles, stories: ranked, byStem: indexed(ranked) }
}

/** Articles with another text, group or story than they had. A placement is stored a little after the time it carries. */
async function placedSince(store: Store, before: Memory, now: number): Promise<ReadonlySet<string>> {
  if (before.articles.size === 0) return new Set()
  const earliest = Math.min(before.loadedAt, now) - MAX_AGE_MS
  const placements = await store.placements({ since: 0, placedSince: earliest })
  return new Set(placements.map(({ articleId }) => articleId))
}

function articleIdsOf(story: Story): readonly string[] {
  return story.articleIds.slice(-MAX_STORY_ARTICLES)
}

function rankedCandidates(
  stories: readonly Story[],
  articles: ReadonlyMap<string, CandidateArticle>,
  now: number,
): readonly Candidate[] {
  return stories
    .flatMap((story) => {
      const own = articleIdsOf(story).flatMap((id) => articles.get(id) ?? [])
      return candidateOf(story, own, now) ?? []
    })
    .sort((a, b) => b.importance - a.importance || b.story.latestAt - a.story.latestAt)
}

function indexed(stories: readonly Candidate[]): ReadonlyMap<string, readonly Candidate[]> {
  const byStem = new Map<string, Candidate[]>()
  for (const story of stories) {
    for (const stem of new Set(story.articles.flatMap(stemsOf))) {
      const others = byStem.get(stem)
      if (others) others.push(story)
      else byStem.set(stem, [story])
    }
  }
  return byStem
}
