import { expect, test } from 'vitest'
import { inBatches, inOrder } from '../../src/articles/batches.ts'
import { systemClock } from '../../src/clock.ts'
import { all } from './all.ts'

async function* each<T>(items: readonly T[]) {
  yield* items
}

test('a batch is handed on when it is full, behind its last, and at the end', async () => {
  const limits = { size: 3, maxWaitMs: 60_000, isLast: (item: number) => item === 5 }
  expect(await all(inBatches(each([1, 2, 3, 4, 5, 6, 7]), systemClock, limits))).toEqual([
    [1, 2, 3],
    [4, 5],
    [6, 7],
  ])
})

test('results come in order, whatever is ready first, and no more is begun than allowed', async () => {
  const gates = Array.from({ length: 4 }, () => Promise.withResolvers<void>())
  const begun: number[] = []
  const results = inOrder(
    each([0, 1, 2, 3]),
    async (at) => {
      begun.push(at)
      await gates[at]?.promise
      return { at }
    },
    2,
  )
  const first = results.next()
  gates[1]?.resolve()
  await systemClock.sleep(1)
  expect(begun).toEqual([0, 1])
  for (const gate of gates) gate.resolve()
  expect((await first).value).toEqual({ at: 0 })
  expect(await all(results)).toEqual([{ at: 1 }, { at: 2 }, { at: 3 }])
})

test('what is ready is handed on while the next keeps one waiting', async () => {
  const late = Promise.withResolvers<void>()
  async function* slow() {
    yield 1
    await late.promise
    yield 2
  }
  const results = inOrder(slow(), async (item) => ({ item }), 3)
  expect((await results.next()).value).toEqual({ item: 1 })
  late.resolve()
  expect(await all(results)).toEqual([{ item: 2 }])
})
