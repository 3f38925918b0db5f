import type { Writable } from 'node:stream'
import type { Outcome } from '../../src/ports.ts'

/** Writes and waits until the text has left this process. A terminal that is gone is an outcome, never an exception. */
export function written(
  output: Writable,
  text: string,
  { key, signal }: { readonly key: string; readonly signal: AbortSignal },
): Promise<Outcome> {
  if (!output.writable) return Promise.resolve(GONE)
  if (signal.aborted)
    return Promise.resolve({ kind: 'later', reason: 'Stopped before anything was written.' })
  return new Promise((resolve) => {
    // A stream that fails says so twice: to the write, and as an event that must find a listener.
    const ignore = () => {}
    const stopped = () => resolve({ kind: 'unknown', reason: 'Stopped while writing to the terminal.' })
    output.once('error', ignore)
    signal.addEventListener('abort', stopped, { once: true })
    output.write(text, (error) => {
      signal.removeEventListener('abort', stopped)
      if (!error) output.off('error', ignore)
      resolve(error ? failed(error) : { kind: 'delivered', receipt: key })
    })
  })
}

const GONE: Outcome = { kind: 'refused', class: 'gone', reason: 'The terminal is closed.' }

/** Nobody reads the other end: nothing arrived. Of other failures nobody knows. */
function failed(error: Error): Outcome {
  const isGone = 'code' in error && error.code === 'EPIPE'
  return isGone ? GONE : { kind: 'unknown', reason: `The terminal failed while writing: ${error.message}.` }
}
