import { join } from 'node:path'
import { expect, test } from 'vitest'
import { run, runJson, temporaryFolder } from './run.ts'
import { sampleDatabase } from './sample-database.ts'

test('stories come latest first, each with its articles, their ids and their sources', async () => {
  const stories = await runJson<{ latestAt: string }[]>([
    'stories',
    '--since',
    '100y',
    '--db',
    await sampleDatabase(),
  ])
  expect(stories).toContainEqual({
    id: expect.stringMatching(/^s\d+$/),
    headline: expect.stringContaining('Lanner'),
    articleIds: ['a13', 'a14'],
    externalIds: ['sample-13', 'sample-14'],
    sources: ['The Northern Ledger', 'Coastline Radio'],
    latestAt: '2026-03-03T07:10:00.000Z',
  })
  const times = stories.map(({ latestAt }) => latestAt)
  expect(times).toEqual(times.toSorted().toReversed())
})

test('a period holds what was published in it, and what has no date by when it was stored', async () => {
  const db = ['--db', join(temporaryFolder(), 'brevier.db')]
  const old = { id: 'old', text: 'The ferry stopped.', publishedAt: '2020-01-01' }
  const undated = { id: 'undated', text: 'The otters of the cape have come back.' }
  await run(['ingest', '-', ...db], { stdin: `${JSON.stringify(old)}\n${JSON.stringify(undated)}` })
  expect(await runJson(['stories', ...db])).toMatchObject([{ externalIds: ['undated'] }])
})
