// How far a long run has come, on one line that is wiped at the end. Only where a person looks at standard error.

import type { Io } from './io.ts'

export interface Progress extends Disposable {
  step(): void
}

const SHOW_AFTER = 50
const EVERY_MS = 100

export function createProgress(stderr: Io['stderr'], noun: string): Progress {
  const startedAt = Date.now()
  let [count, shownAt] = [0, 0]
  return {
    step() {
      count++
      const now = Date.now()
      if (!stderr.isTTY || count < SHOW_AFTER || now - shownAt < EVERY_MS) return
      shownAt = now
      const rate = Math.round(count / Math.max(0.001, (now - startedAt) / 1000))
      stderr.write(`\r${count} ${noun}, ${rate} a second\u001b[K`)
    },
    [Symbol.dispose]() {
      if (shownAt > 0) stderr.write('\r\u001b[K')
    },
  }
}
