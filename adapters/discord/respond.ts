// What is said at once to an interaction. Discord waits three seconds for the first word, and who did it waits for a sign: a
// command or a form is answered with "thinking" before anything else is done, a button with what it shows, from the store
// alone, or with "thinking" when that takes too long.

import { type APIInteraction, InteractionType, Routes } from 'discord.js'
import type { InboundEvent, Message } from '../../src/domain.ts'
import { reasonOf } from '../../src/errors.ts'
import { messageFromText } from '../../src/message/from-text.ts'
import { texts } from '../../src/message/texts.ts'
import type { Ack, Clock, Log } from '../../src/ports.ts'
import type { Api } from './api.ts'
import { knownFailure, reasonOfFailure } from './failure.ts'
import { modalOf } from './form.ts'
import { CODES } from './outcome.ts'
import { type Post, postOf } from './payload.ts'
import { renderMessage } from './render.ts'
import { answerInteraction } from './reply.ts'
import { shortened } from './shortened.ts'
import { bodyOf, EPHEMERAL } from './wire.ts'
import { within } from './within.ts'

export type Accept = (event: InboundEvent) => Promise<Ack>

/** The first word to an interaction, as Discord wants it. */
export interface Callback {
  readonly type: number
  readonly data?: unknown
}

export interface Responder {
  readonly api: Api
  readonly clock: Clock
  readonly log: Log
  readonly accept: Accept
  /** Says the first word. Throws what the call throws. */
  readonly say: (callback: Callback) => Promise<void>
  readonly signal: AbortSignal
}

const CALLBACK = {
  message: 4,
  deferredMessage: 5,
  deferredUpdate: 6,
  update: 7,
  choices: 8,
  modal: 9,
} as const
/** Whoever pressed gets a sign within a second. */
const PATIENCE_MS = 700
const MOST_CHOICES = 25
const LONGEST_CHOICE = 100

export async function respondTo(
  given: Responder,
  interaction: APIInteraction,
  event: InboundEvent,
): Promise<void> {
  const responder = { ...given, accept: excusing(given) }
  try {
    if (event.kind === 'typing') return await complete(responder, event)
    if (event.kind === 'command' || event.kind === 'form') return await deferAndAccept(responder, event)
    await acceptAndAnswer(responder, event, interaction)
  } catch (error) {
    noteLoss(responder, event, error)
  }
}

/** Whoever waits for an answer is told when there will be none. */
function excusing({ accept, log }: Responder): Accept {
  return async (event) => {
    try {
      return await accept(event)
    } catch (error) {
      log.error('an interaction could not be stored', { chat: event.chat.id, error: reasonOf(error) })
      const language = event.language ?? 'en'
      return { kind: 'reply', message: messageFromText(texts(language).apology, language), isNotice: true }
    }
  }
}

/** Too late, or answered by another process: there is nothing left to say to it. */
function noteLoss({ log }: Responder, { chat }: InboundEvent, error: unknown): void {
  const failure = knownFailure(error)
  if (!failure) {
    log.error('an interaction broke', { chat: chat.id, error: reasonOf(error) })
    return
  }
  const isLate = failure.kind === 'answered' && LATE.has(failure.code)
  log.warn(
    isLate ? 'an interaction was answered too late, or elsewhere' : 'an interaction could not be answered',
    {
      chat: chat.id,
      reason: reasonOfFailure(failure),
    },
  )
}

const LATE: ReadonlySet<number> = new Set([CODES.unknownInteraction, CODES.alreadyAcknowledged])

/** What cannot be completed in time is completed with nothing. */
async function complete({ clock, accept, say }: Responder, event: InboundEvent): Promise<void> {
  const ack = await within(clock, PATIENCE_MS, accept(event))
  const choices = ack?.kind === 'choices' ? ack.choices : []
  await say({
    type: CALLBACK.choices,
    data: {
      choices: choices
        .filter(({ label, value }) => label !== '' && value !== '' && value.length <= LONGEST_CHOICE)
        .slice(0, MOST_CHOICES)
        .map(({ label, value }) => ({ name: shortened(label, LONGEST_CHOICE), value })),
    },
  })
}

