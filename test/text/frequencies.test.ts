import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { backgroundFrequencies, combineFrequencies, inverseFrequency } from '../../src/text/frequencies.ts'
import { stem } from '../../src/text/tokens.ts'

const common = { documents: 100, count: (word: string) => (word === 'ship' ? 40 : 0) }
const few = { documents: 10, count: (word: string) => (word === 'ship' ? 10 : 1) }

test('the inverse frequency is the logarithm of documents over occurrences', () => {
  expect(inverseFrequency(common, 'ship')).toBeCloseTo(Math.log(101 / 40.5))
  expect(inverseFrequency(common, 'bridge')).toBeCloseTo(Math.log(101 / 0.5))
})

test('the inverse frequency is never below zero', () => {
  expect(inverseFrequency({ documents: 10, count: () => 30 }, 'ship')).toBe(0)
})

test('combined frequencies count the documents of both', () => {
  const both = combineFrequencies(common, few)
  expect(both.documents).toBe(110)
  expect(both.count('ship')).toBe(50)
  expect(both.count('bridge')).toBe(1)
})

describe('the background table', () => {
  test.each(['en', 'de'])('%s: unknown words weigh more than any known one', (language) => {
    const background = backgroundFrequencies(language)
    const unknown = inverseFrequency(background, 'qwertzuiop')
    for (const stems of groupsOf(language)) {
      for (const word of stems) expect(inverseFrequency(background, word)).toBeLessThan(unknown)
    }
  })

  test('common words weigh less than rare ones, in the stems of the text layer', () => {
    const background = backgroundFrequencies('en')
    const weight = (word: string) => inverseFrequency(background, stem(word, 'en'))
    expect(weight('said')).toBeLessThan(weight('government'))
    expect(weight('government')).toBeLessThan(weight('harbour'))
    expect(weight('harbours')).toBeLessThan(weight('photoresist'))
  })

  test('a language without a table weighs all words the same', () => {
    const background = backgroundFrequencies('xx')
    expect(background.documents).toBe(0)
    expect(inverseFrequency(background, 'a')).toBe(inverseFrequency(background, 'b'))
  })

  test('it is small and holds single stems of letters only, each once', () => {
    expect(readFileSync(TABLE).length).toBeLessThan(120_000)
    for (const language of ['en', 'de']) {
      const stems = groupsOf(language).flat()
      expect(stems.filter((word) => !/^\p{L}{2,}$/u.test(word))).toEqual([])
      expect(new Set(stems).size).toBe(stems.length)
    }
  })
})

const TABLE = new URL('../../src/text/word-frequencies.json', import.meta.url)

function groupsOf(language: string): readonly (readonly string[])[] {
  const table = JSON.parse(readFileSync(TABLE, 'utf8'))
  return Object.values<string>(table[language].groups).map((stems) => stems.split(' '))
}
