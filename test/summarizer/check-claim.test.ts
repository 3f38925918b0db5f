import { describe, expect, test } from 'vitest'
import { checkClaim } from '../../src/summarizer/checks.ts'

const FLOOD = `Twelve people were injured near Oberlin on Monday when the river Vessen broke through a dyke.

Two bridges were swept away and the railway line to Tarn is blocked in five places. About 400 people had to leave their homes.

“It came faster than any of us has ever seen,” said fire chief Marta Kestrel.`

const check = (claim: string, source = FLOOD, more: { language?: string; publishedAt?: number } = {}) =>
  checkClaim({ claim, source, language: 'en', ...more })
const levels = (claim: string, source?: string) =>
  check(claim, source).findings.map(({ kind, level }) => `${kind} ${level}`)

describe('a claim is supported', () => {
  test.each([
    ['in the words of its source', 'Two bridges were swept away and the railway line to Tarn is blocked.'],
    ['in part of them', 'Twelve people were injured near Oberlin.'],
    [
      'from several places',
      'Twelve people were injured near Oberlin. About 400 people had to leave their homes.',
    ],
    ['with a quote', 'Fire chief Marta Kestrel said: “It came faster than any of us has ever seen.”'],
  ])('%s', (_name, claim) => {
    expect(check(claim)).toMatchObject({ supported: true, findings: [] })
  })

  test.each([
    [
      'de',
      'Die Bahn bietet 3,8 Prozent mehr Lohn.',
      'Die Bahn bietet 3,8 Prozent mehr Lohn, sagte ein Sprecher.',
    ],
    ['es', 'El puente lleva 46.000 vehículos al día.', 'El puente lleva 46.000 vehículos al día y es viejo.'],
    ['fr', 'Le pont a été fermé le 3 mars.', 'Le pont a été fermé le 3 mars à Tarn.'],
    ['ru', 'Мост закрыли 3 марта.', 'Мост закрыли 3 марта в порту.'],
  ])('in %s', (language, claim, source) => {
    expect(check(claim, source, { language }).supported).toBe(true)
  })
})

describe('a claim is not supported', () => {
  test.each([
    ['about something else', 'The parliament passed a new tax on fuel.', ['support fail']],
    ['with a figure of its own', 'Nineteen people were injured near Oberlin.', ['number fail']],
    ['with a day of its own', 'Twelve people were injured near Oberlin on Friday.', ['date fail']],
    ['with a place of its own', 'Twelve people were injured near Marrow on Monday.', ['name fail']],
    ['with a quote of its own', 'Fire chief Marta Kestrel said: “It came slower than ever.”', ['quote fail']],
  ])('%s', (_name, claim, findings) => {
    expect(check(claim).supported).toBe(false)
    expect(levels(claim)).toEqual(findings)
  })

  test.each([
    ['by a source without a word', 'Twelve people were injured.', ''],
    ['when it has no word', '', FLOOD],
    ['when it has only a mark', '—', FLOOD],
    ['when nothing in it could be supported', 'x y z', ''],
  ])('%s', (_name, claim, source) => {
    expect(check(claim, source)).toMatchObject({ supported: false, score: 0 })
  })
})

