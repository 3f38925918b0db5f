// The other side of html-extractor.ts: one page in, its extraction out, again and again.

import { answerRequests } from '../worker.ts'
import { extractHtml } from './html-page.ts'

export interface HtmlRequest {
  readonly html: string
  readonly now: number
  readonly url?: string | undefined
}

answerRequests(({ html, now, url }: HtmlRequest) => extractHtml(html, { now, url }))
