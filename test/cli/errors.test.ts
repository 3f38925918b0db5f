import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { jsonLines, run, temporaryFolder } from './run.ts'

const folder = temporaryFolder()
const db = join(folder, 'brevier.db')
const at = (name: string) => join(folder, name)

beforeAll(() => {
  mkdirSync(at('pages'))
  writeFileSync(at('empty.html'), '')
  writeFileSync(at('binary.html'), Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 1, 2, 3, 0, 0, 255, 254]))
  writeFileSync(
    at('huge.html'),
    `<html><body>${'<p>word word word word word</p>'.repeat(1_000_000)}</body></html>`,
  )
})

describe('what cannot be read is named in one sentence, and the exit code is 1', () => {
  test.each([
    ['missing.html', /There is no file .*missing\.html\.$/],
    ['pages', /pages is a directory; name the files in it/],
    ['empty.html', /empty\.html .*empty/],
    ['binary.html', /binary\.html .*(?:binary|text)/],
    ['huge.html', /huge\.html has 3\d MB; a page or feed may have at most 10 MB/],
  ])('%s', async (name, sentence) => {
    const { code, err, out } = await run(['ingest', at(name), '--db', db, '--json'])
    expect(code).toBe(1)
    expect(err.trim()).toMatch(sentence)
    expect(err.trim().split('\n')).toHaveLength(1)
    expect(JSON.parse(out)).toMatchObject([{ status: 'rejected' }])
  })
})

describe('everything valid in the same run is stored', () => {
  test('invalid JSON on line 7 is named with its line, and the other lines are stored', async () => {
    const lines = Array.from({ length: 9 }, (_, line) =>
      line === 6
        ? '{"id": "seven", "text": "broken'
        : JSON.stringify({ id: `line ${line + 1}`, text: `Sentence ${line + 1} stands here.` }),
    )
    const { code, out, err } = await run(['ingest', '-', '--db', at('seven.db'), '--json'], {
      stdin: lines.join('\n'),
    })
    expect(code).toBe(1)
    expect(err).toMatch(/line 7/)
    const results = JSON.parse(out) as { status: string; line?: number; externalId?: string }[]
    expect(results.filter(({ status }) => status === 'stored')).toHaveLength(8)
    expect(results[6]).toMatchObject({ status: 'rejected', line: 7 })
  })

  test('a missing file between two good ones loses neither', async () => {
    const article = (n: number) =>
      `{"text":"The town of Marrow has opened its bath number ${n} after years of repairs."}`
    writeFileSync(at('one.jsonl'), article(1))
    writeFileSync(at('two.jsonl'), article(2))
    const { code, out } = await run([
      'ingest',
      at('one.jsonl'),
      at('none.jsonl'),
      at('two.jsonl'),
      '--db',
      at('three.db'),
      '--json',
    ])
    expect(code).toBe(1)
    expect((JSON.parse(out) as { status: string }[]).map(({ status }) => status)).toEqual([
      'stored',
      'rejected',
      'stored',
    ])
  })

  test('a bad line of a stream is answered in its place', async () => {
    const stdin = ['{"id":1,"question":"Why?"}', 'nonsense', '{"id":3}', '{"id":4,"question":"How?"}'].join(
      '\n',
    )
    const { code, out } = await run(['ask', '--jsonl', '--db', at('ask.db')], { stdin })
    expect(code).toBe(1)
    const lines = jsonLines(out)
    expect(lines).toHaveLength(4)
    expect(lines[1]).toMatchObject({ line: 2, error: expect.stringMatching(/^Line 2 is not JSON/) })
    expect(lines[2]).toMatchObject({ line: 3, id: 3, error: expect.stringMatching(/question/) })
    expect(lines[3]).toMatchObject({ id: 4, kind: 'refused' })
  })
})

describe('wrong usage is one sentence with exit code 2', () => {
  test.each([
    [['ingest', '--frob'], /^Unknown option '--frob'.* See brevier ingest --help\.$/],
    [['frobnicate'], /^Unknown command 'frobnicate'.* See brevier --help\.$/],
    [['brief', '--since', 'yesterday'], /--since <duration>.*Write it like 15m, 24h, 7d, 2w or 1y\./],
    [['ask', 'Why?', '--now', 'soon'], /--now <time>.*Write it like 2026-03-03/],
    [['search', 'x', '--limit', '0'], /must be a whole number above 0/],
    [['feeds', 'add'], /^Missing required argument 'url'.* See brevier feeds add --help\.$/],
    [['stories', '--db', 'mysql://here'], /^DATABASE_URL must be sqlite:<path>/],
    [['stories', '--db', ''], /^--db is empty\./],
    [['db', 'backup', ''], /^Name the new file/],
    [
      ['brief', '--article', 'a1', '--story', 's1'],
      /^Option '--article <id>' cannot be used with option '--story <id>'\. See brevier brief --help\.$/,
    ],
    [['ingest'], /^Name what to store/],
    [['extract'], /^Name a page/],
    [['feeds', 'parse'], /^Name a feed document/],
    [['ask'], /^Ask something/],
    [['search', ' '], /^Search for something/],
    [['check', '--claim', 'x'], /^Name both/],
    [['toString'], /^Unknown command 'toString'/],
    [
      ['ingest', 'a.jsonl', '--jsonl'],
      /^--jsonl reads standard input: leave out either "a\.jsonl" or --jsonl\.$/,
    ],
    [['extract', 'a.jsonl', '--jsonl'], /^--jsonl reads standard input/],
    [['ask', 'Why?', '--jsonl'], /^--jsonl reads standard input/],
    [['search', 'x', '--jsonl'], /^--jsonl reads standard input/],
    [['feeds', 'parse', 'a.jsonl', '--jsonl'], /^--jsonl reads standard input/],
  ])('%j', async (args, sentence) => {
    const { code, err } = await run(args, { env: { DATABASE_URL: `sqlite:${db}` } })
    expect(err.trim()).toMatch(sentence)
    expect(err.trim().split('\n')).toHaveLength(1)
    expect(code).toBe(2)
  })
})

