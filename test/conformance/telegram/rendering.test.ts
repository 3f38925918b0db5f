// What Brevier promises of Telegram, a test each, named by its number: what a message looks like on the wire.

import { expect, test } from 'vitest'
import { messageOf, postsOf, readTexts } from '../../adapters/telegram/posts.ts'
import { parseHtml } from '../../fakes/telegram/html.ts'
import { LONG } from './desk.ts'

test('01 a long message goes out in parts that are cut at paragraphs and fit', () => {
  const posts = postsOf(LONG)
  expect(posts.length).toBeGreaterThan(1)
  for (const { text: html } of posts) {
    expect(parseHtml(html).text.length).toBeLessThanOrEqual(4096)
    expect(Buffer.byteLength(html)).toBeLessThanOrEqual(32_768)
    expect(html).toMatch(/^\d+ Word\. (?:.|\n)*Word\.$/)
  }
})

test('02 every part is well formed by itself, also when the cut falls inside bold in a quote', () => {
  const passage = 'A long cited sentence goes on. '.repeat(400)
  const posts = postsOf(messageOf({ kind: 'passage', text: passage, cited: [[0, passage.length]] }))
  expect(posts.length).toBeGreaterThan(1)
  for (const { text: html } of posts)
    expect(
      parseHtml(html)
        .entities.map(({ type }) => type)
        .sort(),
    ).toEqual(['blockquote', 'bold'])
})

test('03 no part ends in half a character, a flag or a family', () => {
  for (const letter of ['👩‍👩‍👧‍👦', '🇳🇴', '👍🏽']) {
    const posts = postsOf(messageOf({ kind: 'text', text: letter.repeat(3_000) }))
    expect(posts.length).toBeGreaterThan(1)
    for (const { text: html } of posts) expect(html.replaceAll(letter, '')).toBe('')
  }
})

test('04 the visible text of all parts is the text', () => {
  const words = Array.from({ length: 2_000 }, (_, at) => `word${at}.`).join(' ')
  expect(readTexts(postsOf(messageOf({ kind: 'text', text: words }))).join(' ')).toBe(words)
})

test('06 what looks like markup in a headline appears as it is, and an address is escaped once', () => {
  const words = 'A<B & "C" &mdash; D'
  const url = 'https://courier.example/?a=1&b=2'
  const [post] = postsOf(
    messageOf(
      { kind: 'headline', text: words },
      {
        kind: 'sources',
        sources: [
          {
            mark: 1,
            source: { articleId: 'a', name: 'Courier', title: '', url, language: 'en', kind: 'full' },
          },
        ],
      },
    ),
  )
  const read = parseHtml(post?.text ?? '')
  expect(read.text.split('\n')[0]).toBe(words)
  expect(read.entities.find(({ type }) => type === 'text_link')?.url).toBe(url)
})

test('07 an address that is neither http nor https is no link', () => {
  const [post] = postsOf(
    messageOf({
      kind: 'sources',
      sources: [
        {
          mark: 1,
          source: {
            articleId: 'a',
            name: 'Courier',
            title: '',
            url: 'tg://user?id=7',
            language: 'en',
            kind: 'full',
          },
        },
      ],
    }),
  )
  expect(post?.text).toBe('[1] Courier')
})

test('09 what a button gives back has 1 to 64 bytes, and its label is not empty', () => {
  const [post] = postsOf(
    messageOf(
      { kind: 'text', text: 'x' },
      {
        kind: 'buttons',
        rows: [
          [
            { label: 'W'.repeat(200), ref: 'a'.repeat(61) },
            { label: 'Too long', ref: 'a'.repeat(62) },
            { label: ' ', ref: 'a' },
          ],
        ],
      },
    ),
  )
  const keys = post?.keyboard?.flat() ?? []
  expect(keys.map((key) => 'data' in key && Buffer.byteLength(key.data))).toEqual([64])
  expect(keys[0]?.label.length).toBeLessThanOrEqual(60)
})
