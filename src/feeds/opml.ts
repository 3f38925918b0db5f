// Lists of feeds (OPML), both ways. Folders are categories. Lists that people exported are often no XML at all: an outline
// is read for itself, whatever stands around it.

import { decodeXML, encodeXML } from 'entities'
import { plainTitle } from './feed-values.ts'

export interface ListedFeed {
  readonly title?: string
  readonly xmlUrl: string
  /** The folder it lies in. */
  readonly category?: string
}

export interface FeedList {
  readonly title?: string
  readonly feeds: readonly ListedFeed[]
}

const ATTRIBUTE = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g
const MAX_DEPTH = 100

/** Undefined when there is no list in the text. */
export function readOpml(text: string): FeedList | undefined {
  const start = text.search(/<body[\s>]/i)
  if (start < 0) return undefined
  const title = plainTitle(/<title[^<>]*>([^<]*)<\/title\s*>/i.exec(text.slice(0, start))?.[1])
  return { ...(title !== undefined && { title }), feeds: feedsIn(text.slice(start)) }
}

/** An outline goes as far as the next one begins or ends: quotes and brackets in its attributes may be anything. */
function feedsIn(body: string): readonly ListedFeed[] {
  const feeds: ListedFeed[] = []
  const open: (string | undefined)[] = []
  for (const tag of body.split(/<(?=\/?outline\b|\/body\b)/i).slice(1)) {
    if (tag.startsWith('/')) open.pop()
    else {
      const attributes = attributesOf(tag)
      const title = plainTitle(attributes.get('title') || attributes.get('text'))
      const feed = feedOf(attributes, title, open)
      if (feed) feeds.push(feed)
      if (!/\/>\s*(?:<!--[\s\S]*)?$/.test(tag) && open.length < MAX_DEPTH)
        open.push(feed ? open.at(-1) : title)
    }
  }
  return feeds
}

/** The first of a name counts. */
function attributesOf(tag: string): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>()
  for (const [, name = '', double, single] of tag.matchAll(ATTRIBUTE)) {
    const key = name.toLowerCase()
    if (!attributes.has(key)) attributes.set(key, decodeXML(double ?? single ?? ''))
  }
  return attributes
}

function feedOf(
  attributes: ReadonlyMap<string, string>,
  title: string | undefined,
  open: readonly (string | undefined)[],
): ListedFeed | undefined {
  const xmlUrl = attributes.get('xmlurl')?.trim()
  if (!xmlUrl) return undefined
  const category = open.at(-1) ?? plainTitle(attributes.get('category')?.split(',')[0]?.split('/').at(-1))
  return { xmlUrl, ...(title !== undefined && { title }), ...(category !== undefined && { category }) }
}

/** The list as a document that every reader of feeds takes. */
export function writeOpml(title: string, feeds: readonly ListedFeed[]): string {
  const folders = Map.groupBy(feeds, ({ category }) => category)
  const outlines = [...folders].flatMap(([category, inside]) =>
    category === undefined
      ? inside.map((feed) => `    ${outline(feed)}`)
      : [
          `    <outline ${attribute('text', category)}>`,
          ...inside.map((feed) => `      ${outline(feed)}`),
          '    </outline>',
        ],
  )
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<opml version="2.0">',
    `  <head><title>${encodeXML(title)}</title></head>`,
    '  <body>',
    ...outlines,
    '  </body>',
    '</opml>',
  ].join('\n')
}

function outline({ title, xmlUrl }: ListedFeed): string {
  return `<outline type="rss" ${attribute('text', title ?? xmlUrl)} ${attribute('xmlUrl', xmlUrl)}/>`
}

function attribute(name: string, value: string): string {
  return `${name}="${encodeXML(value.replace(/[\x00-\x1f]/g, ' ')).replaceAll('"', '&quot;')}"`
}
