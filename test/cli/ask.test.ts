import { beforeAll, describe, expect, test } from 'vitest'
import { begin, jsonLines, run, runJson } from './run.ts'
import { sampleDatabase } from './sample-database.ts'

interface Answer {
  readonly kind: string
  readonly conversation: string
  readonly points: readonly { readonly text: string }[]
}

let db: readonly string[] = []
beforeAll(async () => {
  db = ['--db', await sampleDatabase(), '--now', '2026-03-03T13:00']
})

const INJURED = 'How many people were injured in the Vessen valley?'

test('an answer is one document, its points with the sentences they cite', async () => {
  expect(await runJson(['ask', INJURED, ...db])).toMatchObject({
    kind: 'answered',
    points: expect.arrayContaining([
      {
        text: expect.stringContaining('19'),
        citations: [
          {
            articleId: expect.stringMatching(/^a\d+$/),
            externalId: 'sample-6',
            sentence: expect.any(Number),
            quote: expect.stringContaining('19'),
            url: 'https://dispatch.example/vessen-flood-tuesday',
          },
        ],
      },
    ]),
    nearest: [],
    score: expect.any(Number),
    conversation: expect.stringMatching(/^c\d+$/),
  })
})

test('a question that nothing stored answers is refused with a reason, and that is no failure', async () => {
  const { code, out } = await run(['ask', 'Who won the World Cup?', '--json', ...db])
  expect(code).toBe(0)
  expect(JSON.parse(out)).toMatchObject({ kind: 'refused', reason: 'not-stored', points: [] })
})

test('people are shown the points, their marks and sources', async () => {
  const { out } = await run(['ask', INJURED, ...db])
  expect(out).toMatch(/19.*\[1\].*Vessen Dispatch/s)
})

describe('conversations', () => {
  test('a follow-up is understood in its conversation', async () => {
    const first = await runJson<Answer>([
      'ask',
      'How long will the assessment of the Ellery Bridge take?',
      ...db,
    ])
    const { conversation } = first
    const second = await runJson<Answer>(['ask', 'Why was it closed?', '--conversation', conversation, ...db])
    expect(second.conversation).toBe(conversation)
    expect(second.points.map(({ text }) => text).join(' ')).toContain('cracks')
  })

  test('each question is a new one otherwise', async () => {
    const first = await runJson<Answer>(['ask', INJURED, ...db])
    const second = await runJson<Answer>(['ask', INJURED, ...db])
    expect(second.conversation).not.toBe(first.conversation)
  })
})

describe('--jsonl', () => {
  test('questions are answered in their order, each with its id', async () => {
    const lines = [
      { id: 1, question: INJURED },
      { id: 'b', question: 'Who won the World Cup?', now: '2026-03-03', conversation: null },
      { question: 'Why was the Ellery Bridge closed?', now: null },
    ]
    const { code, out } = await run(['ask', '--jsonl', ...db], {
      stdin: lines.map((line) => JSON.stringify(line)).join('\n'),
    })
    const answers = jsonLines(out)
    expect(code).toBe(0)
    expect(answers).toMatchObject([
      { id: 1, kind: 'answered' },
      { id: 'b', kind: 'refused' },
      { kind: 'answered' },
    ])
    expect(answers[2]).not.toHaveProperty('id')
    expect(new Set(answers.map(({ conversation }) => conversation)).size).toBe(3)
  })

  test('a line may go on with a conversation; one that is not there is an error in its place', async () => {
    const { conversation } = await runJson<Answer>([
      'ask',
      'How long will the assessment of the Ellery Bridge take?',
      ...db,
    ])
    const lines = [
      { id: 1, question: 'Why was it closed?', conversation },
      { id: 2, question: 'Why was it closed?', conversation: 'c999' },
      { id: 3, question: ' ' },
      { id: 4, question: 'Why?', now: 'soon' },
    ]
    const { code, out } = await run(['ask', '--jsonl', ...db], {
      stdin: lines.map((line) => JSON.stringify(line)).join('\n'),
    })
    expect(code).toBe(1)
    expect(jsonLines(out)).toMatchObject([
      { id: 1, conversation, kind: 'answered' },
      { id: 2, line: 2, error: expect.stringMatching(/^There is no conversation c999\./) },
      { id: 3, line: 3, error: 'Line 3: "question" must not be empty.' },
      { id: 4, line: 4, error: expect.stringMatching(/^Line 4: "now" must be a time such as/) },
    ])
  })

  test('the first answer is there before the input ends', async () => {
    const running = begin(['ask', '--jsonl', ...db])
    const answers = running.stdout[Symbol.asyncIterator]()
    running.stdin.write(`${JSON.stringify({ id: 'first', question: INJURED })}\n`)
    expect(JSON.parse(String((await answers.next()).value))).toMatchObject({ id: 'first', kind: 'answered' })
    running.stdin.end(JSON.stringify({ id: 'second', question: INJURED }))
    expect(JSON.parse(String((await answers.next()).value))).toMatchObject({ id: 'second' })
    expect(await running.code).toBe(0)
  })
})
