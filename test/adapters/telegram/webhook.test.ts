import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { expect, test } from 'vitest'
import { telegramApp } from './telegram-app.ts'

const SECRET = 'a-secret-of-sixteen'
const ORIGIN = 'https://news.example'

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

async function hookedApp(store: () => Promise<void> = async () => {}) {
  const port = await freePort()
  const app = await telegramApp({
    env: {
      TELEGRAM_WEBHOOK_URL: `${ORIGIN}/hook`,
      TELEGRAM_WEBHOOK_SECRET: SECRET,
      TELEGRAM_WEBHOOK_PORT: String(port),
    },
  })
  const at = `http://127.0.0.1:${port}`
  app.telegram.routeWebhook(ORIGIN, at)
  const stop = new AbortController()
  const heard: string[] = []
  const listening = app.adapter.listen(async (event) => {
    await store()
    heard.push(event.kind === 'question' ? event.text : event.kind)
    return { kind: 'later' }
  }, stop.signal)
  await expect.poll(() => app.telegram.received('setWebhook')[0]?.status).toBe(200)
  return {
    app,
    heard,
    async post(body: unknown, secret?: string) {
      const headers = secret === undefined ? {} : { 'x-telegram-bot-api-secret-token': secret }
      return (await fetch(at, { method: 'POST', headers, body: JSON.stringify(body) })).status
    },
    async [Symbol.asyncDispose]() {
      stop.abort()
      await listening
      await app[Symbol.asyncDispose]()
    },
  }
}

const question = (chat: number) => ({
  update_id: 1,
  message: {
    message_id: 1,
    date: 1,
    chat: { id: chat, type: 'private', first_name: 'Ada' },
    from: { id: chat, is_bot: false, first_name: 'Ada' },
    text: 'Hello?',
  },
})

test('what is written arrives through the webhook', async () => {
  await using it = await hookedApp()
  it.app.telegram.write(it.app.telegram.person(), 'How many?')
  await expect.poll(() => it.heard).toEqual(['How many?'])
  expect(it.app.telegram.received('setWebhook')[0]?.params).toMatchObject({
    secret_token: SECRET,
    allowed_updates: ['message', 'callback_query', 'my_chat_member'],
  })
})

test('without the secret nothing is stored, and what is no update is refused', async () => {
  await using it = await hookedApp()
  const person = it.app.telegram.person({ hasStarted: true })
  expect(await it.post(question(person))).toBe(401)
  expect(await it.post(question(person), 'another-secret-123')).toBe(401)
  expect(await it.post(['nonsense'], SECRET)).toBe(400)
  expect(it.heard).toEqual([])
  expect(await it.post(question(person), SECRET)).toBe(200)
  expect(it.heard).toEqual(['Hello?'])
})

test('what could not be stored is not taken', async () => {
  await using it = await hookedApp(() => Promise.reject(new Error('the disk is full')))
  expect(await it.post(question(it.app.telegram.person()), SECRET)).toBe(500)
})
