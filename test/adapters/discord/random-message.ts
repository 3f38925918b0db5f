// Messages of words from anywhere in Unicode: every plane, right-to-left, what is half a character, and what looks like markup.

import type { Block, Message } from '../../../src/domain.ts'
import { type Generator, generatorOf } from '../terminal/generated-text.ts'

const PIECES = [
  '**',
  '*',
  '__',
  '_',
  '~~',
  '|',
  '||',
  '`',
  '```',
  '> ',
  '>>> ',
  '# ',
  '## ',
  '-# ',
  '- ',
  '1. ',
  '[x](https://evil.example)',
  '[',
  ']',
  '(',
  ')',
  '<',
  '>',
  '<@1>',
  '<@&1>',
  '<#1>',
  '<t:0:R>',
  '</ask:1>',
  '<a:b:1>',
  '@everyone',
  '@here',
  'https://evil.example',
  'http://',
  '\\',
  '\\*',
  ':smile:',
  '\u0000',
  '\ud800',
  '\udc00',
  '\u202e',
  '\u2067',
  '\u200d',
  '\u200b',
  '\u0301',
  '🇳🇴',
  '🇳',
  '👩‍👩‍👧‍👦',
  '👍🏽',
  'שלום',
  'الجسر مغلق',
  '\n',
  '\r\n',
  '\t',
  ' ',
  ' ',
  ' ',
  '. ',
  '! ',
  'мост',
  '漢字',
  'e\u0301',
  '\u001b[31m',
  '\u{e0041}',
]

/** Longer than a post, or about to be. */
const LONG_PIECES = [
  'x'.repeat(900),
  'word '.repeat(1_200),
  '*_~'.repeat(700),
  'мост '.repeat(1_500),
  '漢'.repeat(5_000),
  '👩‍👩‍👧‍👦'.repeat(300),
]

export function randomMessage(seed: number): Message {
  const random = generatorOf(seed)
  const blocks = Array.from({ length: 1 + random.number(10) }, () => randomBlock(random))
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
    () => ({ kind: 'update', text: text(), earlier: { at: 0, receipt: '1/2' } }),
    () => ({ kind: 'rows', rows: [{ term: text(), text: text(), note: text() }] }),
    () => passage(text(), random.number(2) === 0),
    () => ({ kind: 'sources', sources: sources(random) }),
    () => ({ kind: 'buttons', rows: buttons(random, text) }),
  ]
  return kinds[random.number(kinds.length)]?.() ?? { kind: 'text', text: text() }
}

function passage(text: string, isCited: boolean): Block {
  return { kind: 'passage', text, cited: isCited ? [[0, text.length]] : [] }
}

/** Rows that are too many, too long, of the same meaning, or of none. */
function buttons(random: Generator, text: () => string) {
  return Array.from({ length: 1 + random.number(12) }, () =>
    Array.from({ length: 1 + random.number(8) }, () => ({
      label: text(),
      ref: ['abcdefghij', '', 'r'.repeat(97), 'r'.repeat(98), String(random.number(1_000_000))][
        random.number(5)
      ] as string,
      ...(random.number(10) === 0 && { adds: 'channel' as const }),
    })),
  )
}

function sources(random: Generator) {
  return Array.from({ length: 1 + random.number(random.number(60) === 0 ? 130 : 3) }, (_, at) => ({
    mark: at + 1,
    source: {
      articleId: `a${at}`,
      name: random.number(20) === 0 ? randomText(random) : 'Ellery Courier',
      title: '',
      url: [
        'https://courier.example/?a=(1)&b=[2]',
        'javascript:alert(1)',
        `https://x.example/${'y'.repeat(400)}`,
      ][random.number(3)] as string,
      language: 'en',
      kind: 'full' as const,
    },
  }))
}

function randomText(random: Generator): string {
  const pieces = random.number(100) === 0 ? LONG_PIECES : PIECES
  return Array.from({ length: 1 + random.number(8) }, () =>
    random.number(3) === 0
      ? String.fromCodePoint(random.number(0x11) * 0x10000 + random.number(0x10000))
      : (pieces[random.number(pieces.length)] ?? ''),
  ).join('')
}
