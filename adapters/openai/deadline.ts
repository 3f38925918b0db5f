import type { Clock } from '../../src/ports.ts'

/** The time is over. */
export class LateError extends Error {
  override readonly name = 'LateError'
}

/** Work that is aborted at a time, also within a body that trickles. Throws LateError then; the caller's abort passes through. */
export async function until<T>(
  clock: Clock,
  deadlineAt: number,
  signal: AbortSignal,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  signal.throwIfAborted()
  const late = new AbortController()
  const done = new AbortController()
  const over = clock.sleep(deadlineAt - clock.now(), done.signal).then(() => {
    if (!done.signal.aborted) late.abort(new LateError('the time is over'))
  })
  try {
    return await work(AbortSignal.any([signal, late.signal]))
  } catch (error) {
    signal.throwIfAborted()
    late.signal.throwIfAborted()
    throw error
  } finally {
    done.abort()
    await over
  }
}
