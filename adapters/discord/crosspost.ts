// Publishes a post of an announcement channel to those who follow it elsewhere. It never keeps a post from being delivered, and
// never repeats it: what Discord takes no more of for now is tried once more when it said, and what it refuses stays as it is.

import { Routes } from 'discord.js'
import type { Clock, Log } from '../../src/ports.ts'
import { messageOfReceipt } from './address.ts'
import type { Api } from './api.ts'
import { type Failure, knownFailure, reasonOfFailure } from './failure.ts'
import { CODES } from './outcome.ts'

export interface CrosspostParts {
  readonly api: Api
  readonly clock: Clock
  readonly log: Log
}

const LONGEST_WAIT_MS = 2 * 3_600_000

export async function crosspost(parts: CrosspostParts, receipt: string, signal: AbortSignal): Promise<void> {
  const failure = await tried(parts, receipt, signal)
  if (failure?.kind !== 'limited' || failure.retryAfterMs > LONGEST_WAIT_MS)
    return note(parts, receipt, failure)
  await parts.clock.sleep(failure.retryAfterMs, signal)
  if (!signal.aborted) note(parts, receipt, await tried(parts, receipt, signal))
}

/** Undefined when it is published, by us or before. */
async function tried(
  { api }: CrosspostParts,
  receipt: string,
  signal: AbortSignal,
): Promise<Failure | undefined> {
  const message = messageOfReceipt(receipt)
  if (!message) return undefined
  try {
    await api.call('POST', Routes.channelMessageCrosspost(message.channelId, message.messageId), { signal })
    return undefined
  } catch (error) {
    const failure = knownFailure(error)
    if (!failure) throw error
    return failure.kind === 'answered' && failure.code === CODES.alreadyCrossposted ? undefined : failure
  }
}

function note({ log }: CrosspostParts, receipt: string, failure: Failure | undefined): void {
  if (failure)
    log.warn('a post was not published to followers', { post: receipt, reason: reasonOfFailure(failure) })
}
