// When to ask a feed again: the one rule. As often as usual, or as seldom as the server, the feed or its own rhythm says; after
// a failure less often each time; and not at all when the feed is gone or has failed for too long.

import { DAY_MS, HOUR_MS, MINUTE_MS } from '../clock.ts'
import type { Item, Pace } from '../domain.ts'

export interface PollFacts {
  readonly now: number
  /** What the server said this time. */
  readonly freshForMs?: number
  readonly retryAfterMs?: number
  readonly pace?: Pace
  readonly failure?: {
    /** What the server answered, if it did. */
    readonly status?: number
    /** Since the first failure, and since the last poll; 0 for the first one. */
    readonly failingMs: number
    readonly sinceLastMs: number
  }
}

export interface NextPoll {
  readonly at: number
  /** It is to be polled no more by itself. */
  readonly isOver: boolean
}

const USUAL_MS = 15 * MINUTE_MS
const LONGEST_MS = DAY_MS
const GONE = 410
const NOT_FOUND = 404
/** A server may lose a page for some days, and a whole server may be away for some weeks. */
const NOT_FOUND_MS = 7 * DAY_MS
const FAILING_MS = 30 * DAY_MS

export function nextPoll({ now, freshForMs = 0, retryAfterMs = 0, pace = {}, failure }: PollFacts): NextPoll {
  const { ttlMs = 0, rhythmMs = 0 } = pace
  const wishes = failure ? [2 * failure.sinceLastMs] : [freshForMs, ttlMs, rhythmMs]
  const waitMs = Math.min(LONGEST_MS, Math.max(USUAL_MS, retryAfterMs, ...wishes))
  return { at: afterSkipped(now + waitMs, pace), isOver: failure !== undefined && isHopeless(failure) }
}

function isHopeless({ status, failingMs }: NonNullable<PollFacts['failure']>): boolean {
  return status === GONE || failingMs >= (status === NOT_FOUND ? NOT_FOUND_MS : FAILING_MS)
}

/** The first time from there on that is in no hour or day that the feed asks to skip; that time itself when it skips all. */
function afterSkipped(from: number, { skipHours = [], skipDays = [] }: Pace): number {
  for (let hour = 0; hour < 7 * 24; hour++) {
    const at = hour === 0 ? from : Math.floor(from / HOUR_MS + hour) * HOUR_MS
    const date = new Date(at)
    if (!skipHours.includes(date.getUTCHours()) && !skipDays.includes(date.getUTCDay())) return at
  }
  return from
}

const RHYTHM_ITEMS = 10
const LONGEST_RHYTHM_MS = 2 * HOUR_MS
const STEP_MS = 5 * MINUTE_MS

/** By the last items: an eighth of the time between two, or a sixteenth of the silence since; two hours at most. */
export function rhythmOf(items: readonly Item[], now: number): number | undefined {
  const times = items
    .flatMap(({ publishedAt }) => (publishedAt === undefined || publishedAt > now ? [] : [publishedAt]))
    .sort((a, b) => b - a)
    .slice(0, RHYTHM_ITEMS)
  const [latest] = times
  if (latest === undefined) return undefined
  const gaps = times.slice(1).map((time, at) => (times[at] ?? time) - time)
  const between = gaps.sort((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? 0
  const waitMs = Math.max(between / 8, (now - latest) / 16)
  return Math.min(LONGEST_RHYTHM_MS, Math.round(waitMs / STEP_MS) * STEP_MS)
}
