// The other side of html-extractor.ts: one page in, its extraction out.

import type { Extraction } from './extraction.ts'
import { extractHtml } from './html-page.ts'

export interface HtmlRequest {
  readonly html: string
  readonly now: number
  readonly url?: string | undefined
}

export function answer({ html, now, url }: HtmlRequest): Extraction {
  return extractHtml(html, { now, url })
}
