import type { Item } from '../domain.ts'
import type { Draft } from './draft.ts'
import { present } from './present.ts'

/** The items of a feed as drafts: what each brings of its text, and what the feed says of it. */
export function draftsOfItems(
  feed: { readonly title?: string; readonly language?: string },
  items: readonly Item[],
  input: string,
): readonly Draft[] {
  return items.map((item, index) => ({
    input: `${input}#${index + 1}`,
    content: {
      page: { format: 'html', body: item.content || item.summary || '', ...present({ url: item.link }) },
    },
    known: present({
      url: item.link,
      title: item.title || undefined,
      byline: item.author || undefined,
      site: feed.title || undefined,
      publishedAt: item.publishedAt,
      categories: item.categories,
      language: feed.language?.slice(0, 2).toLowerCase() || undefined,
    }),
  }))
}
