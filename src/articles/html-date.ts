// When a page was published: what it states for programs, else its address, else what readers see beside its headline.

import { parseIsoTime } from '../clock.ts'
import { parsePageDate } from '../text/dates.ts'
import { fold } from '../text/normalise.ts'
import type { DomDocument, DomElement } from './dom.ts'
import type { HtmlBlock } from './html-blocks.ts'
import type { LinkedData } from './linked-data.ts'
import { isAhead } from './publication-date.ts'

export interface PublicationDate {
  readonly publishedAt?: number
  /** Minutes from UTC that the page wrote with it: its own day may be another than that of UTC. */
  readonly publishedOffset?: number
  readonly publishedAtInferred?: boolean
}

/** Where to look. */
export interface DatedPage {
  readonly document: DomDocument
  readonly linked: LinkedData
  readonly metas: (...names: readonly string[]) => string | undefined
  readonly blocks: readonly HtmlBlock[]
  readonly title: string | undefined
  readonly addresses: readonly (string | undefined)[]
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
]

/** The first that is a date and does not lie ahead. */
export function findPublicationDate(page: DatedPage, now: number): PublicationDate {
  for (const candidate of candidates(page)) {
    const found = candidate && timeOf(candidate.text, now)
    if (!found || isAhead(found.publishedAt, now)) continue
    return candidate.isInferred ? { ...found, publishedAtInferred: true } : found
  }
  return {}
}

interface Candidate {
  readonly text: string
  /** Of something that came with the article, such as its picture. */
  readonly isInferred?: true
}

/** Surest first; what has to be searched for only once the others gave nothing. */
function* candidates(page: DatedPage): Iterable<Candidate | undefined> {
  const { document, linked, metas, blocks, title, addresses } = page
  yield stated(linked.datePublished)
  for (const name of PUBLISHED) yield stated(metas(name))
  yield* timesOf(document.querySelectorAll('[itemprop="datePublished"], time[pubdate]'))
  for (const address of addresses) yield stated(dayIn(address))
  yield* besideHeadline(blocks, title)
  yield* timesOf(document.querySelectorAll('article time, time, [class*="publish" i], [class*="date" i]'))
  yield stated(metas('article:modified_time'))
  yield* dateLines(blocks)
  const picture = dayIn(metas('og:image', 'twitter:image'))
  yield picture ? { text: picture, isInferred: true } : undefined
}

function stated(text: string | undefined): Candidate | undefined {
  return text ? { text } : undefined
}

const DAY_IN_ADDRESS = /(?<!\d)((?:19|20)\d\d)([/_-]?)(0?[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d)/

/** "…/2026/03/01/…", "…-2026-03-01-…", "…/20260301/…". */
function dayIn(address: string | undefined): string | undefined {
  const [, year, , month = '', day] = DAY_IN_ADDRESS.exec(address ?? '') ?? []
  return year && `${year}-${month.padStart(2, '0')}-${day}`
}

const MAX_TIMES = 12

function* timesOf(elements: Iterable<DomElement>): Iterable<Candidate> {
  let looked = 0
  for (const element of elements) {
    if (++looked > MAX_TIMES) return
    const text =
      element.getAttribute('datetime') ??
      element.getAttribute('content') ??
      element.textContent?.replace(/\s+/g, ' ').trim().slice(0, 80)
    if (text) yield { text }
  }
}

const MAX_LINE_CHARS = 120
const BEFORE_HEADLINE = 3
const AFTER_HEADLINE = 4

/** Short lines around the headline that readers see, those below it first. */
function* besideHeadline(blocks: readonly HtmlBlock[], title: string | undefined): Iterable<Candidate> {
  const wanted = fold(title ?? '')
  const at = blocks.findIndex(({ tag, text }) => /^H[1-3]$/.test(tag) && fold(text) === wanted)
  if (at === -1) return
  const lines = [
    ...blocks.slice(at + 1, at + 1 + AFTER_HEADLINE),
    ...blocks.slice(Math.max(0, at - BEFORE_HEADLINE), at),
  ]
  yield* withYear(lines)
}

/** A line that is nothing but a date. */
function dateLines(blocks: readonly HtmlBlock[]): Iterable<Candidate> {
  return withYear(blocks.filter(({ words }) => words <= 6))
}

function* withYear(lines: readonly HtmlBlock[]): Iterable<Candidate> {
  for (const { text } of lines)
    if (text.length <= MAX_LINE_CHARS && /(?:19|20)\d\d/.test(text)) yield { text }
}

const OFFSET = /\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s?([+-])(\d{2}):?(\d{2})$/

function timeOf(text: string, now: number): (PublicationDate & { readonly publishedAt: number }) | undefined {
  const at = parseIsoTime(text)
  if (at !== undefined) {
    const [, sign, hours, minutes] = OFFSET.exec(text.trim()) ?? []
    const offset = (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes))
    return { publishedAt: at, ...(sign !== undefined && { publishedOffset: offset }) }
  }
  const found = parsePageDate(text, { now })
  return found && { publishedAt: found.at, ...(found.inferred && { publishedAtInferred: true }) }
}
