import { Cron } from 'croner'
import { describe, expect, test } from 'vitest'
import { DAY_MS } from '../../src/clock.ts'
import { parseQuietHours } from '../../src/editions/quiet-hours.ts'
import { nextSlot, parseSchedule, slotsBetween } from '../../src/editions/schedule.ts'

const at = (iso: string) => Date.parse(iso)
const isoOf = (slots: readonly number[]) => slots.map((slot) => new Date(slot).toISOString().slice(0, 16))

/** The slots of some days, in UTC, to the minute. */
function slots(schedule: string, zone: string, from: string, to: string, quiet?: string): readonly string[] {
  const hours = quiet === undefined ? undefined : parseQuietHours(quiet)
  return isoOf(slotsBetween(parseSchedule(schedule, zone), at(from), at(to), hours))
}

describe('what people write becomes cron expressions:', () => {
  test.each([
    ['every weekday at 7:30', ['30 7 * * 1-5']],
    ['weekdays at 7.30 and 18:00', ['30 7 * * 1-5', '0 18 * * 1-5']],
    ['every day at 8am', ['0 8 * * *']],
    ['Daily at 8', ['0 8 * * *']],
    ['at 7', ['0 7 * * *']],
    ['7:30', ['30 7 * * *']],
    ['tuesday 12 am', ['0 0 * * 2']],
    ['every monday at noon', ['0 12 * * 1']],
    ['Mondays and Thursdays at 6 pm', ['0 18 * * 1,4']],
    ['sat, sun at 9', ['0 9 * * 0,6']],
    ['weekends 10:00', ['0 10 * * 0,6']],
    ['every sunday', ['0 8 * * 0']],
    ['every morning', ['0 8 * * *']],
    ['once a day', ['0 8 * * *']],
    ['twice a day', ['0 8,18 * * *']],
    ['twice a day on weekends', ['0 8,18 * * 0,6']],
    ['three times a day', ['0 8,13,18 * * *']],
    ['hourly', ['0 * * * *']],
    ['every hour', ['0 * * * *']],
    ['hourly from 8 to 20', ['0 8-20 * * *']],
    ['hourly from 8 am to 8 pm', ['0 8-20 * * *']],
    ['every weekday hourly from 9 to 17', ['0 9-17 * * 1-5']],
    ['every 2 hours', ['0 */2 * * *']],
    ['every 30 minutes', ['*/30 * * * *']],
    ['every half hour', ['*/30 * * * *']],
    ['every 15 minutes from 8 to 20', ['*/15 8-19 * * *', '0 20 * * *']],
    ['30 7 * * 1-5', ['30 7 * * 1-5']],
    ['30 7 * * mon-fri; 0 10 * * sat', ['30 7 * * mon-fri', '0 10 * * sat']],
    ['@daily', ['@daily']],
  ])('%s', (text, crons) => {
    expect(parseSchedule(text, 'UTC').crons).toEqual(crons)
  })
})

describe('what never comes, or cannot be understood, is refused with the reason:', () => {
  test.each([
    ['every other day at 9', 'UTC', /is no schedule\. Write it like "every weekday at 7:30"/],
    ['every 45 minutes', 'UTC', /is no schedule/],
    ['daily at 25:00', 'UTC', /is no schedule/],
    ['', 'UTC', /is no schedule/],
    ['0 8 * *', 'UTC', /has 4 fields. A schedule has five/],
    ['0 0 8 * * *', 'UTC', /has 6 fields. A schedule has five/],
    ['60 8 * * *', 'UTC', /"60" is no minute/],
    ['0 8 * * 1-9', 'UTC', /"1-9" is no weekday/],
    ['0 8 L * *', 'UTC', /"L" is no day of the month/],
    ['5/15 * * * *', 'UTC', /"5\/15" is no minute/],
    ['*/0 * * * *', 'UTC', /is no minute/],
    ['0 0 30 2 *', 'UTC', /never/],
    ['0 0 31 4,6,9,11 *', 'UTC', /never/],
    ['0 8 * * *', 'Europe/Atlantis', /"Europe\/Atlantis" is no time zone\. Write it like Europe\/Berlin/],
    ['0 8 * * *', '+02:00', /is no time zone/],
    ['0 8 * * *', '', /is no time zone/],
  ])('%s in "%s"', (text, zone, problem) => {
    expect(() => parseSchedule(text, zone)).toThrow(problem)
  })
})

describe('a day and a weekday together are alternatives', () => {
  test('as in every cron since Vixie', () => {
    expect(slots('0 8 1,15 * 1', 'UTC', '2026-09-01T00:00Z', '2026-09-15T23:00Z')).toEqual([
      '2026-09-01T08:00',
      '2026-09-07T08:00',
      '2026-09-14T08:00',
      '2026-09-15T08:00',
    ])
  })

  test('ranges run over the end of the week and of the day', () => {
    expect(slots('0 23-1 * * sat-sun', 'UTC', '2026-09-04T12:00Z', '2026-09-06T12:00Z')).toEqual([
      '2026-09-05T00:00',
      '2026-09-05T01:00',
      '2026-09-05T23:00',
      '2026-09-06T00:00',
      '2026-09-06T01:00',
    ])
  })
})

