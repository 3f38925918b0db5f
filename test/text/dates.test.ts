import { describe, expect, test } from 'vitest'
import { type DateMention, datesMatch, findDates, parsePageDate, resolveDate } from '../../src/text/dates.ts'

/** A Wednesday. */
const PUBLISHED = Date.UTC(2026, 2, 4, 9)

/** "2026-3-3", "?-3-?", "weekday 2", "yesterday"; the other reading of an ambiguous date behind a slash. */
function shown({ day, month, year, weekday, relative, alternative }: DateMention): string {
  if (relative) return relative
  if (day === undefined && month === undefined && year === undefined) return `weekday ${weekday}`
  const other = alternative ? ` / ${alternative.month}-${alternative.day}` : ''
  return `${year ?? '?'}-${month ?? '?'}-${day ?? '?'}${other}`
}

function datesIn(text: string, language: string): readonly string[] {
  return findDates(text, language).map(shown)
}

function only(text: string, language: string): DateMention {
  const [date, ...more] = findDates(text, language)
  if (!date || more.length > 0) throw new Error(`"${text}" is to hold one date: ${[date, ...more]}`)
  return date
}

describe('dates in all orders', () => {
  test.each([
    ['en', 'on 3 March 2026', ['2026-3-3']],
    ['en', 'on March 3, 2026', ['2026-3-3']],
    ['en', 'on March 3', ['?-3-3']],
    ['en', 'on Mar. 3rd', ['?-3-3']],
    ['en', 'on the 3rd of March', ['?-3-3']],
    ['en', 'on 03-Mar-2026', ['2026-3-3']],
    ['en', 'on Sept. 21, 2026', ['2026-9-21']],
    ['en', 'on 2026-03-03', ['2026-3-3']],
    ['en', 'on 2026/03/03', ['2026-3-3']],
    ['en', 'in March 2026', ['2026-3-?']],
    ['en', 'in March, 2026', ['2026-3-?']],
    ['en', 'on May 3 and May 5', ['?-5-3', '?-5-5']],
    ['en', 'from 3 to 5 March 2026', ['2026-3-5']],
    ['en', 'on 31 February', ['?-2-?']],
    ['de', 'am 3. März 2026', ['2026-3-3']],
    ['de', 'am 03.03.2026', ['2026-3-3']],
    ['de', 'am 3.4.2026', ['2026-4-3']],
    ['de', 'am 3.4.', ['?-4-3']],
    ['de', 'im Jänner 2026', ['2026-1-?']],
    ['es', 'el 3 de marzo de 2026', ['2026-3-3']],
    ['es', 'en marzo de 2026', ['2026-3-?']],
    ['es', 'en marzo del 2026', ['2026-3-?']],
    ['fr', 'le 3 mars 2026', ['2026-3-3']],
    ['fr', 'le 1er août', ['?-8-1']],
    ['fr', 'en août 2026', ['2026-8-?']],
    ['ru', '3 марта 2026 года', ['2026-3-3']],
    ['ru', 'в марте', ['?-3-?']],
    ['zh', '2026年3月3日', ['2026-3-3']],
    ['ja', '3月3日に', ['?-3-3']],
  ] as const)('%s: %s', (language, text, expected) => {
    expect(datesIn(text, language)).toEqual(expected)
  })
})

describe('dates in digits', () => {
  test.each([
    ['en', 'on 03/04/2026', ['2026-3-4 / 4-3']],
    ['es', 'el 03/04/2026', ['2026-4-3 / 3-4']],
    ['fr', 'le 03/04/2026', ['2026-4-3 / 3-4']],
    ['en', 'on 03/03/2026', ['2026-3-3']],
    ['en', 'on 25/12/2026', ['2026-12-25']],
    ['en', 'on 12/25/2026', ['2026-12-25']],
    ['en', 'on 12/25/26', ['2026-12-25']],
    ['en', 'a score of 9/10', []],
    ['en', 'version 3.4.1', []],
    ['en', 'on 45/45/2026', []],
    ['de', 'ein Wert von 3.4 Punkten', []],
  ] as const)('%s: %s', (language, text, expected) => {
    expect(datesIn(text, language)).toEqual(expected)
  })
})

