// When to ask a feed again.

import { DAY_MS, MINUTE_MS } from '../clock.ts'

const USUAL_MS = 15 * MINUTE_MS
const LONGEST_MS = DAY_MS

/** After a good poll: as often as usual, or as seldom as the server asks, at least once a day. */
export function nextPollMs(o: { readonly cacheControl?: string; readonly retryAfterMs?: number }): number {
  const maxAge = /(?:^|[\s,])max-age=(\d{1,9})/i.exec(o.cacheControl ?? '')?.[1]
  return Math.min(LONGEST_MS, Math.max(USUAL_MS, Number(maxAge ?? 0) * 1000, o.retryAfterMs ?? 0))
}

/** After a failed one: twice the time since the last try, from the usual to a day, or what the server asks. */
export function nextTryMs(o: { readonly sinceLastMs: number; readonly retryAfterMs?: number }): number {
  return Math.min(LONGEST_MS, Math.max(USUAL_MS, 2 * o.sinceLastMs, o.retryAfterMs ?? 0))
}
