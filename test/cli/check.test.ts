import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { jsonLines, run, runJson, temporaryFolder } from './run.ts'

const source = 'Twelve people were injured when the ferry to Harrow hit the pier on Tuesday.'
const claims = {
  right: 'Twelve people were injured when the ferry hit the pier.',
  wrong: 'Forty people were injured when the ferry hit the pier.',
}

function sourceFile(content: string | Uint8Array = source): string {
  const file = join(temporaryFolder(), 'source.txt')
  writeFileSync(file, content)
  return file
}

test('a claim that its source supports', async () => {
  expect(await runJson(['check', '--source', sourceFile(), '--claim', claims.right])).toEqual({
    supported: true,
    score: expect.any(Number),
    findings: [],
  })
})

test('a claim that its source does not support is no failure of the command', async () => {
  const { code, out } = await run(['check', '--source', sourceFile(), '--claim', claims.wrong, '--json'])
  expect(code).toBe(0)
  expect(JSON.parse(out)).toMatchObject({
    supported: false,
    findings: expect.arrayContaining([
      { kind: 'number', level: 'fail', text: 'Forty', note: expect.any(String) },
    ]),
  })
})

test('people are told in sentences', async () => {
  expect((await run(['check', '--source', sourceFile(), '--claim', claims.wrong])).out).toMatch(
    /^The source does not support the claim \(score [-\d.]+\)\.\n {2}fail {5}number: "Forty": /,
  )
})

test('a source in an older encoding is read', async () => {
  const latin1 = sourceFile(Buffer.from('Die Fähre nach Görau fährt am Sonntag nicht.', 'latin1'))
  expect(
    await runJson(['check', '--source', latin1, '--claim', 'Die Fähre nach Görau fährt am Sonntag nicht.']),
  ).toMatchObject({
    supported: true,
  })
})

test('--jsonl: claims are checked in their order, each with its id', async () => {
  const lines = [
    { id: 1, source, claim: claims.right },
    { id: 'b', source, claim: claims.wrong },
    { id: 'c', source },
    { source, claim: '' },
  ]
  const { code, out } = await run(['check', '--jsonl'], {
    stdin: lines.map((line) => JSON.stringify(line)).join('\n'),
  })
  expect(code).toBe(1)
  expect(jsonLines(out)).toMatchObject([
    { id: 1, supported: true },
    { id: 'b', supported: false },
    { id: 'c', line: 3, error: 'Line 3: "claim" must be text.' },
    { supported: false },
  ])
})
