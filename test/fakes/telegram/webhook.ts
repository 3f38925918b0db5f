// Updates that are pushed. Of one chat they come one after the other, each again until it is taken.

import type { Clock } from '../../../src/ports.ts'
import { badRequest } from './api-error.ts'
import type { UpdateQueue } from './update-queue.ts'
import type { WireUpdate } from './wire.ts'

export interface Webhook {
  /** An empty address ends it. */
  set(url: string, secret: string | undefined): void
  info(): WebhookInfo
  /** Where the test's own server listens for what goes to that origin. */
  route(origin: string, to: string): void
  stop(): void
}

interface WebhookInfo {
  readonly url: string
  readonly last_error_date?: number
  readonly last_error_message?: string
}

const FIRST_WAIT_MS = 1000
const LONGEST_WAIT_MS = 60_000
const TIMEOUT_MS = 60_000

export function checkWebhookUrl(url: string): void {
  if (!URL.canParse(url) || !url.startsWith('https://')) {
    throw badRequest('bad webhook: An HTTPS URL must be provided for webhook')
  }
  if (!['', '443', '80', '88', '8443'].includes(new URL(url).port)) {
    throw badRequest('bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443')
  }
}

export function createWebhook(
  clock: Clock,
  updates: UpdateQueue,
  report: (problem: string) => void,
): Webhook {
  const routes = new Map<string, string>()
  const lanes = new Map<string, Promise<void>>()
  let hook:
    | { readonly url: string; readonly secret: string | undefined; readonly over: AbortController }
    | undefined
  let failure: Omit<WebhookInfo, 'url'> = {}

  updates.onArrival((update) => enqueue(update))

  /** One line per chat, so that a slow answer in one keeps back no other. */
  function enqueue(update: WireUpdate): void {
    const current = hook
    if (!current) return
    const lane = laneOf(update)
    const earlier = lanes.get(lane) ?? Promise.resolve()
    lanes.set(
      lane,
      earlier.then(() => deliver(update, current)),
    )
  }

  async function deliver(update: WireUpdate, to: NonNullable<typeof hook>): Promise<void> {
    let waitMs = FIRST_WAIT_MS
    while (
      !to.over.signal.aborted &&
      updates.pending().some(({ update_id: id }) => id === update.update_id)
    ) {
      const answer = await post(update, to)
      if (answer.isTaken) return updates.remove(update.update_id)
      if (to.over.signal.aborted) return
      failure = { last_error_date: Math.floor(clock.now() / 1000), last_error_message: answer.reason }
      await clock.sleep(answer.retryAfterMs ?? waitMs, to.over.signal)
      waitMs = Math.min(2 * waitMs, LONGEST_WAIT_MS)
    }
  }

  async function post(update: WireUpdate, { url, secret, over }: NonNullable<typeof hook>): Promise<Answer> {
    const address = routedTo(url)
    if (!address) return { isTaken: false, reason: 'Connection refused' }
    try {
      const response = await fetch(address, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(secret !== undefined && { 'x-telegram-bot-api-secret-token': secret }),
        },
        body: JSON.stringify(update),
        signal: AbortSignal.any([over.signal, AbortSignal.timeout(TIMEOUT_MS)]),
      })
      await response.arrayBuffer()
      return answerOf(response)
    } catch (error) {
      return { isTaken: false, reason: String(error) }
    }
  }

  function routedTo(url: string): string | undefined {
    const { origin, pathname, search } = new URL(url)
    const to = routes.get(origin)
    if (to === undefined) report(`nobody listens for the webhook ${origin}; route it`)
    return to && to + pathname + search
  }

  return {
    set(url, secret) {
      hook?.over.abort()
      lanes.clear()
      failure = {}
      hook = url ? { url, secret, over: new AbortController() } : undefined
      for (const update of updates.pending()) enqueue(update)
    },
    info: () => ({ url: hook?.url ?? '', ...failure }),
    route: (origin, to) => void routes.set(new URL(origin).origin, to.replace(/\/$/, '')),
    stop: () => hook?.over.abort(),
  }
}

interface Answer {
  readonly isTaken: boolean
  readonly reason: string
  readonly retryAfterMs?: number
}

function answerOf({ ok, status, statusText, headers }: Response): Answer {
  const retryAfter = Number(headers.get('retry-after') ?? Number.NaN)
  return {
    isTaken: ok,
    reason: `Wrong response from the webhook: ${status} ${statusText}`,
    ...(retryAfter > 0 && retryAfter <= 3600 && { retryAfterMs: retryAfter * 1000 }),
  }
}

function laneOf(update: WireUpdate): string {
  const { message, edited_message, channel_post, callback_query, my_chat_member } = update
  const chat = (message ?? edited_message ?? channel_post ?? callback_query?.message ?? my_chat_member)?.chat
  return String(chat?.id ?? '')
}
