// What Brevier promises of Telegram, a test each, named by its number: what a message looks like on the wire.

import { expect, test } from 'vitest'
import type { Block, Source } from '../../../src/domain.ts'
import { CHANNEL, messageOf, postsOf, readTexts } from '../../adapters/telegram/posts.ts'
import { parseHtml } from '../../fakes/telegram/html.ts'
import { readMessageText } from '../../fakes/telegram/text.ts'
import { LONG } from './desk.ts'

const source = (url: string): Source => ({
  articleId: 'a',
  name: 'Courier',
  title: '',
  url,
  language: 'en',
  kind: 'full',
})
const sources = (...urls: readonly string[]): Block => ({
  kind: 'sources',
  sources: urls.map((url, at) => ({ mark: at + 1, source: source(url) })),
})
const far = (at: number) => `https://courier.example/${at}?${'&'.repeat(300)}`

test('01 a long message goes out in parts that are cut at paragraphs, and each is short enough as it is read and as it is sent', () => {
  const paragraphs = postsOf(LONG)
  // Few letters, and more bytes of addresses than one post may have.
  const links = postsOf(messageOf(...Array.from({ length: 40 }, (_, at) => sources(far(at)))))

  for (const posts of [paragraphs, links]) {
    expect(posts.length).toBeGreaterThan(1)
    for (const { text: html } of posts) {
      expect(parseHtml(html).text.length).toBeLessThanOrEqual(4096)
      expect(Buffer.byteLength(html)).toBeLessThanOrEqual(32_768)
    }
  }
  for (const text of readTexts(paragraphs)) expect(text).toMatch(/^\d+ Word\. (?:.|\n)*Word\.$/)
})

test('02 every part is well formed by itself, also when the cut falls inside bold in a quote or inside a link in italics', () => {
  const words = 'A long cited sentence goes on. '.repeat(400)
  const cases = [
    [{ kind: 'passage', text: words, cited: [[0, words.length]] }, ['blockquote', 'bold']],
    [
      { kind: 'update', text: words, earlier: { at: 0, receipt: `${CHANNEL.id}/55` } },
      ['italic', 'text_link'],
    ],
  ] as const
  for (const [block, markup] of cases) {
    const posts = postsOf(messageOf(block))
    expect(posts.length).toBeGreaterThan(1)
    for (const { text: html } of posts)
      expect(
        parseHtml(html)
          .entities.map(({ type }) => type)
          .sort(),
      ).toEqual(markup)
  }
})

test('03 no part ends in half a character, a flag or a family', () => {
  for (const letter of ['👩‍👩‍👧‍👦', '🇳🇴', '👍🏽', 'e\u0301', '𝔘']) {
    const posts = postsOf(messageOf({ kind: 'text', text: letter.repeat(5_000) }))
    expect(posts.length).toBeGreaterThan(1)
    for (const { text: html } of posts) {
      expect(html.isWellFormed()).toBe(true)
      expect(html.replaceAll(letter, '')).toBe('')
    }
  }
})

test('04 the visible text of all parts is the text, but for white space where it was cut', () => {
  const words = Array.from({ length: 2_000 }, (_, at) => `word${at}.`).join(' ')
  expect(readTexts(postsOf(messageOf({ kind: 'text', text: words }))).join(' ')).toBe(words)

  const blocks: readonly Block[] = [
    { kind: 'title', text: 'Morning' },
    { kind: 'headline', text: 'A < B & C' },
    { kind: 'point', text: words.slice(0, 9_000).trim(), marks: [1] },
    { kind: 'passage', text: words, cited: [[0, 5_000]] },
    { kind: 'quiet', text: 'The end.' },
  ]
  const squeezed = (text: string) => text.replace(/\s/g, '')
  const shown = ['Morning', 'A < B & C', `• ${words.slice(0, 9_000).trim()} [1]`, words, 'The end.']
  expect(squeezed(readTexts(postsOf(messageOf(...blocks))).join(''))).toBe(squeezed(shown.join('')))
})

test('06 what looks like markup in a headline appears as it is, and an address is escaped once', () => {
  const words = 'A<B & "C" &mdash; D'
  const url = 'https://courier.example/?a=1&b="2"&amp;c=3'
  const [post] = postsOf(messageOf({ kind: 'headline', text: words }, sources(url)))
  const read = parseHtml(post?.text ?? '')
  expect(read.text.split('\n')[0]).toBe(words)
  expect(read.entities.find(({ type }) => type === 'text_link')?.url).toBe(new URL(url).href)
})

test('07 an address that is neither http nor https is no link', () => {
  for (const url of [
    'tg://user?id=7',
    'javascript:alert(1)',
    'ftp://a.example/x',
    'data:text/html,x',
    'a.example',
  ]) {
    const [post] = postsOf(messageOf(sources(url)))
    expect(post?.text).toBe('[1] Courier')
  }
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
            { label: 'é'.repeat(200), ref: 'é'.repeat(30) },
            { label: 'Too long', ref: 'a'.repeat(62) },
            { label: 'Too many bytes', ref: 'é'.repeat(31) },
            { label: ' ', ref: 'a' },
            { label: 'Means nothing', ref: '' },
          ],
        ],
      },
    ),
  )
  const keys = post?.keyboard?.flat() ?? []
  expect(keys.map((key) => 'data' in key && Buffer.byteLength(key.data))).toEqual([64, 63])
  for (const { label } of keys) {
    expect(label.length).toBeLessThanOrEqual(60)
    expect(readMessageText({ text: label }, (problem) => expect.fail(problem)).text).not.toBe('')
  }
})
