import { expect, test } from 'vitest'
import type { Frequencies } from '../../src/text/frequencies.ts'
import { cosine, heaviest, shareIn, sumOf, vectorFrom, vectorOf } from '../../src/text/vector.ts'

const vector = (weights: Record<string, number>) => vectorFrom(new Map(Object.entries(weights)))

test('rare stems weigh more than common ones, repeated ones more than single ones', () => {
  const frequencies: Frequencies = { documents: 99, count: (stem) => (stem === 'city' ? 49.5 : 0.5) }
  const { weights } = vectorOf(['city', 'dyke', 'dyke'], frequencies)
  expect(weights.get('city')).toBeCloseTo(Math.log(2))
  expect(weights.get('dyke')).toBeCloseTo((1 + Math.log(2)) * Math.log(100))
})

test.each([
  ['the same direction', { a: 1, b: 2 }, { a: 2, b: 4 }, 1],
  ['nothing in common', { a: 1 }, { b: 1 }, 0],
  ['half of it', { a: 1, b: 1 }, { a: 1, c: 1 }, 0.5],
  ['an empty one', {}, { a: 1 }, 0],
] as const)('the cosine of %s', (_name, a, b, expected) => {
  expect(cosine(vector(a), vector(b))).toBeCloseTo(expected)
  expect(cosine(vector(b), vector(a))).toBeCloseTo(expected)
})

test('a sum holds the terms of all', () => {
  const sum = sumOf([vector({ a: 1, b: 2 }), vector({ b: 2 })])
  expect(sum).toEqual(vector({ a: 1, b: 4 }))
})

test('the heaviest come first, and of equal ones those that came first', () => {
  const entries = [
    ['a', 1],
    ['b', 3],
    ['c', 2],
    ['d', 3],
    ['e', 2],
  ] as const
  expect(heaviest(entries, 3).map(([item]) => item)).toEqual(['b', 'd', 'c'])
})

test('fewer than asked for are all given', () => {
  expect(
    heaviest(
      new Map([
        ['a', 1],
        ['b', 2],
      ]),
      3,
    ),
  ).toEqual([
    ['b', 2],
    ['a', 1],
  ])
})

test.each([
  [{ a: 3, b: 1 }, ['a'], 0.75],
  [{ a: 3, b: 1 }, [], 0],
  [{}, ['a'], 0],
] as const)('of %o the share in %o is %d', (weights, terms, share) => {
  expect(shareIn(vector(weights), new Set(terms))).toBeCloseTo(share)
})
