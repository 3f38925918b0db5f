import { expect, test } from 'vitest'
import { createFakeClock } from '../../fakes/clock.ts'
import { telegramApp } from './telegram-app.ts'

const { signal } = new AbortController()
/** What the server says in the head of its answers is the time of this machine. */
const onTime = () => createFakeClock(Date.now())

test('a bot that can post everywhere and is on time has no problem', async () => {
  await using app = await telegramApp({ clock: onTime() })
  const person = app.telegram.person({ hasStarted: true })
  const channel = app.telegram.channel({ bot: { status: 'administrator', can_post_messages: true } })
  const found = await app.adapter.examine?.([app.chat(person), app.chat(channel, 'channel')], signal)
  expect(found).toEqual([])
})

test('a refused token is the only finding, and is not shown', async () => {
  await using app = await telegramApp({ clock: onTime() })
  app.telegram.revokeToken()
  const found = await app.adapter.examine?.([app.chat(7)], signal)
  expect(found).toEqual([
    {
      level: 'error',
      text: 'The token is refused. Telegram answered 401 Unauthorized.',
      remedy: 'Ask @BotFather for the token and set TELEGRAM_BOT_TOKEN.',
    },
  ])
})

test('of every chat is said what keeps the bot from it', async () => {
  await using app = await telegramApp({ clock: onTime() })
  const { telegram } = app
  const mute = telegram.channel({ bot: { status: 'administrator', can_post_messages: false } })
  const left = telegram.supergroup({ bot: { status: 'member' } })
  const group = telegram.supergroup({ bot: { status: 'member' } })
  telegram.changeBot(telegram.person(), left, { status: 'kicked' })
  const found = await app.adapter.examine?.(
    [
      app.chat(mute, 'channel'),
      app.chat(left, 'group'),
      app.chat(group, 'group'),
      app.chat(-1005, 'channel'),
    ],
    signal,
  )
  expect(found?.map(({ level, text }) => [level, text.replace(/-?\d{4,}/, 'N')])).toEqual([
    ['error', 'The bot may not post to telegram:N.'],
    ['error', expect.stringMatching(/^The bot is not in telegram:N\.|^telegram:N cannot be looked at/)],
    ['warning', expect.stringContaining('Privacy mode is on')],
    ['error', expect.stringContaining('cannot be looked at')],
  ])
  expect(found?.every(({ remedy }) => remedy.endsWith('.'))).toBe(true)
})

test('a webhook in the way and a clock that is wrong are noticed', async () => {
  await using app = await telegramApp({ clock: createFakeClock(Date.now() + 90_000) })
  await fetch(`${app.telegram.apiRoot}/bot${app.telegram.token}/setWebhook`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ url: 'https://other.example/hook' }),
  })
  const found = await app.adapter.examine?.([], signal)
  expect(found?.map(({ text }) => text)).toEqual([
    'A webhook is set to https://other.example/hook, so nothing can be fetched.',
    expect.stringMatching(/^The clock of this machine is (?:89|90|91) seconds ahead\.$/),
  ])
})
