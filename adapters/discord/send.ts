// One try to send a post, or to change one.

import { type APIMessage, Routes } from 'discord.js'
import type { Chat, Payload } from '../../src/domain.ts'
import type { Outcome } from '../../src/ports.ts'
import { type InteractionAddress, messageOfReceipt, receiptOf } from './address.ts'
import type { Api } from './api.ts'
import { missingRightsIn } from './examine-chat.ts'
import { type Failure, failureOf } from './failure.ts'
import { sendToForum } from './forum.ts'
import { nonceOf } from './nonce.ts'
import { CODES, outcomeOf, unsent } from './outcome.ts'
import { type Post, postOf } from './payload.ts'
import type { Places } from './places.ts'
import { answerInteraction } from './reply.ts'
import { bodyOf, type WireOptions } from './wire.ts'

export interface SendParts {
  readonly api: Api
  readonly places: Places
}

export interface Sending {
  readonly to: Chat
  readonly payload: Payload
  readonly key: string
  readonly signal: AbortSignal
}

const STOPPED: Outcome = { kind: 'later', reason: 'It was stopped before it was sent.' }

export async function sendPayload(parts: SendParts, sending: Sending): Promise<Outcome> {
  if (sending.signal.aborted) return STOPPED
  const post = postOf(sending.payload)
  if (post.answers && 'interaction' in post.answers) {
    const { interaction } = post.answers
    const answered = await answerInteraction(parts.api, post, interaction, sending.signal)
    return answered === 'expired' ? sendElsewhere(parts, sending, { post, interaction }) : answered
  }
  return sendToChat(parts, sending, post)
}

/** What comes too late to answer an interaction, or as more than it takes: in private to whom it is for, and where nobody
 *  can write to him, where he asked; there it calls him, and nobody else. */
async function sendElsewhere(
  parts: SendParts,
  sending: Sending,
  { post, interaction }: { readonly post: Post; readonly interaction: InteractionAddress },
): Promise<Outcome> {
  const { personId, channelId, isPrivate } = interaction
  const calls = post.part === 1 ? personId : undefined
  if (!isPrivate) return sendToChat(parts, sending, post, calls)
  const sent = await sendToChat(parts, sending, post)
  if (sent.kind !== 'refused' || sent.class === 'content' || sent.class === 'token') return sent
  const called = await sendToChannel(parts, { ...sending, channelId, calls }, post)
  return called.kind === 'refused' ? sent : called
}

/** To the channel, or to the private chat that is opened for it. */
async function sendToChat(parts: SendParts, sending: Sending, post: Post, calls?: string): Promise<Outcome> {
  let channelId: string
  try {
    channelId = await parts.places.channelOf(sending.to, sending.signal)
  } catch (error) {
    return unsent(outcomeOf(failureOf(error)))
  }
  return sendToChannel(parts, { ...sending, channelId, calls }, post)
}

async function sendToChannel(
  parts: SendParts,
  sending: Sending & { readonly channelId: string; readonly calls: string | undefined },
  post: Post,
): Promise<Outcome> {
  const { api, places } = parts
  const { channelId, calls, signal } = sending
  if (places.place(channelId)?.kind === 'forum') return sendToForum(parts, sending, channelId)
  const body = await bodyOrOutcome(api, post, signal, { calls })
  if ('kind' in body) return body
  try {
    const { id } = await api.call<APIMessage>('POST', Routes.channelMessages(channelId), {
      body: {
        ...body,
        ...replyTo(post, channelId),
        nonce: nonceOf(channelId, sending.key),
        enforce_nonce: true,
      },
      signal,
    })
    return { kind: 'delivered', receipt: receiptOf(channelId, id) }
  } catch (error) {
    const failure = failureOf(error)
    return isForum(failure)
      ? sendToForum(parts, sending, channelId)
      : withMissing(api, outcomeOf(failure), sending)
  }
}

/** A message that is so already is changed. One that cannot be changed any more stays as it is. */
export async function editPost(
  { api }: SendParts,
  { receipt, payload, signal }: { readonly receipt: string } & Pick<Sending, 'payload' | 'signal'>,
): Promise<Outcome> {
  const message = messageOfReceipt(receipt)
  if (!message) return { kind: 'refused', class: 'content', reason: 'There is no message to change.' }
  if (signal.aborted) return STOPPED
  const body = await bodyOrOutcome(api, postOf(payload), signal, { isEdit: true })
  if ('kind' in body) return body
  try {
    const route = Routes.channelMessage(message.channelId, message.messageId)
    await api.call('PATCH', route, { body, signal })
    return { kind: 'delivered', receipt }
  } catch (error) {
    return outcomeOf(failureOf(error))
  }
}

async function bodyOrOutcome(api: Api, post: Post, signal: AbortSignal, options: WireOptions) {
  try {
    return await bodyOf(api, post, signal, options)
  } catch (error) {
    return unsent(outcomeOf(failureOf(error)))
  }
}

/** A reply to a message that is gone meanwhile is a message. */
function replyTo({ answers }: Post, channelId: string) {
  if (!answers || 'interaction' in answers || answers.channelId !== channelId) return {}
  return { message_reference: { message_id: answers.messageId, fail_if_not_exists: false } }
}

/** A right that is missing is named, where that can be found out. */
async function withMissing(api: Api, outcome: Outcome, { to, signal }: Sending): Promise<Outcome> {
  if (outcome.kind !== 'refused' || outcome.class !== 'no-right' || to.kind === 'private') return outcome
  const missing = await missingRightsIn(api, to, signal).catch(() => [])
  if (missing.length === 0) return outcome
  return { ...outcome, reason: `${outcome.reason} Missing there: ${missing.join(', ')}.` }
}

function isForum(failure: Failure): boolean {
  return failure.kind === 'answered' && failure.code === CODES.forum
}
