import { describe, expect, test } from 'vitest'
import { createLog, type LogOptions } from '../src/log.ts'

function logged(options: Partial<LogOptions> = {}) {
  const lines: string[] = []
  const log = createLog({
    level: 'info',
    json: false,
    now: () => Date.UTC(2026, 2, 3, 7, 30),
    ...options,
    write: (line) => void lines.push(line),
  })
  return { log, lines }
}

test('a line for people has the time, the level, the message and the fields', () => {
  const { log, lines } = logged()
  log.warn('a feed could not be read', {
    feed: 'https://courier.example/feed',
    error: 'It answered 500.',
    at: undefined,
  })
  expect(lines).toEqual([
    '07:30:00 warn  a feed could not be read feed=https://courier.example/feed error="It answered 500."\n',
  ])
})

test('a line for machines is one JSON object', () => {
  const { log, lines } = logged({ json: true })
  log.info('feed polled', { items: 3, counts: { stored: 2 } })
  expect(lines.map((line) => JSON.parse(line))).toEqual([
    {
      time: '2026-03-03T07:30:00.000Z',
      level: 'info',
      message: 'feed polled',
      items: 3,
      counts: { stored: 2 },
    },
  ])
})

test('what is below the level is left out', () => {
  const { log, lines } = logged({ level: 'warn' })
  log.debug('a')
  log.info('b')
  log.warn('c')
  log.error('d')
  expect(lines.map((line) => line.slice(9).trim())).toEqual(['warn  c', 'error d'])
})

describe.each([
  ['for people', false],
  ['for machines', true],
])('a line %s holds no secret', (_, json) => {
  test.each([
    ['a field named so', { telegramToken: 'sesame' }],
    ['a field within a field', { settings: { openai: [{ api_key: 'sesame' }] } }],
    ['a header', { headers: { Authorization: 'Bearer sesame' } }],
    ['the password of an address', { feed: 'https://ada:sesame@courier.example/feed' }],
    ['a user name that is a key', { feed: 'https://sesame@courier.example/feed' }],
    ['a key in an address', { feed: 'https://courier.example/feed?lang=en&api_key=sesame' }],
    ['an error that quotes one', { error: new Error('Bearer sesamesesame was refused') }],
    [
      'a bot token in an address',
      { error: 'https://api.example/bot12345:sesamesesamesesamesesame/getMe failed' },
    ],
    ['a key of a model', { error: 'Incorrect API key provided: sk-sesamesesamesesame' }],
  ])('%s', (_what, fields) => {
    const { log, lines } = logged({ json })
    log.error('failed', fields)
    expect(lines).toHaveLength(1)
    expect(lines[0]).toContain('…')
    expect(lines[0]).not.toContain('sesame')
  })

  test('the message itself', () => {
    const { log, lines } = logged({ json })
    log.error('asked https://courier.example/?token=sesame')
    expect(lines[0]).not.toContain('sesame')
  })
})

test.each([
  'two\nlines',
  'two\r\nlines',
  'a \u001b[31mred\u001b[0m word',
  'a\u009b31mred word',
  'bell\u0007',
  'safe\u202efdp.exe',
])('text from outside cannot begin a line or steer the terminal: %j', (text) => {
  const { log, lines } = logged()
  log.warn(text, { title: text, 'one-word': text.replaceAll(' ', '_') })
  expect(lines[0]).toMatch(/^[^\u0000-\u001f\u007f-\u009f\u202e]+\n$/)
})

test('an address without a secret is left as it is', () => {
  const { log, lines } = logged()
  log.info('read', { url: 'https://courier.example/@ada/a?page=2' })
  expect(lines[0]).toContain('url="https://courier.example/@ada/a?page=2"')
})
