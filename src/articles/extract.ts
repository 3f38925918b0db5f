// A page, HTML or pasted text, → its story, cleaned, with what the page says of it. Stores nothing.

import type { Page } from '../domain.ts'
import { reasonOf } from '../errors.ts'
import { detectLanguage } from '../text/language.ts'
import type { Extraction } from './extraction.ts'
import { extractInWorker } from './html-extractor.ts'
import { extractPasted } from './pasted-page.ts'
import { withoutDateAhead } from './publication-date.ts'

export interface ExtractOptions {
  /** For dates without a year and for dates that lie ahead. */
  readonly now: number
  /** What those who name the page say it is written in; what the page says counts more, and what it is written in most. */
  readonly language?: string
  /** After so long a page is given up. */
  readonly timeoutMs?: number
}

const TIMEOUT_MS = 10_000
const MAX_CHARS = { html: 10_000_000, text: 2_000_000 }

/** Never throws for what a page holds: what cannot be read is `rejected`, with the reason in one sentence. */
export async function extract(
  page: Page,
  { now, timeoutMs = TIMEOUT_MS, ...said }: ExtractOptions,
): Promise<Extraction> {
  const body = page.body.toWellFormed()
  if (body.trim() === '') return rejected('The page is empty.')
  const tooLarge = whyTooLarge('page', body, page.format)
  if (tooLarge !== undefined) return rejected(tooLarge)
  if (body.includes('\0')) return rejected('The page is binary, not text.')
  const found =
    page.format === 'html'
      ? await extractInWorker({ html: body, now, url: page.url }, timeoutMs)
      : pasted(body, now)
  const extraction = withoutDateAhead(found, now)
  const saidLanguage = extraction.language ?? said.language
  const language = (await detectLanguage(extraction.text, saidLanguage)) ?? saidLanguage
  return language === undefined ? extraction : { ...extraction, language }
}

function rejected(reason: string): Extraction {
  return { status: 'rejected', reason, paragraphs: [], text: '' }
}

function pasted(body: string, now: number): Extraction {
  try {
    return extractPasted(body, { now })
  } catch (error) {
    return rejected(`The page could not be read: ${reasonOf(error)}.`)
  }
}

/** One sentence about a page or a text that is larger than any article; undefined for what may be read. */
export function whyTooLarge(noun: 'page' | 'text', body: string, format: Page['format']): string | undefined {
  if (body.length <= MAX_CHARS[format]) return undefined
  const [size, most] = [body.length, MAX_CHARS[format]].map((chars) => chars / 1_000_000)
  return `The ${noun} has ${size?.toFixed(1)} MB, and more than ${most} MB is no article.`
}
