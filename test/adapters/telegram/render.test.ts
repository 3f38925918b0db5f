import { expect, test } from 'vitest'
import { postOf } from '../../../adapters/telegram/payload.ts'
import { renderMessage } from '../../../adapters/telegram/render.ts'
import type { Block } from '../../../src/domain.ts'
import { plainText } from '../../../src/message/plain-text.ts'
import { parseHtml } from '../../fakes/telegram/html.ts'
import { readMessageText } from '../../fakes/telegram/text.ts'
import { CHANNEL, messageOf, PRIVATE, postsOf, readTexts } from './posts.ts'
import { RANDOM_URL, randomMessage } from './random-message.ts'
import { randomShown } from './random-shown.ts'

const source = {
  articleId: 'a1',
  name: 'Ellery Courier',
  title: 'Bridge closed',
  url: 'https://courier.example/1?a=1&b="2"',
  publishedAt: Date.UTC(2026, 2, 3),
  language: 'en',
  kind: 'full',
} as const

test('an edition comes first, and its sources stand at the story', () => {
  const [post] = postsOf(
    messageOf(
      { kind: 'title', text: 'Tuesday, 3 March 2026' },
      { kind: 'headline', text: 'Bridge closed' },
      { kind: 'point', text: 'It was closed.', marks: [1] },
      { kind: 'sources', sources: [{ mark: 1, source }] },
      { kind: 'headline', text: 'Ferry free' },
      { kind: 'point', text: 'It costs nothing.', marks: [2] },
    ),
  )
  expect(post?.text).toBe(
    '<b>Tuesday, 3 March 2026</b>\n\n<b>Bridge closed</b>\n• It was closed.\u00a0[1]\n' +
      '[1] <a href="https://courier.example/1?a=1&amp;b=%222%22">Ellery Courier</a>, 3 Mar 2026\n\n' +
      '<b>Ferry free</b>\n• It costs nothing.\u00a0[2]',
  )
})

test('words that look like markup are escaped once', () => {
  const [post] = postsOf(messageOf({ kind: 'headline', text: 'A<B & "C" &mdash; D' }))
  expect(post?.text).toBe('<b>A&lt;B &amp; "C" &amp;mdash; D</b>')
})

test.each([
  'javascript:alert(1)',
  'tg://user?id=7',
  'ftp://courier.example/1',
  'https://a:b@courier.example/',
])('a source at %s is no link', (url) => {
  const [post] = postsOf(messageOf({ kind: 'sources', sources: [{ mark: 1, source: { ...source, url } }] }))
  expect(post?.text).toBe('[1] Ellery Courier, 3 Mar 2026')
})

test('right-to-left words do not reorder what stands beside them', () => {
  const [post] = postsOf(
    messageOf({
      kind: 'sources',
      sources: [{ mark: 1, source: { ...source, name: 'خبر', url: '' } }],
    }),
  )
  expect(post?.text).toBe('[1] \u2068خبر\u2069, 3 Mar 2026')
})

test('a right-to-left paragraph runs from right to left', () => {
  const [post] = postsOf(messageOf({ kind: 'headline', text: 'הגשר נסגר' }))
  expect(post?.text).toBe('<b>הגשר נסגר</b>')
})

test('an update is linked to the earlier post of its channel, and nowhere else', () => {
  const update = (receipt: string): Block => ({
    kind: 'update',
    text: 'New since Monday',
    earlier: { at: 0, receipt },
  })
  expect(postsOf(messageOf(update(`${CHANNEL.id}/55`)))[0]?.text).toBe(
    '<i><a href="https://t.me/c/1000000001/55">New since Monday</a></i>',
  )
  expect(postsOf(messageOf(update('-1002/55')))[0]?.text).toBe('<i>New since Monday</i>')
  expect(postsOf(messageOf(update('7/55')), PRIVATE)[0]?.text).toBe('<i>New since Monday</i>')
})

test('of several parts only the last has buttons, only the first makes a sound, and only the first answers', () => {
  const posts = postsOf({
    ...messageOf(
      { kind: 'text', text: 'Word. '.repeat(1_500) },
      { kind: 'buttons', rows: [[{ label: 'Why', ref: 'abcdefghij' }]] },
    ),
    answers: `message:${CHANNEL.id}:12`,
  })
  expect(posts.map((post) => [post.replyTo, post.isSilent, post.keyboard?.length])).toEqual([
    [12, undefined, undefined],
    [undefined, true, undefined],
    [undefined, true, 1],
  ])
})

