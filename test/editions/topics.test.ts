import { describe, expect, test } from 'vitest'
import { matchTopics, stemRun, type TopicWords } from '../../src/editions/match-topics.ts'
import { parseTopics } from '../../src/editions/topics.ts'
import { UserError } from '../../src/errors.ts'
import { fold } from '../../src/text/normalise.ts'

function article(title: string, lead = '', more: Partial<TopicWords> = {}): TopicWords {
  const { language = 'en' } = more
  return {
    language,
    title: stemRun(title, language),
    lead: stemRun(lead, language),
    sources: [],
    categories: [],
    ...more,
  }
}

const fits = (topics: string, ...articles: readonly TopicWords[]) =>
  matchTopics(parseTopics(topics))(articles) !== undefined

describe('topics as their owner writes them', () => {
  test.each([
    ['', 'Anything at all', true],
    ['bridge', 'Two bridges closed', true],
    ['bridge', 'A harbour closed', false],
    ['harbour bridge', 'The bridge at the harbour is closed', true],
    ['harbour bridge', 'The bridge is closed', false],
    ['bridge, flood', 'Flood in the valley', true],
    ['bridge\nflood', 'Flood in the valley', true],
    ['"container port"', 'New container port opens', true],
    ['"container port"', 'Port of containers', false],
    ['“container port”', 'New container port opens', true],
    ['"port, harbour"', 'The port harbour is full', true],
    ['-ferry', 'Bridge closed', true],
    ['-ferry', 'Ferries replace bridge', false],
    ['bridge -ferry', 'Ferries replace bridge', false],
    ['-"free ferry" bridge', 'Bridge and ferry, both free', true],
    ['covid-19', 'Covid-19 is back', true],
    ['bank of ellery', "Ellery's bank raises rates", true],
  ])('%j and "%s": %s', (topics, title, expected) => {
    expect(fits(topics, article(title))).toBe(expected)
  })

  test('are compared by the stems of the language of each article', () => {
    expect(fits('Brücken', article('Brücke gesperrt', '', { language: 'de' }))).toBe(true)
    expect(fits('港', article('港の橋が閉鎖された', '', { language: 'ja' }))).toBe(true)
  })

  test('are in a story when one of its articles says all their words, in title or beginning', () => {
    expect(fits('harbour bridge', article('Harbour closed', 'The bridge too.'))).toBe(true)
    expect(fits('harbour bridge', article('Harbour closed'), article('Bridge closed'))).toBe(false)
  })

  test('of a source or a category are asked of any article, whatever the case', () => {
    const ledger = article('Bridge closed', '', { sources: ['Northern Ledger', 'ledger.example'].map(fold) })
    const traffic = article('Bridge closed', '', { categories: ['traffic'] })
    expect(fits('source:"Northern Ledger"', article('x'), ledger)).toBe(true)
    expect(fits('source:LEDGER.example', ledger)).toBe(true)
    expect(fits('source:courier source:ledger.example', ledger)).toBe(true)
    expect(fits('source:ledger', ledger)).toBe(false)
    expect(fits('category:Traffic', traffic)).toBe(true)
    expect(fits('category:traffic flood', traffic)).toBe(false)
    expect(fits('category:traffic source:courier', traffic)).toBe(false)
  })

  test('say which of them are in a story, and a title weighs more than a mention', () => {
    const match = matchTopics(parseTopics('bridge, kelp, flood'))
    expect(match([article('Bridge closed', 'The flood is why.')])).toEqual({ topics: [0, 2], interest: 1 })
    expect(match([article('Closed', 'The flood is why.')])).toEqual({ topics: [2], interest: 0.5 })
    expect(matchTopics(parseTopics(''))([article('x')])).toEqual({ topics: [], interest: 0 })
  })

  test('of words without meaning are said nowhere', () => {
    expect(fits('the of', article('The bridge of the harbour'), article(''))).toBe(false)
  })

  test.each([
    [
      '"harbour bridge',
      'A quotation mark in "harbour bridge is never closed: a phrase stands between two of them.',
    ],
    ['source: ledger', 'After source: a name must follow, as in source:name or source:"two words".'],
    [
      'sorce:ledger',
      'sorce: is not known; there are source: and category:, and words with a colon stand in quotation marks.',
    ],
    ['source:"!"', 'After source: a name must follow, as in source:name or source:"two words".'],
    [
      '-source:ledger',
      '-source:ledger cannot be left out: a minus stands before a word or a "quoted phrase".',
    ],
    ['bridge, !!!', '!!! holds no word to look for: write words, or leave it out.'],
    ['""', '"" holds no word to look for: write words, or leave it out.'],
  ])('%s is refused with what is wrong and what would be right', (topics, sentence) => {
    expect(() => parseTopics(topics)).toThrow(new UserError(sentence))
  })
})
