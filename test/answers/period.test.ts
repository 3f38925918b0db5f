import { describe, expect, test } from 'vitest'
import { findPeriods } from '../../src/answers/period.ts'
import { DAY_MS, HOUR_MS, parseIsoTime } from '../../src/clock.ts'

/** A Wednesday. */
const NOW = Date.UTC(2026, 4, 6, 12)
const day = (iso: string) => parseIsoTime(iso) ?? Number.NaN

function periodOf(question: string, language = 'en', now = NOW) {
  const [period] = findPeriods(question, language, now)
  return period && { since: period.since, until: period.until, isRelative: period.isRelative }
}

describe("words that are counted from the reader's day", () => {
  test.each([
    ['What happened today?', '2026-05-06', '2026-05-07T12:00'],
    ['What happened yesterday?', '2026-05-05', '2026-05-07'],
    ['What happened on Monday?', '2026-05-04', '2026-05-06'],
    ['What happened since Monday?', '2026-05-04', '2026-05-07T12:00'],
    ['What happened this week?', '2026-04-29', '2026-05-07T12:00'],
    ['What happened last week?', '2026-04-27', '2026-05-05'],
    ['What happened this month?', '2026-04-29', '2026-05-07T12:00'],
    ['What happened last month?', '2026-04-01', '2026-05-02'],
    ['What happened over the weekend?', '2026-05-02', '2026-05-06T12:00'],
  ])('%s', (question, since, until) => {
    expect(periodOf(question)).toEqual({
      since: day(since),
      until: day(until),
      isRelative: true,
    })
  })

  test.each([
    ['in the last 3 days', 3 * DAY_MS],
    ['in the past two weeks', 14 * DAY_MS],
    ['over the last 24 hours', 24 * HOUR_MS],
    ['in the last month or so, the last 6 months', 186 * DAY_MS],
  ])('%s', (words, back) => {
    expect(periodOf(`What happened ${words}?`)?.since).toBe(NOW - back)
  })

  test.each([
    ['Was geschah gestern?', 'de', '2026-05-05'],
    ['Was geschah diese Woche?', 'de', '2026-04-29'],
    ['Was geschah letzte Woche?', 'de', '2026-04-27'],
    ["Que s'est-il passé cette semaine ?", 'fr', '2026-04-29'],
    ['¿Qué pasó esta semana?', 'es', '2026-04-29'],
    ['Что произошло на этой неделе?', 'ru', '2026-04-29'],
  ])('%s', (question, language, since) => {
    expect(periodOf(question, language)).toMatchObject({ since: day(since), isRelative: true })
  })
})

describe('dates of the calendar', () => {
  test.each([
    ['What happened on 3 May?', '2026-05-03', '2026-05-05'],
    ['What happened on 7 May 2024?', '2024-05-07', '2024-05-09'],
    ['What happened in March?', '2026-03-01', '2026-04-02'],
    ['What happened since March?', '2026-03-01', undefined],
    ['What happened in 2019?', '2019-01-01', '2020-01-02'],
  ])('%s', (question, since, until) => {
    expect(periodOf(question)).toEqual({
      since: day(since),
      until: until && day(until),
      isRelative: false,
    })
  })

  test('without a year are the latest that is not in the future', () => {
    expect(periodOf('What happened on 7 November?')?.since).toBe(day('2025-11-07'))
    expect(periodOf('What happened in December?')?.since).toBe(day('2025-12-01'))
  })
})

test('the words of a period are known, preposition included', () => {
  const question = 'What happened in Orlan on Monday?'
  const [period] = findPeriods(question, 'en', NOW)
  expect(question.slice(period?.start, period?.end)).toBe('on Monday')
})

test.each([
  'What happened in Orlan?',
  'What happens tomorrow?',
  'Who marched?',
  'May I?',
  'Who came since 2019?',
])('%s names no period', (question) => {
  expect(findPeriods(question, 'en', NOW)).toEqual([])
})

test('a relative period comes first', () => {
  const periods = findPeriods('What was said yesterday about the vote of 12 January?', 'en', NOW)
  expect(periods.map(({ isRelative }) => isRelative)).toEqual([true, false])
})
