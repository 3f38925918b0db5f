import stringWidth from 'string-width'
import { describe, expect, test } from 'vitest'
import { breakLines } from '../../../adapters/terminal/wrap.ts'
import { generatorOf } from './generated-text.ts'

const wrapped = (text: string, width: number) =>
  breakLines(text, width).map(([start, end]) => text.slice(start, end))

describe('lines end', () => {
  test.each([
    ['between words', 'one two three', 7, ['one two', 'three']],
    ['nowhere in nothing', '', 10, []],
    [
      'within a word only when it is longer than a line',
      'an extraordinarily',
      8,
      ['an', 'extraord', 'inarily'],
    ],
    ['after a hyphen between letters', 'a wind-powered ferry', 8, ['a wind-', 'powered', 'ferry']],
    ['not after one of a figure', 'from 2025-26 on', 10, ['from', '2025-26 on']],
    ['not at a no-break space', 'about 6\u00a0% more', 8, ['about', '6\u00a0% more']],
    ['behind a separator of an address', 'https://a.example/one/two', 20, ['https://a.example/', 'one/two']],
    ['between characters of Chinese', '漢字漢字漢字', 6, ['漢字漢', '字漢字']],
    ['not before a closing mark', '今日は晴れ。明日', 10, ['今日は晴', 'れ。明日']],
    ['not behind an opening mark', '今日は「晴れ」', 8, ['今日は', '「晴れ」']],
    ['not before small kana', 'ああラーメン', 6, ['ああ', 'ラーメ', 'ン']],
    ['not within a Latin word among Chinese', '汉字Brevier汉字', 9, ['汉字', 'Brevier汉', '字']],
    ['between the words of Thai', 'ภาษาไทยไม่เว้นวรรค', 10, ['ภาษาไทยไม่', 'เว้นวรรค']],
    ['between the words of Korean', '다리가 폐쇄되었다', 10, ['다리가', '폐쇄되었다']],
    ['never within a family or a flag', '👩‍👩‍👧👩‍👩‍👧🇳🇴🇩🇪', 4, ['👩‍👩‍👧👩‍👩‍👧', '🇳🇴🇩🇪']],
    ['never between a letter and its mark', 'cafe\u0301cafe\u0301', 4, ['cafe\u0301', 'cafe\u0301']],
  ])('%s', (_name, text, width, lines) => {
    expect(wrapped(text, width)).toEqual(lines)
  })
})

test('no line is wider than asked, and no character is lost', () => {
  for (let seed = 1; seed <= 400; seed++) {
    const generator = generatorOf(seed)
    const [text, width] = [generator.text(), 4 + generator.number(100)]
    const lines = wrapped(text, width)
    expect(Math.max(...lines.map((line) => stringWidth(line))), `seed ${seed}`).toBeLessThanOrEqual(width)
    expect(lines.join('').replaceAll(' ', ''), `seed ${seed}`).toBe(text.replaceAll(' ', ''))
  }
})

test('lines are filled: the first piece of a line would not have fitted on the one before', () => {
  const text = Array.from({ length: 300 }, (_, at) => 'abcdefgh'.slice(0, 1 + (at % 8))).join(' ')
  const lines = wrapped(text, 30)
  for (const [at, line] of lines.entries()) {
    const [word = ''] = (lines[at + 1] ?? '').split(' ')
    if (word !== '') expect(line.length + 1 + word.length).toBeGreaterThan(30)
  }
})
