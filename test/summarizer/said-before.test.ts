import { expect, test } from 'vitest'
import { saidBefore } from '../../src/summarizer/said-before.ts'

const told = [
  'Twelve people were injured when the river Vessen flooded its valley on Sunday night, the rescue service said.',
  'The bridge carries about 46,000 vehicles a day and is the only road to the harbour.',
]

test.each([
  ['the same', told[0] ?? ''],
  [
    'in about the same words',
    'The rescue service said twelve people were injured when the Vessen flooded its valley.',
  ],
  [
    'with the figure in digits',
    'The rescue service said 12 people were injured when the Vessen flooded its valley.',
  ],
  ['with the figure rounded', 'Some 50,000 vehicles a day take the bridge, the only road to the harbour.'],
])('a sentence that says it %s was said before', (_how, sentence) => {
  expect(saidBefore(told, 'en')(sentence)).toBe(true)
})

test.each([
  [
    'another figure',
    'Nineteen people were injured when the river Vessen flooded its valley on Sunday night.',
  ],
  [
    'a figure of another sentence',
    '46,000 people were injured when the river Vessen flooded its valley on Sunday night.',
  ],
  ['something else', 'Divers recovered the bell of the sunken chapel from the mud.'],
])('a sentence with %s was not', (_what, sentence) => {
  expect(saidBefore(told, 'en')(sentence)).toBe(false)
})

test('where nothing was said, everything is new', () => {
  expect(saidBefore([], 'en')('The bridge is closed.')).toBe(false)
})
