import { expect, test } from 'vitest'
import { TermCounts } from '../../src/stories/term-counts.ts'

function taken(counts: TermCounts): readonly (readonly [term: number, count: number])[] {
  const found: [number, number][] = []
  counts.take((term, count) => found.push([term, count]))
  return found
}

test('terms are counted, in the order in which they came first, and then forgotten', () => {
  const counts = new TermCounts()
  for (const term of [-7, 5, -7]) counts.add(term)
  counts.add(5, 2)
  expect(taken(counts)).toEqual([
    [-7, 2],
    [5, 3],
  ])
  expect(taken(counts)).toEqual([])
})

test('terms that would have the same place are kept apart', () => {
  const counts = new TermCounts()
  for (const term of [1, 1 + 8_192, 1 - 8_192, 1 + 8_192]) counts.add(term)
  expect(taken(counts)).toEqual([
    [1, 1],
    [1 + 8_192, 2],
    [1 - 8_192, 1],
  ])
})

test('more terms than there is room for are left out, and those at hand are still counted', () => {
  const counts = new TermCounts()
  for (let term = 1; term <= 9_000; term++) counts.add(term)
  counts.add(1)
  const found = taken(counts)
  expect(found).toHaveLength(4_096)
  expect(found[0]).toEqual([1, 2])
})
