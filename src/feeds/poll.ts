// One poll of one feed: a conditional request, parsed. What it found is handed on together with the act that settles the
// feed's row, to be done after the items are stored: a crash in between then loses no item.

import type { Feed, Item } from '../domain.ts'
import { FetchError, reasonOf, UserError } from '../errors.ts'
import type { Fetch } from '../http.ts'
import type { Clock, FeedStore } from '../ports.ts'
import { nextPollMs, nextTryMs } from './next-poll.ts'
import { parseFeed } from './parse.ts'

export type Poll =
  | {
      readonly kind: 'items'
      readonly title?: string
      readonly language?: string
      readonly items: readonly Item[]
      /** To be called once the items are stored; `isPartial` asks the server for all of them again next time. */
      settle(options?: { readonly isPartial?: boolean }): Promise<void>
    }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'failed'; readonly problem: string }

const ACCEPT =
  'application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, */*;q=0.5'

export interface PollParts {
  readonly store: FeedStore
  readonly fetch: Fetch
  readonly clock: Clock
}

/** Failures and "not changed" settle the row at once; items leave that to the caller. */
export async function pollFeed(
  { store, fetch, clock }: PollParts,
  feed: Feed,
  signal?: AbortSignal,
): Promise<Poll> {
  const polledAt = clock.now()
  const validators = {
    ...(feed.etag !== undefined && { etag: feed.etag }),
    ...(feed.lastModified !== undefined && { lastModified: feed.lastModified }),
  }
  try {
    const fetched = await fetch(feed.url, { accept: ACCEPT, ...validators, ...(signal && { signal }) })
    const nextPollAt = polledAt + nextPollMs(fetched)
    if (fetched.status === 304) {
      await store.settleFeed(feed.id, { ...validators, polledAt, nextPollAt })
      return { kind: 'unchanged' }
    }
    const { contentType, url, etag, lastModified } = fetched
    const parsed = await parseFeed(fetched.body, { url, ...(contentType !== undefined && { contentType }) })
    const title = feed.title ?? parsed.title
    return {
      kind: 'items',
      items: parsed.items,
      ...(title !== undefined && { title }),
      ...(parsed.language !== undefined && { language: parsed.language }),
      settle: ({ isPartial = false } = {}) =>
        store.settleFeed(feed.id, {
          polledAt,
          nextPollAt,
          ...(title !== undefined && { title }),
          ...(etag !== undefined && !isPartial && { etag }),
          ...(lastModified !== undefined && !isPartial && { lastModified }),
        }),
    }
  } catch (error) {
    if (signal?.aborted || !(error instanceof FetchError || error instanceof UserError)) throw error
    return settleFailed(store, feed, polledAt, error)
  }
}

/** Settles the row of a feed that could not be read, with the reason, and asks for it less often. */
export async function settleFailed(
  store: FeedStore,
  feed: Feed,
  polledAt: number,
  error: unknown,
): Promise<Extract<Poll, { kind: 'failed' }>> {
  const problem = error instanceof FetchError ? reasonOf(error) : `${feed.url}: ${reasonOf(error)}`
  const wait = nextTryMs({
    sinceLastMs: feed.problem === undefined ? 0 : polledAt - (feed.polledAt ?? polledAt),
    ...(error instanceof FetchError &&
      error.retryAfterMs !== undefined && { retryAfterMs: error.retryAfterMs }),
  })
  await store.settleFeed(feed.id, {
    polledAt,
    nextPollAt: polledAt + wait,
    problem,
    ...(feed.etag !== undefined && { etag: feed.etag }),
    ...(feed.lastModified !== undefined && { lastModified: feed.lastModified }),
  })
  return { kind: 'failed', problem }
}
