// Updates as requests of Telegram, behind a proxy that speaks TLS. An update is answered when it is stored: Telegram sends
// again what was not.

import { createHash, timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { Update } from 'grammy/types'
import { reasonOf } from '../../src/errors.ts'
import { grammySignal } from './bot.ts'
import { reasonOfFailure } from './failure.ts'
import { knownFailure, type ListenParts } from './poll.ts'
import { ALLOWED_UPDATES } from './updates.ts'

export interface WebhookPlace {
  readonly url: string
  readonly secret: string
  readonly port: number
  readonly host: string
}

type Take = (update: Update) => Promise<void>

const MAX_BYTES = 1_000_000
const RETRY_MS = 30_000

export async function serveWebhook(
  parts: ListenParts,
  place: WebhookPlace,
  take: Take,
  signal: AbortSignal,
): Promise<void> {
  const server = createServer((request, response) => {
    answer(request, place.secret, take).then(
      (status) => end(response, status),
      (error: unknown) => {
        parts.log.error('an update could not be stored', { error: reasonOf(error) })
        end(response, 500)
      },
    )
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(place.port, place.host, resolve)
  })
  try {
    await announce(parts, place, signal)
    await aborted(signal)
  } finally {
    server.closeIdleConnections()
    await new Promise((resolve) => server.close(resolve))
  }
}

/** Until Telegram took it; what happens meanwhile is kept there. */
async function announce(
  { bot, clock, log, tell }: ListenParts,
  { url, secret }: WebhookPlace,
  signal: AbortSignal,
): Promise<void> {
  const given = { url, secret_token: secret, allowed_updates: [...ALLOWED_UPDATES] }
  while (!signal.aborted) {
    try {
      await bot.me(signal)
      await bot.api.setWebhook(given, grammySignal(signal))
      return tell(undefined)
    } catch (error) {
      const failure = knownFailure(error)
      const reason = failure ? reasonOfFailure(failure) : reasonOf(error)
      tell(reason)
      log.error('Telegram did not take the webhook', { error: reason })
      await clock.sleep(RETRY_MS, signal)
    }
  }
}

async function answer(request: IncomingMessage, secret: string, take: Take): Promise<number> {
  if (request.method !== 'POST') return 405
  if (!isSame(String(request.headers['x-telegram-bot-api-secret-token'] ?? ''), secret)) return 401
  const update = updateIn(await bodyOf(request))
  if (!update) return 400
  await take(update)
  return 200
}

/** In a time that says nothing about how much of it is right. */
function isSame(given: string, secret: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(hash(given), hash(secret))
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.byteLength
    if (size > MAX_BYTES) return ''
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

function updateIn(body: string): Update | undefined {
  try {
    const update: unknown = JSON.parse(body)
    return typeof update === 'object' && update !== null && 'update_id' in update
      ? (update as Update)
      : undefined
  } catch {
    return undefined
  }
}

function end(response: ServerResponse, status: number): void {
  response.writeHead(status).end()
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })
}
