import { expect, test } from 'vitest'
import { HashCounts } from '../../src/text/hash-counts.ts'

test('what was never counted is zero, and a count can be changed', () => {
  const counts = new HashCounts()
  counts.set(-7, 3)
  counts.set(-7, 4)
  expect([-7, 7].map((hash) => counts.get(hash))).toEqual([4, 0])
})

test('hashes that would have the same place are kept apart', () => {
  const counts = new HashCounts()
  const same = [5, 5 + 1_024, 5 - 1_024, 0x7fffffff, -1]
  for (const [at, hash] of same.entries()) counts.set(hash, at + 1)
  expect(same.map((hash) => counts.get(hash))).toEqual([1, 2, 3, 4, 5])
})

test('it grows, and what was counted down to zero makes room', () => {
  const counts = new HashCounts()
  const hashes = Array.from({ length: 50_000 }, (_, n) => Math.imul(n + 1, 0x9e3779b1))
  for (const [at, hash] of hashes.entries()) {
    counts.set(hash, at + 1)
    const old = hashes[at - 100]
    if (old !== undefined && at % 3 > 0) counts.set(old, 0)
  }
  const expected = hashes.map((_, at) => (at + 100 < hashes.length && (at + 100) % 3 > 0 ? 0 : at + 1))
  expect(hashes.map((hash) => counts.get(hash))).toEqual(expected)
})
