import { beforeAll, expect, test } from 'vitest'
import { jsonLines, run, runJson } from './run.ts'
import { sampleDatabase } from './sample-database.ts'

let db: readonly string[] = []
beforeAll(async () => {
  db = ['--db', await sampleDatabase(), '--now', '2026-03-03T13:00']
})

test('articles are listed, best first, each with its best sentence', async () => {
  const hits = await runJson<{ score: number }[]>(['search', 'kelp otters', ...db])
  expect(hits.slice(0, 2)).toMatchObject(
    Array.from({ length: 2 }, () => ({
      articleId: expect.stringMatching(/^a\d+$/),
      externalId: expect.stringMatching(/^sample-1[12]$/),
      title: expect.stringMatching(/kelp/i),
      score: expect.any(Number),
      sentence: expect.any(Number),
      quote: expect.stringMatching(/kelp|otter/i),
    })),
  )
  const scores = hits.map(({ score }) => score)
  expect(scores).toEqual(scores.toSorted((a, b) => b - a))
})

test('at most as many as asked, and none where nothing is found', async () => {
  expect(await runJson(['search', 'bridge', '--limit', '2', ...db])).toHaveLength(2)
  expect(await runJson(['search', 'zeppelin', ...db])).toEqual([])
})

test('people are shown titles and sentences', async () => {
  expect((await run(['search', 'kelp', ...db])).out).toMatch(/kelp/i)
})

test('--jsonl: queries are answered in their order, each with its id', async () => {
  const lines = [
    { id: 1, query: 'kelp' },
    { id: 'b', query: 'zeppelin', now: '2026-03-03' },
    { query: 'Lanner', id: null },
  ]
  const { code, out } = await run(['search', '--jsonl', '--limit', '1', ...db], {
    stdin: lines.map((line) => JSON.stringify(line)).join('\n'),
  })
  expect(code).toBe(0)
  expect(jsonLines(out)).toEqual([
    { id: 1, results: [expect.objectContaining({ title: expect.stringMatching(/kelp/i) })] },
    { id: 'b', results: [] },
    { results: [expect.objectContaining({ title: expect.stringContaining('Lanner') })] },
  ])
})
