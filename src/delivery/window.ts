import type { Rate } from '../ports.ts'

/** Counts sends against a rate. */
export interface Window {
  /** The earliest time, not before `now`, at which one more send keeps the rate. */
  freeAt(now: number): number
  add(now: number): void
  /** No send counts any more. */
  isEmpty(now: number): boolean
}

/**
 * Remembers the last `sends` times, so that no span of `perMs` ever holds more than `sends`: exact, where a bucket that
 * fills evenly lets up to twice as many into one span. The beginning belongs to a span, its end does not.
 */
export function createWindow({ sends, perMs }: Rate): Window {
  let times: number[] = []

  function forget(now: number): void {
    // A clock that was set back: what was sent counts as sent just now, or nothing would go out until it has caught up.
    if ((times.at(-1) ?? now) > now) times = times.map(() => now)
    const first = times.findIndex((at) => at > now - perMs)
    if (first !== 0) times = first < 0 ? [] : times.slice(first)
  }

  return {
    freeAt(now) {
      forget(now)
      const oldest = times.at(-sends)
      return times.length < sends || oldest === undefined ? now : oldest + perMs
    },
    add: (now) => void times.push(now),
    isEmpty(now) {
      forget(now)
      return times.length === 0
    },
  }
}
