import { describe, expect, test } from 'vitest'
import type { Block, Brief, Citation, Edition } from '../../src/domain.ts'
import { messageFromAnswer } from '../../src/message/from-answer.ts'
import { messageFromBrief } from '../../src/message/from-brief.ts'
import { type EditionFrame, messageFromEdition } from '../../src/message/from-edition.ts'
import { messageFromHelp } from '../../src/message/from-help.ts'
import { messageFromHits } from '../../src/message/from-hits.ts'
import { messageFromPassages } from '../../src/message/from-passages.ts'
import { messageFromStories } from '../../src/message/from-stories.ts'
import { texts } from '../../src/message/texts.ts'
import { aBrief, aCitation, anAnswer, aRefusal, aSource } from './examples.ts'

const say = texts('en')
const kinds = (blocks: readonly Block[]) => blocks.map(({ kind }) => kind)
const ofKind = <K extends Block['kind']>(blocks: readonly Block[], kind: K) =>
  blocks.filter((block): block is Extract<Block, { kind: K }> => block.kind === kind)

describe('an edition', () => {
  const composedAt = Date.UTC(2026, 2, 3, 13)
  const second = aBrief('b2', [['a3']])
  const anEdition = (...briefs: readonly Brief[]): Edition => ({
    entries: briefs.map((brief) => ({ brief })),
    leftOut: [],
    composedAt,
  })
  const frame: EditionFrame = {
    slot: { at: Date.UTC(2026, 2, 3, 6, 30), zone: 'Europe/Berlin' },
    isLate: false,
    missed: 0,
    isMerged: false,
    isSilent: false,
  }

  test('has its date as title, then every brief with its points and sources', () => {
    const { blocks } = messageFromEdition(anEdition(aBrief('b1', [['a1'], ['a1', 'a2']]), second), 'en')
    expect(kinds(blocks)).toEqual([
      'title',
      ...['headline', 'point', 'point', 'sources'],
      ...['headline', 'point', 'sources'],
    ])
    expect(blocks[0]).toEqual({ kind: 'title', text: 'Brevier · Tuesday, 3 March 2026' })
    expect(ofKind(blocks, 'point').map(({ marks }) => marks)).toEqual([[1], [1, 2], [3]])
  })

  test('of a schedule has the date and time of its slot in its zone', () => {
    const { blocks, isSilent } = messageFromEdition(anEdition(second), 'en', frame)
    expect(blocks[0]).toEqual({
      kind: 'title',
      text: 'Brevier · Tuesday, 3 March 2026, 07:30',
      moments: [{ words: '07:30', at: frame.slot.at, isTimeOfDay: true }],
    })
    expect(isSilent).toBeUndefined()
    expect(messageFromEdition(anEdition(second), 'en', { ...frame, isSilent: true }).isSilent).toBe(true)
  })

  test.each([
    [{ isLate: true }, 'Late: this edition was due at 07:30.'],
    [{ missed: 1 }, 'The edition before it could not be made and is left out.'],
    [{ missed: 3, isMerged: true }, 'It stands for the 3 editions before it too, which could not be made.'],
    [{ isWithheld: true }, say.notSent],
  ])('%j is noted', (more, note) => {
    const { blocks } = messageFromEdition(anEdition(second), 'en', { ...frame, ...more })
    expect(blocks[1]).toEqual({ kind: 'quiet', text: note })
  })

  test.each([
    [Date.UTC(2026, 2, 3, 6, 30), '07:30'],
    [Date.UTC(2026, 2, 2, 22, 30), 'Monday'],
    [Date.UTC(2026, 1, 24, 6, 30), '24 Feb 2026'],
  ])('a story that was told before says since when it is new, below its headline', (at, since) => {
    const earlier = { at, receipt: 'post 55' }
    const edition = { ...anEdition(), entries: [{ brief: second, update: earlier }] }
    const { blocks } = messageFromEdition(edition, 'en', frame)
    expect(kinds(blocks)).toEqual(['title', 'headline', 'update', 'point', 'sources'])
    expect(blocks[2]).toEqual({ kind: 'update', text: `Update: what is new since ${since}.`, earlier })
  })

  test.each([
    [undefined, say.nothingNew],
    [{ kind: 'no-stories' }, say.noNewStories],
    [{ kind: 'no-points' }, say.nothingNew],
    [{ kind: 'off-topic', stories: 1 }, say.noneFits(1)],
    [{ kind: 'off-topic', stories: 24 }, say.noneFits(24)],
    [{ kind: 'all-told', stories: 1 }, say.allTold(1)],
    [{ kind: 'all-told', stories: 3 }, say.allTold(3)],
  ] as const)('without briefs because of %j says so', (reason, text) => {
    const edition = { ...anEdition(), ...(reason && { reason }) }
    expect(messageFromEdition(edition, 'en').blocks[1]).toEqual({ kind: 'text', text })
  })
})

