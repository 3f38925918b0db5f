import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { run, runJson, temporaryFolder } from './run.ts'

async function databaseWith(text: string): Promise<string> {
  const file = join(temporaryFolder(), 'brevier.db')
  await run(['ingest', '-', '--db', file], { stdin: JSON.stringify({ id: 'a', text }) })
  return file
}

describe('db migrate', () => {
  test('names what it applied, and the second time that there was nothing to do', async () => {
    const file = join(temporaryFolder(), 'brevier.db')
    const { applied } = await runJson<{ applied: string[] }>(['db', 'migrate', '--db', file])
    expect(applied.length).toBeGreaterThan(0)
    expect((await run(['db', 'migrate', '--db', file])).out).toBe(`${file} is up to date.\n`)
  })

  test('refuses a file that is no database', async () => {
    const file = join(temporaryFolder(), 'letter.txt')
    writeFileSync(file, 'Dear reader, this is a letter and not a database at all. '.repeat(20))
    const { code, err } = await run(['db', 'migrate', '--db', file])
    expect(code).toBe(1)
    expect(err).toContain(file)
    expect(err.trim().split('\n')).toHaveLength(1)
    expect(readFileSync(file, 'utf8')).toContain('Dear reader')
  })
})

describe('db backup', () => {
  test('copies the whole database to a new file', async () => {
    const file = await databaseWith('The ferry stops on Sunday.')
    const copy = join(temporaryFolder(), 'copies', 'copy.db')
    expect(await runJson(['db', 'backup', copy, '--db', file])).toEqual({ backup: copy })
    expect(await runJson(['search', 'ferry', '--db', copy])).toMatchObject([{ externalId: 'a' }])
  })

  test('never writes over a file', async () => {
    const file = await databaseWith('The ferry stops on Sunday.')
    const { code, err } = await run(['db', 'backup', file, '--db', file])
    expect({ code, err }).toEqual({
      code: 1,
      err: `${file} exists already. Name a new file for the backup.\n`,
    })
  })

  test('that cannot be given its name leaves nothing behind', async () => {
    const file = await databaseWith('The ferry stops on Sunday.')
    const folder = temporaryFolder()
    const { code, err } = await run(['db', 'backup', `${join(folder, 'copy.db')}/`, '--db', file])
    expect(code).toBe(1)
    expect(err).toMatch(/^.+\.\n$/)
    expect(readdirSync(folder)).toEqual([])
  })

  test('of a database that is not there says so, and makes none', async () => {
    const folder = temporaryFolder()
    const missing = join(folder, 'typo.db')
    const { code, err } = await run(['db', 'backup', join(folder, 'copy.db'), '--db', missing])
    expect({ code, err }).toEqual({ code: 1, err: `There is no database ${missing} to copy.\n` })
    expect(existsSync(missing)).toBe(false)
  })
})

test.runIf(existsSync('/proc'))('a database where no folder can be made is one sentence', async () => {
  const { code, err } = await run(['db', 'migrate', '--db', 'sqlite:/proc/none/brevier.db'])
  expect({ code, err }).toEqual({
    code: 1,
    err: '/proc/none/brevier.db cannot be made: no folder can be made in its path.\n',
  })
})

test('brevier --version says which it is', async () => {
  expect(await run(['--version'])).toMatchObject({ code: 0, out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) })
})
