import { expect, test } from 'vitest'
import type { Article, Story } from '../../src/domain.ts'
import { independentSources, rankStories } from '../../src/stories/rank-stories.ts'

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

function entry(id: string, articles: readonly Article[]): { story: Story; articles: readonly Article[] } {
  const latestAt = Math.max(...articles.map((one) => one.publishedAt ?? 0))
  return {
    story: { id, headline: id, language: 'en', articleIds: articles.map((one) => one.id), latestAt },
    articles,
  }
}

const order = (entries: Parameters<typeof rankStories>[0]) =>
  rankStories(entries, NOW).map(({ story }) => story.id)

test('a story that more outlets wrote of comes first', () => {
  const one = entry('one', [article('a', 'Courier', 2)])
  const three = entry('three', [
    article('b', 'Courier', 2),
    article('c', 'Ledger', 3),
    article('d', 'Radio', 4),
  ])
  expect(order([one, three])).toEqual(['three', 'one'])
})

test('of two stories of the same size the newer comes first', () => {
  const old = entry('old', [article('a', 'Courier', 20)])
  const fresh = entry('fresh', [article('b', 'Courier', 1)])
  expect(order([old, fresh])).toEqual(['fresh', 'old'])
})

test('a copy does not make a story larger', () => {
  const copied = [article('a', 'Agency', 2), article('b', 'Courier', 2, 'a'), article('c', 'Ledger', 2, 'a')]
  expect(independentSources(copied)).toBe(1)
})

test('two articles of one publisher are one source', () => {
  expect(independentSources([article('a', 'Ledger', 2), article('b', 'Ledger', 1)])).toBe(1)
})
