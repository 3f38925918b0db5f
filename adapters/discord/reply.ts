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
  const isFirst = post.part === 1
  // Of what everybody sees, later parts are posts, which cannot be doubled.
  if (!isFirst && (!interaction.isPrivate || post.part > 1 + MOST_FOLLOW_UPS)) return 'expired'
  try {
    return await (isFirst ? inPlaceOfThinking : below)(api, post, interaction, signal)
  } catch (error) {
    const failure = failureOf(error)
    return isExpired(failure) ? 'expired' : outcomeOf(failure)
  }
}

/** Who has taken "thinking" away meanwhile gets it below, and so does what is in an embed where cards have shown how far it is. */
async function inPlaceOfThinking(
  api: Api,
  post: Post,
  interaction: InteractionAddress,
  signal: AbortSignal,
): Promise<Outcome> {
  const { applicationId, token } = interaction
  const body = await bodyOf(api, post, signal, { isEdit: true })
  try {
    const route = Routes.webhookMessage(applicationId, token)
    return deliveredAs(await api.answer<APIMessage>('PATCH', route, { body, signal }))
  } catch (error) {
    const failure = failureOf(error)
    if (failure.kind !== 'answered') throw error
    const isUnfit = failure.status === 400 && post.embed !== undefined
    if (!isUnfit && failure.code !== CODES.unknownMessage) throw error
    return below(api, post, interaction, signal)
  }
}

async function below(
  api: Api,
  post: Post,
  { applicationId, token, isPrivate }: InteractionAddress,
  signal: AbortSignal,
): Promise<Outcome> {
  const body = await bodyOf(api, post, signal, { isEphemeral: isPrivate })
  const query = { wait: 'true' }
  const route = Routes.webhook(applicationId, token)
  return deliveredAs(await api.answer<APIMessage>('POST', route, { body, query, signal }))
}

function deliveredAs({ channel_id: channelId, id }: APIMessage): Outcome {
  return { kind: 'delivered', receipt: receiptOf(channelId, id) }
}

const EXPIRED: ReadonlySet<number> = new Set([
  CODES.invalidWebhookToken,
  CODES.unknownWebhook,
  CODES.unknownInteraction,
  CODES.followUpCap,
])

export function isExpired(failure: Failure): boolean {
  return failure.kind === 'answered' && EXPIRED.has(failure.code)
}
