// Work on what strangers wrote, in a thread of its own: what takes too long or too much memory ends the thread, not the
// program. The thread is started with the first request, kept for the next, and never keeps the program from ending. There is
// one for all: another would take 40 MB, and the program itself has enough to do beside it.

import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { systemClock } from './clock.ts'

const THREAD = new URL('./worker/thread.ts', import.meta.url)
const LIMITS = { maxOldGenerationSizeMb: 512 }
/** An error made anew for each request costs more than most of them. */
const SETTLED = 'settled'

/** Resolves to the reply, or to undefined when it did not come in time; rejects when the thread broke. */
export type Ask<Request, Reply> = (request: Request, timeoutMs: number) => Promise<Reply | undefined>

let idle: Worker | undefined
let last: Promise<void> = Promise.resolve()

/** `file` exports `answer`, from a request to its reply; requests take turns, and their time begins with their turn. */
export function inWorker<Request, Reply extends object>(file: URL): Ask<Request, Reply> {
  return (request, timeoutMs) => {
    const reply = last.then(() => ask<Reply>({ file: file.href, request }, timeoutMs))
    // Gives nothing, so that the reply is not held on to.
    last = reply.then(nothing, nothing)
    return reply
  }
}

async function ask<Reply>(asked: object, timeoutMs: number): Promise<Reply | undefined> {
  const worker = idle ?? newWorker()
  idle = undefined
  const settled = new AbortController()
  try {
    worker.ref()
    worker.postMessage(asked)
    const reply = once(worker, 'message', { signal: settled.signal }).then(([message]) => message as Reply)
    const late = systemClock.sleep(timeoutMs, settled.signal).then(() => undefined)
    const first = await Promise.race([reply, late])
    if (first) {
      worker.unref()
      idle = worker
    } else reply.catch(nothing)
    return first
  } finally {
    settled.abort(SETTLED)
    if (idle !== worker) await worker.terminate()
  }
}

/** One that breaks while nobody waits for it is not used again; an error that nobody listens to would end the program. */
function newWorker(): Worker {
  const worker = new Worker(THREAD, { resourceLimits: LIMITS })
  return worker.on('error', () => {
    if (idle === worker) idle = undefined
  })
}

function nothing(): void {}
