import { describe, expect, test } from 'vitest'
import { feedDate, plainTitle, wholeLink } from '../../src/feeds/feed-values.ts'

describe('dates of feeds', () => {
  test.each([
    ['Tue, 03 Mar 2026 07:30:00 GMT', '2026-03-03T07:30:00Z'],
    ['Tue, 03 Mar 2026 07:30:00 +0200', '2026-03-03T05:30:00Z'],
    ['3 Mar 2026 07:30 EST', '2026-03-03T12:30:00Z'],
    ['Di, 03 Mär 2026 07:30:00 MEZ', '2026-03-03T06:30:00Z'],
    ['mar., 03 déc. 2026 07:30:00 +0100', '2026-12-03T06:30:00Z'],
    ['Tue, 03-Mar-2026 07:30:00 GMT', '2026-03-03T07:30:00Z'],
    ['2026/03/03 10:00 EST', '2026-03-03T15:00:00Z'],
    ['2026-03-03T07:30:00Z', '2026-03-03T07:30:00Z'],
    ['2026-03-03T07:30:00.123456+01:00', '2026-03-03T06:30:00.123Z'],
    ['2026-03-03 07:30', '2026-03-03T07:30:00Z'],
    ['20260303T07:30:00Z', '2026-03-03T07:30:00Z'],
    ['2026-03', '2026-03-01T00:00:00Z'],
    ['2026', '2026-01-01T00:00:00Z'],
  ])('%s', (text, iso) => {
    expect(feedDate(text)).toBe(Date.parse(iso))
  })

  test.each([
    '',
    '  ',
    'yesterday',
    '2026-13-45',
    '2026-02-30',
    'Mon, 30 Feb 2026 07:30:00 GMT',
    undefined,
    5,
  ])('%j is none', (value) => {
    expect(feedDate(value)).toBeUndefined()
  })
})

describe('titles', () => {
  test.each([
    ['Ferry  stops\n today ', 'Ferry stops today'],
    ['A <b>bold</b> &amp; new word', 'A bold & new word'],
    ['Streik in M&uuml;nchen &#8211; Z&#xfc;ge stehen', 'Streik in München – Züge stehen'],
    ['Calloway&#146;s ferry', 'Calloway’s ferry'],
    ['&lt;i&gt;Otters&lt;/i&gt; return', 'Otters return'],
    ['If 3 < 4 and 5 > 4', 'If 3 < 4 and 5 > 4'],
    ['AT&T &unknown; stays', 'AT&T &unknown; stays'],
    ['<br/>', undefined],
    [undefined, undefined],
  ])('%j', (title, plain) => {
    expect(plainTitle(title)).toBe(plain)
  })
})

describe('links', () => {
  test.each([
    ['/ferry', 'https://courier.example/news/', 'https://courier.example/ferry'],
    ['ferry?a=1', 'https://courier.example/news/', 'https://courier.example/news/ferry?a=1'],
    ['//ledger.example/x', 'https://courier.example/', 'https://ledger.example/x'],
    ['http://Courier.example', undefined, 'http://Courier.example'],
    ['https://courier.example/a b', undefined, 'https://courier.example/a%20b'],
    [' https://courier.example/a ', undefined, 'https://courier.example/a'],
    ['/ferry', undefined, '/ferry'],
    ['https://ada:secret@courier.example/a', undefined, 'https://courier.example/a'],
    ['javascript:alert(1)', 'https://courier.example/', undefined],
    ['urn:uuid:1', undefined, undefined],
    ['', 'https://courier.example/', undefined],
  ])('%j from %j', (link, base, whole) => {
    expect(wholeLink(link, base)).toBe(whole)
  })
})
