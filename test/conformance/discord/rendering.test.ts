// What Brevier promises of Discord, a test each, named by its number: how messages look and what they hold.

import { expect, test } from 'vitest'
import { modalOf } from '../../../adapters/discord/form.ts'
import type { Block, Form } from '../../../src/domain.ts'
import { spokenLanguages, texts } from '../../../src/message/texts.ts'
import { cardsIn, checkPost, labelsIn, messageOf, postsOf, readPost } from '../../adapters/discord/posts.ts'
import { modal } from '../../fakes/discord/check-forms.ts'

const BUTTONS: Block = { kind: 'buttons', rows: [[{ label: 'Why', ref: 'abcdefghij' }]] }

/** An edition of so many stories, each of some words. */
const edition = (stories: number, words: string): readonly Block[] => [
  { kind: 'title', text: 'Tuesday, 3 March 2026' },
  ...Array.from({ length: stories }, (_, at): readonly Block[] => [
    { kind: 'headline', text: `Story ${at + 1}` },
    { kind: 'point', text: words, marks: [at + 1] },
  ]).flat(),
  BUTTONS,
]

test.each([
  ['Latin', 'The council left rates alone. '.repeat(20)],
  ['Cyrillic', 'Совет оставил ставки без изменений. '.repeat(20)],
  ['Chinese', '理事会维持利率不变。'.repeat(60)],
])('01 a post in cards is within every budget: %s', (_name, words) => {
  const { cards } = postsOf(messageOf(...edition(12, words)))
  for (const post of cards) checkPost(post)
  expect(cards.every(({ embed }) => embed === undefined)).toBe(true)
})

test('02 what is too long becomes several posts, cut between stories, the buttons below the last, and no word is lost', () => {
  const { cards } = postsOf(messageOf(...edition(30, 'The council left rates alone. '.repeat(10))))
  expect(cards.length).toBeGreaterThan(1)
  const told = cards.flatMap((post) => readPost(post).text.match(/^Story \d+$/gm) ?? [])
  expect(told).toEqual(Array.from({ length: 30 }, (_, at) => `Story ${at + 1}`))
  for (const post of cards.slice(1)) expect(readPost(post).text).toMatch(/^Story \d+\n• The council/)
  expect(cards.map((post) => labelsIn(post).length)).toEqual(
    cards.map((_, at) => (at === cards.length - 1 ? 1 : 0)),
  )
})

test('04 signs of markup in a feed appear as they are, and brackets break no link', () => {
  const words = '**ECB** _holds_ [rate](https://evil.example) at `2 %` <@1> @everyone'
  const url = 'https://courier.example/a_(b)'
  const source = {
    articleId: 'a',
    name: 'Courier ] x',
    title: '',
    url,
    language: 'en',
    kind: 'full',
  } as const
  const [post] = postsOf(
    messageOf({ kind: 'headline', text: words }, { kind: 'sources', sources: [{ mark: 1, source }] }),
  ).cards
  const read = post && readPost(post)
  expect(read?.text.split('\n')).toEqual([words, '[1] Courier ] x'])
  expect(read?.links).toEqual(['https://courier.example/a_%28b%29'])
  expect(read?.references).toEqual([])
})

test('05 what a button gives back has at most a hundred letters, once in a message, and names its version', () => {
  const label = 'Why'
  const rows = [
    [
      { label, ref: 'a'.repeat(97) },
      { label, ref: 'a'.repeat(98) },
      { label, ref: 'b' },
      { label, ref: 'b' },
    ],
  ]
  const [post] = postsOf(messageOf({ kind: 'text', text: 'x' }, { kind: 'buttons', rows })).cards
  const ids = post ? cardsIn(post).flatMap(({ custom_id: id }) => id ?? []) : []
  expect(ids).toEqual([`v1|${'a'.repeat(97)}`, 'v1|b'])
})

test.each(spokenLanguages)('06 rows, labels and forms fit, also with long words: %s', (language) => {
  const say = texts(language)
  const long = `${say.askAnything} `.repeat(5)
  const row = Array.from({ length: 9 }, (_, at) => ({ label: `${at} ${long}`, ref: `r${at}` }))
  const { cards, embeds } = postsOf(
    messageOf({ kind: 'text', text: 'x' }, { kind: 'buttons', rows: [row, row] }),
  )
  for (const post of [...cards, ...embeds]) checkPost(post)
  const form: Form = {
    title: long,
    ref: 'abcdefghij',
    fields: Array.from({ length: 7 }, (_, at) => ({
      kind: 'choice',
      name: `f${at}`,
      label: long,
      hint: long,
      isRequired: false,
      choices: Array.from({ length: 40 }, (_each, value) => ({
        label: `${value} ${long}`,
        value: `${value}`,
      })),
    })),
  }
  expect(modal.safeParse(modalOf(form)).error).toBeUndefined()
})

test('07 in an embed the same fits: its title, its words, and all of it', () => {
  const { embeds } = postsOf(messageOf(...edition(30, 'The council left rates alone. '.repeat(10))))
  for (const post of embeds) checkPost(post)
  expect(embeds[0]?.embed?.title).toBe('Tuesday, 3 March 2026')
})