describe('the score', () => {
  const FAITHFUL = 'Two bridges were swept away and the railway line to Tarn is blocked in five places.'

  test('is one for a sentence of the source', () => {
    expect(check(FAITHFUL).score).toBe(1)
  })

  test('falls with every step away from the source', () => {
    const scores = [
      FAITHFUL,
      'Two bridges were swept away; the railway line to Tarn is blocked.',
      'The flood took two bridges, and no trains run to Tarn.',
      'The parliament passed a new tax on fuel.',
    ].map((claim) => check(claim).score)
    expect(scores).toEqual([...scores].sort((a, b) => b - a))
    expect(new Set(scores).size).toBe(scores.length)
  })

  test('of a claim with a foreign figure is below that of the same claim without it', () => {
    const wrong = FAITHFUL.replace('five', 'fifty')
    expect(check(wrong).score).toBeLessThan(check(FAITHFUL).score / 2)
  })

  const PORT =
    'The harbour reported strong results for the third quarter of 2031. Its narrow basin is not empty in March 2031.'

  test.each([
    ['the year of a quarter', 'The harbour reported strong results for the third quarter of 2030.'],
    ['the year of a month', 'Its narrow basin is not empty in March 2030.'],
    ['an opposite', 'The harbour reported strong results of its wide basin.'],
    ['a word of the same kind', 'The harbour reported strong results for the third month.'],
  ])('of a claim with %s that the source has otherwise is low', (_name, claim) => {
    const source = `${PORT} Its rival was founded in 2030.`
    expect(check(claim, source)).toMatchObject({ supported: false })
    expect(check(claim, `${source} Everything about it: 2030, ${claim}`).supported).toBe(true)
  })

  test('of a claim that denies what its source does not is lower', () => {
    const claim = 'The railway line to Tarn is not blocked in five places, and two bridges stand.'
    const source = 'Two bridges stand, and the railway line to Tarn is blocked in five places.'
    const denied = source.replace('is blocked', 'is not blocked')
    expect(check(claim, source).score).toBeLessThan(check(claim, denied).score)
  })

  test.each(['not only', 'not the first'])('does not take "%s" for a denial', (weak) => {
    const claim = (words: string) => `The mayor is ${words} a builder of bridges in Tarn, and of ships.`
    const source =
      'The mayor is a builder of bridges in Tarn, and of great ships. He is no sailor, nor a poet.'
    expect(check(claim(weak), source).score).toBeGreaterThan(check(claim('not'), source).score)
  })

  test('of several sentences is spoilt by one that fails', () => {
    const claim = `${FAITHFUL} Nineteen people were injured near Oberlin.`
    expect(check(claim)).toMatchObject({ supported: false })
  })

  test('stays within zero and one', () => {
    for (const claim of [FLOOD, FAITHFUL, 'No.', 'Tarn Tarn Tarn Tarn', '19', '“”', '？']) {
      const { score } = check(claim)
      expect(score).toBeGreaterThanOrEqual(0)
      expect(score).toBeLessThanOrEqual(1)
    }
  })
})

describe('findings', () => {
  test('do not fail a figure that the source gives of something else, and name the one it gives', () => {
    expect(check('Five people were injured near Oberlin on Monday.')).toMatchObject({
      supported: false,
      findings: [{ kind: 'number', level: 'soft', text: 'Five', note: 'The source gives "Twelve" here.' }],
    })
  })

  test('do not fail a figure that the source counts one by one', () => {
    expect(levels('Kestrel has won three titles.', 'Kestrel won her third title on Monday.')).toEqual([
      'number soft',
    ])
  })

  test.each([
    ['Fewer than 50 shops will open in Tarn by May.', 'Over 50 shops will open in Tarn by May.'],
    ['More than 50 shops will open in Tarn by May.', 'Nearly 50 shops will open in Tarn by May.'],
  ])('fail a figure on the other side: %s', (claim, source) => {
    expect(levels(claim, source)).toEqual(['number fail'])
  })

  test.each([
    ['a code in lower case', 'She won the Par-3 Contest.', 'she won the par-3 contest on monday .'],
    ['the month of May', 'Prices fell.', 'Prices fell in May.'],
    ['metres', 'The 5.68m shark was found.', 'The 5.68 m shark was found.'],
    ['a hyphen in a quote', 'It is “bright and well-kept”.', '“It is bright and well kept.”'],
  ])('are none about %s', (_name, claim, source) => {
    expect(levels(claim, source)).toEqual([])
  })

  test('take what is named like a film or a book for a title', () => {
    const source = 'The director will film the old tale of the sea next year.'
    expect(levels('She will film “The Tale of the Old Sea” next year.', source)).toEqual(['quote soft'])
  })

  test('do not fail words that the nearest sentences lack and the source has', () => {
    const claim = 'Bridges, railway lines, dykes, homes, people and the fire chief suffered.'
    expect(levels(claim)).not.toContain('support fail')
  })

  test('count no line numbers, and quote nobody with a claim between quotation marks', () => {
    expect(levels('1. Two bridges were swept away.\n7. About 400 people had to leave.')).toEqual([])
    expect(levels('“Two bridges were swept off by the river Vessen.”')).toEqual([])
  })

  test('see one thing of a kind in the place of another', () => {
    expect(levels('The blue bus was found near Tarn.', 'The red bus was found near Tarn.')).toEqual([
      'direction soft',
    ])
  })

  test('speak of the sentence of the claim that they are about', () => {
    const { findings } = check('Two bridges were swept away. Nineteen people were injured near Oberlin.')
    expect(findings).toMatchObject([{ kind: 'number', level: 'fail', text: 'Nineteen' }])
  })

  test('know the day of publication', () => {
    const claim = 'Twelve people were injured near Oberlin on 2 March 2026.'
    const publishedAt = Date.UTC(2026, 2, 3)
    expect(check(claim, FLOOD, { publishedAt }).findings).toEqual([])
    const later = publishedAt + 7 * 86_400_000
    expect(check(claim, FLOOD, { publishedAt: later }).findings).toMatchObject([
      { kind: 'date', level: 'fail' },
    ])
  })
})

