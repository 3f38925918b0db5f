import { describe, expect, test } from 'vitest'
import { eachWord, WORD } from '../../src/text/words.ts'

function wordsOf(text: string): readonly string[] {
  const words: string[] = []
  eachWord(text, (start, end) => words.push(text.slice(start, end)))
  return words
}

describe('plain words end where the pattern ends them', () => {
  const pattern = new RegExp(WORD.source, 'gu')
  const pieces =
    "a B the US 12 000 7 é Ж 中 ไ \u0301 ² ' ’ - \u2011 . , & _ — “ ” ( \n \u00a0 \u200b \ud835\udd38 \ud835".split(
      ' ',
    )
  const runs = Array.from({ length: pieces.length ** 2 }, (_, n) => [
    pieces[n % pieces.length],
    pieces[Math.floor(n / pieces.length)],
  ])

  test.each([
    ['between any two marks', runs.map(([a, b]) => `one${a}${b}two three`)],
    ['behind any two marks', runs.map(([a, b]) => `${a}${b}2.`)],
    ['before any two marks', runs.map(([a, b]) => `1${a}${b}`)],
    ['when they are long', [500, 501, 502, 1002].map((length) => `${'x'.repeat(length)}. y`)],
  ])('%s', (_, texts) => {
    for (const text of texts) expect(wordsOf(text)).toEqual(text.match(pattern) ?? [])
  })
})
