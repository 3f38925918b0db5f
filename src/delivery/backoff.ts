import { MINUTE_MS } from '../clock.ts'

const FIRST_MS = 2_000
const LONGEST_MS = 15 * MINUTE_MS

/**
 * How long to wait after the given try, counted from 1, did not get through: 2 s, doubled with each try up to 15 minutes,
 * of which one half is certain and the other drawn by lot ("equal jitter" of Marc Brooker, "Exponential Backoff And
 * Jitter", AWS Architecture Blog, 2015). So deliveries that failed together do not come back together, and none at once.
 */
export function backoffMs(attempt: number, random: () => number): number {
  const full = Math.min(LONGEST_MS, FIRST_MS * 2 ** (Math.max(1, attempt) - 1))
  return Math.round(full / 2 + (full / 2) * random())
}
