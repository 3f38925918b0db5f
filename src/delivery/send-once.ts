// One try within its limits. Whether a send that was cut off arrived is never guessed here.

import { MINUTE_MS } from '../clock.ts'
import type { Delivery, Payload } from '../domain.ts'
import { reasonOf } from '../errors.ts'
import type { ChatAdapter, Clock, Log, Outcome } from '../ports.ts'

/** Long: a send given up too early is the commonest source of posts that nobody knows about. */
export const SEND_DEADLINE_MS = MINUTE_MS
/** What is under way when the process is asked to stop gets so long to end. */
export const STOP_GRACE_MS = 20_000

/** Undefined when the process stops and no answer came in time. The row stays `sending`; the next process finds out. */
export async function sendOnce(
  { clock, log }: { readonly clock: Clock; readonly log: Log },
  adapter: ChatAdapter,
  delivery: Delivery,
  stop: AbortSignal,
): Promise<Outcome | undefined> {
  const over = new AbortController()
  const { signal } = over
  const outcome = await Promise.race([
    tried(adapter, delivery, signal, log),
    clock.sleep(SEND_DEADLINE_MS, signal).then(unanswered),
    aborted(stop, signal)
      .then(() => clock.sleep(STOP_GRACE_MS, signal))
      .then(() => undefined),
  ])
  over.abort()
  return outcome
}

async function tried(
  adapter: ChatAdapter,
  delivery: Delivery,
  signal: AbortSignal,
  log: Log,
): Promise<Outcome> {
  const { chat, messageKey, part } = delivery
  try {
    return await adapter.send(chat, payloadOf(delivery), { key: `${messageKey}.${part}`, signal })
  } catch (error) {
    log.error('a send failed without saying whether it arrived', {
      delivery: delivery.id,
      error: reasonOf(error),
    })
    return { kind: 'unknown', reason: reasonOf(error) }
  }
}

function unanswered(): Outcome {
  return { kind: 'unknown', reason: `No answer came within ${SEND_DEADLINE_MS / 1000} seconds.` }
}

function payloadOf({ payload, isPlain }: Delivery): Payload {
  return isPlain && payload.plain !== undefined ? { body: payload.plain } : payload
}

/** Resolves when `stop` aborts; stops listening when `until` does. */
function aborted(stop: AbortSignal, until: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (stop.aborted) resolve()
    else stop.addEventListener('abort', () => resolve(), { once: true, signal: until })
  })
}
