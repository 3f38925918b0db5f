import { expect, test } from 'vitest'
import type { Article } from '../../src/domain.ts'
import { importanceOf, independentSources, rankOf } from '../../src/stories/rank-stories.ts'

const HOUR_MS = 3_600_000
const NOW = Date.UTC(2026, 2, 3, 12)

function article(id: string, publisher: string, hoursAgo: number, duplicateGroup = id): Article {
  const at = NOW - hoursAgo * HOUR_MS
  return {
    id,
    revision: 1,
    identity: `id:${id}`,
    title: `Title of ${id}`,
    publisher,
    publishedAt: at,
    language: 'en',
    kind: 'full',
    text: '',
    sentences: [],
    bodyHash: id,
    storedAt: at,
    updatedAt: at,
    duplicateGroup,
  }
}

const importance = (...articles: readonly Article[]) =>
  importanceOf({ latestAt: Math.max(...articles.map((one) => one.publishedAt ?? 0)) }, articles, NOW)

test('a story that more outlets wrote of matters more', () => {
  const three = [article('b', 'Courier', 2), article('c', 'Ledger', 3), article('d', 'Radio', 4)]
  expect(importance(...three)).toBeGreaterThan(importance(article('a', 'Courier', 2)))
})

test('of two stories of the same size the newer matters more', () => {
  expect(importance(article('b', 'Courier', 1))).toBeGreaterThan(importance(article('a', 'Courier', 20)))
})

test('a reader ranks what interests him, and what is new to him, higher', () => {
  const plain = rankOf(0.5, { interest: 0, novelty: 0 })
  expect(rankOf(0.5, { interest: 1, novelty: 0 })).toBeGreaterThan(plain)
  expect(rankOf(0.5, { interest: 0, novelty: 1 })).toBeGreaterThan(plain)
})

test('a copy does not make a story larger', () => {
  const copied = [article('a', 'Agency', 2), article('b', 'Courier', 2, 'a'), article('c', 'Ledger', 2, 'a')]
  expect(independentSources(copied)).toBe(1)
})

test('the outlet that was copied counts for its group, in whatever order they come', () => {
  const [wire, copy, own] = [
    article('a', 'Agency', 3),
    article('b', 'Ledger', 2, 'a'),
    article('c', 'Ledger', 1),
  ]
  expect(independentSources([wire, copy, own])).toBe(2)
  expect(independentSources([copy, own, wire])).toBe(2)
})

test('two articles of one publisher are one source', () => {
  expect(independentSources([article('a', 'Ledger', 2), article('b', 'Ledger', 1)])).toBe(1)
})
