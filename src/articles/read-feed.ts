// One poll of a feed, to the end: what is new in it is fetched, cleaned and stored, and only then is the feed settled.

import type { Feed, Item } from '../domain.ts'
import { FetchError, reasonOf } from '../errors.ts'
import { type Poll, pollFeed } from '../feeds/poll.ts'
import { decodeBody, type Fetch } from '../http.ts'
import type { Clock, Log, Store } from '../ports.ts'
import { canonicalUrl } from './canonical-url.ts'
import type { Draft, Known } from './draft.ts'
import { ingest } from './ingest.ts'
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
  readonly items: number
  readonly stored: number
  readonly updated: number
  readonly rejected: number
}

/** An item that says this much holds the story itself; of a shorter one the page behind its link is read. */
const FULL_ITEM_CHARACTERS = 1500
const PAGES_AT_ONCE = 4

/** Polls, stores what is new, and settles the feed. A page that cannot be fetched leaves the item's own words as a snippet. */
export async function readFeed(parts: ReadParts, feed: Feed, signal?: AbortSignal): Promise<FeedReading> {
  const poll = await pollFeed(parts, feed, signal)
  if (poll.kind !== 'items')
    return { kind: poll.kind, items: 0, stored: 0, updated: 0, rejected: 0, ...problemOf(poll) }
  const fresh = await withoutKnown(parts.store, poll.items)
  const counts = { stored: 0, updated: 0, rejected: 0 }
  for await (const result of ingest(parts, drafts(parts, feed, poll, fresh, signal))) {
    if (!('status' in result) || result.status === 'rejected') counts.rejected++
    else if (result.status === 'updated') counts.updated++
    else counts.stored++
  }
  await poll.settle()
  return { kind: 'items', items: poll.items.length, ...counts }
}

function problemOf(poll: Poll): { readonly problem?: string } {
  return poll.kind === 'failed' ? { problem: poll.problem } : {}
}

/** Items whose page is stored already are left out, unless the feed itself holds the text, which may have changed. */
async function withoutKnown(store: Store, items: readonly Item[]): Promise<readonly Item[]> {
  const identity = (item: Item) => {
    const url = canonicalUrl(item.link)
    return url === undefined ? undefined : `url:${url}`
  }
  const known = await store.knownIdentities(items.flatMap((item) => identity(item) ?? []))
  return items.filter((item) => isFull(item) || !known.has(identity(item) ?? ''))
}

function isFull(item: Item): boolean {
  return (item.content ?? item.summary ?? '').length >= FULL_ITEM_CHARACTERS
}

/** Pages are fetched a few at a time; drafts keep the order of the feed. */
async function* drafts(
  parts: ReadParts,
  feed: Feed,
  poll: Extract<Poll, { kind: 'items' }>,
  items: readonly Item[],
  signal: AbortSignal | undefined,
): AsyncGenerator<Draft, void> {
  for (let at = 0; at < items.length; at += PAGES_AT_ONCE) {
    const some = items.slice(at, at + PAGES_AT_ONCE)
    yield* await Promise.all(some.map((item) => draftOf(parts, feed, poll, item, signal)))
  }
}

async function draftOf(
  parts: ReadParts,
  feed: Feed,
  poll: Extract<Poll, { kind: 'items' }>,
  item: Item,
  signal: AbortSignal | undefined,
): Promise<Draft> {
  const known: Known = present({
    url: item.link,
    title: item.title,
    byline: item.author,
    site: poll.title,
    publishedAt: item.publishedAt,
    language: poll.language?.slice(0, 2).toLowerCase(),
    externalId: item.link === undefined ? item.id : undefined,
    categories: [...(feed.category === undefined ? [] : [feed.category]), ...(item.categories ?? [])],
  })
  const input = item.link ?? `${feed.url}#${item.id ?? item.title ?? ''}`
  const own = {
    format: 'html' as const,
    body: item.content ?? item.summary ?? '',
    ...present({ url: item.link }),
  }
  if (isFull(item) || item.link === undefined) return { input, known, content: { page: own } }
  try {
    const { body, contentType, url } = await parts.fetch(item.link, {
      accept: 'text/html',
      ...(signal && { signal }),
    })
    return { input, known, content: { page: { format: 'html', body: decodeBody(body, contentType), url } } }
  } catch (error) {
    if (!(error instanceof FetchError) || signal?.aborted) throw error
    parts.log.warn('a page could not be read; the words of the feed are kept', { error: reasonOf(error) })
    return { input, known, content: { page: own } }
  }
}
