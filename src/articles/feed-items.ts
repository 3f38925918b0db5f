import type { Item, Page } from '../domain.ts'
import { languageCode } from '../text/language.ts'
import type { Draft, Known } from './draft.ts'
import { present } from './present.ts'

/** What a feed says of itself. */
export interface ItemsSource {
  readonly title?: string
  readonly language?: string
}

/** The items of a feed as drafts: what each brings of its text, and what the feed says of it. */
export function draftsOfItems(feed: ItemsSource, items: readonly Item[], input: string): readonly Draft[] {
  return items.map((item, index) => ({
    input: `${input}#${index + 1}`,
    content: { page: ownPage(item) },
    known: knownOfItem(feed, item),
  }))
}

/** What the item itself holds of its article: the whole or a teaser. */
export function ownPage(item: Item): Page {
  return { format: 'html', body: item.content || item.summary || '', ...present({ url: item.link }) }
}

export function knownOfItem(feed: ItemsSource, item: Item): Known {
  return present({
    url: item.link,
    title: item.title || undefined,
    byline: item.author || undefined,
    site: feed.title || undefined,
    publishedAt: item.publishedAt,
    categories: item.categories,
    language: languageCode(feed.language ?? ''),
  })
}

/** An item that says this much holds the story itself; of a shorter one the page behind its link is read. */
const FULL_ITEM_CHARACTERS = 1400

export function isFull(item: Item): boolean {
  return visibleLength(item.content ?? item.summary ?? '') >= FULL_ITEM_CHARACTERS
}

/** Without the tags, which hold a dozen addresses for one picture. */
function visibleLength(html: string): number {
  return html.split('<').reduce((sum, part) => sum + part.length - (part.indexOf('>') + 1), 0)
}
