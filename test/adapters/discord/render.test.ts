import { expect, test } from 'vitest'
import type { Block } from '../../../src/domain.ts'
import { plainText } from '../../../src/message/plain-text.ts'
import { checkPost, labelsIn, markdownIn, messageOf, postsOf, readPost } from './posts.ts'
import { randomMessage } from './random-message.ts'

const source = {
  articleId: 'a1',
  name: 'Ellery Courier',
  title: 'Bridge closed',
  url: 'https://courier.example/1?a=(1)',
  publishedAt: Date.UTC(2026, 2, 3),
  language: 'en',
  kind: 'full',
} as const

const EDITION: readonly Block[] = [
  { kind: 'title', text: 'Tuesday, 3 March 2026' },
  { kind: 'headline', text: 'Bridge closed' },
  { kind: 'point', text: 'It was closed.', marks: [1] },
  { kind: 'sources', sources: [{ mark: 1, source }] },
  { kind: 'headline', text: 'Ferry free' },
  { kind: 'point', text: 'It costs nothing.', marks: [2] },
  {
    kind: 'buttons',
    rows: [
      [
        { label: 'Why 1?', ref: 'abcdefghij' },
        { label: 'Sources', ref: 'klmnopqrst' },
      ],
    ],
  },
]

test('an edition is one card: its name, its stories apart, and its buttons', () => {
  const [post] = postsOf(messageOf(...EDITION)).cards
  expect(post?.components).toEqual([
    {
      type: 17,
      accent_color: expect.any(Number),
      components: [
        { type: 10, content: '## Tuesday, 3 March 2026' },
        { type: 14, divider: true, spacing: 1 },
        {
          type: 10,
          content:
            '**Bridge closed**\n• It was closed.\u00a0\\[1\\]\n-# \\[1\\] [Ellery Courier](https://courier.example/1?a=%281%29), 3 Mar 2026',
        },
        { type: 14, divider: true, spacing: 1 },
        { type: 10, content: '**Ferry free**\n• It costs nothing.\u00a0\\[2\\]' },
        { type: 14, divider: true, spacing: 1 },
        {
          type: 1,
          components: [
            { type: 2, style: 2, label: 'Why 1?', custom_id: 'v1|abcdefghij' },
            { type: 2, style: 2, label: 'Sources', custom_id: 'v1|klmnopqrst' },
          ],
        },
      ],
    },
  ])
})

test('the same edition in an embed has its name as the title', () => {
  const [post] = postsOf(messageOf(...EDITION)).embeds
  expect(post?.embed?.title).toBe('Tuesday, 3 March 2026')
  expect(post?.embed?.description).toMatch(/^\*\*Bridge closed\*\*\n/)
  expect(post && labelsIn(post)).toEqual([['Why 1?', 'Sources']])
})

test('words that look like markup, mentions, times or addresses stay words', () => {
  const words =
    '**bold** _it_ ~~no~~ ||spoiler|| `code` [a](https://evil.example) <@1> <t:0:R> @everyone https://evil.example \\* # - >'
  const [post] = postsOf(messageOf({ kind: 'text', text: words })).cards
  const read = post && readPost(post)
  expect(read).toMatchObject({ text: words, links: [], references: [], emphasised: [], lines: ['plain'] })
})

test.each(['# A heading', '-# Small', '> A quote', '- An item', '* An item', '3. March', '2026. A year'])(
  'a text that begins like "%s" is a line of words',
  (words) => {
    const [post] = postsOf(messageOf({ kind: 'text', text: words })).cards
    expect(post && readPost(post)).toMatchObject({ text: words, lines: ['plain'] })
  },
)

test('a source with brackets in its name is one link', () => {
  const name = 'Courier ](https://evil.example) [x'
  const [post] = postsOf(
    messageOf({ kind: 'sources', sources: [{ mark: 1, source: { ...source, name } }] }),
  ).cards
  const read = post && readPost(post)
  expect(read?.links).toEqual(['https://courier.example/1?a=%281%29'])
  expect(read?.text).toBe(`[1] ${name}, 3 Mar 2026`)
})

