// Bytes of a feed → feed and items, in the thread of its own. feedsmith reads what is well-formed or nearly so, feedparser what is broken.

import { UserError } from '../errors.ts'
import { decodeBody } from '../http/decode-body.ts'
import { readWithFeedsmith } from './from-feedsmith.ts'
import { mended } from './mended-text.ts'
import { readOpml } from './opml.ts'
import type { ParsedFeed } from './parsed-feed.ts'

export interface FeedDocument {
  readonly body: Uint8Array | string
  readonly contentType?: string
  /** Where it came from; relative links are resolved against it. */
  readonly url?: string
}

const HTML_PAGE = 'It is an HTML page, not a feed. Look on the page for a link named RSS or Atom.'
const NO_FEED = 'It is no feed: neither RSS, Atom, RDF, JSON Feed nor OPML.'

const CUT_OFF = 'The document is cut off: its end is missing.'

/** Throws UserError when the body is no feed. */
export async function readDocument({ body, contentType, url }: FeedDocument): Promise<ParsedFeed> {
  const text = withoutJunk(typeof body === 'string' ? body : decodeBody(body, contentType))
  if (text === '') throw new UserError('There is no feed in it: it is empty.')
  if (/^<(?:!doctype\s+html|html)[\s>]/i.test(text)) throw new UserError(HTML_PAGE)
  if (/<opml[\s>]/i.test(text.slice(0, 2000))) return readList(text)
  return text.startsWith('{') ? readJson(text, url) : readXml(text, url)
}

async function readXml(text: string, url: string | undefined): Promise<ParsedFeed> {
  const isWhole = /<\/(?:[\w-]+:)?(?:rss|feed|rdf)\s*>/i.test(text.slice(-2000))
  // A reader that forgives much forgives a lost half, too; whoever reads the feed should know.
  const cut = isWhole ? {} : { isCutOff: true as const }
  const whole = mended(text)
  try {
    const feed = readWithFeedsmith(whole, url)
    return isWhole ? feed : { ...feed, ...cut, problems: [CUT_OFF] }
  } catch (cause) {
    const { readWithFeedparser } = await import('./from-feedparser.ts')
    const feed = await readWithFeedparser(whole, url)
    if (feed && (feed.items.length > 0 || feed.title !== undefined)) return { ...feed, ...cut }
    const isHtml = /<html[\s>]/i.test(text.slice(0, 1000))
    throw new UserError(isHtml ? HTML_PAGE : NO_FEED, { cause })
  }
}

async function readJson(text: string, url: string | undefined): Promise<ParsedFeed> {
  try {
    return readWithFeedsmith(text, url)
  } catch (cause) {
    const { readRssJson } = await import('./from-rss-json.ts')
    const feed = readRssJson(jsonOf(text), url)
    if (feed) return feed
    throw new UserError(NO_FEED, { cause })
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function readList(text: string): ParsedFeed {
  const opml = readOpml(text)
  if (!opml) throw new UserError('It is a list of feeds (OPML) that cannot be read: it is broken.')
  const isCutOff = !/<\/opml\s*>/i.test(text.slice(-2000))
  return { items: [], opml, problems: isCutOff ? [CUT_OFF] : [], ...(isCutOff && { isCutOff }) }
}

/** Warnings of the server's own, blank lines and byte order marks before the document. */
function withoutJunk(text: string): string {
  const trimmed = text
    .replaceAll('\0', '')
    .replace(/^\ufeff/, '')
    .trim()
  if (trimmed.startsWith('{')) return trimmed
  const start = trimmed.search(/<\?xml|<rss[\s>]|<(?:\w+:)?feed[\s>]|<rdf:RDF[\s>]|<opml[\s>]/i)
  return start > 0 && start < 4000 ? trimmed.slice(start) : trimmed
}
