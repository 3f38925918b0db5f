// The names that an item goes by in its feed. It is the same item while one of them stays: publishers change ids, addresses
// and dates, seldom all at once.

import { hash } from 'node:crypto'
import type { Item } from '../domain.ts'

/** An item, its keys, and a hash of what it says. */
export interface KeyedItem {
  readonly item: Item
  /** By its id, its link, and a text that is long enough to be nobody else's; those first that are surest. */
  readonly keys: readonly string[]
  readonly wordsHash: string
  /** Its id and its link are its own, not those of several items. */
  readonly hasOwnId: boolean
  readonly hasOwnLink: boolean
}

/** Shorter texts recur: "Weather for today". */
const OWN_TEXT_CHARACTERS = 200
const HASHED_CHARACTERS = 20_000

/**
 * `plainLink` gives the one form of an address. An id or a link that several items of a document share names none of them. Of
 * what stands twice in it the first counts.
 */
export function keyedItems(
  items: readonly Item[],
  plainLink: (link: string | undefined) => string | undefined,
): readonly KeyedItem[] {
  const named = items.map((item) => ({ item, words: wordsOf(item), link: plainLink(item.link) }))
  const isShared = sharedAmong(named)
  const seen = new Set<string>()
  return named.flatMap(({ item, words, link }) => {
    const own = {
      id: item.id !== undefined && !isShared(`id:${item.id}`),
      link: link !== undefined && !isShared(`url:${link}`),
    }
    const keys = [
      ...(own.id ? [`id:${item.id}`] : []),
      ...(own.link ? [`url:${link}`] : []),
      ...(words.length >= OWN_TEXT_CHARACTERS || (!own.id && !own.link) ? [`text:${words}`] : []),
    ].map(short)
    if (keys.some((key) => seen.has(key))) return []
    for (const key of keys) seen.add(key)
    return [{ item, keys, wordsHash: short(words), hasOwnId: own.id, hasOwnLink: own.link }]
  })
}

interface Named {
  readonly item: Item
  readonly words: string
  readonly link: string | undefined
}

/** Names under which different things are said. */
function sharedAmong(named: readonly Named[]): (name: string) => boolean {
  const said = new Map<string, Set<string>>()
  for (const { item, words, link } of named) {
    for (const name of [`id:${item.id}`, `url:${link}`]) {
      const texts = said.get(name) ?? new Set()
      said.set(name, texts.add(words))
    }
  }
  return (name) => (said.get(name)?.size ?? 0) > 1
}

/** Title and text without markup, in single spaces; no dates, which some feeds renew with every request. */
function wordsOf({ title = '', summary = '', content = '' }: Item): string {
  return [title, summary, content]
    .map((text) => text.slice(0, HASHED_CHARACTERS))
    .join('\n')
    .replace(/<[^<>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

function short(text: string): string {
  return hash('sha256', text, 'base64url').slice(0, 16)
}
