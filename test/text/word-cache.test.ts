import { expect, test, vi } from 'vitest'
import { WordCache } from '../../src/text/word-cache.ts'

test('a word is found out about once, wherever it stands', () => {
  const find = vi.fn((word: string) => word.toUpperCase())
  const cache = new WordCache<string>()
  const text = 'the kelp of the cape'
  const found = [cache.get(text, 0, 3, find), cache.get(text, 12, 15, find), cache.get('at the', 3, 6, find)]
  expect(found).toEqual(['THE', 'THE', 'THE'])
  expect(find).toHaveBeenCalledTimes(1)
})

test('words with the same beginning, the same length or the same end stay apart', () => {
  const cache = new WordCache<string>()
  const words = ['ox', 'oxen', 'oven', 'open', 'pen', 'en', 'née', 'nee', '']
  const ask = (word: string) => cache.get(`.${word}.`, 1, 1 + word.length, (found) => `<${found}>`)
  expect([...words, ...words].map(ask)).toEqual([...words, ...words].map((word) => `<${word}>`))
})

test('each of a hundred thousand words gets its own, also after the cache began anew', () => {
  const cache = new WordCache<string>()
  for (let turn = 0; turn < 2; turn++) {
    for (let number = 0; number < 100_000; number++) {
      const word = `w${number}`
      if (cache.get(word, 0, word.length, (found) => found) !== word)
        expect.fail(`${word} got another word's`)
    }
  }
})

test('what was found stays while the table grows', () => {
  const find = vi.fn((word: string) => word)
  const cache = new WordCache<string>()
  for (let number = 0; number < 1_000; number++) cache.get(String(number), 0, String(number).length, find)
  expect(find).toHaveBeenCalledTimes(1_000)
  for (let number = 0; number < 1_000; number++) cache.get(String(number), 0, String(number).length, find)
  expect(find).toHaveBeenCalledTimes(1_000)
})

test('a word too long to come twice is not kept', () => {
  const find = vi.fn((word: string) => word.length)
  const cache = new WordCache<number>()
  const long = 'x'.repeat(41)
  expect([cache.get(long, 0, 41, find), cache.get(long, 0, 41, find)]).toEqual([41, 41])
  expect(find).toHaveBeenCalledTimes(2)
})
