import stringWidth from 'string-width'
import { describe, expect, test } from 'vitest'
import { renderMessage } from '../../../adapters/terminal/render.ts'
import type { Block, Source } from '../../../src/domain.ts'
import { plainText } from '../../../src/message/plain-text.ts'
import { type Generator, generatorOf } from './generated-text.ts'

const source = (more: Partial<Source> = {}): Source => ({
  articleId: 'a1',
  name: 'Ellery Courier',
  title: 'Ellery Bridge closed',
  url: 'https://courier.example/ellery-bridge',
  publishedAt: Date.UTC(2026, 2, 3),
  language: 'en',
  kind: 'full',
  ...more,
})

const EDITION: readonly Block[] = [
  { kind: 'title', text: 'Brevier · Tuesday, 3 March 2026' },
  { kind: 'headline', text: 'Ellery Bridge closed after inspectors find cracks in main cable' },
  {
    kind: 'point',
    text: 'The Ellery Bridge was closed to all traffic on Tuesday morning after inspectors found cracks in one of its two main cables.',
    marks: [1],
  },
  { kind: 'point', text: 'Some 300 trucks cross the bridge each night.', marks: [1, 2] },
  {
    kind: 'sources',
    sources: [
      { mark: 1, source: source() },
      {
        mark: 2,
        source: source({ name: 'Coastline Radio', kind: 'snippet', url: 'https://coast.example/7' }),
      },
    ],
  },
  { kind: 'headline', text: 'Lokführer der Nordbahn streiken 48 Stunden', language: 'de' },
  { kind: 'point', text: 'Der Ausstand beginnt am Donnerstag um 4 Uhr.', marks: [3], language: 'de' },
  {
    kind: 'sources',
    sources: [
      {
        mark: 3,
        source: source({
          name: 'Nordmark Tagblatt',
          language: 'de',
          url: 'https://tagblatt.example/bahnstreik',
        }),
      },
    ],
  },
]

const PASSAGE: Block = {
  kind: 'passage',
  text: 'It rained all day. The bridge stays closed until Friday, the mayor said. Ferries run every ten minutes.',
  cited: [[19, 72]],
}

interface Look {
  readonly width: number
  readonly colour?: boolean
  readonly unicode?: boolean
}

const render = (blocks: readonly Block[], { width, colour = false, unicode = true }: Look) =>
  renderMessage({ language: 'en', blocks }, { width, colour, unicode })

const lines = (...all: readonly string[]) => all.map((line) => `${line}\n`).join('')
/** The golden texts show bold and dim by marks that can be read. */
const readable = (text: string) =>
  text.replaceAll('\u001b[1m', '<b>').replaceAll('\u001b[2m', '<d>').replaceAll('\u001b[22m', '</>')
