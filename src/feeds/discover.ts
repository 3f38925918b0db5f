// The feed of a site: what stands at an address, else what the page there names as its feed, else what lies where feeds
// usually lie. A feed counts when it can be read.

import { decodeHTML } from 'entities'
import { FetchError, UserError } from '../errors.ts'
import { decodeBody } from '../http/decode-body.ts'
import type { Fetch, Fetched } from '../http.ts'
import { parseFeed } from './parse.ts'
import { present } from './present.ts'

export interface Discovered {
  readonly url: string
  readonly title?: string
  /** Other feeds that the page names; nobody has looked whether they can be read. */
  readonly others: readonly NamedFeed[]
}

export interface NamedFeed {
  readonly url: string
  readonly title?: string
}

const ACCEPT = 'application/rss+xml, application/atom+xml, application/feed+json, text/html;q=0.8, */*;q=0.5'
const USUAL_PLACES = ['/feed', '/rss.xml', '/atom.xml', '/feed.xml', '/index.xml', '/rss']
const MOST_TRIES = 10

/** Throws FetchError when the address cannot be fetched, UserError when no feed is found from it. */
export async function discoverFeed(fetch: Fetch, url: string, signal?: AbortSignal): Promise<Discovered> {
  const asked = { accept: ACCEPT, ...(signal && { signal }) }
  const page = await fetch(url, asked)
  const itself = await feedIn(page)
  if (itself) return { url, ...itself, others: [] }
  const html = decodeBody(page.body, page.contentType)
  const named = feedsNamedIn(html, page.url)
  const usual = USUAL_PLACES.map((path) => ({ url: new URL(path, page.url).href }))
  for (const candidate of uniqueByUrl([...named, ...linkedIn(html, page.url), ...usual]).slice(
    0,
    MOST_TRIES,
  )) {
    const found = await lookAt(fetch, candidate.url, asked)
    if (found)
      return { url: candidate.url, ...found, others: named.filter((other) => other.url !== candidate.url) }
  }
  throw new UserError(`No feed was found at ${url}, nor on the page there.`)
}

async function lookAt(fetch: Fetch, url: string, asked: Parameters<Fetch>[1]) {
  try {
    return await feedIn(await fetch(url, asked))
  } catch (error) {
    if (!(error instanceof FetchError) || asked?.signal?.aborted) throw error
    return undefined
  }
}

/** What the document calls itself, if it is a feed. */
async function feedIn({ body, contentType, url }: Fetched): Promise<Pick<NamedFeed, 'title'> | undefined> {
  try {
    const { title, opml } = await parseFeed(body, { url, ...present({ contentType }) })
    return opml ? undefined : present({ title })
  } catch (error) {
    if (error instanceof UserError) return undefined
    throw error
  }
}

const FEED_TYPE = /^(?:application\/(?:rss\+xml|atom\+xml|feed\+json|rdf\+xml)|text\/xml)/i

/** Feeds of comments come last. */
export function feedsNamedIn(html: string, pageUrl: string): readonly NamedFeed[] {
  const base = attributeOf(/<base\b[^<>]*>/i.exec(html)?.[0] ?? '', 'href')
  const feeds = [...html.matchAll(/<link\b[^<>]*>/gi)].flatMap(([tag]) => {
    const isFeed =
      /\balternate\b/i.test(attributeOf(tag, 'rel') ?? '') && FEED_TYPE.test(attributeOf(tag, 'type') ?? '')
    const url = wholeUrl(attributeOf(tag, 'href'), wholeUrl(base, pageUrl) ?? pageUrl)
    if (!isFeed || url === undefined) return []
    return [{ url, ...present({ title: attributeOf(tag, 'title')?.trim() || undefined }) }]
  })
  const isOfComments = ({ url, title = '' }: NamedFeed) => /comment/i.test(`${url} ${title}`)
  return uniqueByUrl([...feeds.filter((feed) => !isOfComments(feed)), ...feeds.filter(isOfComments)])
}

/** Addresses that look like one. */
function linkedIn(html: string, pageUrl: string): readonly NamedFeed[] {
  return [...html.matchAll(/<a\b[^<>]*>/gi)].flatMap(([tag]) => {
    const url = wholeUrl(attributeOf(tag, 'href'), pageUrl)
    return url !== undefined && /(?:[/.?=_-](?:rss|atom|feed)s?|\.rdf)(?:[/.&?=_-]|$)/i.test(url)
      ? [{ url }]
      : []
  })
}

function attributeOf(tag: string, name: string): string | undefined {
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'<>]+))`, 'i').exec(tag)
  const value = found?.[1] ?? found?.[2] ?? found?.[3]
  return value === undefined ? undefined : decodeHTML(value)
}

function wholeUrl(link: string | undefined, base: string): string | undefined {
  if (link === undefined || !URL.canParse(link, base)) return undefined
  const url = new URL(link, base)
  url.hash = ''
  return /^https?:$/.test(url.protocol) ? url.href : undefined
}

function uniqueByUrl(feeds: readonly NamedFeed[]): readonly NamedFeed[] {
  return [...new Map(feeds.toReversed().map((feed) => [feed.url, feed])).values()].toReversed()
}
