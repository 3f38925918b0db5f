// Time in the hands of a test. Sleepers wake in the order of their times; between one and the next, promises settle.

import type { Clock } from '../../src/ports.ts'

export interface FakeClock extends Clock {
  /** Lets so much time pass, and everything happen that is due in it, in order. */
  advance(ms: number): Promise<void>
  /** Runs work to its end: whenever nothing can go on by itself, jumps to the earliest sleeper. */
  during<T>(work: Promise<T>): Promise<T>
  /** Sets the wall clock, forwards or back, as an operator does; sleepers keep the time they have left. */
  set(now: number): void
}

interface Sleeper {
  readonly wakeAt: number
  readonly wake: () => void
}

/** `settled` is how to find out that nothing goes on by itself; who speaks over a socket needs more than a turn for it. */
export function createFakeClock(
  start: number = Date.UTC(2026, 2, 3, 7),
  settled: () => Promise<void> = oneTurn,
): FakeClock {
  /** Steady time, which nobody sets; the wall clock runs beside it. */
  let elapsed = 0
  let wallStart = start
  /** Earliest last, so that waking is a `pop`; of the same time, first come last. */
  const sleepers: Sleeper[] = []

  function add(sleeper: Sleeper): void {
    let [low, high] = [0, sleepers.length]
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((sleepers[middle]?.wakeAt ?? 0) > sleeper.wakeAt) low = middle + 1
      else high = middle
    }
    sleepers.splice(low, 0, sleeper)
  }

  /** False when nobody sleeps until then or earlier. */
  function wakeNext(until: number): boolean {
    const sleeper = sleepers.at(-1)
    if (!sleeper || sleeper.wakeAt > until) return false
    sleepers.pop()
    elapsed = Math.max(elapsed, sleeper.wakeAt)
    sleeper.wake()
    return true
  }

  return {
    now: () => wallStart + elapsed,

    sleep(ms, signal) {
      if (signal?.aborted) return Promise.resolve()
      return new Promise((resolve) => {
        const wake = () => {
          signal?.removeEventListener('abort', wakeEarly)
          resolve()
        }
        const sleeper = { wakeAt: elapsed + Math.max(0, ms), wake }
        const wakeEarly = () => {
          sleepers.splice(sleepers.indexOf(sleeper), 1)
          wake()
        }
        add(sleeper)
        signal?.addEventListener('abort', wakeEarly, { once: true })
      })
    },

    async advance(ms) {
      const until = elapsed + ms
      await settled()
      while (wakeNext(until)) await settled()
      elapsed = until
    },

    async during(work) {
      let isDone = false
      const done = work.finally(() => {
        isDone = true
      })
      done.catch(() => undefined)
      for (await settled(); !isDone; await settled()) {
        if (!wakeNext(Number.POSITIVE_INFINITY)) await idle(() => isDone || sleepers.length > 0)
      }
      return done
    },

    set(now) {
      wallStart = now - elapsed
    },
  }
}

/** One turn of the event loop: every promise that can settle has settled. */
function oneTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}

/** Work that waits for something other than the clock, such as a file, gets some turns; then it hangs. */
async function idle(isOver: () => boolean): Promise<void> {
  for (let turn = 0; turn < 10_000; turn += 1) {
    if (isOver()) return
    await oneTurn()
  }
  throw new Error('the work waits for something that never happens: nobody sleeps')
}
