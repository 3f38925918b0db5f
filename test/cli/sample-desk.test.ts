import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { run, temporaryFolder } from './run.ts'
import { sampleDatabase, sampleLines } from './sample-database.ts'

const samples = sampleLines
  .trim()
  .split('\n')
  .map(
    (line) =>
      JSON.parse(line) as { id: string; title: string; text: string; publisher: string; language: string },
  )

const NOWHERE = ['--db', join('/nowhere', 'brevier.db')]

describe('start with nothing configured', () => {
  test('says that it shows samples, prints the edition and two answered questions, and ends', async () => {
    const { code, out, err } = await run(['start', ...NOWHERE])
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toContain('These are samples')
    expect(out).toContain('Brevier · Tuesday, 3 March 2026')
    expect(out).toContain('From the stored articles:')
    expect(out).toContain('Not in what I have stored.')
    expect(out).toContain('brevier feeds add <url>')
  })

  test('prints no escape codes and no prompt where nobody sits', async () => {
    const { out } = await run(['start', ...NOWHERE])
    expect(out).not.toMatch(/\u001b|›/)
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(88)
  })

  test('prints a brief of each of the six stories', async () => {
    const { out } = await run(['start', ...NOWHERE])
    for (const words of ['Ellery Bridge', 'Vessen', 'Halden', 'Kelp', 'Lanner', 'Lokführer']) {
      expect(out.split('\n').filter((line) => line.includes(words)).length, words).toBeGreaterThan(0)
    }
  })

  test('creates no database', async () => {
    const file = join(temporaryFolder(), 'brevier.db')
    await run(['start', '--db', file])
    expect(existsSync(file)).toBe(false)
  })

  test('keeps samples away from a database that has no article yet', async () => {
    const file = join(temporaryFolder(), 'brevier.db')
    await run(['db', 'migrate', '--db', file])
    await run(['start', '--db', file])
    const { out } = await run(['search', 'bridge', '--db', file, '--json'])
    expect(JSON.parse(out)).toEqual([])
  })
})

describe('the sample articles', () => {
  let file = ''
  beforeAll(async () => {
    file = await sampleDatabase()
  })
  const now = ['--now', '2026-03-03T13:00']

  test('are fifteen, of six stories, one a copy, one in German', async () => {
    const { out } = await run(['stories', '--since', '100y', '--db', file, '--json'])
    const stories = JSON.parse(out) as { externalIds: string[] }[]
    expect(samples).toHaveLength(15)
    expect(stories.map(({ externalIds }) => externalIds.length).sort()).toEqual([1, 2, 2, 3, 3, 4])
    expect(samples.filter(({ language }) => language === 'de')).toHaveLength(1)
  })

  test('every point of every brief is made of pieces of the sentences it cites, and every citation opens its sentence', async () => {
    const { out } = await run(['brief', '--since', '100y', '--points', '4', '--db', file, '--json'])
    const briefs = JSON.parse(out) as Brief[]
    expect(briefs).toHaveLength(6)
    for (const brief of briefs) checkPoints(brief.points)
  })

  test('a syndicated copy is not told beside its original', async () => {
    const { out } = await run(['brief', '--since', '100y', '--points', '6', '--db', file, '--json'])
    const cited = (JSON.parse(out) as Brief[])
      .flatMap(({ points }) => points)
      .flatMap(({ citations }) => citations.map((one) => one.externalId))
    expect(cited.includes('sample-1') && cited.includes('sample-2')).toBe(false)
  })

  test('the newer figure of the flood is told, not the older', async () => {
    const { out } = await run(['brief', '--since', '100y', '--topic', 'flood', '--db', file, '--json'])
    const [brief] = JSON.parse(out) as Brief[]
    expect(brief?.points[0]?.text).toContain('19')
    expect(JSON.stringify(brief?.points)).not.toContain('Twelve people were injured')
  })

  test.each([
    ['How many people were injured in the flood?', 'risen to 19'],
    ['How much is the Lanner painting worth?', '4.5 million crowns'],
    ['When does the museum show the portrait again?', '21 March'],
    ['Why was the bridge closed?', 'cracks'],
    ['What did Ines Calloway say?', 'We will not reopen a single lane'],
    ['How many people will the Sundmark plant employ?', '1,100 people'],
    ['Wie viele Züge sind vom Streik betroffen?', '1.800 Züge'],
  ])('%s', async (question, words) => {
    const { out } = await run(['ask', question, ...now, '--db', file, '--json'])
    const answer = JSON.parse(out) as Answer
    expect(answer.kind).toBe('answered')
    expect(
      answer.points
        .slice(0, 2)
        .map(({ text }) => text)
        .join(' '),
    ).toContain(words)
    checkPoints(answer.points)
  })

  test.each([
    'What is the price of Bitcoin?',
    'Who won the World Cup?',
    'What did the chancellor of Germany say about the flood?',
  ])('%s is not stored', async (question) => {
    const { out } = await run(['ask', question, ...now, '--db', file, '--json'])
    expect(JSON.parse(out)).toMatchObject({ kind: 'refused', reason: 'not-stored', points: [] })
  })

  test('advice and predictions are out of scope', async () => {
    const { out } = await run(['ask', 'Should I buy shares of Halden Cells?', ...now, '--db', file, '--json'])
    expect(JSON.parse(out)).toMatchObject({ kind: 'refused', reason: 'out-of-scope' })
  })
})

interface Point {
  text: string
  citations: { externalId?: string; sentence: number; quote: string }[]
}
interface Brief {
  points: Point[]
}
interface Answer {
  kind: string
  conversation: string
  points: Point[]
}

function checkPoints(points: readonly Point[]): void {
  for (const { text, citations } of points) {
    expect(citations.length).toBeGreaterThan(0)
    const quotes = citations.map(({ quote }) => quote).join(' ')
    for (const word of text.split(' '))
      expect(quotes, text).toContain(word.replace(/^./, (letter) => letter).slice(1))
    for (const { externalId, quote } of citations) {
      expect(samples.find(({ id }) => id === externalId)?.text).toContain(quote)
    }
  }
}
