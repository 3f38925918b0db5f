// Work on what strangers wrote, in a thread of its own: what takes too long or too much memory ends the thread, not the
// program. A thread is started with the first request, kept for the next, and never keeps the program from ending.

import { once } from 'node:events'
import { parentPort, Worker } from 'node:worker_threads'
import { systemClock } from './clock.ts'

const MAX_MEMORY_MB = 512
/** An error made anew for each request costs more than most of them. */
const SETTLED = 'settled'

/** Resolves to the reply, or to undefined when it did not come in time; rejects when the thread broke. */
export type Ask<Request, Reply> = (request: Request, timeoutMs: number) => Promise<Reply | undefined>

/** One thread that runs the file; requests take turns. */
export function workerOf<Request, Reply extends object>(file: URL): Ask<Request, Reply> {
  let idle: Worker | undefined
  let last: Promise<unknown> = Promise.resolve()

  async function askNow(request: Request, timeoutMs: number): Promise<Reply | undefined> {
    const worker = idle ?? new Worker(file, { resourceLimits: { maxOldGenerationSizeMb: MAX_MEMORY_MB } })
    idle = undefined
    const settled = new AbortController()
    try {
      worker.ref()
      worker.postMessage(request)
      const reply = once(worker, 'message', { signal: settled.signal }).then(([message]) => message as Reply)
      const late = systemClock.sleep(timeoutMs, settled.signal).then(() => undefined)
      const first = await Promise.race([reply, late])
      if (first) {
        worker.unref()
        idle = worker
      } else reply.catch(() => undefined)
      return first
    } finally {
      settled.abort(SETTLED)
      if (idle !== worker) await worker.terminate()
    }
  }

  return (request, timeoutMs) => {
    const result = last.then(() => askNow(request, timeoutMs))
    last = result.catch(() => undefined)
    return result
  }
}

/** The other side: to be called in the file that the thread runs. */
export function answerRequests<Request, Reply extends object>(
  answer: (request: Request) => Reply | Promise<Reply>,
): void {
  parentPort?.on('message', async (request: Request) => parentPort?.postMessage(await answer(request)))
}