describe('months and weekdays alone', () => {
  test.each([
    ['en', 'It opens in June', ['?-6-?']],
    ['en', 'It opened last March', ['?-3-?']],
    ['en', 'It opens by May', ['?-5-?']],
    ['en', 'It may march on', []],
    ['en', 'The March of the Lanterns', []],
    ['en', 'May the town prosper', []],
    ['en', 'Mara May said so', []],
    ['en', 'on Tuesday', ['weekday 2']],
    ['en', 'Sunday’s vote and the Mondays after', ['weekday 7', 'weekday 1']],
    ['en', 'on Tue, 3 March 2026', ['weekday 2', '2026-3-3']],
    ['en', 'The Sun set. The Sat picture', []],
    ['en', 'yesterday and today', ['yesterday', 'today']],
    ['en', 'It ends tomorrow', ['tomorrow']],
    ['de', 'Am Mittwochabend', ['weekday 3']],
    ['de', 'gestern und heute', ['yesterday', 'today']],
    ['de', 'im Mai und im August', ['?-5-?', '?-8-?']],
    ['es', 'el martes', ['weekday 2']],
    ['es', 'ayer', ['yesterday']],
    ['fr', 'mardi soir', ['weekday 2']],
    ['fr', 'aujourd’hui', ['today']],
    ['fr', 'en mars', ['?-3-?']],
    ['ru', 'во вторник', ['weekday 2']],
    ['ru', 'в среду', ['weekday 3']],
    ['ru', 'вчера', ['yesterday']],
  ] as const)('%s: %s', (language, text, expected) => {
    expect(datesIn(text, language)).toEqual(expected)
  })
})

describe('what the day of publication tells', () => {
  test.each([
    ['yesterday', '2026-3-3'],
    ['today', '2026-3-4'],
    ['tomorrow', '2026-3-5'],
    ['on Tuesday', '2026-3-3'],
    ['on Wednesday', '2026-3-4'],
    ['on Thursday', '2026-2-26'],
    ['on 28 February', '2026-2-28'],
    ['on 30 December', '2025-12-30'],
    ['in April', '2026-4-?'],
    ['on 3 March 2019', '2019-3-3'],
  ])('%s is %s', (text, expected) => {
    const { relative: _, weekday: __, ...resolved } = resolveDate(only(text, 'en'), PUBLISHED)

    expect(shown(resolved)).toBe(expected)
  })

  test('without it nothing is added', () => {
    expect(resolveDate(only('on Tuesday', 'en'), undefined)).toEqual(only('on Tuesday', 'en'))
  })
})

describe('a claimed date and the evidence for it', () => {
  test.each([
    ['the same', '3 March 2026', 'March 3, 2026', true],
    ['in digits', '3 March 2026', '2026-03-03', true],
    ['less than the evidence', 'March 2026', '3 March 2026', true],
    ['the day without its year', '3 March', '3 March 2026', true],
    ['another day', '4 March', '3 March', false],
    ['another month', '3 April', '3 March', false],
    ['another year', '3 March 2025', '3 March 2026', false],
    ['more than the evidence', '3 March', 'March 2026', false],
    ['the year from publication', '3 March 2026', '3 March', true],
    ['another year than that of publication', '3 March 2025', '3 March', false],
    ['one reading of an ambiguous date', '4 March 2026', '03/04/2026', true],
    ['the other reading', '3 April 2026', '03/04/2026', true],
    ['neither reading', '5 April 2026', '03/04/2026', false],
    ['the day of a weekday', '3 March 2026', 'on Tuesday', true],
    ['not the day of a weekday', '5 March 2026', 'on Tuesday', false],
    ['a weekday to come', '6 March', 'on Friday', true],
    ['a weekday gone by', '27 February', 'on Friday', true],
    ['a weekday two weeks off', '13 March', 'on Friday', false],
    ['the weekday of a day', 'Tuesday', '3 March 2026', true],
    ['not the weekday of a day', 'Wednesday', '3 March 2026', false],
    ['the same weekday', 'Tuesday', 'on Tuesday', true],
    ['another weekday', 'Monday', 'on Tuesday', false],
    ['the day of yesterday', '3 March', 'yesterday', true],
    ['the weekday of yesterday', 'Tuesday', 'yesterday', true],
    ['not the day of yesterday', '4 March', 'yesterday', false],
    ['yesterday of its day', 'yesterday', '3 March', true],
    ['the month of a weekday', 'in March', 'on Tuesday', true],
  ] as const)('%s: "%s" of "%s"', (_, claim, evidence, expected) => {
    expect(datesMatch(only(claim, 'en'), only(evidence, 'en'), PUBLISHED)).toBe(expected)
  })

  test.each([
    ['a weekday', 'on Tuesday', '3 March 2026'],
    ['yesterday', 'yesterday', '3 March 2026'],
  ])('%s is no day when nobody knows the day of publication', (_, evidence, claim) => {
    expect(datesMatch(only(claim, 'en'), only(evidence, 'en'))).toBe(false)
  })

  test.each([
    ['de', '3. März 2026', 'en', 'March 3, 2026', true],
    ['ru', '3 марта', 'en', 'on Tuesday', true],
    ['fr', 'mardi', 'es', 'el martes', true],
    ['es', '3 de abril', 'en', '3 March', false],
  ] as const)('%s "%s" of %s "%s"', (language, claim, other, evidence, expected) => {
    expect(datesMatch(only(claim, language), only(evidence, other), PUBLISHED)).toBe(expected)
  })
})

