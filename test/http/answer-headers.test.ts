import { expect, test } from 'vitest'
import { freshForMs, retryAfterMs } from '../../src/http/answer-headers.ts'

const NOW = Date.UTC(2026, 2, 3, 8)

test.each([
  ['120', 120_000],
  ['Tue, 03 Mar 2026 08:10:00 GMT', 600_000],
  ['Tue, 03 Mar 2026 07:00:00 GMT', 0],
  ['soon', undefined],
  ['-5', undefined],
  [null, undefined],
])('to retry after %j is to wait', (value, ms) => {
  expect(retryAfterMs(value, NOW)).toBe(ms)
})

test.each<[string, Record<string, string>, number | undefined]>([
  ['nothing', {}, undefined],
  ['an hour', { 'cache-control': 'public,max-age=3600' }, 3_600_000],
  ['an hour, a third of which is over', { 'cache-control': 'max-age=3600', age: '1200' }, 2_400_000],
  ['a time for shared caches', { 'cache-control': 's-maxage=3600' }, undefined],
  ['not to keep it', { 'cache-control': 'no-cache, max-age=3600' }, undefined],
  ['a date', { expires: 'Tue, 03 Mar 2026 10:00:00 GMT', date: 'Tue, 03 Mar 2026 08:00:00 GMT' }, 7_200_000],
  ['a date that is over', { expires: '0', date: 'Tue, 03 Mar 2026 08:00:00 GMT' }, undefined],
  [
    'both, of which the age counts',
    {
      'cache-control': 'max-age=60',
      expires: 'Tue, 03 Mar 2026 10:00:00 GMT',
      date: 'Tue, 03 Mar 2026 08:00:00 GMT',
    },
    60_000,
  ],
])('of an answer with %s', (_, headers, ms) => {
  expect(freshForMs(new Headers(headers))).toBe(ms)
})
