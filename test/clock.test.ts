import { describe, expect, test } from 'vitest'
import { isoTime, parseDuration, parseIsoTime, systemClock } from '../src/clock.ts'

describe('durations', () => {
  test.each([
    ['15m', 900_000],
    ['24h', 86_400_000],
    ['7d', 604_800_000],
    ['2w', 1_209_600_000],
    ['100y', 3_153_600_000_000],
  ])('%s is %d ms', (text, ms) => {
    expect(parseDuration(text)).toBe(ms)
  })

  test.each(['', '24', 'h', '1.5h', '-1d', '24 hours', '1h30m'])('%j is not one', (text) => {
    expect(parseDuration(text)).toBeUndefined()
  })
})

describe('times', () => {
  test.each([
    ['2026-03-03', Date.UTC(2026, 2, 3)],
    ['2026-11', Date.UTC(2026, 10, 1)],
    ['2028-02-29', Date.UTC(2028, 1, 29)],
    ['2026-03-31T23:30:00-05:00', Date.UTC(2026, 3, 1, 4, 30)],
    ['2026-03-03T07:30:00Z', Date.UTC(2026, 2, 3, 7, 30)],
    ['2026-03-03T07:30', Date.UTC(2026, 2, 3, 7, 30)],
    ['2026-03-03 07:30:00', Date.UTC(2026, 2, 3, 7, 30)],
    ['2026-03-03T07:30:00+02:00', Date.UTC(2026, 2, 3, 5, 30)],
  ])('%s', (text, at) => {
    expect(parseIsoTime(text)).toBe(at)
  })

  test.each([
    'yesterday',
    '3 March 2026',
    '2026',
    '2026-13-40',
    '2026-02-30',
    '2026-04-31T10:00Z',
    '2026-13',
    '',
  ])('%j is not one', (text) => {
    expect(parseIsoTime(text)).toBeUndefined()
  })

  test('absent stays absent', () => {
    expect(isoTime(undefined)).toBeUndefined()
    expect(isoTime(0)).toBe('1970-01-01T00:00:00.000Z')
    expect(isoTime(0, -210)).toBe('1969-12-31T20:30:00.000-03:30')
  })
})

test('a sleep ends early, without an error, when its signal aborts', async () => {
  const stop = new AbortController()
  const sleeping = systemClock.sleep(60_000, stop.signal)
  stop.abort()
  await expect(sleeping).resolves.toBeUndefined()
  await expect(systemClock.sleep(60_000, stop.signal)).resolves.toBeUndefined()
})
