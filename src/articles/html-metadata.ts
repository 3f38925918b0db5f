// What a page says of itself: JSON-LD first, then meta elements, then what readers see.

import { languageCode } from '../text/language.ts'
import { parseByline } from './byline.ts'
import type { DomDocument } from './dom.ts'
import type { HtmlBlock } from './html-blocks.ts'
import { findPublicationDate, type PublicationDate } from './html-date.ts'
import { statedTitle } from './html-title.ts'
import { type LinkedData, readLinkedData } from './linked-data.ts'
import { present } from './present.ts'

export interface HtmlMetadata extends PublicationDate {
  readonly title?: string
  readonly byline?: string
  readonly publisher?: string
  readonly site?: string
  readonly language?: string
  readonly canonicalUrl?: string
}

/** `blocks`: everything that readers see of the page, in order. */
export function readMetadata(
  document: DomDocument,
  jsonLd: readonly string[],
  blocks: readonly HtmlBlock[],
  { now, url }: { readonly now: number; readonly url?: string | undefined },
): HtmlMetadata & { readonly linked: LinkedData } {
  const metas = readMetas(document)
  const linked = readLinkedData(jsonLd)
  const site = metas('og:site_name', 'application-name', 'apple-mobile-web-app-title') ?? linked.publisher
  const title = statedTitle([linked.headline, metas('dc.title', 'og:title', 'twitter:title')], site)
  const canonicalUrl =
    document.querySelector('link[rel~="canonical"]')?.getAttribute('href') || metas('og:url') || undefined
  const visible = visibleByline(document)
  const byline = bylineOf(
    linked,
    metas(
      'dc.creator',
      'dcterms.creator',
      'author',
      'article.author',
      'og.article.author',
      'parsely-author',
      'sailthru.author',
      'byl',
    ),
    visible,
  )
  return {
    linked: metas('article:content_tier') === 'locked' ? { ...linked, isFree: false } : linked,
    ...present({
      title,
      byline,
      publisher: visible?.publisher ?? linked.publisher,
      site,
      language: languageCode(
        document.documentElement.getAttribute('lang') ??
          linked.language ??
          metas('og:locale', 'content-language', 'language') ??
          '',
      ),
      canonicalUrl,
    }),
    ...findPublicationDate({ document, linked, metas, blocks, title, addresses: [url, canonicalUrl] }, now),
  }
}

type Metas = (...names: readonly string[]) => string | undefined

/** The first of the names that has content, as `property`, `name` or `itemprop`, dots or colons within, or one of several. */
function readMetas(document: DomDocument): Metas {
  const contents = new Map<string, string>()
  for (const meta of document.querySelectorAll('meta')) {
    const content = meta.getAttribute('content')?.replace(/\s+/g, ' ').trim()
    const name =
      meta.getAttribute('property') ??
      meta.getAttribute('name') ??
      meta.getAttribute('itemprop') ??
      meta.getAttribute('http-equiv')
    for (const one of content && name ? keyOfMeta(name).split(/\s+/) : [])
      if (content && !contents.has(one)) contents.set(one, content)
  }
  return (...names) => names.map((name) => contents.get(keyOfMeta(name))).find(Boolean)
}

function keyOfMeta(name: string): string {
  return name.toLowerCase().replaceAll(':', '.').trim()
}

const BYLINE_PLACES =
  '[rel~="author"], [itemprop~="author"], [class*="byline" i], [class*="author" i], address'

const COMMENT = '[class*="comment" i], [id*="comment" i]'

/** The first place made for by-lines that reads as one; those who comment wrote nothing of the story. */
function visibleByline(document: DomDocument) {
  let looked = 0
  for (const element of document.querySelectorAll(BYLINE_PLACES)) {
    if (element.closest(COMMENT)) continue
    if (++looked > 20) return undefined
    const text = element.textContent?.replace(/\s+/g, ' ').trim() ?? ''
    const byline = text.length <= 160 ? parseByline(text) : undefined
    if (byline) return byline
  }
  return undefined
}

/** People before organisations, and never an address. */
function bylineOf(
  linked: LinkedData,
  meta: string | undefined,
  visible: { readonly names?: string } | undefined,
) {
  const stated = [linked.authors.join(', '), meta && !/^https?:|@/.test(meta) ? meta : undefined]
  const people = stated.map((text) => text && parseByline(text)?.names).find(Boolean)
  return people ?? visible?.names ?? stated.find((text) => text && text.length <= 80)
}
