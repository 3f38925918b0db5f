// One poll of a feed, to the end: what is new in it is fetched, cleaned and stored, and only then is the feed settled,
// together with what is remembered of its items.

import type { Feed, SeenItem } from '../domain.ts'
import { reasonOf } from '../errors.ts'
import { type KeyedItem, keyedItems } from '../feeds/item-keys.ts'
import { type Poll, pollFeed, settleFailed } from '../feeds/poll.ts'
import type { Fetch } from '../http.ts'
import type { Clock, Log, Store } from '../ports.ts'
import { canonicalUrl } from './canonical-url.ts'
import { type Chosen, chooseItems } from './choose-items.ts'
import { ingest } from './ingest.ts'
import { draftsOf } from './item-drafts.ts'
import { present } from './present.ts'

export interface ReadParts {
  readonly store: Store
  readonly fetch: Fetch
  readonly clock: Clock
  readonly log: Log
}

export interface FeedReading {
  readonly kind: Poll['kind']
  readonly problem?: string
  /** It failed for too long, or is gone: it is polled no more. */
  readonly isPaused?: true
  readonly items: number
  readonly stored: number
  readonly updated: number
  /** The same words are stored under another identity. Items that were read before count nowhere. */
  readonly duplicate: number
  readonly rejected: number
}

const NOTHING = { items: 0, stored: 0, updated: 0, duplicate: 0, rejected: 0 }

/**
 * Polls, stores what is new, and settles the feed. Of a page that cannot be fetched or is no article the item's own words
 * are kept, as a snippet.
 */
export async function readFeed(parts: ReadParts, feed: Feed, signal?: AbortSignal): Promise<FeedReading> {
  try {
    return await readItems(parts, feed, signal)
  } catch (error) {
    if (signal?.aborted) throw error
    parts.log.error('a feed could not be read', { feed: feed.url, error: reasonOf(error) })
    return readingOf(parts, feed, await settleFailed(parts.store, feed, parts.clock.now(), error))
  }
}

async function readItems(parts: ReadParts, feed: Feed, signal?: AbortSignal): Promise<FeedReading> {
  const poll = await pollFeed(parts, feed, signal)
  if (poll.kind !== 'items') return readingOf(parts, feed, poll)
  const keyed = keyedItems(poll.items, canonicalUrl)
  const chosen = await chooseItems(parts, feed, keyed)
  const counts = { ...NOTHING, items: poll.items.length }
  const drafts = draftsOf({ parts, feed, poll, signal }, chosen.toRead)
  const seen: SeenItem[] = [...chosen.passed]
  let { isPartial } = chosen
  for await (const result of ingest(parts, drafts.made())) {
    counts['error' in result ? 'rejected' : result.status]++
    const { choice, retryUntil } = drafts.next()
    isPartial ||= retryUntil !== undefined
    const articleId = 'error' in result ? undefined : result.id
    seen.push(...seenOf(choice, parts.clock.now(), present({ articleId, retryUntil })))
  }
  await poll.settle({ isPartial, seen })
  if (poll.pausedFor !== undefined)
    parts.log.warn('a feed is paused', { feed: feed.id, problem: poll.pausedFor })
  return { kind: 'items', ...counts }
}

function readingOf({ log }: ReadParts, feed: Feed, poll: Exclude<Poll, { kind: 'items' }>): FeedReading {
  if (poll.kind === 'unchanged') return { kind: 'unchanged', ...NOTHING }
  const { kind, problem, isPaused } = poll
  if (isPaused && feed.pausedAt === undefined) log.warn('a feed is paused', { feed: feed.id, problem })
  return { kind, problem, ...(isPaused && { isPaused }), ...NOTHING }
}

function seenOf(
  { keyed, known }: Chosen,
  readAt: number,
  outcome: Pick<SeenItem, 'articleId' | 'retryUntil'>,
): readonly SeenItem[] {
  const { keys, wordsHash }: KeyedItem = keyed
  const articleId = outcome.articleId ?? known?.articleId
  return keys.map((key) => ({ key, wordsHash, readAt, ...outcome, ...present({ articleId }) }))
}
