// What can be said at once to an event: below a button in the press itself, else as a message.

import type { Chat, InboundEvent, Message } from '../../src/domain.ts'
import type { Ack, Log, Outcome, Turn } from '../../src/ports.ts'
import { type Bot, grammySignal } from './bot.ts'
import { visibleOf } from './html.ts'
import { isStartPayload } from './keyboard.ts'
import { linesOf } from './lines.ts'
import { postOf } from './payload.ts'
import { showTyping } from './progress.ts'
import { renderMessage } from './render.ts'
import { editPost, sendPost, startUrl } from './send.ts'

type Reply = Extract<Ack, { kind: 'reply' }>

const LONGEST_NOTICE = 200
const MOST_TRIES = 3
/** Who pressed longer ago presses again. */
const LONGEST_WAIT_MS = 60_000

export interface Responder {
  readonly bot: Bot
  readonly log: Log
  readonly signal: AbortSignal
  /** Messages keep to the pace of their chat; whoever pressed has his answer before. */
  readonly turn: Turn
}

/** A press is answered before anything else: whoever pressed sees a clock until it is. Throws what the calls throw. */
export async function respond(
  responder: Responder,
  event: InboundEvent,
  { ack: given, pressId }: { readonly ack: Ack; readonly pressId?: string | undefined },
): Promise<Outcome | undefined> {
  const { bot, signal } = responder
  // There are no forms here.
  const ack = given.kind === 'form' ? given.instead : given
  if (pressId !== undefined) await answerPress(responder, event, { ack, pressId })
  switch (ack.kind) {
    case 'later':
      if (event.kind === 'question') await showTyping(bot, event.chat, signal)
      return undefined
    case 'choices':
      return undefined
    case 'edit':
      return edit(responder, event, ack.message)
    case 'reply':
      if (pressId !== undefined && isForPress(ack, event.chat)) return undefined
      return say(responder, { ...ack.message, answers: event.key }, event.chat)
  }
}

async function answerPress(
  { bot, signal }: Responder,
  { chat, ...event }: InboundEvent,
  { ack, pressId }: { readonly ack: Ack; readonly pressId: string },
): Promise<void> {
  const ref = event.kind === 'tap' ? event.ref : ''
  const answer =
    ack.kind === 'reply' && isForPress(ack, chat) ? await pressAnswer(bot, ack, chat, ref, signal) : {}
  await bot.api.answerCallbackQuery({ callback_query_id: pressId, ...answer }, grammySignal(signal))
}

/** What only he is to see who pressed, or may vanish by itself. In his private chat nobody else sees a message anyway. */
function isForPress({ isNotice, onlyTo }: Reply, chat: Chat): boolean {
  return isNotice === true || (onlyTo !== undefined && chat.kind !== 'private')
}

/** Words that are too long for the press are shown in the private chat, where pressing the same leads. */
async function pressAnswer(
  bot: Bot,
  { message, isNotice }: Reply,
  chat: Chat,
  ref: string,
  signal: AbortSignal,
) {
  const text = visibleOf(linesOf(message.blocks, chat, message.language))
  if (text.length > LONGEST_NOTICE && isStartPayload(ref) && chat.kind !== 'private')
    return { url: startUrl((await bot.me(signal)).username, ref) }
  return { text: shortened(text), ...(!isNotice && { show_alert: true }) }
}

function shortened(text: string): string {
  if (text.length <= LONGEST_NOTICE) return text
  const letters = [...new Intl.Segmenter('und').segment(text.slice(0, LONGEST_NOTICE))].slice(0, -1)
  return `${letters.map(({ segment }) => segment).join('')}…`
}

/** A message that cannot be changed, or would become several, is said anew. */
async function edit(
  responder: Responder,
  event: InboundEvent,
  message: Message,
): Promise<Outcome | undefined> {
  const { bot, signal } = responder
  const [payload, ...more] = renderMessage(message, event.chat)
  const receipt = event.kind === 'tap' ? event.receipt : undefined
  if (!payload || more.length > 0 || receipt === undefined) return say(responder, message, event.chat)
  const outcome = await inTurn(responder, event.chat, () =>
    editPost(bot, event.chat, { receipt, post: postOf(payload), signal }),
  )
  const isLost = outcome.kind === 'refused' && outcome.class === 'content'
  return isLost ? say(responder, message, event.chat) : outcome
}

/** Part after part: none before the one ahead of it arrived. */
async function say(responder: Responder, message: Message, to: Chat): Promise<Outcome | undefined> {
  const { bot, log, signal } = responder
  const send = (body: string) => inTurn(responder, to, () => sendPost(bot, to, postOf({ body }), signal))
  let outcome: Outcome | undefined
  for (const { body, plain } of renderMessage(message, to)) {
    outcome = await send(body)
    if (outcome.kind === 'refused' && outcome.class === 'content' && plain !== undefined) {
      log.error('a platform refused what was rendered for it', { chat: to.id, reason: outcome.reason })
      outcome = await send(plain)
    }
    if (outcome.kind !== 'delivered') return outcome
  }
  return outcome
}

/** Whoever has to wait is waited for, a few times. A process that stops says what it has to say without its turn. */
async function inTurn({ turn }: Responder, to: Chat, post: () => Promise<Outcome>): Promise<Outcome> {
  let afterMs: number | undefined
  for (let tries = 1; ; tries += 1) {
    const isOurs = await turn(to, afterMs)
    const outcome = await post()
    if (outcome.kind !== 'later' || outcome.retryAfterMs === undefined) return outcome
    if (!isOurs || tries === MOST_TRIES || outcome.retryAfterMs > LONGEST_WAIT_MS) return outcome
    afterMs = outcome.retryAfterMs
  }
}
