import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readSettings } from '../src/config.ts'
import { ConfigError } from '../src/errors.ts'

test('with nothing set, the database is a file in data/', () => {
  expect(readSettings({})).toEqual({
    databaseFile: 'data/brevier.db',
    logLevel: 'info',
    logFormat: 'text',
    fetchPrivate: false,
  })
})

test('--db wins over DATABASE_URL, and a bare path means SQLite', () => {
  const environment = { DATABASE_URL: 'sqlite:one.db' }
  expect(readSettings(environment, 'two.db').databaseFile).toBe('two.db')
  expect(readSettings(environment, 'sqlite:/var/three.db').databaseFile).toBe('/var/three.db')
})

test('an empty value counts as not given', () => {
  expect(readSettings({ LOG_LEVEL: '', DATABASE_URL: '' }).logLevel).toBe('info')
})

test('a value can come from a file, and the value itself wins', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'brevier-')), 'url')
  writeFileSync(file, 'sqlite:from-file.db\n')
  expect(readSettings({ DATABASE_URL_FILE: file }).databaseFile).toBe('from-file.db')
  expect(readSettings({ DATABASE_URL_FILE: file, DATABASE_URL: 'sqlite:own.db' }).databaseFile).toBe('own.db')
})

test.each([
  [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL must be debug, info, warn or error.'],
  [{ FETCH_PRIVATE: 'perhaps' }, 'FETCH_PRIVATE must be yes or no.'],
  [
    { DATABASE_URL: 'mysql://here' },
    'DATABASE_URL must be sqlite:<path>, for example sqlite:data/brevier.db.',
  ],
])('%j is refused with a sentence that names the setting', (environment, sentence) => {
  expect(() => readSettings(environment)).toThrow(new ConfigError(sentence))
})

test('every wrong setting is named, not only the first', () => {
  expect(() => readSettings({ LOG_LEVEL: 'loud', LOG_FORMAT: 'xml' })).toThrow(
    'LOG_LEVEL must be debug, info, warn or error.\nLOG_FORMAT must be text or json.',
  )
})

test('a _FILE that cannot be read is named', () => {
  expect(() => readSettings({ DATABASE_URL_FILE: '/nowhere/url' })).toThrow(
    /^DATABASE_URL_FILE names \/nowhere\/url, which cannot be read: /,
  )
})
