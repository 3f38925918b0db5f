// One poll of a feed, to the end: what is new in it is fetched, cleaned and stored, and only then is the feed settled.

import type { Feed, Item } from '../domain.ts'
import { FetchError, reasonOf } from '../errors.ts'
import { type Poll, pollFeed } from '../feeds/poll.ts'
import { decodeBody, type Fetch } from '../http.ts'
import type { Clock, Log, Store } from '../ports.ts'
import { canonicalUrl } from './canonical-url.ts'
import type { Draft } from './draft.ts'
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

const NOTHING = { items: 0, stored: 0, updated: 0, duplicate: 0, rejected: 0 }

/** An item that says this much holds the story itself; of a shorter one the page behind its link is read. */
const FULL_ITEM_CHARACTERS = 1500
const PAGES_AT_ONCE = 4

/** Polls, stores what is new, and settles the feed. A page that cannot be fetched leaves the item's own words as a snippet. */
export async function readFeed(parts: ReadParts, feed: Feed, signal?: AbortSignal): Promise<FeedReading> {
  const poll = await pollFeed(parts, feed, signal)
  if (poll.kind !== 'items') return { ...NOTHING, ...poll }
  const fresh = await withoutKnown(parts.store, poll.items)
  const counts = { ...NOTHING, items: poll.items.length }
  for await (const result of ingest(parts, drafts(parts, feed, poll, fresh, signal))) {
    counts['error' in result ? 'rejected' : result.status]++
  }
  await poll.settle()
  return { kind: 'items', ...counts }
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
  const { categories = [], ...said } = knownOfItem(poll, item)
  // The operator's own word comes first.
  const known = {
    ...said,
    categories: [...(feed.category === undefined ? [] : [feed.category]), ...categories],
  }
  const own = { page: ownPage(item) }
  if (item.link === undefined) return withoutLink(feed, item, { input: feed.url, known, content: own })
  const input = item.link
  if (isFull(item)) return { input, known, content: own }
  try {
    const { body, contentType, url } = await parts.fetch(item.link, {
      accept: 'text/html',
      ...(signal && { signal }),
    })
    return { input, known, content: { page: { format: 'html', body: decodeBody(body, contentType), url } } }
  } catch (error) {
    if (!(error instanceof FetchError) || signal?.aborted) throw error
    parts.log.warn('a page could not be read; the words of the feed are kept', { error: reasonOf(error) })
    return { input, known, content: own }
  }
}

/** The id that an item has in its feed is the article's, together with the feed: others count from one too. */
function withoutLink(feed: Feed, { id }: Item, draft: Draft): Draft {
  return id === undefined ? draft : { ...draft, known: { ...draft.known, externalId: `${feed.url}#${id}` } }
}
