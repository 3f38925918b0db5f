import { expect, test } from 'vitest'
import { createFakeClock } from '../clock.ts'
import { startWebServer } from '../web-server.ts'
import { apiOf } from './api-of.ts'
import { startTelegram } from './telegram.ts'

const URL = 'https://desk.example/telegram'

test('updates are pushed with the secret, and again until they are taken', async () => {
  const clock = createFakeClock()
  await using telegram = await startTelegram({ clock })
  await using listener = await startWebServer({ '/telegram': { status: 500 } })
  telegram.routeWebhook('https://desk.example', listener.url)
  await apiOf(telegram).setWebhook(URL, { secret_token: 'a-Secret_1' })

  telegram.write(telegram.person(), 'one')
  await expect.poll(async () => (await apiOf(telegram).getWebhookInfo()).last_error_message).toContain('500')
  listener.script('/telegram', { status: 200 })
  await clock.advance(1000)

  await expect.poll(() => telegram.world.updates.pending()).toEqual([])
  expect(listener.asked.map(({ headers }) => headers['x-telegram-bot-api-secret-token'])).toEqual([
    'a-Secret_1',
    'a-Secret_1',
  ])
})

test('what waited before the webhook was set is pushed, and nothing can be fetched meanwhile', async () => {
  await using telegram = await startTelegram()
  await using listener = await startWebServer({ '/telegram': { status: 200 } })
  telegram.routeWebhook('https://desk.example', listener.url)
  telegram.write(telegram.person(), 'one')

  await apiOf(telegram).setWebhook(URL)

  await expect(apiOf(telegram).getUpdates()).rejects.toThrow(
    "can't use getUpdates method while webhook is active",
  )
  await expect.poll(() => listener.asked).toHaveLength(1)
  await apiOf(telegram).deleteWebhook()
  await expect(apiOf(telegram).getUpdates()).resolves.toEqual([])
})

test.each([
  ['http://desk.example/telegram', undefined, 'HTTPS URL must be provided'],
  ['https://desk.example:8080/telegram', undefined, 'only on ports 80, 88, 443 or 8443'],
  [URL, 'not allowed', 'unallowed characters'],
])('the webhook %s with the secret %s is refused', async (url, secret, sentence) => {
  await using telegram = await startTelegram()
  const options = secret === undefined ? {} : { secret_token: secret }

  await expect(apiOf(telegram).setWebhook(url, options)).rejects.toThrow(sentence)
})
