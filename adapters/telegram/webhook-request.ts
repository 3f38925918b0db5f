// One request to the webhook: who may speak, how much, and what is no update.

import { createHash, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Update } from 'grammy/types'
import type { ListenParts } from './poll.ts'

export type Take = (update: Update) => Promise<void>

const MAX_BYTES = 1_000_000
const REFUSALS_QUIET_MS = 60_000

const WHY = {
  400: 'It is no update.',
  401: 'It does not carry the secret.',
  405: 'It is no POST.',
  408: 'It ended early.',
  413: 'It is longer than any update.',
} as const

type Refusal = keyof typeof WHY

/** Says so once a minute: whoever scans the network must not fill the log. */
export function createRefusalLog({ clock, log }: Pick<ListenParts, 'clock' | 'log'>) {
  let quietUntil = Number.NEGATIVE_INFINITY
  return (status: Refusal): void => {
    if (clock.now() < quietUntil) return
    quietUntil = clock.now() + REFUSALS_QUIET_MS
    log.warn('a request to the webhook was refused', { status, reason: WHY[status] })
  }
}

/** Throws what storing throws. */
export async function answer(request: IncomingMessage, secret: string, take: Take): Promise<200 | Refusal> {
  if (request.method !== 'POST') return 405
  if (!isSame(String(request.headers['x-telegram-bot-api-secret-token'] ?? ''), secret)) return 401
  const body = await bodyOf(request)
  if (typeof body === 'number') return body
  const update = updateIn(body)
  if (!update) return 400
  await take(update)
  return 200
}

/** In a time that says nothing about how much of it is right. */
function isSame(given: string, secret: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(hash(given), hash(secret))
}

function bodyOf(request: IncomingMessage): Promise<string | 408 | 413> {
  if (Number(request.headers['content-length'] ?? 0) > MAX_BYTES) return Promise.resolve(413)
  return new Promise((resolve) => {
    const chunks: Buffer[] = []
    let size = 0
    request.on('data', (chunk: Buffer) => {
      size += chunk.byteLength
      if (size > MAX_BYTES) resolve(413)
      else chunks.push(chunk)
    })
    request.once('end', () => resolve(Buffer.concat(chunks).toString('utf8')))
    request.once('error', () => resolve(408))
  })
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
