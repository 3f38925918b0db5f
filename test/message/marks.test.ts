import { expect, test } from 'vitest'
import { citationsOfMark, marksOf, numberSources } from '../../src/message/marks.ts'
import { aBrief, aCitation, aSource } from './examples.ts'

const briefs = [aBrief('b1', [['a1'], ['a2', 'a1']]), aBrief('b2', [['a3'], ['a1']])]

test('marks count on from brief to brief, and an article keeps its mark', () => {
  const marked = numberSources(briefs).map(({ sources }) =>
    sources.map(({ mark, source }) => [mark, source.articleId]),
  )
  expect(marked).toEqual([
    [
      [1, 'a1'],
      [2, 'a2'],
    ],
    [
      [3, 'a3'],
      [1, 'a1'],
    ],
  ])
})

test('the marks of a point come smallest first, each once', () => {
  const point = { text: 'Both say so.', citations: [aCitation('a2'), aCitation('a1', 4), aCitation('a1', 2)] }
  expect(marksOf(point, numberSources(briefs)[0]?.sources ?? [])).toEqual([1, 2])
})

test('a mark leads back to every sentence it stands for, in the order of the article, each once', () => {
  const cited = {
    points: [
      { text: 'Late.', citations: [aCitation('a1', 7)] },
      { text: 'Early.', citations: [aCitation('a1', 2), aCitation('a2', 1), aCitation('a1', 7)] },
    ],
    sources: [aSource('a1'), aSource('a2')],
  }
  expect(citationsOfMark([cited], 1).map(({ sentence }) => sentence)).toEqual([2, 7])
  expect(citationsOfMark([cited], 2).map(({ articleId }) => articleId)).toEqual(['a2'])
})

test('a mark that was shown in one brief gathers its sentences from all', () => {
  expect(citationsOfMark(briefs, 1).map(({ sentence }) => sentence)).toEqual([1, 2])
  expect(citationsOfMark(briefs, 3)).toHaveLength(1)
})

test.each([0, 4, -1, 1.5, Number.NaN])('mark %d, which was never shown, leads nowhere', (mark) => {
  expect(citationsOfMark(briefs, mark)).toEqual([])
})

test('marks lead back to what they stand for, whatever was shown', () => {
  for (const { sources } of numberSources(briefs)) {
    for (const { mark, source } of sources) {
      const ids = citationsOfMark(briefs, mark).map(({ articleId }) => articleId)
      expect(new Set(ids)).toEqual(new Set([source.articleId]))
    }
  }
})