describe('a text that a tool cut into words', () => {
  const cut = (text: string) => text.toLowerCase().replace(/([.,“”])/g, ' $1 ')

  test('supports what it says', () => {
    const claim = 'twelve people were injured near oberlin on monday .'
    expect(check(claim, cut(FLOOD)).supported).toBe(true)
  })

  test('is held against itself sentence by sentence', () => {
    const claim = 'two bridges were swept away . nineteen people were injured near oberlin .'
    expect(check(claim, cut(FLOOD)).findings).toMatchObject([
      { kind: 'number', level: 'fail', text: 'nineteen' },
    ])
  })

  test.each([
    ['235, 000 people live in Tarn.', 'About 235,000 people live in Tarn.'],
    ['Prices fell by 7.8 per cent.', 'Prices fell by 7. 8 per cent in May.'],
    ['She was born on July 22, 1947.', 'Marta Kestrel ( born July 22 , 1947 ) is a painter .'],
    ['There were 25 machines.', 'They got twenty - five machines and a press .'],
    ["He said: “We're late.”", 'he said : " we \'re late . "'],
    ['The unit -LRB- steel -RRB- is new.', 'The unit (steel) is new.'],
  ])('has its figures, dates and words whole: %s', (claim, source) => {
    expect(levels(claim, source)).toEqual([])
  })
})

describe('a figure is held against those beside the same words', () => {
  test.each([
    [
      'of another quarter',
      'Profit was 12 crowns a share in the third quarter of 2024.',
      'Profit was 12 crowns a share in the third quarter of 2025, up from 9 crowns in 2024.',
      ['2024', 'The source gives "2025" here.'],
    ],
    [
      'that changed places with another',
      'Marrow will build over 50 wooden bridges by 2030, with over 100 finished this year.',
      'Marrow will build over 100 wooden bridges by 2030, with over 50 finished this year.',
      ['50', 'The source gives "100" here.'],
    ],
    [
      'that belongs to another model',
      'The airline ordered twelve of the Skylark 7 on Monday.',
      'The airline ordered twelve of the Skylark 9 on Monday; delivery takes 7 months.',
      ['7', 'The source gives "9" here.'],
    ],
  ])('%s', (_name, claim, source, [text, note]) => {
    expect(check(claim, source).findings).toContainEqual({ kind: 'number', level: 'soft', text, note })
    expect(check(source, source).findings).toEqual([])
  })
})

test('a role that the source does not name makes a claim less likely', () => {
  const source = 'Mayor Ada Brook of Marrow opened the bath on Monday and swam two lengths.'
  const [right, wrong] = ['mayor', 'governor'].map((role) =>
    check(`The ${role} opened the bath and swam two lengths.`, source),
  )
  expect(wrong?.score).toBeLessThan(right?.score ?? 0)
})