test('a brief by itself counts its marks from one, and notes its language only where it is another', () => {
  const english = messageFromBrief(aBrief('b1', [['a9']]), 'en').blocks
  expect(english[0]).toEqual({ kind: 'headline', text: 'Headline of b1' })
  expect(english[1]).toEqual({ kind: 'point', text: 'Point 1', marks: [1] })
  const german = messageFromBrief(aBrief('b1', [['a9']], { language: 'de' }), 'en').blocks
  expect(german[0]).toMatchObject({ language: 'de' })
  expect(german[1]).toMatchObject({ language: 'de' })
})

describe('an answer', () => {
  test.each([
    [{}, say.fromStored],
    [{ reason: 'partial' }, say.partial],
    [{ kind: 'closest', reason: 'not-stored' }, say.closest],
    [{ kind: 'closest', reason: 'partial' }, say.partial],
    [{ kind: 'refused', reason: 'not-stored' }, say.notStored],
    [{ kind: 'refused' }, say.notStored],
    [{ kind: 'refused', reason: 'out-of-scope' }, say.outOfScope],
    [{ kind: 'refused', reason: 'ambiguous' }, say.ambiguous],
    [{ kind: 'refused', reason: 'retention' }, say.retention],
  ] as const)('%j opens with %j', (more, opening) => {
    expect(messageFromAnswer(anAnswer(more), 'en').blocks[0]).toEqual({ kind: 'text', text: opening })
  })

  test('gives its points with marks and its sources', () => {
    const { blocks } = messageFromAnswer(anAnswer(), 'en')
    expect(kinds(blocks)).toEqual(['text', 'point', 'sources'])
    expect(blocks[1]).toEqual({ kind: 'point', text: 'Because.', marks: [1] })
  })

  test('that is only the closest says that it is none', () => {
    expect(say.closest).toContain('not an answer')
    const { blocks } = messageFromAnswer(anAnswer({ kind: 'closest', nearest: [aSource('a1')] }), 'en')
    expect(kinds(blocks)).toEqual(['text', 'point', 'sources'])
  })

  test('quotes each sentence in the language of its article, whatever the language of the question', () => {
    const answer = anAnswer({
      language: 'de',
      points: [
        { text: 'Because.', citations: [aCitation('a1')] },
        { text: 'Darum.', citations: [aCitation('a2')] },
      ],
      sources: [aSource('a1'), aSource('a2', { language: 'de' })],
    })
    expect(ofKind(messageFromAnswer(answer, 'en').blocks, 'point').map(({ language }) => language)).toEqual([
      undefined,
      'de',
    ])
  })

  test('that is refused names what comes nearest, and cites nothing', () => {
    const nearest = [
      aSource('a7', { name: 'Courier', publishedAt: Date.UTC(2026, 2, 3), url: 'https://courier.example/7' }),
      aSource('a8', { name: 'Tagblatt', language: 'de', kind: 'snippet' }),
      aSource('a9', { name: 'Echo' }),
    ]
    const { blocks } = messageFromAnswer(aRefusal({ nearest }), 'en')
    expect(kinds(blocks)).toEqual(['text', 'quiet', 'rows'])
    expect(ofKind(blocks, 'rows')[0]?.rows).toEqual([
      { term: 'Courier', text: 'Title of a7', note: '3 Mar 2026 · https://courier.example/7' },
      { term: 'Tagblatt', text: 'Title of a8', note: 'excerpt · in German' },
      { term: 'Echo', text: 'Title of a9' },
    ])
  })

  test('of an empty store says that it is empty, and how to add something', () => {
    const { blocks } = messageFromAnswer(aRefusal({ reason: 'not-stored', isStoreEmpty: true }), 'en')
    expect(ofKind(blocks, 'text').map(({ text }) => text)).toEqual([say.nothingStored])
    expect(
      ofKind(blocks, 'rows')[0]
        ?.rows.map(({ text }) => text)
        .join(' '),
    ).toMatch(/feeds add .* ingest/)
  })

  test('that is refused with nothing near says no more than that', () => {
    expect(messageFromAnswer(aRefusal(), 'en').blocks).toHaveLength(1)
  })
})

