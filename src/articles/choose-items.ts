// Which items of a feed are read: those that are new, those that say something else than before, and those whose page may
// still become readable. The first poll of a feed does not flood: old numbers that nobody dated are no news.

import { DAY_MS, HOUR_MS } from '../clock.ts'
import type { Feed, Item, SeenItem } from '../domain.ts'
import type { KeyedItem } from '../feeds/item-keys.ts'
import type { Clock, Store } from '../ports.ts'
import { canonicalUrl } from './canonical-url.ts'
import { isFull } from './feed-items.ts'
import { isAhead } from './publication-date.ts'

/** An item that is to be read, and what is known of it. */
export interface Chosen {
  readonly keyed: KeyedItem
  readonly known?: SeenItem & { readonly identity?: string }
}

export interface Choice {
  readonly toRead: readonly Chosen[]
  /** To be remembered of those that are not. */
  readonly passed: readonly SeenItem[]
  /** Some that have changed have to wait. */
  readonly isPartial: boolean
}

/** A page whose item says something else is read again, but not with every comment that is counted in it. */
const READ_AGAIN_MS = HOUR_MS
const FEW_CHANGED = 3
const MOST_CHANGED = 0.25
const FIRST_POLL = { items: 100, undated: 10 }
/** No newspaper prints more between two polls; the rest of such a feed is taken for read. */
const MOST_ITEMS = 500

type ChooseParts = { readonly store: Pick<Store, 'seenItems' | 'knownIdentities'>; readonly clock: Clock }

export async function chooseItems(
  { store, clock }: ChooseParts,
  feed: Feed,
  keyed: readonly KeyedItem[],
): Promise<Choice> {
  const now = clock.now()
  const seen = await store.seenItems(
    feed.id,
    keyed.flatMap(({ keys }) => keys),
  )
  const all = keyed.map((each): Chosen => {
    const known = each.keys.map((key) => seen.get(key)).find((item) => item !== undefined)
    return { keyed: each, ...(known && { known }) }
  })
  const fresh = all.filter(({ known }) => known === undefined)
  const stored = await storedPages(store, fresh, now)
  // A feed that was read once has a pace.
  const wanted = new Set(feed.pace === undefined ? firstItems(fresh, now) : fresh.slice(0, MOST_ITEMS))
  const renewed = saidToBeChanged(all, now)
  const isToRead = (one: Chosen) =>
    one.known
      ? isToReadAgain(one.keyed, one.known, now) || renewed.has(one)
      : wanted.has(one) && !stored.has(pageOf(one) ?? '')
  const passed = all.filter((one) => !isToRead(one))
  return {
    toRead: all.filter(isToRead),
    passed: passed.flatMap((one) => remembered(one, seen, now)),
    isPartial: passed.some(({ keyed: { wordsHash }, known }) => known && known.wordsHash !== wordsHash),
  }
}

function isToReadAgain({ item, wordsHash }: KeyedItem, known: SeenItem, now: number): boolean {
  if (known.retryUntil !== undefined && now < known.retryUntil) return true
  return known.wordsHash !== wordsHash && (isFull(item) || known.readAt + READ_AGAIN_MS <= now)
}

/**
 * Pages that were changed after they were read, as their feed says, whose teaser stayed as it was: stories are rewritten all day.
 * A feed that says so of many puts the time of the request on everything.
 */
function saidToBeChanged(all: readonly Chosen[], now: number): ReadonlySet<Chosen> {
  const read = all.filter(({ known }) => known !== undefined)
  const changed = read.filter(({ keyed: { item }, known }) => {
    const { updatedAt = 0 } = item
    return known && updatedAt > known.readAt && updatedAt <= now
  })
  if (changed.length > Math.max(FEW_CHANGED, read.length * MOST_CHANGED)) return new Set()
  return new Set(
    changed.filter(
      ({ keyed: { item, hasOwnLink }, known }) =>
        hasOwnLink && !isFull(item) && known && known.readAt + READ_AGAIN_MS <= now,
    ),
  )
}

/** Pages that another feed has brought already; snippets may still become articles. */
async function storedPages(store: ChooseParts['store'], fresh: readonly Chosen[], now: number) {
  const pages = fresh.flatMap((one) => pageOf(one) ?? [])
  return store.knownIdentities(pages, { snippetsUntil: now - READ_AGAIN_MS })
}

function pageOf({ keyed: { item, hasOwnLink } }: Chosen): string | undefined {
  const url = hasOwnLink && !isFull(item) ? canonicalUrl(item.link) : undefined
  return url === undefined ? undefined : `url:${url}`
}

/** The latest that are dated, and of those that are not, the first: feeds begin with what is new. */
function firstItems(fresh: readonly Chosen[], now: number): readonly Chosen[] {
  const timeOf = ({ publishedAt }: Item) =>
    publishedAt === undefined || isAhead(publishedAt, now) ? undefined : publishedAt
  const dated = fresh.filter(({ keyed }) => timeOf(keyed.item) !== undefined)
  const undated = fresh.filter(({ keyed }) => timeOf(keyed.item) === undefined)
  return [
    ...undated.slice(0, FIRST_POLL.undated),
    ...dated.toSorted((a, b) => (timeOf(b.keyed.item) ?? 0) - (timeOf(a.keyed.item) ?? 0)),
  ].slice(0, FIRST_POLL.items)
}

/** What is remembered already is said again once a day, and under a new name at once; a change that waits is not remembered. */
function remembered(
  { keyed: { keys, wordsHash }, known }: Chosen,
  seen: ReadonlyMap<string, SeenItem>,
  now: number,
): readonly SeenItem[] {
  if (!known) return keys.map((key) => ({ key, wordsHash, readAt: now }))
  const isOld = known.readAt + DAY_MS <= now && known.wordsHash === wordsHash
  const { identity: _, ...kept } = known
  return keys
    .filter((key) => isOld || !seen.has(key))
    .map((key) => ({ ...kept, key, ...(isOld && { readAt: now }) }))
}
