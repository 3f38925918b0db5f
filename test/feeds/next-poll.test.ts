import { expect, test } from 'vitest'
import { nextPollMs, nextTryMs } from '../../src/feeds/next-poll.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

test.each([
  ['nothing', {}, 15 * MINUTE],
  ['less than usual', { cacheControl: 'public, max-age=60' }, 15 * MINUTE],
  ['an hour', { cacheControl: 'public,max-age=3600' }, 60 * MINUTE],
  ['a time for shared caches', { cacheControl: 's-maxage=3600' }, 15 * MINUTE],
  ['a week', { cacheControl: 'max-age=604800' }, DAY],
  ['half an hour of rest', { retryAfterMs: 30 * MINUTE }, 30 * MINUTE],
])('after a good poll of a server that asks for %s', (_, said, ms) => {
  expect(nextPollMs(said)).toBe(ms)
})

test.each([
  ['the first failure', { sinceLastMs: 0 }, 15 * MINUTE],
  ['the second', { sinceLastMs: 15 * MINUTE }, 30 * MINUTE],
  ['many', { sinceLastMs: 20 * 60 * MINUTE }, DAY],
  ['a failure with a time to wait', { sinceLastMs: 0, retryAfterMs: 120 * MINUTE }, 120 * MINUTE],
  ['a server that asks for a month', { sinceLastMs: 0, retryAfterMs: 30 * DAY }, DAY],
])('after %s', (_, failure, ms) => {
  expect(nextTryMs(failure)).toBe(ms)
})
