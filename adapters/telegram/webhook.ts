// Updates as requests of Telegram, behind a proxy that speaks TLS. An update is answered when it is stored: Telegram sends
// again what was not.

import { once } from 'node:events'
import { createServer, type Server, type ServerResponse } from 'node:http'
import { reasonOf, UserError } from '../../src/errors.ts'
import type { Clock } from '../../src/ports.ts'
import { grammySignal } from './bot.ts'
import { reasonOfFailure } from './failure.ts'
import { knownFailure, type ListenParts } from './poll.ts'
import { ALLOWED_UPDATES } from './updates.ts'
import { answer, createRefusalLog, type Take } from './webhook-request.ts'

export interface WebhookPlace {
  readonly url: string
  readonly secret: string
  readonly port: number
  readonly host: string
}

const RETRY_MS = 30_000
/** A whole request takes no longer, or it is cut off. */
const REQUEST_MS = 10_000
const LAST_WORDS_MS = 2_000

export async function serveWebhook(
  parts: ListenParts,
  place: WebhookPlace,
  take: Take,
  signal: AbortSignal,
): Promise<void> {
  const refused = createRefusalLog(parts)
  const server = createServer((request, response) => {
    answer(request, place.secret, take).then(
      (status) => {
        if (status !== 200) refused(status)
        end(response, status)
      },
      (error: unknown) => {
        parts.log.error('an update could not be stored', { error: reasonOf(error) })
        end(response, 500)
      },
    )
  })
  server.requestTimeout = REQUEST_MS
  await listening(server, place)
  try {
    await announce(parts, place, signal)
    await aborted(signal)
  } finally {
    await closed(server, parts.clock)
  }
}

async function listening(server: Server, { port, host }: WebhookPlace): Promise<void> {
  try {
    server.listen(port, host)
    await once(server, 'listening')
  } catch (cause) {
    const text = `Port ${port} on ${host} cannot be used. Set TELEGRAM_WEBHOOK_PORT to a free one.`
    throw new UserError(text, { cause })
  }
}

/** What is being taken is answered; who is still speaking is not waited for long, for Telegram says it again. */
async function closed(server: Server, clock: Clock): Promise<void> {
  const over = new AbortController()
  server.close(() => over.abort())
  server.closeIdleConnections()
  await clock.sleep(LAST_WORDS_MS, over.signal)
  server.closeAllConnections()
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

/** Who is refused is not listened to any longer. */
function end(response: ServerResponse, status: number): void {
  response.writeHead(status, status === 200 ? {} : { connection: 'close' }).end()
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })
}
