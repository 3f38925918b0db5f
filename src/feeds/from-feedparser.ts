// The second reader, for XML that is broken: it goes through the text as a stream and keeps what came before the break.

import FeedParser from 'feedparser'
import { feedDate, languageTag, plainTitle, trimmed, wholeLink } from './feed-values.ts'
import { itemCategories } from './item-categories.ts'
import type { ParsedFeed } from './parsed-feed.ts'
import { present } from './present.ts'

/** Undefined when it finds no feed in the text at all. */
export function readWithFeedparser(text: string, base: string | undefined): Promise<ParsedFeed | undefined> {
  return new Promise((resolve) => {
    const parser = new FeedParser({
      addmeta: false,
      resume_saxerror: true,
      ...(base !== undefined && { feedurl: base }),
    })
    const items: FeedParser.Item[] = []
    const done = () =>
      resolve(parser.meta || items.length > 0 ? parsedFeed(parser.meta, items, base) : undefined)
    parser.on('readable', () => {
      for (let item = parser.read(); item; item = parser.read()) items.push(item)
    })
    parser.on('error', () => {
      // One error for each break; what could be read comes with `end`.
    })
    parser.on('end', done)
    parser.on('close', done)
    parser.end(text)
  })
}

function parsedFeed(
  meta: FeedParser.Meta | undefined,
  items: readonly FeedParser.Item[],
  base: string | undefined,
): ParsedFeed {
  const link = wholeLink(meta?.link ?? undefined, base)
  return {
    ...present({
      title: plainTitle(meta?.title ?? undefined),
      link,
      description: trimmed(meta?.description ?? undefined),
      language: languageTag(meta?.language ?? undefined),
      published: timeOf(meta?.pubdate),
      updated: timeOf(meta?.date),
    }),
    items: items.map((item) =>
      present({
        id: trimmed(item.guid ?? undefined),
        title: plainTitle(item.title ?? undefined),
        link: wholeLink(item.link ?? undefined, link ?? base),
        publishedAt: timeOf(item.pubdate ?? item.date),
        summary: trimmed(item.summary ?? undefined),
        content: item.description === item.summary ? undefined : trimmed(item.description ?? undefined),
        author: trimmed(item.author ?? undefined),
        categories: itemCategories(...item.categories),
      }),
    ),
    problems: ['The XML is broken; what could be read of it was kept.'],
  }
}

function timeOf(value: Date | string | null | undefined): number | undefined {
  if (!value) return undefined
  return typeof value === 'string'
    ? feedDate(value)
    : Number.isNaN(value.getTime())
      ? undefined
      : value.getTime()
}
