// Long polling. One poller at a time: a second one ends the first. What is fetched stays until a later offset confirms it.

import type { Clock } from '../../../src/ports.ts'
import { ApiError } from './api-error.ts'
import type { UpdateQueue } from './update-queue.ts'
import type { WireUpdate } from './wire.ts'

export interface PollParams {
  readonly offset?: number | undefined
  readonly limit?: number | undefined
  /** Seconds. */
  readonly timeout?: number | undefined
  readonly allowed_updates?: readonly string[] | undefined
}

export interface Polls {
  /** The signal aborts when the poller hangs up. */
  poll(params: PollParams, signal: AbortSignal): Promise<readonly WireUpdate[]>
}

const MAX_TIMEOUT_S = 50

export function createPolls(clock: Clock, updates: UpdateQueue): Polls {
  let endFirst: (() => void) | undefined
  let earlier: { readonly offset: number; readonly at: number } | undefined

  /** Who asks again for the same too soon waits longer, or gets one at a time. */
  function slowedDown({ offset = 0, limit = 100, timeout = 0 }: PollParams) {
    const since = earlier?.offset === offset ? clock.now() - earlier.at : Number.POSITIVE_INFINITY
    earlier = { offset, at: clock.now() }
    const seconds = since < 3000 ? Math.max(3, timeout) : timeout
    return { limit: since < 500 ? 1 : limit, timeoutMs: Math.min(seconds, MAX_TIMEOUT_S) * 1000 }
  }

  return {
    async poll(params, signal) {
      endFirst?.()
      updates.allow(params.allowed_updates)
      confirmed(updates, params.offset ?? 0)
      const { limit, timeoutMs } = slowedDown(params)
      if (updates.pending().length === 0 && timeoutMs > 0) await arrival(timeoutMs, signal)
      return updates.pending().slice(0, limit)
    },
  }

  async function arrival(timeoutMs: number, signal: AbortSignal): Promise<void> {
    const over = new AbortController()
    const end = () => over.abort()
    const stopListening = updates.onArrival(end)
    let isConflict = false
    const conflict = () => {
      isConflict = true
      end()
    }
    endFirst = conflict
    await clock.sleep(timeoutMs, AbortSignal.any([over.signal, signal]))
    stopListening()
    if (endFirst === conflict) endFirst = undefined
    if (isConflict) throw terminated()
  }
}

function confirmed(updates: UpdateQueue, offset: number): void {
  if (offset > 0) updates.confirm(offset)
  if (offset < 0) updates.keepLast(-offset)
}

function terminated(): ApiError {
  return new ApiError(
    409,
    'terminated by other getUpdates request; make sure that only one bot instance is running',
  )
}