const withoutCodes = (text: string) => text.replace(/\u001b\[\d+m/g, '')

describe('an edition', () => {
  test('at 80 columns', () => {
    expect(render(EDITION, { width: 80 })).toBe(
      lines(
        'Brevier · Tuesday, 3 March 2026',
        '─'.repeat(80),
        '',
        'Ellery Bridge closed after inspectors find cracks in main cable',
        '• The Ellery Bridge was closed to all traffic on Tuesday morning after',
        '  inspectors found cracks in one of its two main cables. [1]',
        '• Some 300 trucks cross the bridge each night. [1] [2]',
        '  [1] Ellery Courier             3 Mar 2026',
        '      https://courier.example/ellery-bridge',
        '  [2] Coastline Radio (excerpt)  3 Mar 2026',
        '      https://coast.example/7',
        '',
        'Lokführer der Nordbahn streiken 48 Stunden',
        '• Der Ausstand beginnt am Donnerstag um 4 Uhr. [3]',
        '  [3] Nordmark Tagblatt (in German)  3 Mar 2026',
        '      https://tagblatt.example/bahnstreik',
      ),
    )
  })

  test('at 40 columns', () => {
    expect(render(EDITION, { width: 40 })).toBe(
      lines(
        'Brevier · Tuesday, 3 March 2026',
        '─'.repeat(40),
        '',
        'Ellery Bridge closed after inspectors',
        'find cracks in main cable',
        '• The Ellery Bridge was closed to all',
        '  traffic on Tuesday morning after',
        '  inspectors found cracks in one of its',
        '  two main cables. [1]',
        '• Some 300 trucks cross the bridge each',
        '  night. [1] [2]',
        '  [1] Ellery Courier · 3 Mar 2026',
        '      https://courier.example/ellery-',
        '      bridge',
        '  [2] Coastline Radio (excerpt)',
        '      3 Mar 2026',
        '      https://coast.example/7',
        '',
        'Lokführer der Nordbahn streiken 48',
        'Stunden',
        '• Der Ausstand beginnt am Donnerstag um',
        '  4 Uhr. [3]',
        '  [3] Nordmark Tagblatt (in German)',
        '      3 Mar 2026',
        '      https://tagblatt.example/',
        '      bahnstreik',
      ),
    )
  })

  test('at 100 columns addresses stand behind their dates, in a column', () => {
    expect(render(EDITION.slice(4, 5), { width: 100 })).toBe(
      lines(
        '  [1] Ellery Courier             3 Mar 2026  https://courier.example/ellery-bridge',
        '  [2] Coastline Radio (excerpt)  3 Mar 2026  https://coast.example/7',
      ),
    )
  })

  test('in colour: title and headlines bold, marks and sources dim', () => {
    expect(readable(render(EDITION.slice(0, 5), { width: 80, colour: true }))).toBe(
      lines(
        '<b>Brevier · Tuesday, 3 March 2026</>',
        `<d>${'─'.repeat(80)}</>`,
        '',
        '<b>Ellery Bridge closed after inspectors find cracks in main cable</>',
        '• The Ellery Bridge was closed to all traffic on Tuesday morning after',
        '  inspectors found cracks in one of its two main cables.<d> [1]</>',
        '• Some 300 trucks cross the bridge each night.<d> [1] [2]</>',
        '<d>  [1] Ellery Courier             3 Mar 2026</>',
        '<d>      https://courier.example/ellery-bridge</>',
        '<d>  [2] Coastline Radio (excerpt)  3 Mar 2026</>',
        '<d>      https://coast.example/7</>',
      ),
    )
  })

  test.each([40, 80])('at %d columns colour changes nothing but the emphasis', (width) => {
    expect(withoutCodes(render(EDITION, { width, colour: true }))).toBe(render(EDITION, { width }))
  })

  test('on a terminal without Unicode, the signs of ours are ASCII', () => {
    const text = render([...EDITION.slice(1, 5), PASSAGE], { width: 40, unicode: false })
    expect(text).toMatch(/^[\n -~]*$/)
    expect(text).toContain('* The Ellery Bridge')
  })
})

describe('words of other scripts', () => {
  test('Japanese is wrapped between characters, and no line begins with a closing mark', () => {
    const blocks: Block[] = [
      { kind: 'headline', text: '港の橋、主ケーブルの亀裂で全面通行止め', language: 'ja' },
      {
        kind: 'point',
        text: '港湾当局は火曜日、主ケーブルの1本に亀裂が見つかったため、「エラリー橋」を全面通行止めにしたと発表した。',
        marks: [1],
        language: 'ja',
      },
    ]
    expect(render(blocks, { width: 40 })).toBe(
      lines(
        '港の橋、主ケーブルの亀裂で全面通行止め',
        '• 港湾当局は火曜日、主ケーブルの1本に亀',
        '  裂が見つかったため、「エラリー橋」を全',
        '  面通行止めにしたと発表した。 [1]',
      ),
    )
  })

  test('Arabic keeps its direction on every line, and its marks and names stay outside', () => {
    const blocks: Block[] = [
      { kind: 'point', text: 'أغلقت سلطة الميناء جسر Ellery أمام حركة المرور صباح الثلاثاء', marks: [1] },
      { kind: 'sources', sources: [{ mark: 1, source: source({ name: 'المرفأ', language: 'ar' }) }] },
    ]
    expect(render(blocks, { width: 40 })).toBe(
      lines(
        '• \u2067أغلقت سلطة الميناء جسر Ellery أمام\u2069',
        '  \u2067حركة المرور صباح الثلاثاء\u2069 [1]',
        '  [1] \u2067المرفأ\u2069 (in Arabic)  3 Mar 2026',
        '      https://courier.example/ellery-',
        '      bridge',
      ),
    )
  })

  test('a Hebrew word in an English sentence does not turn the sentence', () => {
    expect(render([{ kind: 'text', text: 'The word גשר means bridge.' }], { width: 40 })).toBe(
      '\u2066The word גשר means bridge.\u2069\n',
    )
  })

  test('emoji count as they are wide', () => {
    const text = 'Kites 🪁 draw 4,000 families 👩‍👩‍👧 to Marrow 🇳🇴 🌧️'
    expect(render([{ kind: 'point', text, marks: [1] }], { width: 30 })).toBe(
      lines('• Kites 🪁 draw 4,000 families', '  👩‍👩‍👧 to Marrow 🇳🇴 🌧️ [1]'),
    )
  })
})

describe('sources', () => {
  const list = (sources: readonly Source[], width = 60) =>
    render([{ kind: 'sources', sources: sources.map((one, at) => ({ mark: at + 9, source: one })) }], {
      width,
    })

  test('marks are aligned on the right, dates in a column', () => {
    expect(
      list([source({ name: 'Echo', url: 'https://e.example/1' }), source({ url: 'https://c.example/2' })]),
    ).toBe(
      lines(
        '   [9] Echo            3 Mar 2026  https://e.example/1',
        '  [10] Ellery Courier  3 Mar 2026  https://c.example/2',
      ),
    )
  })

  test('what a source does not have leaves no hole', () => {
    const { url: _url, publishedAt: _at, ...bare } = source()
    expect(list([bare])).toBe('  [9] Ellery Courier\n')
    expect(list([bare, { ...bare, url: 'https://c.example/2' }])).toBe(
      lines('   [9] Ellery Courier', '  [10] Ellery Courier  https://c.example/2'),
    )
    expect(list([bare, source({ name: 'Echo', url: 'https://e.example/1' })])).toBe(
      lines('   [9] Ellery Courier', '  [10] Echo            3 Mar 2026  https://e.example/1'),
    )
  })

  test('a name wider than its line is wrapped', () => {
    expect(list([source({ name: 'The Quarterly Review of Bridges and Ferries' })], 40)).toBe(
      lines(
        '  [9] The Quarterly Review of Bridges',
        '      and Ferries',
        '      3 Mar 2026',
        '      https://courier.example/ellery-',
        '      bridge',
      ),
    )
  })
})

describe('passages', () => {
  test('without colour the cited sentence stands between signs', () => {
    expect(render([PASSAGE], { width: 50 })).toBe(
      lines(
        '  │ It rained all day. ›The bridge stays closed',
        '  │ until Friday, the mayor said.‹ Ferries run',
        '  │ every ten minutes.',
      ),
    )
  })

  test('in colour it is bold within its dim paragraph', () => {
    expect(readable(render([PASSAGE], { width: 50, colour: true }))).toBe(
      lines(
        '<d>  │ It rained all day. </><b>The bridge stays closed</>',
        '<d>  │ </><b>until Friday, the mayor said.</><d> Ferries run</>',
        '<d>  │ every ten minutes.</>',
      ),
    )
  })

  test('sentences of a script without spaces stay together', () => {
    const passage: Block = { kind: 'passage', text: '雨が降った。橋は閉鎖中。', cited: [[6, 12]] }
    expect(render([passage], { width: 40 })).toBe('  │ 雨が降った。›橋は閉鎖中。‹\n')
  })

  test('two cited sentences are marked each, and overlapping ones once', () => {
    const passage = (cited: readonly (readonly [number, number])[]): Block => ({
      kind: 'passage',
      text: 'One. Two. Three.',
      cited,
    })
    expect(
      render(
        [
          passage([
            [10, 16],
            [0, 4],
          ]),
        ],
        { width: 40 },
      ),
    ).toBe('  │ ›One.‹ Two. ›Three.‹\n')
    expect(
      render(
        [
          passage([
            [0, 9],
            [5, 9],
          ]),
        ],
        { width: 40 },
      ),
    ).toBe('  │ ›One. Two.‹ Three.\n')
  })
})

describe('rows', () => {
  const rows: Block = {
    kind: 'rows',
    rows: [
      { term: '/help', text: 'this list' },
      { term: '/sources 2', text: 'the sentences behind the mark', note: '3 Mar 2026 · quietly said' },
    ],
  }

  test('are aligned, long ones hang, and remarks are dim', () => {
    expect(readable(render([rows], { width: 34, colour: true }))).toBe(
      lines(
        '  /help       this list',
        '  /sources 2  the sentences behind',
        '              the mark',
        '              <d>3 Mar 2026 · quietly</>',
        '              <d>said</>',
      ),
    )
  })

  test('where terms are too wide for a column, they stand above', () => {
    expect(render([rows], { width: 22 })).toBe(
      lines(
        '  /help',
        '    this list',
        '  /sources 2',
        '    the sentences',
        '    behind the mark',
        '    3 Mar 2026',
        '    quietly said',
      ),
    )
  })
})

test('help, a refusal and passages have air where the eye needs it', () => {
  const blocks: Block[] = [
    { kind: 'headline', text: 'What you can say' },
    { kind: 'text', text: 'Just write.' },
    { kind: 'rows', rows: [{ term: '/help', text: 'this list' }] },
    { kind: 'text', text: 'Not stored.' },
    { kind: 'quiet', text: 'What comes nearest:' },
    { kind: 'rows', rows: [{ term: 'Echo', text: 'Kites' }] },
    { kind: 'headline', text: 'Kites' },
    { kind: 'sources', sources: [{ mark: 1, source: source({ name: 'Echo' }) }] },
    { kind: 'passage', text: 'One.', cited: [] },
    { kind: 'passage', text: 'Two.', cited: [] },
  ]
  expect(render(blocks, { width: 100 })).toBe(
    lines(
      'What you can say',
      'Just write.',
      '',
      '  /help  this list',
      '',
      'Not stored.',
      '',
      'What comes nearest:',
      '  Echo  Kites',
      '',
      'Kites',
      '  [1] Echo  3 Mar 2026  https://courier.example/ellery-bridge',
      '',
      '  │ One.',
      '',
      '  │ Two.',
    ),
  )
})

test('no line of any message is wider than the terminal, and no word is lost', () => {
  for (let seed = 1; seed <= 200; seed++) {
    const generator = generatorOf(seed)
    const { blocks, words } = generatedMessage(generator)
    const width = 20 + generator.number(100)
    const text = withoutCodes(render(blocks, { width, colour: seed % 2 === 0 })).replace(
      /[\u2066-\u2069]/g,
      '',
    )
    const widest = Math.max(...text.split('\n').map((line) => stringWidth(line)))
    expect(widest, `seed ${seed}, ${width} columns`).toBeLessThanOrEqual(width)
    expect(text.replace(/[\s•│─·]/g, ''), `seed ${seed}, ${width} columns`).toBe(words.replace(/\s/g, ''))
  }
})

/** One block of each kind, and all of its words in the order in which they are read. */
function generatedMessage({ text }: Generator) {
  const [title, headline, point, said, remark, name, passage, term, value, note] = Array.from(
    { length: 10 },
    text,
  )
  const blocks = [
    { kind: 'title', text: title },
    { kind: 'headline', text: headline },
    { kind: 'point', text: point, marks: [1, 12] },
    { kind: 'text', text: said },
    { kind: 'quiet', text: remark },
    { kind: 'sources', sources: [{ mark: 1, source: source({ name: name ?? '' }) }] },
    { kind: 'passage', text: passage, cited: [] },
    { kind: 'rows', rows: [{ term, text: value, note }] },
  ] as readonly Block[]
  const label = '3 Mar 2026 https://courier.example/ellery-bridge'
  const words = [
    title,
    headline,
    point,
    '[1][12]',
    said,
    remark,
    '[1]',
    name,
    label,
    passage,
    term,
    value,
    note,
  ]
  return { blocks, words: words.map((one) => plainText(one ?? '')).join('') }
}
