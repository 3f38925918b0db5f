import { PassThrough } from 'node:stream'
import { expect, test } from 'vitest'
import { type AdapterParts, registry } from '../../adapters/index.ts'
import type { TerminalSettings } from '../../adapters/terminal/settings.ts'
import { systemClock } from '../../src/clock.ts'
import { terminalAdapter } from '../../src/compose.ts'
import { ConfigError } from '../../src/errors.ts'
import { createLog } from '../../src/log.ts'

function parts(isTTY: boolean, settings: TerminalSettings = {}): AdapterParts {
  const tty = isTTY ? { isTTY } : {}
  return {
    settings,
    input: Object.assign(new PassThrough(), tty),
    output: Object.assign(new PassThrough(), tty, { columns: 60 }),
    clock: systemClock,
    log: createLog({ level: 'error', json: false, write: () => undefined }),
  }
}

const terminal = registry.find(({ platform }) => platform === 'terminal')

test('every platform is registered once', () => {
  expect(new Set(registry.map(({ platform }) => platform)).size).toBe(registry.length)
})

test('the terminal is configured where a person sits before it', () => {
  expect(terminal?.isConfigured(parts(true))).toBe(true)
  expect(terminal?.isConfigured(parts(false))).toBe(false)
})

const telegram = registry.find(({ platform }) => platform === 'telegram')

test('Telegram is configured by its token, and made of nothing else', async () => {
  const settings = { ...telegram?.settings.parse({ TELEGRAM_BOT_TOKEN: '123456:ABC-DEF' }) }
  const given: AdapterParts = { ...parts(false), settings }
  expect(telegram?.isConfigured(given)).toBe(true)
  expect(telegram?.isConfigured({ ...given, settings: telegram.settings.parse({}) })).toBe(false)
  expect((await telegram?.create(given))?.platform).toBe('telegram')
})

const discord = registry.find(({ platform }) => platform === 'discord')

test('Discord is configured by its token, and made of nothing else', async () => {
  const settings = { ...discord?.settings.parse({ DISCORD_TOKEN: 'MTIz.abc.d-e_f' }) }
  const given: AdapterParts = { ...parts(false), settings }
  expect(discord?.isConfigured(given)).toBe(true)
  expect(discord?.isConfigured({ ...given, settings: discord.settings.parse({}) })).toBe(false)
  expect((await discord?.create(given))?.platform).toBe('discord')
})

test('a webhook without a secret is refused', () => {
  const parsed = telegram?.settings.safeParse({ TELEGRAM_WEBHOOK_URL: 'https://news.example/hook' })
  expect(parsed?.error?.issues.map(({ path, message }) => `${path.join('.')} ${message}`)).toEqual([
    'TELEGRAM_WEBHOOK_SECRET must be set when TELEGRAM_WEBHOOK_URL is',
  ])
})

test.each([
  ['a terminal', parts(true), '\u001b[1m'],
  ['a terminal with NO_COLOR', parts(true, { NO_COLOR: '1' }), 'Bridge closed\n'],
  ['a pipe', parts(false), 'Bridge closed\n'],
])('for %s it makes an adapter that renders what that can show', async (_name, given, beginning) => {
  const adapter = await terminal?.create(given)
  const message = { language: 'en', blocks: [{ kind: 'headline', text: 'Bridge closed' }] } as const
  const [payload] = adapter?.render(message, { platform: 'terminal', id: 'local', kind: 'private' }) ?? []
  expect(payload?.body.startsWith(beginning)).toBe(true)
})

test('a terminal that was resized is filled from the next message on', async () => {
  const given = parts(true)
  const adapter = await terminal?.create(given)
  const text = 'The bridge was closed on Tuesday, the port authority said.'
  const lineCount = () =>
    adapter
      ?.render(
        { language: 'en', blocks: [{ kind: 'text', text }] },
        { platform: 'terminal', id: 'local', kind: 'private' },
      )[0]
      ?.body.trimEnd()
      .split('\n').length
  const before = lineCount()
  Object.assign(given.output, { columns: 40 })
  expect([before, lineCount()]).toEqual([1, 2])
})

test('a setting that an adapter cannot use is refused with a sentence that names it', async () => {
  const { input, output } = parts(false)
  const made = terminalAdapter({ env: { NO_COLOR_FILE: '/nowhere/colour' }, input, output })
  await expect(made).rejects.toThrow(ConfigError)
  await expect(made).rejects.toThrow(/^NO_COLOR_FILE names \/nowhere\/colour, which cannot be read: .+\.$/)
})
