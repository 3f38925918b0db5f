// The other side of html-extractor.ts: one page in, its extraction out, again and again.

import { parentPort } from 'node:worker_threads'
import { extractHtml } from './html-page.ts'

export interface HtmlRequest {
  readonly html: string
  readonly now: number
}

parentPort?.on('message', ({ html, now }: HtmlRequest) => {
  parentPort?.postMessage(extractHtml(html, { now }))
})
