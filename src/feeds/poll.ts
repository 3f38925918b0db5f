// One poll of one feed: a conditional request, parsed. What it found is handed on together with the act that settles the
// feed's row, to be done after the items are stored: a crash in between then loses no item.

import type { Feed, Item, SeenItem } from '../domain.ts'
import { FetchError, reasonOf, UserError } from '../errors.ts'
import type { Fetch, Fetched } from '../http.ts'
import type { Clock, FeedStore } from '../ports.ts'
import { feedUrl } from './feed-url.ts'
import { nextPoll, rhythmOf } from './next-poll.ts'
import { parseFeed } from './parse.ts'
import type { ParsedFeed } from './parsed-feed.ts'
import { present } from './present.ts'

export type Poll =
  | {
      readonly kind: 'items'
      readonly title?: string
      readonly language?: string
      readonly items: readonly Item[]
      /** Why it is polled no more, once it is settled. */
      readonly pausedFor?: string
      /** To be called once the items are stored; `isPartial` asks the server for all of them again next time. */
      settle(options?: { readonly isPartial?: boolean; readonly seen?: readonly SeenItem[] }): Promise<void>
    }
  | { readonly kind: 'unchanged' }
  | Failed

export interface Failed {
  readonly kind: 'failed'
  readonly problem: string
  /** It is polled no more. */
  readonly isPaused: boolean
}

const ACCEPT =
  'application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, */*;q=0.5'

export interface PollParts {
  readonly store: FeedStore
  readonly fetch: Fetch
  readonly clock: Clock
}

/** Failures and "not changed" settle the row at once; items leave that to the caller. */
export async function pollFeed(parts: PollParts, feed: Feed, signal?: AbortSignal): Promise<Poll> {
  const { store, fetch, clock } = parts
  const polledAt = clock.now()
  const validators = present({ etag: feed.etag, lastModified: feed.lastModified })
  try {
    const fetched = await fetch(feed.url, { accept: ACCEPT, ...validators, ...(signal && { signal }) })
    if (fetched.status === 304) {
      const { at } = nextPoll({ now: polledAt, ...fetched, ...present({ pace: feed.pace }) })
      const move = await moveOf(store, feed, fetched.movedTo, polledAt)
      await store.settleFeed(feed.id, { ...validators, polledAt, nextPollAt: at, ...move })
      return { kind: 'unchanged' }
    }
    const { contentType, url } = fetched
    const parsed = await parseFeed(fetched.body, { url, ...present({ contentType }) })
    if (parsed.opml) throw new UserError('It is a list of feeds (OPML), not a feed.')
    return await found(parts, feed, { fetched, parsed, polledAt })
  } catch (error) {
    if (signal?.aborted || !(error instanceof FetchError || error instanceof UserError)) throw error
    return settleFailed(store, feed, polledAt, error)
  }
}

interface Answer {
  readonly fetched: Fetched
  readonly parsed: ParsedFeed
  readonly polledAt: number
}

async function found({ store }: PollParts, feed: Feed, answer: Answer): Promise<Poll> {
  const { fetched, parsed, polledAt } = answer
  const { etag, lastModified, freshForMs, retryAfterMs } = fetched
  const pace = { ...parsed.pace, ...present({ rhythmMs: rhythmOf(parsed.items, polledAt) }) }
  const { at } = nextPoll({ now: polledAt, pace, ...present({ freshForMs, retryAfterMs }) })
  const title = feed.title ?? parsed.title
  const move = await moveOf(store, feed, fetched.movedTo, polledAt)
  return {
    kind: 'items',
    items: parsed.items,
    ...present({ title, language: parsed.language, pausedFor: move.problem }),
    settle: ({ isPartial = false, seen = [] } = {}) =>
      store.settleFeed(
        feed.id,
        {
          polledAt,
          nextPollAt: at,
          pace,
          ...present({ title }),
          // Half a document must not be taken for one that has not changed.
          ...(!isPartial && !parsed.isCutOff && present({ etag, lastModified })),
          ...move,
        },
        seen,
      ),
  }
}

/** A feed that has moved for good is followed to its new address; where another feed has that already, one is enough. */
async function moveOf(
  store: FeedStore,
  feed: Feed,
  movedTo: string | undefined,
  now: number,
): Promise<{ readonly url?: string; readonly pausedAt?: number; readonly problem?: string }> {
  const url = movedTo === undefined ? undefined : feedUrl(movedTo)
  if (url === undefined || url === feed.url) return {}
  const other = await store.feed(url)
  if (!other) return { url }
  return { pausedAt: now, problem: `${feed.url} has moved to ${url}, which is followed as ${other.id}.` }
}

/** Settles the row of a feed that could not be read, with the reason, and asks for it less often, or no more. */
export async function settleFailed(
  store: FeedStore,
  feed: Feed,
  polledAt: number,
  error: unknown,
): Promise<Failed> {
  const problem = error instanceof FetchError ? reasonOf(error) : `${feed.url}: ${reasonOf(error)}`
  const { status, retryAfterMs } = error instanceof FetchError ? error : {}
  const isFirst = feed.problem === undefined
  const failingSince = isFirst ? polledAt : (feed.failingSince ?? feed.polledAt ?? polledAt)
  const { at, isOver } = nextPoll({
    now: polledAt,
    ...present({ retryAfterMs, pace: feed.pace }),
    failure: {
      failingMs: polledAt - failingSince,
      sinceLastMs: isFirst ? 0 : polledAt - (feed.polledAt ?? polledAt),
      ...present({ status }),
    },
  })
  const pausedAt = feed.pausedAt ?? (isOver ? polledAt : undefined)
  await store.settleFeed(feed.id, {
    polledAt,
    nextPollAt: at,
    problem,
    failingSince,
    ...present({ pausedAt, etag: feed.etag, lastModified: feed.lastModified }),
  })
  return { kind: 'failed', problem, isPaused: pausedAt !== undefined }
}