describe('the date of publication in a line of a page', () => {
  const now = Date.UTC(2026, 0, 20)

  test.each([
    ['January 7, 2026 · 4 min read', '2026-01-07T00:00:00.000Z'],
    ['By Mara Lind | Jan. 7, 2026 at 3:05 p.m.', '2026-01-07T15:05:00.000Z'],
    ['Published: 7 Jan 2026, 10:32 GMT', '2026-01-07T10:32:00.000Z'],
    ['Published Jan 7, 2026 Updated Jan 9, 2026', '2026-01-07T00:00:00.000Z'],
    ['10:32 GMT, 7 January 2026', '2026-01-07T10:32:00.000Z'],
    ['Jan 7, 2026, 9:00 AM EST', '2026-01-07T14:00:00.000Z'],
    ['Wed, 07 Jan 2026 10:32:00 +0100', '2026-01-07T09:32:00.000Z'],
    ['2026-01-07T10:32:00+01:00', '2026-01-07T09:32:00.000Z'],
    ['2026-01-07T10:32:00.123Z', '2026-01-07T10:32:00.000Z'],
    ['2026-01-07 10:32', '2026-01-07T10:32:00.000Z'],
    ['2026-01-07', '2026-01-07T00:00:00.000Z'],
    ['Stand: 07.01.2026, 10:32 Uhr', '2026-01-07T10:32:00.000Z'],
    ['7. Januar 2026', '2026-01-07T00:00:00.000Z'],
    ['Publié le 7 janvier 2026 à 10h32', '2026-01-07T10:32:00.000Z'],
    ['7 de enero de 2026', '2026-01-07T00:00:00.000Z'],
    ['7 января 2026, 10:32', '2026-01-07T10:32:00.000Z'],
    ['2026年1月7日', '2026-01-07T00:00:00.000Z'],
    ['12:15 am on January 7, 2026', '2026-01-07T00:15:00.000Z'],
  ])('%s', (text, expected) => {
    const found = parsePageDate(text, { now })

    expect(found && new Date(found.at).toISOString()).toBe(expected)
    expect(found?.inferred).toBe(false)
  })

  test.each([
    ['a year given', 'Jan 7', 2024, '2024-01-07'],
    ['this year', 'January 7', undefined, '2026-01-07'],
    ['tomorrow is not another year', 'January 21', undefined, '2026-01-21'],
    ['last year rather than the future', 'December 30', undefined, '2025-12-30'],
    ['chrome around', 'News · Jan 7 · 3 min read', undefined, '2026-01-07'],
  ])('without a year: %s', (_, text, year, expected) => {
    const found = parsePageDate(text, { now, ...(year !== undefined && { year }) })

    expect(found && new Date(found.at).toISOString().slice(0, 10)).toBe(expected)
    expect(found?.inferred).toBe(true)
  })

  test.each([
    ['4 min read'],
    ['Updated 3 hours ago'],
    ['© 2026 The Northport Lantern'],
    ['Page 3 of 4'],
    ['It may rain in March'],
    ['2026-13-45'],
    [''],
  ])('no date: %s', (text) => {
    expect(parsePageDate(text, { now })).toBeUndefined()
  })

  test.each([
    ['en', '2026-01-07'],
    ['fr', '2026-07-01'],
  ])('an ambiguous one is read as %s does', (language, expected) => {
    const found = parsePageDate('01/07/2026', { now, language })

    expect(found && new Date(found.at).toISOString().slice(0, 10)).toBe(expected)
  })
})

test.each([
  ['It opened on “3 March 2026” — late', ['3 March 2026']],
  ['Today’s vote… and Tuesday’s', ['Today', 'Tuesday']],
])('offsets are those of the printed text: %s', (text, expected) => {
  const found = findDates(text, 'en')

  expect(found.map((date) => date.text)).toEqual(expected)
  expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(expected)
})
