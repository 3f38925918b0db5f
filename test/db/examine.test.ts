import { mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { examineDatabase, examineDisk } from '../../db/examine.ts'
import { openSqlite } from '../../db/sqlite.ts'

const root = mkdtempSync(join(tmpdir(), 'brevier-examine-'))
afterAll(() => rmSync(root, { recursive: true }))

const MEBIBYTE = 1024 * 1024

async function newDatabase(name: string): Promise<string> {
  const file = join(root, name)
  await (await openSqlite({ file })).close()
  return file
}

test('a database that was just made is sound', async () => {
  const problems = examineDatabase(await newDatabase('sound.db'))
  expect(problems.filter(({ text }) => text.includes('damaged'))).toEqual([])
})

test('a database with a broken page is damaged, and a copy is the remedy', async () => {
  const file = await newDatabase('broken.db')
  writeSync(openSync(file, 'r+'), Buffer.alloc(4096, 7), 0, 4096, 8 * 4096)
  expect(examineDatabase(file)).toMatchObject([
    { level: 'error', text: expect.stringContaining('damaged'), remedy: expect.stringContaining('backup') },
  ])
})

test.each([
  [49 * MEBIBYTE, ['error']],
  [499 * MEBIBYTE, ['warning']],
  [500 * MEBIBYTE, []],
])('with %i bytes free, the disk is worth %j', (free, levels) => {
  expect(examineDisk(free).map(({ level }) => level)).toEqual(levels)
})
