// Bytes of a feed → feed and items, in the thread of its own. feedsmith reads what is well-formed or nearly so, feedparser what is broken.

import { UserError } from '../errors.ts'
import { decodeBody } from '../http.ts'
import { readOpml, readWithFeedsmith } from './from-feedsmith.ts'
import type { ParsedFeed } from './parsed-feed.ts'

export interface FeedDocument {
  readonly body: Uint8Array | string
  readonly contentType?: string
  /** Where it came from; relative links are resolved against it. */
  readonly url?: string
}

const HTML_PAGE = 'It is an HTML page, not a feed. Look on the page for a link named RSS or Atom.'
const NO_FEED = 'It is no feed: neither RSS, Atom, RDF, JSON Feed nor OPML.'

/** Throws UserError when the body is no feed. */
export async function readDocument({ body, contentType, url }: FeedDocument): Promise<ParsedFeed> {
  const text = withoutJunk(typeof body === 'string' ? body : decodeBody(body, contentType))
  if (text === '') throw new UserError('There is no feed in it: it is empty.')
  if (/^<(?:!doctype\s+html|html)[\s>]/i.test(text)) throw new UserError(HTML_PAGE)
  if (/<opml[\s>]/i.test(text.slice(0, 2000))) return readList(text)
  try {
    const feed = readWithFeedsmith(text, url)
    return hasEnd(text) ? feed : { ...feed, problems: ['The document is cut off: its end is missing.'] }
  } catch (cause) {
    const { readWithFeedparser } = await import('./from-feedparser.ts')
    const feed = text.startsWith('{') ? undefined : await readWithFeedparser(text, url)
    if (feed && (feed.items.length > 0 || feed.title !== undefined)) return feed
    const isHtml = /<html[\s>]/i.test(text.slice(0, 1000))
    throw new UserError(isHtml ? HTML_PAGE : NO_FEED, { cause })
  }
}

/** A reader that forgives much forgives a lost half, too; whoever reads the feed should know. */
function hasEnd(text: string): boolean {
  return text.startsWith('{') || /<\/(?:[\w-]+:)?(?:rss|feed|rdf)\s*>/i.test(text.slice(-2000))
}

function readList(text: string): ParsedFeed {
  try {
    return readOpml(text)
  } catch (cause) {
    throw new UserError('It is a list of feeds (OPML) that cannot be read: its XML is broken.', { cause })
  }
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
