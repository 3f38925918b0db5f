// Stops asking a server that fails: after five failures in ten minutes for ten minutes; at once, where it said that nothing will
// come. When that time is over one question tries it; it stays open if that fails too.

import type { Clock } from '../../src/ports.ts'

const FAILURES = 5
const WITHIN_MS = 10 * 60_000
const OPEN_MS = 10 * 60_000
const DAY_MS = 86_400_000

export interface Breaker {
  /** Why nothing is asked for now, and for how long. */
  shutFor(): { readonly reason: string; readonly ms: number } | undefined
  succeeded(): void
  failed(reason: string): void
  /** Opens at once. */
  shut(reason: string, until: 'soon' | 'tomorrow'): void
}

export function createBreaker(clock: Pick<Clock, 'now'>): Breaker {
  let failures: readonly number[] = []
  let shutUntil = 0
  let reason = ''
  /** It was open, and the next question is a trial. */
  let isTrial = false

  function open(until: number): void {
    shutUntil = until
    isTrial = true
    failures = []
  }

  return {
    shutFor() {
      const ms = shutUntil - clock.now()
      return ms > 0 ? { reason, ms } : undefined
    },
    succeeded() {
      failures = []
      isTrial = false
    },
    failed(why) {
      const now = clock.now()
      reason = why
      failures = [...failures.filter((at) => at > now - WITHIN_MS), now]
      if (isTrial || failures.length >= FAILURES) open(now + OPEN_MS)
    },
    shut(why, until) {
      const now = clock.now()
      reason = why
      open(until === 'soon' ? now + OPEN_MS : (Math.floor(now / DAY_MS) + 1) * DAY_MS)
    },
  }
}
