// What feedsmith read, in our words.

import { parseFeed as parseAny } from 'feedsmith'
import { MINUTE_MS } from '../clock.ts'
import { feedDate, languageTag, plainTitle, trimmed, wholeLink } from './feed-values.ts'
import { itemCategories } from './item-categories.ts'
import type { ParsedFeed } from './parsed-feed.ts'
import { present } from './present.ts'

const readAny = (text: string) => parseAny(text)
type Parsed = ReturnType<typeof readAny>
type Rss = Extract<Parsed, { format: 'rss' }>['feed']
type Atom = Extract<Parsed, { format: 'atom' }>['feed']
type Rdf = Extract<Parsed, { format: 'rdf' }>['feed']
type Json = Extract<Parsed, { format: 'json' }>['feed']

/** Throws what feedsmith throws when it cannot read the text. */
export function readWithFeedsmith(text: string, base: string | undefined): ParsedFeed {
  const parsed = readAny(text)
  switch (parsed.format) {
    case 'rss':
      return fromRss(parsed.feed, base)
    case 'atom':
      return fromAtom(parsed.feed, base)
    case 'rdf':
      return fromRdf(parsed.feed, base)
    case 'json':
      return fromJson(parsed.feed, base)
  }
}

function fromRss(feed: Rss, feedUrl: string | undefined): ParsedFeed {
  const link = wholeLink(feed.link ?? alternateLink(feed.atom?.links), feedUrl)
  const base = link ?? feedUrl
  return {
    ...present({
      title: plainTitle(feed.title ?? feed.dc?.titles?.[0]),
      link,
      description: trimmed(feed.description ?? feed.itunes?.subtitle ?? feed.itunes?.summary),
      language: languageTag(feed.language ?? feed.dc?.languages?.[0]),
      published: feedDate(feed.pubDate ?? feed.dc?.dates?.[0]),
      updated: feedDate(
        feed.lastBuildDate ?? feed.atom?.updated ?? feed.dcterms?.modified?.[0] ?? feed.dc?.dates?.[0],
      ),
      pace: paceOf(feed),
    }),
    items: (feed.items ?? []).map((item) => {
      const guid = trimmed(item.guid?.value)
      const permalink =
        guid !== undefined && item.guid?.isPermaLink !== false && /^https?:/i.test(guid) ? guid : undefined
      const content = trimmed(item.content?.encoded ?? contentOf(item.atom?.content))
      return present({
        id: guid,
        title: plainTitle(item.title ?? item.dc?.titles?.[0] ?? item.media?.title?.value),
        link: wholeLink(item.link ?? alternateLink(item.atom?.links) ?? permalink, base),
        publishedAt: feedDate(
          item.pubDate ??
            item.dc?.dates?.[0] ??
            item.atom?.published ??
            item.dcterms?.issued?.[0] ??
            item.dcterms?.created?.[0] ??
            item.atom?.updated ??
            item.dcterms?.modified?.[0],
        ),
        updatedAt: feedDate(item.atom?.updated ?? item.dcterms?.modified?.[0]),
        summary: trimmed(item.description ?? item.dc?.descriptions?.[0] ?? item.itunes?.summary),
        content,
        author: trimmed(
          item.dc?.creators?.[0] ??
            personOf(item.authors?.[0]) ??
            personOf(item.atom?.authors?.[0]) ??
            item.itunes?.author,
        ),
        categories: itemCategories(
          ...(item.categories ?? []).map(({ name }) => name),
          ...(item.dc?.subjects ?? []),
        ),
      })
    }),
    problems: [],
  }
}

const DAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']

/** When its publisher asks to be left alone. */
function paceOf({ ttl, skipHours = [], skipDays = [] }: Rss): ParsedFeed['pace'] {
  const hours = skipHours.map((hour) => hour % 24).filter(Number.isInteger)
  const days = skipDays.map((day) => DAYS.indexOf(day.trim().toLowerCase())).filter((day) => day >= 0)
  const pace = present({
    ttlMs: ttl !== undefined && ttl > 0 ? ttl * MINUTE_MS : undefined,
    skipHours: hours.length > 0 ? hours : undefined,
    skipDays: days.length > 0 ? days : undefined,
  })
  return Object.keys(pace).length > 0 ? pace : undefined
}

