import { expect, test } from 'vitest'
import { backoffMs } from '../../src/delivery/backoff.ts'

const seconds = (attempt: number, lot: number) => backoffMs(attempt, () => lot) / 1000

test('the longest wait doubles from two seconds up to a quarter of an hour', () => {
  expect([1, 2, 3, 4, 9, 10, 20, 2_000].map((attempt) => seconds(attempt, 1))).toEqual([
    2, 4, 8, 16, 512, 900, 900, 900,
  ])
})

test('half of the wait is certain, the rest is drawn by lot', () => {
  expect([0, 0.25, 0.5, 1].map((lot) => seconds(3, lot))).toEqual([4, 5, 6, 8])
})
