import { reasonOf } from '../errors.ts'
import { backoffMs } from './backoff.ts'
import type { DeliveryParts } from './parts.ts'

/** With the waits between them less than a minute, a store that keeps others waiting included. */
const MAX_TRIES = 5

/**
 * Stores what is known, also when the store fails for a moment: a locked database or a full disk must not make a post that
 * arrived into one that may have. Gives up with the store's error, and waits no more once the signal aborts.
 */
export async function insist(
  { clock, log, random = Math.random }: DeliveryParts,
  work: () => Promise<void>,
  signal: AbortSignal,
): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work()
    } catch (error) {
      if (tries === MAX_TRIES || signal.aborted) throw error
      log.warn('what became of a send could not be stored yet', { error: reasonOf(error) })
      await clock.sleep(backoffMs(tries, random), signal)
    }
  }
}
