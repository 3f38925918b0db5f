// Messages of words from anywhere in Unicode: every plane, right-to-left, what is half a character, and what looks like markup.

import type { Block, Message } from '../../../src/domain.ts'
import { type Generator, generatorOf } from '../terminal/generated-text.ts'

const PIECES = [
  '<b>',
  '</b>',
  '<a href="x">',
  '&',
  '&amp;',
  '&lt',
  '&#60;',
  '&hellip;',
  '"',
  "'",
  '<',
  '>',
  '<br/>',
  '\u0000',
  '\ud800',
  '\udc00',
  '\ud83d',
  '\u202e',
  '\u2067',
  '\u2069',
  '\u200d',
  '\u200b',
  '\ufe0f',
  '\u0301',
  '🇳🇴',
  '🇳',
  '👩‍👩‍👧‍👦',
  '👍🏽',
  'שלום',
  'الجسر مغلق',
  '\u061c',
  '\n',
  '\r\n',
  '\t',
  ' ',
  ' ',
  ' ',
  '. ',
  '! ',
  '@everyone',
  '/start',
  '\u001b[31m',
  '\u{e0041}',
  '漢字',
  'e\u0301',
]

/** Longer than a post, or about to be. */
const LONG_PIECES = ['x'.repeat(600), 'word '.repeat(900), '&<>"'.repeat(500), '👩‍👩‍👧‍👦'.repeat(200)]

/** What looks like a reference in it is none. */
export const RANDOM_URL = 'https://courier.example/?a=1&lt=2&amp;b="3"'

export function randomMessage(seed: number): Message {
  const random = generatorOf(seed)
  const blocks = Array.from({ length: 1 + random.number(6) }, () => randomBlock(random))
  return { language: 'en', blocks, ...(random.number(3) === 0 && { isSilent: true }) }
}

function randomBlock(random: Generator): Block {
  const text = () => randomText(random)
  const kinds: readonly (() => Block)[] = [
    () => ({ kind: 'title', text: text() }),
    () => ({ kind: 'headline', text: text() }),
    () => ({ kind: 'text', text: text() }),
    () => ({ kind: 'quiet', text: text() }),
    () => ({ kind: 'point', text: text(), marks: [1, 2] }),
    () => ({ kind: 'update', text: text(), earlier: { at: 0, receipt: '-1001/55' } }),
    () => ({ kind: 'rows', rows: [{ term: text(), text: text(), note: text() }] }),
    () => passage(text(), random.number(2) === 0),
    () => ({ kind: 'sources', sources: sources(random) }),
    () => ({
      kind: 'buttons',
      rows: [[{ label: text(), ref: 'abcdefghij', isPrivate: random.number(2) === 0 }]],
    }),
  ]
  return kinds[random.number(kinds.length)]?.() ?? { kind: 'text', text: text() }
}

function passage(text: string, isCited: boolean): Block {
  return { kind: 'passage', text, cited: isCited ? [[0, text.length]] : [] }
}

function sources(random: Generator) {
  return Array.from({ length: 1 + random.number(random.number(60) === 0 ? 130 : 3) }, (_, at) => ({
    mark: at + 1,
    source: {
      articleId: `a${at}`,
      name: random.number(20) === 0 ? randomText(random) : 'Ellery Courier',
      title: '',
      url: [RANDOM_URL, 'javascript:alert(1)', `https://x.example/${'y'.repeat(400)}`][
        random.number(3)
      ] as string,
      language: 'en',
      kind: 'full' as const,
    },
  }))
}

export function randomText(random: Generator): string {
  const pieces = random.number(100) === 0 ? LONG_PIECES : PIECES
  return Array.from({ length: 1 + random.number(8) }, () =>
    random.number(3) === 0
      ? String.fromCodePoint(random.number(0x11) * 0x10000 + random.number(0x10000))
      : (pieces[random.number(pieces.length)] ?? ''),
  ).join('')
}
