// One poll of a feed, to the end: what is new in it is fetched, cleaned and stored, and only then is the feed settled.

import { HOUR_MS } from '../clock.ts'
import type { Feed, Item, Page } from '../domain.ts'
import { FetchError, reasonOf } from '../errors.ts'
import { type Poll, pollFeed, settleFailed } from '../feeds/poll.ts'
import { decodeBody } from '../http/decode-body.ts'
import type { Fetch } from '../http.ts'
import type { Clock, Log, Store } from '../ports.ts'
import { canonicalUrl } from './canonical-url.ts'
import type { Draft, Known } from './draft.ts'
import { knownOfItem, ownPage } from './feed-items.ts'
import { ingest } from './ingest.ts'

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
  /** Stored before, word for word. */
  readonly duplicate: number
  readonly rejected: number
}

/** A poll whose items are just read. */
interface Reading {
  readonly parts: ReadParts
  readonly feed: Feed
  readonly poll: Extract<Poll, { kind: 'items' }>
  /** Gathers the items whose page could not be fetched. */
  readonly unread: Item[]
  readonly signal: AbortSignal | undefined
}

const NOTHING = { items: 0, stored: 0, updated: 0, duplicate: 0, rejected: 0 }

/** An item that says this much holds the story itself; of a shorter one the page behind its link is read. */
const FULL_ITEM_CHARACTERS = 1500
const PAGES_AT_ONCE = 4

/** So long a page that gave no article is asked for again at every poll. */
const TRY_AGAIN_MS = HOUR_MS

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
    return { ...NOTHING, ...(await settleFailed(parts.store, feed, parts.clock.now(), error)) }
  }
}

async function readItems(parts: ReadParts, feed: Feed, signal?: AbortSignal): Promise<FeedReading> {
  const poll = await pollFeed(parts, feed, signal)
  if (poll.kind !== 'items') return { ...NOTHING, ...poll }
  const fresh = await withoutKnown(parts, poll.items)
  const counts = { ...NOTHING, items: poll.items.length }
  const unread: Item[] = []
  for await (const result of ingest(parts, drafts({ parts, feed, poll, unread, signal }, fresh))) {
    counts['error' in result ? 'rejected' : result.status]++
  }
  await poll.settle({ isPartial: unread.length > 0 })
  return { kind: 'items', ...counts }
}

/**
 * Items whose page is stored already are left out, unless the feed itself holds the text, which may have changed, or the
 * page may still become one.
 */
async function withoutKnown({ store, clock }: ReadParts, items: readonly Item[]): Promise<readonly Item[]> {
  const identity = (item: Item) => {
    const url = canonicalUrl(item.link)
    return url === undefined ? undefined : `url:${url}`
  }
  const known = await store.knownIdentities(
    items.flatMap((item) => identity(item) ?? []),
    { snippetsUntil: clock.now() - TRY_AGAIN_MS },
  )
  return items.filter((item) => isFull(item) || !known.has(identity(item) ?? ''))
}

function isFull(item: Item): boolean {
  return (item.content ?? item.summary ?? '').length >= FULL_ITEM_CHARACTERS
}

/** Pages are fetched a few at a time; drafts keep the order of the feed. */
async function* drafts(reading: Reading, items: readonly Item[]): AsyncGenerator<Draft, void> {
  for (let at = 0; at < items.length; at += PAGES_AT_ONCE) {
    const some = items.slice(at, at + PAGES_AT_ONCE)
    yield* await Promise.all(some.map((item) => draftOf(reading, item)))
  }
}

/** The operator's own word for the feed comes first among the categories. */
function knownIn({ category }: Feed, poll: Extract<Poll, { kind: 'items' }>, item: Item): Known {
  const { categories = [], ...said } = knownOfItem(poll, item)
  return { ...said, categories: [...(category === undefined ? [] : [category]), ...categories] }
}

async function draftOf({ parts, feed, poll, unread, signal }: Reading, item: Item): Promise<Draft> {
  const own = { page: ownPage(item) }
  const title = { text: item.title ?? '' }
  const known = knownIn(feed, poll, item)
  const draft = { input: item.link ?? feed.url, known, content: own, otherwise: [title] }
  if (item.link === undefined) return withoutLink(feed, item, draft)
  if (isFull(item)) return draft
  try {
    const { body, contentType, url } = await parts.fetch(item.link, {
      accept: 'text/html',
      ...(signal && { signal }),
    })
    const page: Page = { format: 'html', body: decodeBody(body, contentType), url }
    return { ...draft, content: { page }, otherwise: [own, title] }
  } catch (error) {
    if (!(error instanceof FetchError) || signal?.aborted) throw error
    parts.log.warn('a page could not be read; the words of the feed are kept', { error: reasonOf(error) })
    unread.push(item)
    return draft
  }
}

/** The id that an item has in its feed is the article's, together with the feed: others count from one too. */
function withoutLink(feed: Feed, { id }: Item, draft: Draft): Draft {
  return id === undefined ? draft : { ...draft, known: { ...draft.known, externalId: `${feed.url}#${id}` } }
}