/** An interaction that cannot be answered any more is not stored: nobody waits for it. */
async function deferAndAccept(responder: Responder, event: InboundEvent): Promise<void> {
  await responder.say(deferral(event))
  await sayLater(responder, event, await responder.accept(event))
}

async function acceptAndAnswer(
  responder: Responder,
  event: InboundEvent,
  interaction: APIInteraction,
): Promise<void> {
  const accepted = responder.accept(event)
  const ack = await within(responder.clock, PATIENCE_MS, accepted)
  if (!ack) {
    await responder.say(deferral(event))
    return sayLater(responder, event, await accepted)
  }
  switch (ack.kind) {
    case 'later':
      return responder.say(deferral(event))
    case 'form':
      return responder.say({ type: CALLBACK.modal, data: modalOf(ack.form) })
    case 'reply':
      return reply(responder, event, ack.message, ack.isNotice === true)
    case 'edit':
      return update(responder, event, ack.message, interaction)
    case 'choices':
      return responder.say({ type: CALLBACK.deferredUpdate })
  }
}

/** "Thinking": whether only one person sees what follows is decided here for good. */
function deferral(event: InboundEvent): Callback {
  const flags = isPrivate(event) ? { data: { flags: EPHEMERAL } } : {}
  return { type: CALLBACK.deferredMessage, ...flags }
}

function isPrivate(event: InboundEvent): boolean {
  return event.replyIn !== undefined
}

/** After "thinking" was said; what is left to the desk comes as a delivery. */
async function sayLater(responder: Responder, event: InboundEvent, ack: Ack): Promise<void> {
  if (ack.kind === 'later' || ack.kind === 'choices') return
  const message = ack.kind === 'form' ? ack.instead.message : ack.message
  await sayParts(responder, postsOf(event, message))
}

async function reply(
  responder: Responder,
  event: InboundEvent,
  message: Message,
  isNotice: boolean,
): Promise<void> {
  const { api, say, signal } = responder
  const [first, ...more] = postsOf(event, message)
  if (!first) return say({ type: CALLBACK.deferredUpdate })
  const isEphemeral = isNotice || isPrivate(event)
  await say({ type: CALLBACK.message, data: await bodyOf(api, first, signal, { isEphemeral }) })
  await sayParts(responder, more)
}

/** A message that would become several is said anew. One that was an embed is one no more. */
async function update(
  responder: Responder,
  event: InboundEvent,
  message: Message,
  interaction: APIInteraction,
): Promise<void> {
  const { api, say, signal } = responder
  const [only, ...more] = postsOf(event, message)
  if (!only || more.length > 0) return reply(responder, event, message, false)
  const hadEmbeds =
    interaction.type === InteractionType.MessageComponent && interaction.message.embeds.length > 0
  const body = await bodyOf(api, only, signal, { isEdit: true })
  await say({ type: CALLBACK.update, data: { ...(hadEmbeds && { content: null, embeds: [] }), ...body } })
}

function postsOf(event: InboundEvent, message: Message): readonly Post[] {
  return renderMessage({ ...message, answers: event.key }).map(postOf)
}

async function sayParts({ api, log, signal }: Responder, posts: readonly Post[]): Promise<void> {
  for (const post of posts) {
    const interaction = post.answers && 'interaction' in post.answers ? post.answers.interaction : undefined
    const outcome = interaction && (await answerInteraction(api, post, interaction, signal))
    if (typeof outcome === 'object' && outcome.kind === 'delivered') continue
    return log.warn('a reply was not delivered', {
      outcome: typeof outcome === 'object' ? outcome.kind : 'expired',
    })
  }
}

/** How the first word is said to what came through the gateway. */
export function sayByCall(
  api: Api,
  { id, token }: Pick<APIInteraction, 'id' | 'token'>,
  signal: AbortSignal,
) {
  return async (callback: Callback): Promise<void> => {
    await api.answer('POST', Routes.interactionCallback(id, token), { body: callback, signal })
  }
}
