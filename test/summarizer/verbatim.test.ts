// What every brief must be, whatever the articles: made of pieces of them, each citing the sentence it was taken from.

import { describe, expect, test } from 'vitest'
import type { Article, NewBrief } from '../../src/domain.ts'
import { checkVerbatim } from '../../src/summarizer/check-verbatim.ts'
import { type BriefLength, DEFAULT_LENGTH } from '../../src/summarizer/engine.ts'
import { createExtractiveEngine } from '../../src/summarizer/extractive.ts'
import { generator } from '../bench/generated-articles.ts'
import { anArticle, NOW, sampleArticles } from './articles.ts'

const LENGTHS: readonly BriefLength[] = [
  DEFAULT_LENGTH,
  { points: 1 },
  { points: 4 },
  { points: 12 },
  { points: 5, maxWords: 30 },
  { points: 5, maxCharacters: 150 },
]

/** What grounding 4.2 lets a point lose at its edges; everything else of a cited sentence must be in the point. */
const MAY_GO_BEFORE =
  /^(?:[A-ZÄÖÜ][\p{L} ,.'’]*(?:\d{1,2} ?)?\([^)]{2,40}\) ?[-–—:]+ ?|[\p{Lu} ]+ [-–—]+ |\([^)]*\):? ?(?:--? )?|(?:However|Meanwhile|Sin embargo|Par ailleurs), )*$/u
const MAY_GO_AFTER = /^(?:\s*(?:[([][^)\]]*[)\]]|[-–—] [\p{L}/]+|dpa(?:\/\w+)?))*$/u

function expectVerbatim(brief: NewBrief, articles: readonly Article[]): void {
  expect(brief.findings).toEqual([])
  for (const { text, citations } of brief.points) {
    const [first] = citations
    const article = articles.find(({ id }) => id === first?.articleId)
    expect(article?.text).toContain(text)
    for (const { articleId, sentence, start, end, quote } of citations) {
      expect(articleId).toBe(article?.id)
      expect(article?.sentences[sentence - 1]).toMatchObject({ ordinal: sentence, start, end })
      expect(article?.text.slice(start, end)).toBe(quote)
    }
    const cited = article?.text.slice(first?.start, citations.at(-1)?.end) ?? ''
    const at = cited.indexOf(text)
    expect(cited.slice(0, at)).toMatch(MAY_GO_BEFORE)
    expect(cited.slice(at + text.length)).toMatch(MAY_GO_AFTER)
  }
}

async function expectEveryLengthVerbatim(articles: readonly Article[]): Promise<void> {
  const engine = createExtractiveEngine()
  for (const length of LENGTHS) {
    const brief = await engine.brief({ articles }, { ...length, now: NOW })
    expect(brief.points.length).toBeGreaterThan(0)
    expect(brief.points.length).toBeLessThanOrEqual(length.points)
    expectVerbatim(brief, articles)
  }
}

const SUBJECTS = ['The harbour council', 'Ada Brook', 'Eleven farmers', 'El puente', 'Die Brücke', 'Мост']
const ACTS = [
  'closed the old gate on Tuesday',
  'did not agree to pay 4.5 million crowns',
  'said “we will not wait any longer”',
  'allegedly sold 1,200 boats to Marrow',
  'asked who had opened the lock',
  'will meet again on 9 March in Tarn',
]
const OPENERS = ['', '', '', 'However, ', 'They said that ', 'Meanwhile, ', '(Photo: Sam Pike) ', 'But ']
const ENDS = ['.', '.', '.', '?', ' (Reuters)', '. (Reuters)', '. – AFP', '. (File photo)', '…', '']
const DATELINES = ['', 'TARN (Meridian Press) - ', 'Tarn, March 3 (AP) – ', 'MARROW — ', '(CNN) -- ']

/** An article in which everything meets that is trimmed, skipped or joined; the same for the same number. */
function assembled(number: number): string {
  const pick = <T>(list: readonly T[], salt: number): T =>
    list[(number * 7919 + salt * 104_729) % list.length] as T
  const sentence = (at: number) =>
    `${pick(OPENERS, at)}${pick(SUBJECTS, at + 1)} ${pick(ACTS, at * 3 + 2)}${at % 4 === 0 ? ' in village ' : ' near gate '}${at}${pick(ENDS, at * 5 + 3)}`
  const paragraphs = Array.from({ length: 1 + (number % 6) }, (_, at) =>
    Array.from({ length: 1 + ((number + at) % 3) }, (_, next) => sentence(at * 3 + next)).join(' '),
  )
  return `${pick(DATELINES, 9)}${paragraphs.join('\n\n')}`
}

describe('every point is a piece of its article, and every citation opens its sentence', () => {
  test('in the briefs of each sample article', async () => {
    for (const article of await sampleArticles()) await expectEveryLengthVerbatim([article])
  })

  test('in the briefs of the six sample stories', async () => {
    const articles = await sampleArticles()
    for (const [from, to] of [
      [0, 4],
      [4, 7],
      [7, 10],
      [10, 12],
      [12, 14],
      [14, 15],
    ] as const) {
      await expectEveryLengthVerbatim(articles.slice(from, to))
    }
  })

  test('in the briefs of thirty generated articles and of stories of five', async () => {
    const { article } = generator({ words: 200 })
    const articles = await Promise.all(
      Array.from({ length: 30 }, (_, number) => {
        const { id = '', text = '', title } = article(number)
        return anArticle(id, text, { title })
      }),
    )
    for (const one of articles) await expectEveryLengthVerbatim([one])
    for (let at = 0; at < articles.length; at += 5)
      await expectEveryLengthVerbatim(articles.slice(at, at + 5))
  })

  test('in the briefs of a hundred articles made of whatever is trimmed, skipped or joined', async () => {
    for (let number = 0; number < 100; number++) {
      await expectEveryLengthVerbatim([await anArticle(`n${number}`, assembled(number), { title: 'Gate' })])
    }
  })
})

describe('the check of the engine finds', () => {
  const theArticle = () => anArticle('a', 'The bridge was closed on Tuesday. Two cables had cracks.')
  const citation = {
    articleId: 'a',
    revision: 1,
    sentence: 1,
    start: 0,
    end: 33,
    quote: 'The bridge was closed on Tuesday.',
  }

  test('nothing in a point that is what it cites', async () => {
    expect(checkVerbatim({ text: citation.quote, citations: [citation] }, [await theArticle()])).toEqual([])
  })

  test.each([
    [
      'a word that is not in the sentence',
      { text: 'The bridge was opened on Tuesday.', citations: [citation] },
    ],
    ['a sentence that is not cited', { text: 'Two cables had cracks.', citations: [citation] }],
    [
      'a quote that is not in the article',
      { text: 'The bridge', citations: [{ ...citation, quote: 'The tram' }] },
    ],
    ['an article that was not given', { text: 'The bridge', citations: [{ ...citation, articleId: 'b' }] }],
    ['another revision', { text: 'The bridge', citations: [{ ...citation, revision: 2 }] }],
    ['no citation', { text: 'The bridge', citations: [] }],
  ])('%s', async (_name, point) => {
    expect(checkVerbatim(point, [await theArticle()])).toMatchObject([{ kind: 'citation', level: 'fail' }])
  })
})