test.each(['javascript:alert(1)', 'discord://x', 'ftp://courier.example/1', 'https://a:b@courier.example/'])(
  'a source at %s is no link',
  (url) => {
    const [post] = postsOf(
      messageOf({ kind: 'sources', sources: [{ mark: 1, source: { ...source, url } }] }),
    ).cards
    expect(post && readPost(post)).toMatchObject({ text: '[1] Ellery Courier, 3 Mar 2026', links: [] })
  },
)

test('cited sentences stand out in a quote', () => {
  const [post] = postsOf(
    messageOf({ kind: 'passage', text: 'Before. It was closed. After.', cited: [[8, 22]] }),
  ).cards
  expect(post && markdownIn(post)).toBe('> Before. **It was closed.** After.')
})

test('right-to-left words do not reorder what stands beside them', () => {
  const [post] = postsOf(
    messageOf({ kind: 'sources', sources: [{ mark: 1, source: { ...source, name: 'خبر', url: '' } }] }),
  ).cards
  expect(post && readPost(post).text).toBe('[1] \u2068خبر\u2069, 3 Mar 2026')
})

test('of several parts only the last has buttons, only the first makes a sound, and only the first answers', () => {
  const { cards } = postsOf({
    ...messageOf(
      ...Array.from(
        { length: 9 },
        (_, at): Block => ({ kind: 'text', text: `${at} ${'Word. '.repeat(200)}` }),
      ),
      { kind: 'buttons', rows: [[{ label: 'Why', ref: 'abcdefghij' }]] },
    ),
    answers: 'message:7:8',
  })
  expect(cards.length).toBeGreaterThan(1)
  expect(cards.map((post) => labelsIn(post).length)).toEqual(
    cards.map((_, at) => (at === cards.length - 1 ? 1 : 0)),
  )
  expect(cards.map(({ isSilent = false }) => isSilent)).toEqual(cards.map((_, at) => at > 0))
  expect(cards.map(({ answers }) => answers)).toEqual(
    cards.map((_, at) => (at === 0 ? { channelId: '7', messageId: '8' } : undefined)),
  )
})

test('a menu of more rows than an embed takes stands closer together there', () => {
  const rows = Array.from({ length: 7 }, (_, at) => [
    { label: `Left ${at}`, ref: `l${at}` },
    { label: `Right ${at}`, ref: `r${at}` },
  ])
  const { cards, embeds } = postsOf(messageOf({ kind: 'text', text: 'x' }, { kind: 'buttons', rows }))
  expect(cards.map((post) => labelsIn(post).map(({ length }) => length))).toEqual([[2, 2, 2, 2, 2, 2, 2]])
  expect(embeds.map((post) => labelsIn(post).map(({ length }) => length))).toEqual([[5, 5, 4]])
})

test('whatever the words, Discord takes every part, nothing pings, and no word is lost', () => {
  for (let seed = 0; seed < 20_000; seed += 1) {
    const message = randomMessage(seed)
    const { cards, embeds } = postsOf(message)
    const wanted = message.blocks.flatMap(wordsOf).map(squeezed)
    for (const posts of [cards, embeds]) {
      for (const post of posts) checkPost(post)
      const read = posts.map(readPost)
      expect(
        read.flatMap(({ references }) => references),
        `seed ${seed}`,
      ).toEqual([])
      expect(
        read.flatMap(({ links }) => links).filter((link) => /evil/.test(link)),
        `seed ${seed}`,
      ).toEqual([])
      const got = squeezed(read.map(({ text }) => text).join(''))
      expect(
        wanted.filter((words) => !got.includes(words)),
        `seed ${seed}`,
      ).toEqual([])
    }
  }
}, 240_000)

/** What of a block is words and nothing else. */
function wordsOf(block: Block): readonly string[] {
  return block.kind === 'text' || block.kind === 'headline' || block.kind === 'title'
    ? [plainText(block.text)]
    : []
}

function squeezed(text: string): string {
  return text.replace(/[\s\u2068\u2069]+/g, '')
}