describe('commands that store nothing name what they cannot read, with exit code 1', () => {
  test.each([
    ['missing.html', /There is no file .*missing\.html\.$/],
    ['pages', /pages is a directory/],
    ['empty.html', /(?:empty\.html is empty|empty\.html: There is no feed in it: it is empty)\.$/],
    ['binary.html', /binary\.html(?: is a binary file, not text|: It is no feed: .*)\.$/],
    ['huge.html', /huge\.html has (?:3\d MB; a page or feed may have at most|more than) 10 MB/],
  ])('%s', async (name, sentence) => {
    for (const command of [['extract'], ['feeds', 'parse'], ['check', '--claim', 'x', '--source']]) {
      const { code, err, out } = await run([...command, at(name)])
      expect({ code, out }).toEqual({ code: 1, out: '' })
      expect(err.trim()).toMatch(sentence)
      expect(err.trim().split('\n')).toHaveLength(1)
    }
  })

  test('an address that cannot be fetched', async () => {
    for (const command of ['ingest', 'extract', 'feeds parse']) {
      const { code, err } = await run([...command.split(' '), 'http://127.0.0.1:9/a'], {
        env: { DATABASE_URL: 'sqlite::memory:' },
      })
      expect(code).toBe(1)
      expect(err).toBe(
        'http://127.0.0.1:9/a is on a private network, which Brevier fetches from only where FETCH_PRIVATE is yes.\n',
      )
    }
  })
})

describe('--jsonl: a bad line is answered in its place with its line, and the rest goes on', () => {
  const good = {
    ingest: { text: 'The ferry to Harrow stops on Sunday.' },
    extract: { text: 'The ferry to Harrow stops on Sunday.' },
    brief: { text: 'The ferry to Harrow stops on Sunday.' },
    check: { source: 'The ferry stops.', claim: 'The ferry stops.' },
    search: { query: 'ferry' },
    ask: { question: 'When does the ferry stop?' },
    'feeds parse': { body: '<rss version="2.0"><channel><title>Courier</title></channel></rss>' },
  }

  test.each(Object.entries(good))('%s', async (command, fields) => {
    const line = (id: unknown) => JSON.stringify({ ...fields, id })
    const stdin = ['nonsense', '[1]', line('b\u2028c'), '', '{"id":"d"}', '{"id":', line(null), ''].join('\n')
    const { code, out, err } = await run([...command.split(' '), '--jsonl'], {
      stdin: `\ufeff${stdin}`,
      env: { DATABASE_URL: 'sqlite::memory:' },
    })
    const answers = jsonLines(out)
    expect({ code, err }).toEqual({ code: 1, err: '' })
    expect(answers.map((answer) => ('error' in answer ? answer.line : 'done'))).toEqual([
      1,
      2,
      'done',
      5,
      6,
      'done',
    ])
    expect(answers[3]?.id).toBe('d')
    expect(answers[2]?.[command === 'ingest' ? 'externalId' : 'id']).toBe('b\u2028c')
    expect(answers[5]).not.toHaveProperty(command === 'ingest' ? 'externalId' : 'id', null)
  })

  test.each(Object.keys(good))('%s of nothing prints nothing and is done', async (command) => {
    const ran = await run([...command.split(' '), '--jsonl'], { env: { DATABASE_URL: 'sqlite::memory:' } })
    expect(ran).toEqual({ code: 0, out: '', err: '' })
  })
})

describe('what is not there is named, with how to find what is', () => {
  test.each([
    [
      ['brief', '--article', 'a99'],
      'There is no article a99. brevier search finds articles and shows their ids.',
    ],
    [['brief', '--story', 's99'], 'There is no story s99. brevier stories lists them with their ids.'],
    [['ask', 'Why?', '--conversation', 'c99'], 'There is no conversation c99.'],
    [['feeds', 'remove', 'f99'], 'There is no feed f99. brevier feeds list shows those there are.'],
    [['feeds', 'poll', 'f99'], 'There is no feed f99.'],
    [['feeds', 'add', 'courier'], '"courier" is not the address of a feed. It should begin with https://.'],
  ])('%j', async (args, sentence) => {
    const { code, err } = await run([...args, '--db', db])
    expect(err).toContain(sentence)
    expect(code).toBe(1)
  })
})

test('help goes to standard output and is no error', async () => {
  const { code, out, err } = await run(['--help'])
  expect({ code, err }).toEqual({ code: 0, err: '' })
  expect(out).toMatch(/ingest.*extract.*search/s)
})
