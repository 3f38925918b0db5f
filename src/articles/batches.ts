// How drafts flow: together where they come quickly, and without waiting where they do not.

import type { Clock } from '../ports.ts'

export interface BatchLimits<T> {
  readonly size: number
  /** A batch begun is handed on when nothing followed for so long. */
  readonly maxWaitMs: number
  /** Nothing is to wait behind this one. */
  readonly isLast?: (item: T) => boolean
}

export async function* inBatches<T>(
  source: AsyncGenerator<T, void>,
  clock: Pick<Clock, 'sleep'>,
  { size, maxWaitMs, isLast = () => false }: BatchLimits<T>,
): AsyncGenerator<readonly T[], void> {
  let batch: T[] = []
  let timer = new AbortController()
  let deadline: Promise<'late'> | undefined
  const take = () => {
    const taken = batch
    batch = []
    timer.abort('taken')
    timer = new AbortController()
    deadline = undefined
    return taken
  }
  try {
    let next = source.next()
    for (;;) {
      const first = await Promise.race(deadline === undefined ? [next] : [next, deadline])
      if (first === 'late') {
        yield take()
        continue
      }
      if (first.done) break
      batch.push(first.value)
      if (batch.length >= size || isLast(first.value)) yield take()
      else deadline ??= clock.sleep(maxWaitMs, timer.signal).then(() => 'late' as const)
      next = source.next()
    }
    if (batch.length > 0) yield take()
  } finally {
    timer.abort()
    await source.return()
  }
}

/** Works on up to `limit` at a time, while results are used; they come in order, each as soon as it is there. */
export async function* inOrder<T, Result extends object>(
  source: AsyncGenerator<T, void>,
  work: (item: T) => Promise<Result>,
  limit: number,
): AsyncGenerator<Result, void> {
  const begun: Promise<{ readonly result: Result }>[] = []
  let next: ReturnType<typeof source.next> | undefined = source.next()
  try {
    while (next || begun.length > 0) {
      const awaited = [...begun.slice(0, 1), ...(next && begun.length < limit ? [next] : [])]
      const first = await Promise.race(awaited)
      if ('result' in first) {
        begun.shift()
        yield first.result
      } else if (first.done) next = undefined
      else {
        begun.push(work(first.value).then((result) => ({ result })))
        next = source.next()
      }
    }
  } finally {
    await source.return()
  }
}
