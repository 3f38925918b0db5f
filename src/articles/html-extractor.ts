// HTML is read in a thread of its own: a hostile page keeps a parser busy for longer than anybody may wait.

import { reasonOf } from '../errors.ts'
import { inWorker } from '../worker.ts'
import type { Extraction } from './extraction.ts'
import type { HtmlRequest } from './html-worker.ts'

const ask = inWorker<HtmlRequest, Extraction>(new URL('./html-worker.ts', import.meta.url))

/** Never rejects: what went wrong is the reason of a rejected extraction. */
export async function extractInWorker(request: HtmlRequest, timeoutMs: number): Promise<Extraction> {
  try {
    const late = `Reading the page took longer than ${timeoutMs / 1000} seconds and was given up.`
    return (await ask(request, timeoutMs)) ?? failed(late)
  } catch (error) {
    return failed(`The page could not be read: ${reasonOf(error)}`)
  }
}

function failed(reason: string): Extraction {
  return { status: 'rejected', reason, paragraphs: [], text: '' }
}
