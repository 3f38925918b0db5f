import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { startWebServer } from '../fakes/web-server.ts'
import { begin, jsonLines, run, runJson, temporaryFolder } from './run.ts'

const folder = temporaryFolder()
const newDatabase = () => ['--db', join(temporaryFolder(), 'brevier.db')]

function file(name: string, content: string): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

const sentences = (subject: string) =>
  Array.from(
    { length: 6 },
    (_, at) =>
      `The ${subject} will change its hours in week ${at + 1} of the year, and the harbour council agreed to it on Tuesday after a long talk about money and staff.`,
  )
const page = (subject: string) =>
  `<!doctype html><html><head><title>The ${subject} changes</title></head><body><article>${sentences(subject)
    .map((sentence) => `<p>${sentence}</p>`)
    .join('')}</article></body></html>`
const line = (id: string, text: string) => JSON.stringify({ id, title: `Story ${id}`, text })

test('pages, pasted text, feed files, addresses and JSON lines give one array, an entry per article', async () => {
  await using server = await startWebServer({ '/bus': { body: page('bus') } })
  const inputs = [
    file('ferry.html', page('ferry')),
    file('tram.txt', sentences('tram').join('\n\n')),
    file(
      'feed.xml',
      `<rss version="2.0"><channel><title>Courier</title><item><title>Rail</title><link>https://courier.example/rail</link><description><![CDATA[${sentences('railway').join(' ')}]]></description></item></channel></rss>`,
    ),
    `${server.url}/bus`,
    file('lines.jsonl', `${line('a', 'The lift is open.')}\n${line('b', 'The pier is shut.')}\n`),
  ]
  const { code, out, err } = await run(['ingest', ...inputs, '--json', ...newDatabase()], {
    env: { FETCH_PRIVATE: 'yes' },
  })
  expect({ code, err }).toEqual({ code: 0, err: '' })
  expect(JSON.parse(out)).toMatchObject([
    {
      input: inputs[0],
      id: 'a1',
      status: 'stored',
      kind: 'full',
      title: 'The ferry changes',
      storyId: expect.any(String),
    },
    { input: inputs[1], status: 'stored', kind: 'full' },
    { input: `${inputs[2]}#1`, status: 'stored', title: 'Rail' },
    { input: inputs[3], status: 'stored', title: 'The bus changes' },
    { input: `${inputs[4]}:1`, status: 'stored', externalId: 'a', kind: 'full', title: 'Story a' },
    { input: `${inputs[4]}:2`, status: 'stored', externalId: 'b' },
  ])
})

test('standard input may be a page', async () => {
  expect(await runJson(['ingest', '-', ...newDatabase()], { stdin: page('ferry') })).toMatchObject([
    { input: '-', status: 'stored', title: 'The ferry changes' },
  ])
})

describe('the status of an article', () => {
  test('says whether it is new, changed, the same again, or nothing', async () => {
    const stdin = [
      line('a', 'The ferry stops on Sunday.'),
      line('a', 'The ferry stops on Sunday.'),
      line('b', 'The ferry stops on Sunday.'),
      line('a', 'The ferry stops on Monday.'),
      line('c', ' '),
    ].join('\n')
    const { code, out } = await run(['ingest', '-', '--json', ...newDatabase()], { stdin })
    expect(code).toBe(1)
    expect(JSON.parse(out)).toMatchObject([
      { externalId: 'a', id: 'a1', status: 'stored' },
      { externalId: 'a', id: 'a1', status: 'duplicate' },
      { externalId: 'b', id: 'a2', status: 'duplicate' },
      { externalId: 'a', id: 'a1', status: 'updated' },
      { externalId: 'c', status: 'rejected', reason: 'The text is empty.' },
    ])
  })

  test('a teaser is stored as a snippet, with the reason', async () => {
    const teaser = file('teaser.txt', sentences('ferry')[0] ?? '')
    expect(await runJson(['ingest', teaser, ...newDatabase()])).toMatchObject([
      { status: 'stored', kind: 'snippet', reason: expect.any(String) },
    ])
  })
})

