import { Bot } from 'grammy'
import { expect, test } from 'vitest'
import { apiOf } from './api-of.ts'
import { startTelegram, type Telegram } from './telegram.ts'

function botOf({ token, apiRoot }: Telegram): Bot {
  return new Bot(token, { client: { apiRoot, timeoutSeconds: 5 } })
}

test('grammy speaks with it: a person writes, the bot hears it by long polling and answers in HTML', async () => {
  await using telegram = await startTelegram()
  const reader = telegram.person({ firstName: 'Ada', language: 'de' })
  const bot = botOf(telegram)
  bot.command('start', async (ctx) => {
    await ctx.reply(`Hello <b>${ctx.match}</b>`, { parse_mode: 'HTML' })
    await bot.stop()
  })

  telegram.write(reader, '/start b_X')
  await bot.start({ timeout: 1 })

  expect(telegram.messages(reader)).toMatchObject([
    { message_id: 1, text: '/start b_X', entities: [{ type: 'bot_command', offset: 0, length: 6 }] },
    { message_id: 2, text: 'Hello b_X', entities: [{ type: 'bold', offset: 6, length: 3 }] },
  ])
  expect(telegram.received().map(({ method, status }) => [method, status])).toEqual([
    ['getMe', 200],
    ['deleteWebhook', 200],
    ['sendMessage', 200],
  ])
})

test('a method it does not know answers 404 and fails the test on closing', async () => {
  const telegram = await startTelegram()
  const { status } = await fetch(`${telegram.apiRoot}/bot${telegram.token}/sendCarrierPigeon`, {
    method: 'POST',
  })

  expect(status).toBe(404)
  await expect(async () => telegram[Symbol.asyncDispose]()).rejects.toThrow('sendCarrierPigeon')
})

test('a parameter it does not know fails the test on closing', async () => {
  const telegram = await startTelegram()
  const reader = telegram.person({ hasStarted: true })
  const { api } = botOf(telegram)

  await expect(api.raw.sendMessage({ chat_id: reader, text: 'x', colour: 'red' } as never)).rejects.toThrow(
    'colour',
  )
  await expect(async () => telegram[Symbol.asyncDispose]()).rejects.toThrow('colour')
})

test('a form is read as JSON is', async () => {
  await using telegram = await startTelegram()
  const reader = telegram.person({ hasStarted: true })
  const body = new FormData()
  body.set('chat_id', String(reader))
  body.set('text', '12')
  body.set('link_preview_options', '{"is_disabled":true}')

  await fetch(`${telegram.apiRoot}/bot${telegram.token}/sendMessage`, { method: 'POST', body })

  expect(telegram.messages(reader)).toMatchObject([
    { text: '12', link_preview_options: { is_disabled: true } },
  ])
})

test('a token that was revoked is refused without failing the test', async () => {
  await using telegram = await startTelegram()
  telegram.revokeToken()

  await expect(botOf(telegram).api.getMe()).rejects.toMatchObject({
    error_code: 401,
    description: 'Unauthorized',
  })
})

test('a server that has gone refuses connections, and answers again when it is back', async () => {
  await using telegram = await startTelegram()
  const api = apiOf(telegram)
  const refused = expect.objectContaining({ error: expect.objectContaining({ code: 'ECONNREFUSED' }) })
  await telegram.goAway()
  await expect(api.getMe()).rejects.toEqual(refused)
  await telegram.comeBack()
  await expect(api.getMe()).resolves.toMatchObject({ is_bot: true })
})