test('a button that leads into the private chat is a link elsewhere, and a button there', () => {
  const message = messageOf(
    { kind: 'text', text: 'x' },
    { kind: 'buttons', rows: [[{ label: 'Ask', ref: 'abcdefghij', isPrivate: true }]] },
  )
  expect(postsOf(message)[0]?.keyboard).toEqual([[{ label: 'Ask', start: 'abcdefghij' }]])
  expect(postsOf(message, PRIVATE)[0]?.keyboard).toEqual([[{ label: 'Ask', data: 'v1|abcdefghij' }]])
})

test('buttons that Telegram would refuse are left out, and the post goes out', () => {
  const [post] = postsOf(
    messageOf(
      { kind: 'text', text: 'x' },
      {
        kind: 'buttons',
        rows: [
          [
            { label: '\u200b', ref: 'abcdefghij' },
            { label: 'Long', ref: 'é'.repeat(31) },
          ],
          [{ label: 'L'.repeat(90), ref: 'abcdefghij' }],
        ],
      },
    ),
  )
  expect(post?.keyboard).toEqual([[{ label: `${'L'.repeat(59)}…`, data: 'v1|abcdefghij' }]])
})

test('the plain form has no markup, and addresses behind the words that were links', () => {
  const [payload] = renderMessage(
    messageOf({ kind: 'headline', text: 'A < B' }, { kind: 'sources', sources: [{ mark: 1, source }] }),
    CHANNEL,
  )
  expect(postOf({ body: payload?.plain ?? '' })).toEqual({
    text: 'A < B\n[1] Ellery Courier (https://courier.example/1?a=1&b=%222%22), 3 Mar 2026',
  })
})

test('whatever the words are, the parts are taken by the far end, and no word is lost', {
  timeout: 300_000,
}, () => {
  const lost: number[] = []
  for (let seed = 0; seed < 20_000; seed += 1) {
    const message = randomMessage(seed)
    const posts = postsOf(message)
    for (const { text, isHtml } of posts)
      readMessageText({ text, parse_mode: isHtml ? 'HTML' : undefined }, (problem) => {
        throw new Error(`${seed}: ${problem}`)
      })
    for (const { text } of posts) {
      const links = text.split('<a href="https://courier.example').length - 1
      const read = parseHtml(text).entities.filter(({ url }) => url === new URL(RANDOM_URL).href)
      expect(read).toHaveLength(links)
    }
    const read = squeezed(readTexts(posts).join(''))
    if (!areIn(read, message.blocks.flatMap(wordsOf).map(squeezed))) lost.push(seed)
  }
  expect(lost).toEqual([])
})

test('whatever the words are, editions, answers, sentences, settings, status and notices are taken by the far end', {
  timeout: 300_000,
}, () => {
  for (let seed = 0; seed < 1_000; seed += 1)
    for (const { text, isHtml } of postsOf(randomShown(seed), seed % 2 === 0 ? CHANNEL : PRIVATE)) {
      readMessageText({ text, parse_mode: isHtml ? 'HTML' : undefined }, (problem) => {
        throw new Error(`${seed}: ${problem}`)
      })
      expect(text.isWellFormed()).toBe(true)
    }
})

test('no part is longer than 4096 UTF-16 units or ends in half a character', () => {
  for (let seed = 0; seed < 500; seed += 1)
    for (const { text } of postsOf(randomMessage(seed))) {
      const read = parseHtml(text).text
      expect(read.length).toBeLessThanOrEqual(4096)
      expect(read.isWellFormed()).toBe(true)
    }
})

function wordsOf(block: Block): readonly string[] {
  switch (block.kind) {
    case 'buttons':
      return []
    case 'sources':
      return block.sources.map(({ source: { name } }) => name)
    case 'rows':
      return block.rows.flatMap(({ term, text, note = '' }) => [term, text, note])
    default:
      return [block.text]
  }
}

/** Without what cuts and isolates may add or take. */
function squeezed(text: string): string {
  return plainText(text).replace(/[\s\u2068\u2069]/g, '')
}

function areIn(text: string, words: readonly string[]): boolean {
  let at = 0
  return words.every((word) => {
    const found = text.indexOf(word, at)
    at = found + word.length
    return found >= 0
  })
}