test('people are told how many became what, and why not all became articles', async () => {
  const stdin = [line('a', 'The ferry stops.'), JSON.stringify({ text: ' ' }), 'nonsense'].join('\n')
  const lines = file('mixed.jsonl', `${stdin}\n`)
  const { out, err } = await run(['ingest', lines, ...newDatabase()])
  expect(out).toBe(`Articles: 1 stored, 2 rejected.\n  ${lines}:2: The text is empty.\n`)
  expect(err).toMatch(/^\S+mixed\.jsonl, line 3: this is not JSON \(.+\)\.\n$/)
})

describe('--jsonl', () => {
  test('gives a line for each line, in its order', async () => {
    const stdin = [
      line('a', 'The ferry stops.'),
      'nonsense',
      '{"id":"x","text":5}',
      line('b', 'The tram goes.'),
    ].join('\n')
    const { code, out, err } = await run(['ingest', '--jsonl', ...newDatabase()], { stdin })
    expect({ code, err }).toEqual({ code: 1, err: '' })
    expect(jsonLines(out)).toMatchObject([
      { externalId: 'a', status: 'stored', storyId: expect.any(String) },
      {
        line: 2,
        status: 'rejected',
        error: expect.stringMatching(/^Standard input, line 2: this is not JSON/),
      },
      { line: 3, id: 'x', status: 'rejected', error: expect.stringMatching(/"text" must be text/) },
      { externalId: 'b', status: 'stored' },
    ])
  })

  test('answers the first line before the second comes', async () => {
    const running = begin(['ingest', '--jsonl', ...newDatabase()])
    const answers = running.stdout[Symbol.asyncIterator]()
    running.stdin.write(`${line('a', 'The ferry stops.')}\n`)
    expect(JSON.parse(String((await answers.next()).value))).toMatchObject({ externalId: 'a' })
    running.stdin.end(`${line('b', 'The tram goes.')}\n`)
    expect(JSON.parse(String((await answers.next()).value))).toMatchObject({ externalId: 'b' })
    expect(await running.code).toBe(0)
  })
})

describe('a signal', () => {
  test('ends a stream behind what was read, says how much is stored, and is no success', async () => {
    const running = begin(['ingest', '--jsonl', ...newDatabase()])
    const answers = running.stdout[Symbol.asyncIterator]()
    running.stdin.write(`${line('a', 'The ferry stops.')}\n`)
    await answers.next()
    running.stop()
    running.stdin.write(`${line('b', 'The tram goes.')}\n`)
    expect(await running.code).toBe(130)
    expect(String(running.stderr.read())).toBe('Stopped: 1 of the input are stored.\n')
  })

  test('leaves a list of exactly what is stored', async () => {
    const db = newDatabase()
    const running = begin(['ingest', '-', '--json', ...db])
    for (let at = 0; at < 150; at++) running.stdin.write(`${line(`n${at}`, `Ferry number ${at} stops.`)}\n`)
    running.stop()
    running.stdin.destroy()
    expect(await running.code).toBe(130)
    const listed = JSON.parse(String(running.stdout.read())) as readonly unknown[]
    const found = await runJson<readonly unknown[]>(['search', 'ferry', '--limit', '999', ...db])
    expect(listed).toHaveLength(found.length)
  })
})

describe('progress', () => {
  const many = Array.from({ length: 120 }, (_, at) => line(String(at), `Ferry number ${at} stops.`)).join(
    '\n',
  )

  test('is shown on one line where a person looks, and wiped at the end', async () => {
    const { err } = await run(['ingest', '-', ...newDatabase()], { stdin: many, isStderrTty: true })
    expect(err).toMatch(/^\r\d+ articles, \d+ a second\u001b\[K/)
    expect(err.endsWith('\r\u001b[K')).toBe(true)
    expect(err).not.toContain('\n')
  })

  test('is not shown on a pipe', async () => {
    const { err } = await run(['ingest', '-', ...newDatabase()], { stdin: many })
    expect(err).toBe('')
  })
})
