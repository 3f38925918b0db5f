import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { startModelServer } from '../fakes/openai/server.ts'
import { begin, jsonLines, run, runJson, temporaryFolder } from './run.ts'
import { sampleDatabase, sampleLines } from './sample-database.ts'

interface Brief {
  readonly id?: string
  readonly headline: string
  readonly points: readonly { readonly text: string; readonly citations: readonly object[] }[]
}

let db: readonly string[] = []
beforeAll(async () => {
  db = ['--db', await sampleDatabase()]
})

const samples = sampleLines.trim().split('\n')
const EVER = ['--since', '100y']
const wordsOf = ({ points }: Brief) => points.flatMap(({ text }) => text.split(/\s+/)).length

describe('what is stored', () => {
  test('one article gives one document', async () => {
    expect(await runJson(['brief', '--article', 'a1', ...db])).toMatchObject({
      headline: 'Ellery Bridge closed after inspectors find cracks in main cable',
      engine: 'extractive',
      language: 'en',
      findings: [],
      points: expect.arrayContaining([
        {
          text: expect.any(String),
          citations: [
            {
              articleId: 'a1',
              externalId: 'sample-1',
              sentence: expect.any(Number),
              quote: expect.any(String),
              url: 'https://meridian.example/ellery-bridge-closed',
            },
          ],
        },
      ]),
    })
  })

  test('a story gives one document, of the sources that tell it', async () => {
    const [story] = await runJson<{ id: string; articleIds: string[] }[]>(['stories', ...EVER, ...db])
    const brief = await runJson<Brief>(['brief', '--story', story?.id ?? '', ...db])
    const cited = brief.points.flatMap(({ citations }) => citations)
    expect(cited.length).toBeGreaterThan(0)
    for (const citation of cited) {
      expect(story?.articleIds).toContain((citation as { articleId: string }).articleId)
    }
  })

  test('a period gives an array, of all stories or those about some words', async () => {
    expect(await runJson(['brief', ...EVER, ...db])).toHaveLength(6)
    expect(await runJson(['brief', ...EVER, '--limit', '2', ...db])).toHaveLength(2)
    expect(await runJson(['brief', ...EVER, '--topic', 'kelp', ...db])).toMatchObject([
      { headline: expect.stringMatching(/kelp/i) },
    ])
    expect(await runJson(['brief', '--since', '15m', ...db])).toEqual([])
  })

  test('people are shown headlines, points with marks, and sources', async () => {
    const { out } = await run(['brief', '--article', 'a1', ...db])
    expect(out).toMatch(/^Ellery Bridge closed.*\[1\].*Meridian Press/s)
  })
})

describe('the length of a brief', () => {
  const bridge = ['brief', '--article', 'a1']

  test('is three points within 60 words or 420 characters when nothing is said', async () => {
    for (const brief of await runJson<Brief[]>(['brief', ...EVER, ...db])) {
      const characters = brief.points.map(({ text }) => text).join(' ').length
      expect(brief.points.length).toBeLessThanOrEqual(3)
      expect(wordsOf(brief) <= 60 || characters <= 420).toBe(true)
    }
  })

  test('is as many points as asked, without a limit of words', async () => {
    const brief = await runJson<Brief>([...bridge, '--points', '5', ...db])
    expect(brief.points).toHaveLength(5)
    expect(wordsOf(brief)).toBeGreaterThan(60)
  })

  test('is at most as many words as asked', async () => {
    const brief = await runJson<Brief>([...bridge, '--words', '30', ...db])
    expect(brief.points.length).toBeGreaterThan(0)
    expect(wordsOf(brief)).toBeLessThanOrEqual(30)
  })
})

describe('--jsonl', () => {
  const [first = '', second = ''] = samples

  test('briefs articles and groups of articles in their order, and needs no database', async () => {
    const file = join(temporaryFolder(), 'brevier.db')
    const group = { id: 7, articles: [JSON.parse(first), JSON.parse(second), { id: 'empty', text: '' }] }
    const { code, out } = await run(['brief', '--jsonl', '--points', '1'], {
      stdin: [first, JSON.stringify(group), JSON.stringify({ text: JSON.parse(first).text })].join('\n'),
      env: { DATABASE_URL: `sqlite:${file}` },
    })
    expect(code).toBe(0)
    expect(jsonLines(out)).toMatchObject([
      { id: 'sample-1', headline: 'Ellery Bridge closed after inspectors find cracks in main cable' },
      { id: 7, points: [{ citations: [{ articleId: expect.stringMatching(/^sample-[12]$/) }] }] },
      { points: [{ citations: [{ articleId: '1' }] }] },
    ])
    expect(existsSync(file)).toBe(false)
  })

  test('what holds no article is an error in its place', async () => {
    const lines = [
      '{"id":"a","title":"Only a title"}',
      '{"id":2,"text":" "}',
      '{"id":"c","articles":[]}',
      '{"id":"d","articles":[{"text":5}]}',
      first,
    ]
    const { code, out } = await run(['brief', '--jsonl'], { stdin: lines.join('\n') })
    expect(code).toBe(1)
    expect(jsonLines(out)).toMatchObject([
      { id: 'a', line: 1, error: expect.stringContaining('neither "text" nor "html"') },
      { id: 2, line: 2, error: expect.stringContaining('The text is empty.') },
      { id: 'c', line: 3, error: 'Line 3: "articles" must not be empty.' },
      { id: 'd', line: 4, error: 'Line 4: "articles.0.text" must be text.' },
      { id: 'sample-1' },
    ])
  })

  test('answers the first line before the second comes', async () => {
    const running = begin(['brief', '--jsonl', '--points', '1'])
    const answers = running.stdout[Symbol.asyncIterator]()
    running.stdin.write(`${first}\n`)
    const brief = JSON.parse(String((await answers.next()).value)) as Brief
    expect(brief).toMatchObject({ id: 'sample-1', points: [{}] })
    running.stdin.end()
    expect(await running.code).toBe(0)
  })
})

test('a model that is configured is not asked for briefs of lines, and the help says so', async () => {
  await using server = await startModelServer()
  const env = { OPENAI_BASE_URL: server.url, OPENAI_API_KEY: server.key, OPENAI_MODEL: 'gpt-6-luna' }
  const { out } = await run(['brief', '--jsonl'], { stdin: `${samples[0]}\n`, env })
  expect(jsonLines(out)).toMatchObject([{ engine: 'extractive' }])
  expect(server.asked).toEqual([])
  const help = await run(['brief', '--help'])
  expect(help.out.replace(/\s+/g, ' ')).toContain('never by a model')
})
