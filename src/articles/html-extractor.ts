// HTML is read in a worker thread, one page at a time: a page that takes too long or too much memory ends its worker, not
// the program. The worker is started with the first page, kept for the next, and never keeps the program from ending.

import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { systemClock } from '../clock.ts'
import { reasonOf } from '../errors.ts'
import type { Extraction } from './extraction.ts'
import type { HtmlRequest } from './html-worker.ts'

const MAX_MEMORY_MB = 512

let idle: Worker | undefined
let last: Promise<unknown> = Promise.resolve()

/** Never rejects: what went wrong is the reason of a rejected extraction. */
export function extractInWorker(request: HtmlRequest, timeoutMs: number): Promise<Extraction> {
  const result = last.then(() => extractNow(request, timeoutMs))
  last = result
  return result
}

async function extractNow(request: HtmlRequest, timeoutMs: number): Promise<Extraction> {
  const worker =
    idle ??
    new Worker(new URL('./html-worker.ts', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: MAX_MEMORY_MB },
    })
  idle = undefined
  const settled = new AbortController()
  try {
    worker.ref()
    const reply = once(worker, 'message', { signal: settled.signal }).then(
      ([extraction]) => extraction as Extraction,
    )
    const late = systemClock.sleep(timeoutMs, settled.signal).then(() => undefined)
    worker.postMessage(request)
    const extraction = await Promise.race([reply, late])
    if (extraction) {
      worker.unref()
      idle = worker
      return extraction
    }
    reply.catch(() => undefined)
    return failed(`Reading the page took longer than ${timeoutMs / 1000} seconds and was given up.`)
  } catch (error) {
    return failed(`The page could not be read: ${reasonOf(error)}`)
  } finally {
    settled.abort()
    if (idle !== worker) await worker.terminate()
  }
}

function failed(reason: string): Extraction {
  return { status: 'rejected', reason, paragraphs: [], text: '' }
}
