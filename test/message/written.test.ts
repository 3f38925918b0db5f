import { describe, expect, test } from 'vitest'
import type { Brief, Message } from '../../src/domain.ts'
import { messageFromBrief } from '../../src/message/from-brief.ts'
import { messageFromEdition } from '../../src/message/from-edition.ts'
import { spokenLanguages } from '../../src/message/texts.ts'

const CITATION = { articleId: 'a1', revision: 1, sentence: 1, start: 0, end: 4, quote: 'Rain' }

const MIXED: Brief = {
  id: 'b1',
  headline: 'Rain in Tarn',
  points: [
    { text: 'Rain fell in Tarn.', citations: [CITATION], isWritten: true },
    { text: 'It rained all day.', citations: [CITATION] },
  ],
  sources: [{ articleId: 'a1', name: 'Courier', title: 'T', language: 'en', kind: 'full' }],
  language: 'en',
  engine: 'model',
  model: 'scripted-1',
  findings: [],
  inputs: [{ articleId: 'a1', revision: 1 }],
  writtenAt: 0,
}

const points = ({ blocks }: Message) => blocks.flatMap((block) => (block.kind === 'point' ? [block] : []))
const quiet = ({ blocks }: Message) => blocks.flatMap((block) => (block.kind === 'quiet' ? [block] : []))

describe('a brief that a model wrote', () => {
  test.each(spokenLanguages)('says in %s which points are quoted and which are written', (language) => {
    const message = messageFromBrief(MIXED, language)
    const [written, quoted] = points(message)
    expect(written?.text).toBe('Rain fell in Tarn.')
    expect(quoted?.text).toMatch(/^[“„«] ?It rained all day\. ?[”“»]$/)
    expect(quiet(message)).toHaveLength(1)
    expect(quiet(message)[0]?.text).toContain('scripted-1')
  })

  test('of written points alone says nothing of quotes', () => {
    const [first] = MIXED.points
    const message = messageFromBrief({ ...MIXED, points: first ? [first] : [] }, 'en')
    expect(quiet(message).map(({ text }) => text)).toEqual([
      'Written by a model (scripted-1) and checked against the sentences it cites.',
    ])
  })

  test('notes the language of a sentence that nobody translated', () => {
    const [first, second] = MIXED.points
    const brief: Brief = {
      ...MIXED,
      language: 'de',
      headlineLanguage: 'en',
      points: [...(first ? [first] : []), ...(second ? [{ ...second, language: 'en' }] : [])],
    }
    const message = messageFromBrief(brief, 'de')
    expect(points(message).map(({ language }) => language)).toEqual([undefined, 'en'])
    expect(message.blocks[0]).toMatchObject({ kind: 'headline', language: 'en' })
  })
})

test('sentences that stand for themselves are shown as always', () => {
  const plain: Brief = { ...MIXED, engine: 'extractive', points: MIXED.points.slice(1) }
  const message = messageFromBrief(plain, 'en')
  expect(points(message).map(({ text }) => text)).toEqual(['It rained all day.'])
  expect(quiet(message)).toEqual([])
})

test('an edition says it once for all its briefs', () => {
  const entries = [{ brief: MIXED }, { brief: { ...MIXED, id: 'b2' } }]
  const message = messageFromEdition({ entries, leftOut: [], composedAt: 0 }, 'en')
  expect(quiet(message)).toHaveLength(1)
})
