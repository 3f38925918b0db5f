import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { begin, jsonLines, run, runJson, temporaryFolder } from './run.ts'

const sentences = Array.from(
  { length: 6 },
  (_, at) =>
    `The ferry will change its hours in week ${at + 1} of the year, and the harbour council agreed to it on Tuesday after a long talk about money and staff.`,
)
const html = `<!doctype html><html lang="en"><head><title>The ferry changes</title><meta property="article:published_time" content="2026-03-03T07:30:00Z"><meta property="og:site_name" content="Harrow Courier"><meta name="author" content="Ada Brook"></head><body><nav><a href="/">Home</a></nav><article>${sentences.map((sentence) => `<p>${sentence}</p>`).join('')}</article></body></html>`

test('a page gives one document with its story and what it says of itself', async () => {
  const file = join(temporaryFolder(), 'ferry.html')
  writeFileSync(file, html)
  expect(await runJson(['extract', file])).toMatchObject({
    title: 'The ferry changes',
    byline: 'Ada Brook',
    site: 'Harrow Courier',
    publishedAt: '2026-03-03T07:30:00.000Z',
    language: 'en',
    kind: 'full',
    status: 'article',
    paragraphs: sentences,
    text: sentences.join('\n\n'),
  })
})

test('a page that holds no article gives the text found and the reason, and is no failure', async () => {
  const { code, out } = await run(['extract', '-', '--json'], {
    stdin: 'Home\n\nNews\n\nSport\n\nContact us',
  })
  expect(code).toBe(0)
  expect(JSON.parse(out)).toMatchObject({
    status: 'rejected',
    reason: expect.any(String),
    text: expect.any(String),
  })
})

test('people are shown the title, what is known of it, and the story', async () => {
  const { out } = await run(['extract', '-'], { stdin: html })
  expect(out).toMatch(
    /^The ferry changes\nAda Brook · .*Harrow Courier · 2026-03-03 · en\n\nThe ferry will change/,
  )
})

test('--jsonl: each page is cleaned in its order, without a database', async () => {
  const lines = [
    { id: 'page', html, url: 'https://courier.example/ferry' },
    { id: 'pasted', text: `Home\n\nShare\n\n${sentences.join('\n\n')}\n\nShare` },
    { id: 'empty', text: '' },
  ]
  const folder = temporaryFolder()
  const { code, out } = await run(['extract', '--jsonl'], {
    stdin: lines.map((line) => JSON.stringify(line)).join('\n'),
    env: { DATABASE_URL: `sqlite:${join(folder, 'brevier.db')}` },
  })
  expect(code).toBe(0)
  expect(jsonLines(out)).toMatchObject([
    { id: 'page', status: 'article', paragraphs: sentences },
    { id: 'pasted', status: 'article', paragraphs: sentences },
    { id: 'empty', status: 'rejected', paragraphs: [], text: '' },
  ])
  expect(existsSync(join(folder, 'brevier.db'))).toBe(false)
})

test('--jsonl answers the first line before the second comes', async () => {
  const running = begin(['extract', '--jsonl'])
  const answers = running.stdout[Symbol.asyncIterator]()
  running.stdin.write(`${JSON.stringify({ id: 'a', text: sentences.join('\n\n') })}\n`)
  expect(JSON.parse(String((await answers.next()).value))).toMatchObject({ id: 'a' })
  running.stdin.end()
  expect(await running.code).toBe(0)
})
