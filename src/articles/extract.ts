// A page, HTML or pasted text, → its story, cleaned, with what the page says of it. Stores nothing.

import type { Page } from '../domain.ts'
import { detectLanguage } from '../text/language.ts'
import type { Extraction } from './extraction.ts'
import { extractInWorker } from './html-extractor.ts'
import { extractPasted } from './pasted-page.ts'

export interface ExtractOptions {
  /** For dates without a year and for dates that lie ahead. */
  readonly now: number
  /** After so long a page is given up. */
  readonly timeoutMs?: number
}

const TIMEOUT_MS = 10_000
const MAX_CHARS = { html: 10_000_000, text: 2_000_000 }

/** Never throws for what a page holds: what cannot be read is `rejected`, with the reason in one sentence. */
export async function extract(
  page: Page,
  { now, timeoutMs = TIMEOUT_MS }: ExtractOptions,
): Promise<Extraction> {
  const body = page.body.toWellFormed()
  if (body.trim() === '') return rejected('The page is empty.')
  if (body.length > MAX_CHARS[page.format]) return rejected(tooLarge(body.length, MAX_CHARS[page.format]))
  if (body.includes('\0')) return rejected('The page is binary, not text.')
  const extraction =
    page.format === 'html'
      ? await extractInWorker({ html: body, now }, timeoutMs)
      : extractPasted(body, { now })
  const language = (await detectLanguage(extraction.text)) ?? extraction.language
  return language === undefined ? extraction : { ...extraction, language }
}

function rejected(reason: string): Extraction {
  return { status: 'rejected', reason, paragraphs: [], text: '' }
}

function tooLarge(chars: number, maxChars: number): string {
  return `The page has ${(chars / 1_000_000).toFixed(1)} MB, and more than ${maxChars / 1_000_000} MB is no article.`
}
