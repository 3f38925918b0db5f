import { describe, expect, test } from 'vitest'
import { nextPoll, type PollFacts, rhythmOf } from '../../src/feeds/next-poll.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
/** A Tuesday. */
const NOW = Date.UTC(2026, 2, 3, 8)

const waitOf = (facts: Omit<PollFacts, 'now'>) => nextPoll({ now: NOW, ...facts }).at - NOW

test.each<[string, Omit<PollFacts, 'now'>, number]>([
  ['nothing', {}, 15 * MINUTE],
  ['less than usual', { freshForMs: MINUTE }, 15 * MINUTE],
  ['an hour of freshness', { freshForMs: HOUR }, HOUR],
  ['a week of freshness', { freshForMs: 7 * DAY }, DAY],
  ['half an hour of rest', { retryAfterMs: 30 * MINUTE }, 30 * MINUTE],
  ['a time to live', { pace: { ttlMs: 90 * MINUTE } }, 90 * MINUTE],
  ['a month to live', { pace: { ttlMs: 30 * DAY } }, DAY],
  ['a slow rhythm', { pace: { rhythmMs: 2 * HOUR } }, 2 * HOUR],
  [
    'all of it, and the longest',
    { freshForMs: HOUR, pace: { ttlMs: 3 * HOUR, rhythmMs: 2 * HOUR } },
    3 * HOUR,
  ],
  ['hours to skip', { pace: { skipHours: [8, 9] } }, 2 * HOUR],
  ['days to skip', { pace: { skipDays: [2, 3] } }, 40 * HOUR],
  ['hours that do not matter', { pace: { skipHours: [9, 10] } }, 15 * MINUTE],
  ['every day to skip, which cannot be meant', { pace: { skipDays: [0, 1, 2, 3, 4, 5, 6] } }, 15 * MINUTE],
])('after a good poll that said %s', (_, said, ms) => {
  expect(waitOf(said)).toBe(ms)
})

const failure = (sinceLastMs: number) => ({ failure: { sinceLastMs, failingMs: sinceLastMs } })

test.each<[string, Omit<PollFacts, 'now'>, number]>([
  ['the first failure', failure(0), 15 * MINUTE],
  ['the second', failure(15 * MINUTE), 30 * MINUTE],
  ['many', failure(20 * HOUR), DAY],
  ['a failure with a time to wait', { ...failure(0), retryAfterMs: 2 * HOUR }, 2 * HOUR],
  ['a server that asks for a month', { ...failure(0), retryAfterMs: 30 * DAY }, DAY],
  ['a failure of a slow feed', { ...failure(0), pace: { ttlMs: DAY } }, 15 * MINUTE],
])('after %s', (_, facts, ms) => {
  expect(waitOf(facts)).toBe(ms)
})

test.each([
  [410, 0, true],
  [404, 6 * DAY, false],
  [404, 7 * DAY, true],
  [500, 29 * DAY, false],
  [500, 30 * DAY, true],
  [undefined, 30 * DAY, true],
])('a feed that answers %s, and has failed for %s ms, is over: %s', (status, failingMs, isOver) => {
  const facts = { sinceLastMs: DAY, failingMs, ...(status !== undefined && { status }) }
  expect(nextPoll({ now: NOW, failure: facts }).isOver).toBe(isOver)
})

describe('the rhythm of a feed', () => {
  const items = (...hoursAgo: readonly number[]) =>
    hoursAgo.map((hours) => ({ publishedAt: NOW - hours * HOUR }))

  test.each([
    ['whose items are not dated', [{}, {}], undefined],
    ['without items', [], undefined],
    ['that brings something every hour', items(0, 1, 2, 3), 10 * MINUTE],
    ['that brings something every four hours', items(1, 5, 9, 13), 30 * MINUTE],
    ['in whatever order', items(13, 1, 9, 5), 30 * MINUTE],
    ['that brings something every week', items(1, 169, 337), 2 * HOUR],
    ['that fell silent', items(16, 16.1, 16.2), HOUR],
    ['with one item', items(8), 30 * MINUTE],
    ['with items of tomorrow', items(-24, 4, 5), 15 * MINUTE],
  ])('%s', (_, of, ms) => {
    expect(rhythmOf(of, NOW)).toBe(ms)
  })
})
