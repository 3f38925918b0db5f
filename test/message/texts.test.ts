import { describe, expect, test } from 'vitest'
import { spokenLanguage, spokenLanguages, texts } from '../../src/message/texts.ts'

type Leaf = { readonly path: string; readonly text: unknown }

/** Every text with where it stands. */
function leaves(value: unknown, path = ''): readonly Leaf[] {
  if (typeof value !== 'object' || value === null) return [{ path, text: value }]
  return Object.entries(value).flatMap(([key, part]) => leaves(part, path === '' ? key : `${path}.${key}`))
}

const english = leaves(texts('en'))
const others = spokenLanguages.filter((language) => language !== 'en')

/** Which of the things that are put into a text come out of it. */
function holesOf(text: unknown): readonly number[] {
  if (typeof text !== 'function') return []
  const marks = Array.from({ length: text.length }, (_, at) => `‹${at}›`)
  const said = String(text(...marks))
  return marks.flatMap((mark, at) => (said.includes(mark) ? [at] : []))
}

test('there are five languages', () => {
  expect([...spokenLanguages].sort()).toEqual(['de', 'en', 'es', 'fr', 'ru'])
})

describe.each(others)('the texts in %s', (language) => {
  const own = new Map(leaves(texts(language)).map(({ path, text }) => [path, text]))

  test('say all that the English ones say, and nothing else', () => {
    expect([...own.keys()].sort()).toEqual(english.map(({ path }) => path).sort())
  })

  test('are not empty', () => {
    expect([...own].filter(([, text]) => text === '').map(([path]) => path)).toEqual([])
  })

  test.each(english.filter(({ text }) => typeof text === 'function'))(
    'name in $path what the English one names',
    ({ path, text }) => {
      expect(holesOf(own.get(path))).toEqual(holesOf(text))
    },
  )

  test('hold the commands that the English ones hold', () => {
    const commandsOf = (text: unknown) => String(text).match(/(?<![\w/])\/[a-z]{4,}\b/g) ?? []
    const wrong = english.filter(
      ({ path, text }) => commandsOf(own.get(path)).sort().join() !== commandsOf(text).sort().join(),
    )
    expect(wrong.map(({ path }) => path)).toEqual([])
  })
})

test.each([
  [1, '1 заметка'],
  [3, '3 заметки'],
  [5, '5 заметок'],
  [11, '11 заметок'],
  [21, '21 заметка'],
])('Russian counts %i briefs as %s', (count, said) => {
  expect(texts('ru').briefs(count)).toBe(said)
})

test.each([
  ['de-AT', 'de'],
  ['pt-BR', 'en'],
  ['RU', 'ru'],
  [undefined, 'en'],
] as const)('to an app that speaks %s it speaks %s', (wanted, spoken) => {
  expect(spokenLanguage(wanted)).toBe(spoken)
})