function fromAtom(feed: Atom, feedUrl: string | undefined): ParsedFeed {
  const base = feed.xml?.base ? wholeLink(feed.xml.base, feedUrl) : feedUrl
  return {
    ...present({
      title: plainTitle(contentOf(feed.title)),
      link: wholeLink(alternateLink(feed.links), base),
      description: trimmed(contentOf(feed.subtitle)),
      language: languageTag(feed.xml?.lang ?? feed.dc?.languages?.[0]),
      updated: feedDate(feed.updated),
    }),
    items: (feed.entries ?? []).map((entry) => {
      const own = entry.xml?.base ? wholeLink(entry.xml.base, base) : base
      return present({
        id: trimmed(entry.id),
        title: plainTitle(contentOf(entry.title)),
        link: wholeLink(alternateLink(entry.links), own),
        publishedAt: feedDate(entry.published) ?? feedDate(entry.updated),
        updatedAt: feedDate(entry.updated),
        summary: trimmed(contentOf(entry.summary)),
        content: trimmed(contentOf(entry.content)),
        author: trimmed(personOf(entry.authors?.[0]) ?? personOf(feed.authors?.[0])),
        categories: itemCategories(...(entry.categories ?? []).map(({ label, term }) => label ?? term)),
      })
    }),
    problems: [],
  }
}

function fromRdf(feed: Rdf, feedUrl: string | undefined): ParsedFeed {
  const link = wholeLink(feed.link, feedUrl)
  return {
    ...present({
      title: plainTitle(feed.title ?? feed.dc?.titles?.[0]),
      link,
      description: trimmed(feed.description),
      language: languageTag(feed.dc?.languages?.[0]),
      published: feedDate(feed.dc?.dates?.[0]),
    }),
    items: (feed.items ?? []).map((item) =>
      present({
        id: trimmed(item.rdf?.about),
        title: plainTitle(item.title ?? item.dc?.titles?.[0]),
        link: wholeLink(item.link ?? item.rdf?.about, link ?? feedUrl),
        publishedAt: feedDate(item.dc?.dates?.[0] ?? item.dcterms?.issued?.[0]),
        summary: trimmed(item.description ?? item.dc?.descriptions?.[0]),
        content: trimmed(item.content?.encoded),
        author: trimmed(item.dc?.creators?.[0]),
        categories: itemCategories(...(item.dc?.subjects ?? [])),
      }),
    ),
    problems: [],
  }
}

function fromJson(feed: Json, feedUrl: string | undefined): ParsedFeed {
  const link = wholeLink(feed.home_page_url, feedUrl)
  return {
    ...present({
      title: plainTitle(feed.title),
      link,
      description: trimmed(feed.description),
      language: languageTag(feed.language),
    }),
    items: (feed.items ?? []).map((item) =>
      present({
        id: trimmed(item.id),
        title: plainTitle(item.title),
        link: wholeLink(item.url ?? item.external_url, link ?? feedUrl),
        publishedAt: feedDate(item.date_published) ?? feedDate(item.date_modified),
        updatedAt: feedDate(item.date_modified),
        summary: trimmed(item.summary),
        content: trimmed(item.content_html ?? item.content_text),
        author: trimmed(item.authors?.[0]?.name ?? feed.authors?.[0]?.name),
        categories: itemCategories(...(item.tags ?? [])),
      }),
    ),
    problems: [],
  }
}

type Link = {
  readonly href?: string | undefined
  readonly rel?: string | undefined
  readonly type?: string | undefined
}

function alternateLink(links: readonly Link[] = []): string | undefined {
  const alternates = links.filter(({ rel = 'alternate' }) => rel === 'alternate')
  return (alternates.find(({ type = 'text/html' }) => /html/.test(type)) ?? alternates[0])?.href
}

/** Depending on the format a text is a string or an object with a value. */
function contentOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value
  return typeof value === 'object' && value !== null && 'value' in value && typeof value.value === 'string'
    ? value.value
    : undefined
}

/** "ada@courier.example (Ada Brook)" is Ada Brook. */
function personOf(person: unknown): string | undefined {
  const name =
    typeof person === 'object' && person !== null && 'name' in person && typeof person.name === 'string'
      ? person.name
      : typeof person === 'string'
        ? person
        : undefined
  return /^\S+@\S+ \((.+)\)$/.exec(name ?? '')?.[1] ?? name
}