describe('when clocks change', () => {
  // Berlin skips 02:00 to 03:00 on 29 March 2026 and has 02:00 to 03:00 twice on 25 October 2026.
  test('a time that is skipped runs once, at the first valid minute', () => {
    expect(slots('30 2 * * *', 'Europe/Berlin', '2026-03-28T12:00Z', '2026-03-30T12:00Z')).toEqual([
      '2026-03-29T01:00',
      '2026-03-30T00:30',
    ])
  })

  test('two times that are skipped run once together', () => {
    expect(slots('15,45 2 * * *', 'Europe/Berlin', '2026-03-29T00:00Z', '2026-03-29T12:00Z')).toEqual([
      '2026-03-29T01:00',
    ])
  })

  test('a time that comes twice runs the first time only', () => {
    expect(slots('30 2 * * *', 'Europe/Berlin', '2026-10-24T12:00Z', '2026-10-26T12:00Z')).toEqual([
      '2026-10-25T00:30',
      '2026-10-26T01:30',
    ])
  })

  test('an hourly schedule runs in both of two equal hours, and misses none when one is skipped', () => {
    expect(slots('0 * * * *', 'Europe/Berlin', '2026-10-24T23:00Z', '2026-10-25T02:00Z')).toHaveLength(4)
    expect(slots('30 * * * *', 'Europe/Berlin', '2026-03-28T23:00Z', '2026-03-29T03:00Z')).toEqual([
      '2026-03-28T23:30',
      '2026-03-29T00:30',
      '2026-03-29T01:30',
      '2026-03-29T02:30',
    ])
  })

  test('every 30 minutes runs in both of two equal half hours on Lord Howe, which moves by half an hour', () => {
    expect(slots('*/30 * * * *', 'Australia/Lord_Howe', '2026-04-04T14:00Z', '2026-04-04T16:00Z')).toEqual([
      '2026-04-04T14:00',
      '2026-04-04T14:30',
      '2026-04-04T15:00',
      '2026-04-04T15:30',
      '2026-04-04T16:00',
    ])
  })

  test('slots of a day that a zone left out come on the day after', () => {
    // Samoa went from 29 to 31 December 2011.
    expect(slots('0 8 * * *', 'Pacific/Apia', '2011-12-29T00:00Z', '2011-12-31T00:00Z')).toEqual([
      '2011-12-29T18:00',
      '2011-12-30T10:00',
      '2011-12-30T18:00',
    ])
  })
})

describe('ten years agree with an independent library', () => {
  const from = at('2026-01-01T00:00Z')
  const to = at('2036-01-01T00:00Z')
  const zones = ['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kolkata', 'UTC']
  const crons = [
    '30 7 * * 1-5',
    '0 2 * * *',
    '45 1 * * *',
    '10 2 * * *',
    '0 8 1,15 * 1',
    '0 * * * *',
    '30 * * * *',
    '*/30 * * * *',
  ]

  test.each(zones)('day by day in %s', (zone) => {
    const ours = slotsBetween(parseSchedule('30 2 * * *', zone), from, to, undefined, 10_000)
    expect(ours).toEqual(theirs('30 2 * * *', zone, from, to))
  })

  test.each(zones.flatMap((zone) => crons.map((cron) => [cron, zone] as const)))(
    '%s in %s, around every change of clocks',
    (cron, zone) => {
      for (const change of changesOf(zone, from, to)) {
        const [begin, end] = [change, change + DAY_MS]
        expect(slotsBetween(parseSchedule(cron, zone), begin, end)).toEqual(theirs(cron, zone, begin, end))
      }
    },
  )

  function theirs(expression: string, zone: string, begin: number, end: number): readonly number[] {
    const cron = new Cron(expression, { timezone: zone, paused: true })
    const found: number[] = []
    for (let last = cron.nextRun(new Date(begin - 1)); last && +last <= end; last = cron.nextRun(last))
      found.push(+last)
    return found
  }

  /** The days on which the zone's offset changes; for a zone without changes, a few others. */
  function changesOf(zone: string, begin: number, end: number): readonly number[] {
    const hour = new Intl.DateTimeFormat('en', { timeZone: zone, timeStyle: 'short', hourCycle: 'h23' })
    const days = Array.from({ length: (end - begin) / DAY_MS }, (_, day) => begin + day * DAY_MS)
    const changes = days.filter((day) => hour.format(day) !== hour.format(day + DAY_MS))
    return changes.length > 0 ? changes : days.filter((_, day) => day % 1000 === 0)
  }
})

describe('quiet hours', () => {
  test('that move let slots in them come at their end, once', () => {
    expect(slots('0 * * * *', 'UTC', '2026-09-01T20:00Z', '2026-09-02T09:00Z', '22:00-07:00')).toEqual([
      '2026-09-01T20:00',
      '2026-09-01T21:00',
      '2026-09-02T07:00',
      '2026-09-02T08:00',
      '2026-09-02T09:00',
    ])
  })

  test('that silence leave slots where they are', () => {
    expect(
      slots('0 23 * * *', 'UTC', '2026-09-01T20:00Z', '2026-09-02T09:00Z', '22:00-07:00 silence'),
    ).toEqual(['2026-09-01T23:00'])
  })

  test('still move a slot that lies before the moment asked from', () => {
    const schedule = parseSchedule('0 23 * * *', 'UTC')
    expect(nextSlot(schedule, at('2026-09-01T23:30Z'), parseQuietHours('22:00-07:00'))).toBe(
      at('2026-09-02T07:00Z'),
    )
  })

  test.each(['22-7', '22:00', '25:00-07:00', '22:00-22:00', '22:00-07:00 loud', ''])(
    'written "%s" are refused with how to write them',
    (text) => {
      expect(() => parseQuietHours(text)).toThrow(/are no quiet hours\. Write them like 22:00-07:00/)
    },
  )
})
