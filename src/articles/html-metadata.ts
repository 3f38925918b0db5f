// What a page says of itself: JSON-LD first, then meta elements, then what readers see.

import { parseIsoTime } from '../clock.ts'
import { parsePageDate } from '../text/dates.ts'
import { languageCode } from '../text/language.ts'
import { parseByline } from './byline.ts'
import type { DomDocument } from './dom.ts'
import { chooseTitle } from './html-title.ts'
import { type LinkedData, readLinkedData } from './linked-data.ts'
import { present } from './present.ts'
import { isAhead } from './publication-date.ts'

export interface HtmlMetadata {
  readonly title?: string
  readonly byline?: string
  readonly publisher?: string
  readonly site?: string
  readonly publishedAt?: number
  readonly publishedAtInferred?: boolean
  readonly language?: string
  readonly canonicalUrl?: string
}

export function readMetadata(
  document: DomDocument,
  jsonLd: readonly string[],
  o: { readonly now: number },
): HtmlMetadata & { readonly linked: LinkedData } {
  const metas = readMetas(document)
  const linked = readLinkedData(jsonLd)
  const site = metas('og:site_name', 'application-name', 'apple-mobile-web-app-title') ?? linked.publisher
  const visible = visibleByline(document)
  const byline = bylineOf(
    linked,
    metas(
      'author',
      'article:author',
      'parsely-author',
      'sailthru.author',
      'dc.creator',
      'dcterms.creator',
      'byl',
    ),
    visible,
    site,
  )
  return {
    linked,
    ...present({
      title: chooseTitle(document, {
        site,
        stated: [linked.headline, metas('og:title'), metas('twitter:title')],
      }),
      byline,
      publisher: visible?.publisher ?? linked.publisher,
      site,
      language: languageCode(
        document.documentElement.getAttribute('lang') ??
          linked.language ??
          metas('og:locale', 'content-language', 'language') ??
          '',
      ),
      canonicalUrl:
        document.querySelector('link[rel~="canonical"]')?.getAttribute('href') ||
        metas('og:url') ||
        undefined,
    }),
    ...dateOf(document, linked, metas, o.now),
  }
}

type Metas = (...names: readonly string[]) => string | undefined

/** The first of the names that has content, whether as `property`, `name` or `itemprop`. */
function readMetas(document: DomDocument): Metas {
  const contents = new Map<string, string>()
  for (const meta of document.querySelectorAll('meta')) {
    const content = meta.getAttribute('content')?.replace(/\s+/g, ' ').trim()
    const name =
      meta.getAttribute('property') ??
      meta.getAttribute('name') ??
      meta.getAttribute('itemprop') ??
      meta.getAttribute('http-equiv')
    if (content && name && !contents.has(name.toLowerCase())) contents.set(name.toLowerCase(), content)
  }
  return (...names) => names.map((name) => contents.get(name)).find(Boolean)
}

const BYLINE_PLACES =
  '[rel~="author"], [itemprop~="author"], [class*="byline" i], [class*="author" i], address'

/** The first place made for by-lines that reads as one. */
function visibleByline(document: DomDocument) {
  let looked = 0
  for (const element of document.querySelectorAll(BYLINE_PLACES)) {
    if (++looked > 20) return undefined
    const text = element.textContent?.replace(/\s+/g, ' ').trim() ?? ''
    const byline = text.length <= 160 ? parseByline(text) : undefined
    if (byline) return byline
  }
  return undefined
}

/** People before organisations, and never the site itself or an address. */
function bylineOf(
  linked: LinkedData,
  meta: string | undefined,
  visible: { readonly names?: string } | undefined,
  site: string | undefined,
) {
  const stated = [linked.authors.join(', '), meta && !/^https?:|@/.test(meta) ? meta : undefined]
  const people = stated.map((text) => text && parseByline(text)?.names).find(Boolean)
  return (
    people ??
    visible?.names ??
    stated.find((text) => text && text !== site && text !== linked.publisher && text.length <= 80)
  )
}

const PUBLISHED = [
  'article:published_time',
  'og:published_time',
  'datepublished',
  'date',
  'pubdate',
  'publishdate',
  'publish_date',
  'publish-date',
  'publication_date',
  'article.published',
  'parsely-pub-date',
  'sailthru.date',
  'cxenseparse:recs:publishtime',
  'dc.date.issued',
  'dc.date',
  'dcterms.date',
  'dcterms.created',
  'dc.date.created',
  'dc:date',
  'article:modified_time',
]

function dateOf(document: DomDocument, linked: LinkedData, metas: Metas, now: number) {
  const stated = [linked.datePublished, ...PUBLISHED.map((name) => metas(name)), ...timesOf(document)]
  for (const text of stated) {
    const found = text ? timeOf(text, now) : undefined
    if (found && !isAhead(found.publishedAt, now)) return found
  }
  return {}
}

/** `time` elements: those that say they are the date of publication, then in order. */
function timesOf(document: DomDocument): readonly string[] {
  const marked = [...document.querySelectorAll('[itemprop="datePublished"], time[pubdate]')]
  const others = [
    ...document.querySelectorAll('article time, time, [class*="publish" i], [class*="date" i]'),
  ].slice(0, 12)
  return [...marked, ...others].flatMap(
    (element) =>
      element.getAttribute('datetime') ??
      element.getAttribute('content') ??
      element.textContent?.replace(/\s+/g, ' ').trim().slice(0, 80) ??
      [],
  )
}

function timeOf(text: string, now: number) {
  const at = parseIsoTime(text)
  if (at !== undefined) return { publishedAt: at }
  const found = parsePageDate(text, { now })
  return found && { publishedAt: found.at, ...(found.inferred && { publishedAtInferred: true }) }
}