describe('passages', () => {
  const text = 'First one. Second one.\n\nThird one.'
  const sentences = [
    { ordinal: 1, paragraph: 1, start: 0, end: 10 },
    { ordinal: 2, paragraph: 1, start: 11, end: 22 },
    { ordinal: 3, paragraph: 2, start: 24, end: 34 },
  ]
  const cite = (ordinal: number): Citation => {
    const { start = 0, end = 0 } = sentences[ordinal - 1] ?? {}
    return { articleId: 'a1', revision: 1, sentence: ordinal, start, end, quote: text.slice(start, end) }
  }
  const blocksOf = (citations: readonly Citation[], language = 'en') =>
    messageFromPassages(
      { mark: 2, source: aSource('a1', { language }), revision: { text, sentences }, citations },
      'en',
    ).blocks

  test('stand under the title and the source of their article', () => {
    expect(blocksOf([cite(1)]).slice(0, 2)).toEqual([
      { kind: 'headline', text: 'Title of a1' },
      { kind: 'sources', sources: [{ mark: 2, source: aSource('a1') }] },
    ])
  })

  test('show each cited sentence in its paragraph, and a paragraph once', () => {
    expect(ofKind(blocksOf([cite(1), cite(2), cite(3)]), 'passage')).toEqual([
      {
        kind: 'passage',
        text: 'First one. Second one.',
        cited: [
          [0, 10],
          [11, 22],
        ],
      },
      { kind: 'passage', text: 'Third one.', cited: [[0, 10]] },
    ])
  })

  test('of a text that has changed since show the sentence as it was quoted, never another', () => {
    const old = { ...cite(2), quote: 'What stood here before.' }
    expect(ofKind(blocksOf([old]), 'passage')).toEqual([
      { kind: 'passage', text: 'What stood here before.', cited: [[0, 23]] },
    ])
  })

  test('note the language of another one', () => {
    expect(ofKind(blocksOf([cite(1)], 'de'), 'passage')[0]).toMatchObject({ language: 'de' })
  })
})

describe('lists', () => {
  const story = { id: 's1', headline: 'Bridge closed', language: 'en', latestAt: Date.UTC(2026, 2, 3, 9) }

  test('a story says when, how many articles, and who wrote them', () => {
    const sources = ['Echo', 'Post', 'Echo'].map((name, at) => aSource(`a${at}`, { name }))
    const { blocks } = messageFromStories(
      [{ story: { ...story, articleIds: ['a0', 'a1', 'a2'] }, sources }],
      'en',
    )
    expect(ofKind(blocks, 'rows')[0]?.rows).toEqual([
      { term: 's1', text: 'Bridge closed', note: '3 Mar 2026 · 3 articles · Echo, Post' },
    ])
  })

  test('a story of many names shows three, one of a single article says so, one in German too', () => {
    const sources = ['Echo', 'Post', 'Courier', 'Radio', 'Sun'].map((name) => aSource(name, { name }))
    const note = (language: string, articleIds: readonly string[]) => {
      const { blocks } = messageFromStories([{ story: { ...story, language, articleIds }, sources }], 'en')
      return ofKind(blocks, 'rows')[0]?.rows[0]?.note
    }
    expect(note('en', ['1', '2', '3', '4', '5'])).toContain('5 articles · Echo, Post, Courier and 2 more')
    expect(note('de', ['1'])).toMatch(/1 article · .* · in German$/)
  })

  test('empty ones say that they are empty', () => {
    expect(messageFromStories([], 'en').blocks).toEqual([{ kind: 'text', text: say.noStories }])
    expect(messageFromHits([], 'en').blocks).toEqual([{ kind: 'text', text: say.noMatch }])
  })

  test('help has a line for every command', () => {
    const commands = ['brief', 'sources', 'why'].map((name) => ({
      name,
      usage: `/${name}`,
      group: 'news' as const,
    }))
    const [rows] = ofKind(messageFromHelp(commands, 'en').blocks, 'rows')
    expect(rows?.rows.map(({ text }) => text.length > 0)).toEqual([true, true, true])
  })
})

describe('texts', () => {
  test('a language that nobody has written yet gets English', () => {
    for (const language of ['tlh', '', 'constructor']) expect(texts(language)).toBe(say)
  })

  test.each([
    [say.articles(1), '1 article'],
    [say.articles(2), '2 articles'],
    [say.andMore('Echo, Post', 0), 'Echo, Post'],
    [say.andMore('Echo, Post', 3), 'Echo, Post and 3 more'],
    [say.noSuchMark('9'), 'There is no mark [9] in what was shown last.'],
    [say.noSuchMark(''), 'Which mark? Say it with its number: /sources 2'],
    [say.noSuchMark('nine'), 'Which mark? Say it with its number: /sources 2'],
  ])('%j', (said, expected) => {
    expect(said).toBe(expected)
  })
})
