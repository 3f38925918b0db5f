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
      /** To be called once the items are stored. */
      settle(): Promise<void>
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
      settle: () =>
        store.settleFeed(feed.id, {
          polledAt,
          nextPollAt,
          ...(title !== undefined && { title }),
          ...(etag !== undefined && { etag }),
          ...(lastModified !== undefined && { lastModified }),
        }),
    }
  } catch (error) {
    if (signal?.aborted || !(error instanceof FetchError || error instanceof UserError)) throw error
    return failed({ store, fetch, clock }, feed, polledAt, error)
  }
}

async function failed(
  { store }: PollParts,
  feed: Feed,
  polledAt: number,
  error: FetchError | UserError,
): Promise<Poll> {
  const problem = error instanceof UserError ? `${feed.url}: ${reasonOf(error)}` : reasonOf(error)
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
