import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { readSettings, readShape, settingRows } from '../src/config.ts'
import { ConfigError } from '../src/errors.ts'

test('with nothing set, the database is a file in data/', () => {
  expect(readSettings({})).toEqual({
    databaseFile: 'data/brevier.db',
    logLevel: 'info',
    logFormat: 'text',
    fetchPrivate: false,
    owners: [],
    model: {
      caps: {
        dayNanoUsd: 500_000_000,
        monthNanoUsd: 10_000_000_000,
        chatDayNanoUsd: 200_000_000,
        chatMonthNanoUsd: 4_000_000_000,
        readerDayAnswers: 40,
        readerMonthAnswers: 400,
      },
    },
    environment: {},
  })
})

test('a limit can be taken away, or be nothing at all', () => {
  const { caps } = readSettings({ MODEL_DAY_USD: 'none', MODEL_MONTH_USD: '0' }).model
  expect(caps).not.toHaveProperty('dayNanoUsd')
  expect(caps.monthNanoUsd).toBe(0)
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

/** As an adapter might bring it. */
const ticker = z.object({
  TICKER_SPEED: z
    .enum(['slow', 'fast'], 'must be slow or fast')
    .default('slow')
    .describe('How fast it runs.'),
  TICKER_KEY: z.string().startsWith('tk-', 'must begin with tk-').optional().describe('Its key.'),
})

test('the settings of an adapter are read, defaulted and taken from files like the others', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'brevier-')), 'key')
  writeFileSync(file, 'tk-12\n')
  expect(readShape(ticker, { TICKER_KEY_FILE: file, TICKER_SPEED: '', OTHER: 'x' })).toEqual({
    TICKER_SPEED: 'slow',
    TICKER_KEY: 'tk-12',
  })
})

test('the wrong settings of an adapter are refused with a sentence for each', () => {
  expect(() => readShape(ticker, { TICKER_SPEED: 'dead', TICKER_KEY: '12' })).toThrow(
    new ConfigError('TICKER_SPEED must be slow or fast.\nTICKER_KEY must begin with tk-.'),
  )
})

test('a shape says of each setting what the README says', () => {
  expect(settingRows(ticker)).toEqual([
    { name: 'TICKER_SPEED', default: 'slow', about: 'How fast it runs.' },
    { name: 'TICKER_KEY', default: '', about: 'Its key.' },
  ])
})
