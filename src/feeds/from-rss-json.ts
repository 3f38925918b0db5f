// RSS 2 written as JSON ("RSS-in-JSON"): `{rss: {channel: {item: [...]}}}`.

import { z } from 'zod'
import { feedDate, languageTag, plainTitle, trimmed, wholeLink } from './feed-values.ts'
import { itemCategories } from './item-categories.ts'
import type { ParsedFeed } from './parsed-feed.ts'
import { present } from './present.ts'

const text = z.string().optional().catch(undefined)
const category = z.union([
  z.string(),
  z.object({ '#value': z.string() }).transform((given) => given['#value']),
])
const listOf = <T extends z.ZodType>(one: T) =>
  z
    .union([z.array(one), one.transform((single) => [single])])
    .optional()
    .catch(undefined)

const item = z.object({
  title: text,
  link: text,
  description: text,
  pubDate: text,
  author: text,
  guid: z
    .union([z.string(), z.object({ '#value': z.string() }).transform((given) => given['#value'])])
    .optional()
    .catch(undefined),
  category: listOf(category),
})

const document = z.object({
  rss: z.object({
    channel: z.object({
      title: text,
      link: text,
      description: text,
      language: text,
      pubDate: text,
      lastBuildDate: text,
      item: listOf(item),
    }),
  }),
})

/** Undefined when the value is something else. */
export function readRssJson(value: unknown, feedUrl: string | undefined): ParsedFeed | undefined {
  const { success, data } = document.safeParse(value)
  if (!success) return undefined
  const { channel } = data.rss
  const link = wholeLink(channel.link, feedUrl)
  return {
    ...present({
      title: plainTitle(channel.title),
      link,
      description: trimmed(channel.description),
      language: languageTag(channel.language),
      published: feedDate(channel.pubDate),
      updated: feedDate(channel.lastBuildDate),
    }),
    items: (channel.item ?? []).map((one) =>
      present({
        id: trimmed(one.guid),
        title: plainTitle(one.title),
        link: wholeLink(one.link, link ?? feedUrl),
        publishedAt: feedDate(one.pubDate),
        summary: trimmed(one.description),
        author: trimmed(one.author),
        categories: itemCategories(...(one.category ?? [])),
      }),
    ),
    problems: [],
  }
}
