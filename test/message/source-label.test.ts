import { describe, expect, test } from 'vitest'
import { sourceLabels } from '../../src/message/source-label.ts'
import { aSource } from './examples.ts'

const MORNING = Date.UTC(2026, 2, 3, 6, 5)
const EVENING = Date.UTC(2026, 2, 3, 19, 30)
const MIDNIGHT = Date.UTC(2026, 2, 3)

const label = (...more: Parameters<typeof aSource>[1][]) =>
  sourceLabels(
    more.map((one, at) => ({ mark: at + 1, source: aSource(`a${at + 1}`, one) })),
    'en',
  )

test('a source has its mark, its name and an absolute date', () => {
  expect(label({ name: 'Echo', publishedAt: EVENING })).toEqual([
    { mark: 1, name: 'Echo', notes: [], when: '3 Mar 2026' },
  ])
})

describe('the hour is told', () => {
  const whens = (...more: Parameters<typeof aSource>[1][]) => label(...more).map(({ when }) => when)

  test('where one name wrote twice on a day', () => {
    expect(whens({ name: 'Echo', publishedAt: MORNING }, { name: 'Echo', publishedAt: EVENING })).toEqual([
      '3 Mar 2026, 06:05 UTC',
      '3 Mar 2026, 19:30 UTC',
    ])
  })

  test('but not of two names, of two days, or of a date that has none', () => {
    expect(whens({ name: 'Echo', publishedAt: MORNING }, { name: 'Post', publishedAt: EVENING })).toEqual([
      '3 Mar 2026',
      '3 Mar 2026',
    ])
    expect(
      whens({ name: 'Echo', publishedAt: MORNING }, { name: 'Echo', publishedAt: MORNING - 86_400_000 }),
    ).toEqual(['3 Mar 2026', '2 Mar 2026'])
    expect(whens({ name: 'Echo', publishedAt: MIDNIGHT }, { name: 'Echo', publishedAt: EVENING })).toEqual([
      '3 Mar 2026',
      '3 Mar 2026, 19:30 UTC',
    ])
    expect(whens({ name: 'Echo' }, { name: 'Echo' })).toEqual([undefined, undefined])
  })
})

test.each([
  [{ kind: 'snippet' }, ['excerpt']],
  [{ language: 'de' }, ['in German']],
  [{ kind: 'snippet', language: 'ja' }, ['excerpt', 'in Japanese']],
  [{ language: 'und' }, []],
  [{ language: 'not a language' }, []],
  [{ language: 'qqq' }, []],
] as const)('%j is noted as %j', (more, notes) => {
  expect(label(more)[0]?.notes).toEqual(notes)
})

test.each([
  ['https://echo.example/kites', 'https://echo.example/kites'],
  ['http://echo.example', 'http://echo.example/'],
  ['https://bücher.example/ä', 'https://xn--bcher-kva.example/%C3%A4'],
  ['https://bank.example\u202e@evil.example/', undefined],
  ['https://bank.example:secret@evil.example/', undefined],
  ['javascript:alert(1)', undefined],
  ['file:///etc/passwd', undefined],
  ['courier.example/bridge', undefined],
  [`https://echo.example/${'x'.repeat(600)}`, undefined],
  ['', undefined],
])('the address %j is shown as %j', (url, shown) => {
  expect(label({ url })[0]?.url).toBe(shown)
})

test('a source whose name cannot be seen is called by its host', () => {
  const unnamed = { ...aSource('a1', { url: 'https://courier.example/1' }), name: ' \u0000\u200b' }
  expect(sourceLabels([{ mark: 1, source: unnamed }], 'en')).toMatchObject([{ name: 'courier.example' }])
})
