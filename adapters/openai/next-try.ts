// The one retry rule: a call that may succeed is tried once more, if the deadline allows; a field that the server does not take is
// left out; what the cheap service has no room or time for goes to the usual one.

import type { ModelFailure } from '../../src/errors.ts'
import type { Verdict } from './verdict.ts'
import type { Call } from './wire.ts'

export interface Try {
  readonly tier: Call['tier']
  readonly waitMs: number
  readonly hasRetried: boolean
}

export interface GivenUp {
  readonly failure: ModelFailure
  readonly reason: string
  readonly retryAfterMs?: number
  /** Counts against the server. */
  readonly isItsFault: boolean
  /** It is not asked again before then. */
  readonly shut?: 'soon' | 'tomorrow'
}

/** As long as the package itself waits at first. */
const BACKOFF_MS = 500

export function nextTry(before: Try, verdict: Verdict | 'late', leftMs: number): Try | GivenUp {
  if (verdict === 'late') {
    if (before.tier === 'flex' && leftMs > 0) return { ...before, tier: 'default', waitMs: 0 }
    return { failure: 'late', reason: 'it did not answer in time', isItsFault: true }
  }
  const { reason } = verdict
  switch (verdict.kind) {
    case 'again': {
      const { retryAfterMs } = verdict
      const waitMs = retryAfterMs ?? BACKOFF_MS
      if (!before.hasRetried && waitMs < leftMs) return { ...before, waitMs, hasRetried: true }
      return {
        failure: 'unavailable',
        reason,
        isItsFault: true,
        ...(retryAfterMs !== undefined && { retryAfterMs }),
      }
    }
    case 'no-flex':
      if (before.tier === 'flex') return { ...before, tier: 'default', waitMs: 0 }
      return { failure: 'unavailable', reason, isItsFault: true }
    case 'without':
      return { ...before, waitMs: 0 }
    case 'too-long':
      return { failure: 'too-long', reason, isItsFault: false }
    case 'declined':
      return { failure: 'unusable', reason, isItsFault: false }
    case 'shut':
      return {
        failure: 'unavailable',
        reason,
        isItsFault: false,
        shut: verdict.what === 'credit' ? 'tomorrow' : 'soon',
      }
    case 'refused':
      return { failure: 'unavailable', reason, isItsFault: false }
  }
}
