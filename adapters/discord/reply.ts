// What answers an interaction: the message that said "thinking", and those below it. Possible for a quarter of an hour.

import { type APIMessage, Routes } from 'discord.js'
import type { Outcome } from '../../src/ports.ts'
import { type InteractionAddress, receiptOf } from './address.ts'
import type { Api } from './api.ts'
import { type Failure, failureOf } from './failure.ts'
import { CODES, outcomeOf } from './outcome.ts'
import type { Post } from './payload.ts'
import { bodyOf } from './wire.ts'

/** Where the bot is not, no more can follow. */
const MOST_FOLLOW_UPS = 5

/** `expired`: it must be said somewhere else. */
export async function answerInteraction(
  api: Api,
  post: Post,
  interaction: InteractionAddress,
  signal: AbortSignal,
): Promise<Outcome | 'expired'> {
  const { applicationId, token, isPrivate } = interaction
  const isFirst = post.part === 1
  // Of what everybody sees, later parts are posts, which cannot be doubled.
  if (!isFirst && (!isPrivate || post.part > 1 + MOST_FOLLOW_UPS)) return 'expired'
  try {
    const body = await bodyOf(api, post, signal, { isEphemeral: isPrivate && !isFirst, isEdit: isFirst })
    const message = isFirst
      ? await api.answer<APIMessage>('PATCH', Routes.webhookMessage(applicationId, token), { body, signal })
      : await api.answer<APIMessage>('POST', Routes.webhook(applicationId, token), {
          body,
          query: { wait: 'true' },
          signal,
        })
    return { kind: 'delivered', receipt: receiptOf(message.channel_id, message.id) }
  } catch (error) {
    const failure = failureOf(error)
    return isExpired(failure) ? 'expired' : outcomeOf(failure)
  }
}

const EXPIRED: ReadonlySet<number> = new Set([
  CODES.invalidWebhookToken,
  CODES.unknownWebhook,
  CODES.unknownMessage,
  CODES.unknownInteraction,
  CODES.followUpCap,
])

export function isExpired(failure: Failure): boolean {
  return failure.kind === 'answered' && EXPIRED.has(failure.code)
}
