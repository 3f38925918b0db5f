// Items that are to be read, as drafts: an item that holds its story itself is taken as it is, of any other the page behind
// its link is fetched. What comes out of each is asked for in the same order.

import { HOUR_MS } from '../clock.ts'
import type { Feed, Page } from '../domain.ts'
import { FetchError, reasonOf } from '../errors.ts'
import type { Poll } from '../feeds/poll.ts'
import { decodeBody } from '../http/decode-body.ts'
import type { Fetch } from '../http.ts'
import type { Clock, Log } from '../ports.ts'
import type { Chosen } from './choose-items.ts'
import type { Draft, Known } from './draft.ts'
import { isFull, knownOfItem, ownPage } from './feed-items.ts'
import { present } from './present.ts'

const PAGES_AT_ONCE = 4
/** So long a page that could not be read is asked for again at every poll. */
const RETRY_MS = HOUR_MS

export interface Reading {
  readonly parts: { readonly fetch: Fetch; readonly clock: Clock; readonly log: Log }
  readonly feed: Feed
  readonly poll: Extract<Poll, { kind: 'items' }>
  readonly signal: AbortSignal | undefined
}

export interface Made {
  readonly choice: Chosen
  readonly draft: Draft
  /** The page could not be read; it is worth another try until then. */
  readonly retryUntil?: number
}

export interface Drafts {
  made(): AsyncGenerator<Draft, void>
  /** What the oldest draft that was not asked for yet was made from. */
  next(): Made
}

/** Pages are fetched a few at a time; drafts keep the order of the feed. */
export function draftsOf(reading: Reading, chosen: readonly Chosen[]): Drafts {
  const waiting: Made[] = []
  return {
    async *made() {
      for (let at = 0; at < chosen.length; at += PAGES_AT_ONCE) {
        const some = chosen.slice(at, at + PAGES_AT_ONCE)
        for (const made of await Promise.all(some.map((each) => draftOf(reading, each)))) {
          waiting.push(made)
          yield made.draft
        }
      }
    },
    next() {
      const made = waiting.shift()
      if (!made) throw new Error('more results than drafts')
      return made
    },
  }
}

async function draftOf(reading: Reading, choice: Chosen): Promise<Made> {
  const { parts, feed, signal } = reading
  const { item, hasOwnLink } = choice.keyed
  const own = { page: ownPage(item) }
  const title = { text: item.title ?? '' }
  const known = knownIn(reading, choice)
  const draft = { input: item.link ?? feed.url, known, content: own, otherwise: [title] }
  if (item.link === undefined || !hasOwnLink || isFull(item)) return { choice, draft }
  try {
    const { body, contentType, url } = await parts.fetch(item.link, {
      accept: 'text/html',
      isPage: true,
      ...(signal && { signal }),
    })
    const page: Page = { format: 'html', body: decodeBody(body, contentType), url }
    return { choice, draft: { ...draft, content: { page }, otherwise: [own, title] } }
  } catch (error) {
    if (!(error instanceof FetchError) || signal?.aborted) throw error
    parts.log.warn('a page could not be read; the words of the feed are kept', { error: reasonOf(error) })
    const now = parts.clock.now()
    const retryUntil = choice.known?.retryUntil ?? now + RETRY_MS
    return { choice, draft, ...(retryUntil > now && { retryUntil }) }
  }
}

/**
 * What the feed says of an item. The operator's own word for the feed comes first among the categories. An item that
 * was read before is the article that it was, by whatever name it goes now; without a link of its own it is named by its id
 * and its feed: others count from one too.
 */
function knownIn({ feed, poll }: Reading, { keyed, known }: Chosen): Known {
  const { item, hasOwnLink } = keyed
  const { categories = [], ...said } = knownOfItem(poll, item)
  return {
    ...said,
    categories: [...(feed.category === undefined ? [] : [feed.category]), ...categories],
    ...present({
      identity: known?.identity,
      externalId: hasOwnLink ? undefined : externalId(feed, keyed, known),
    }),
  }
}

function externalId(feed: Feed, { item, keys, hasOwnId }: Chosen['keyed'], known: Chosen['known']) {
  if (known?.identity?.startsWith('id:')) return known.identity.slice('id:'.length)
  // Where ids and links are those of other items too, the item is named by what it says.
  const name = hasOwnId ? item.id : item.link === undefined ? undefined : keys[0]
  return name === undefined ? undefined : `${feed.url}#${name}`
}
