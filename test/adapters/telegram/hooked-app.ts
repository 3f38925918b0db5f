// The adapter behind a webhook that listens on this machine.

import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { expect } from 'vitest'
import type { Ack } from '../../../src/ports.ts'
import { telegramApp } from './telegram-app.ts'

export const SECRET = 'a-secret-of-sixteen'
const ORIGIN = 'https://news.example'

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

/** What becomes of an event that was heard. */
type Answer = (stored: () => void) => Promise<Ack>

export async function hookedApp(answer: Answer = async () => ({ kind: 'later' })) {
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
  const listening = app.adapter.listen(async (event, stored) => {
    heard.push(event.kind === 'question' ? event.text : event.kind)
    return answer(() => stored?.())
  }, stop.signal)
  await expect.poll(() => app.telegram.received('setWebhook')[0]?.status).toBe(200)
  return {
    app,
    heard,
    port,
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

export const question = (chat: number) => ({
  update_id: 1,
  message: {
    message_id: 1,
    date: 1,
    chat: { id: chat, type: 'private', first_name: 'Ada' },
    from: { id: chat, is_bot: false, first_name: 'Ada' },
    text: 'Hello?',
  },
})
