// What Telegram tells of → an event, if it is one: said to the bot, tapped, or about its place in a chat. Everything else is
// nobody's business: group chatter, other bots, channel posts, edits.

import type { CallbackQuery, Message, Update, UserFromGetMe } from 'grammy/types'
import type { Chat, InboundEvent } from '../../src/domain.ts'
import { kindOf, languageOf, messageKey, PLATFORM, personOf, receiptOf } from './address.ts'
import { isStartPayload, refOfData } from './keyboard.ts'
import { membershipOf } from './membership.ts'
import { saidIn } from './said.ts'
import type { Seen } from './seen.ts'

/** What is asked for; Telegram keeps the list until it is told another. */
export const ALLOWED_UPDATES = [
  'message',
  'callback_query',
  'my_chat_member',
  'stopped_message_generation',
] as const

export interface Hearing {
  readonly me: UserFromGetMe
  readonly seen: Pick<Seen, 'discussed'>
  readonly now: number
}

export function eventOf(update: Update, hearing: Hearing): InboundEvent | undefined {
  if (update.callback_query) return tapOf(update.callback_query, hearing.now)
  if (update.my_chat_member) return membershipOf(update.my_chat_member)
  if (update.stopped_message_generation) return stopOf(update, update.stopped_message_generation, hearing.now)
  return update.message && (moveOf(update.message) ?? speechOf(update.message, hearing))
}

export function chatOf({ chat, message_thread_id: thread, is_topic_message: isTopic }: Message): Chat {
  const id = String(chat.id)
  const kind = kindOf(chat)
  // On ordinary chains of replies the number stands too, and nothing can be sent to it.
  if (!isTopic || thread === undefined) return { platform: PLATFORM, id, kind }
  return { platform: PLATFORM, id, thread: String(thread), kind: kind === 'group' ? 'thread' : kind }
}

/** Both service messages tell of the same move, and give the same event. */
function moveOf(message: Message): InboundEvent | undefined {
  const { chat, migrate_to_chat_id: to, migrate_from_chat_id: from } = message
  if (to === undefined && from === undefined) return undefined
  const [oldId, newId] = [String(from ?? chat.id), String(to ?? chat.id)]
  return {
    kind: 'moved',
    key: `moved:${oldId}:${newId}`,
    chat: { platform: PLATFORM, id: oldId, kind: 'group' },
    person: personOf(message.from ?? chat),
    at: message.date * 1000,
    to: { platform: PLATFORM, id: newId, kind: 'group' },
  }
}

function tapOf(query: CallbackQuery, now: number): InboundEvent | undefined {
  const { message, data, from } = query
  if (!message || data === undefined) return undefined
  return {
    kind: 'tap',
    key: `tap:${query.id}`,
    chat: chatOf(message as Message),
    person: personOf(from),
    at: now,
    ref: refOfData(data),
    receipt: receiptOf(message.chat.id, message.message_id),
    ...languageOf(from),
  }
}

type Stopped = NonNullable<Update['stopped_message_generation']>

function stopOf({ update_id: id }: Update, { chat, draft_id: shown }: Stopped, at: number): InboundEvent {
  return {
    kind: 'stop',
    key: `stop:${id}:${shown}`,
    chat: { platform: PLATFORM, id: String(chat.id), kind: 'private' },
    person: personOf(chat),
    at,
    shown,
  }
}

function speechOf(message: Message, { me, seen }: Hearing): InboundEvent | undefined {
  const said = isFromSomebody(message) ? saidIn(message, me) : undefined
  if (!said) return undefined
  const { chat, from, sender_chat: sender, message_id: id, date } = message
  const common = {
    key: messageKey(chat.id, id),
    chat: chatOf(message),
    // Anonymous admins and people who write as a channel are who they show themselves as.
    person: personOf(sender ?? from ?? chat),
    at: date * 1000,
    ...repliedTo(message, me),
    ...postAbove(message, seen),
    ...languageOf(from),
  }
  if (said.kind === 'command' && said.name === 'start' && isStartPayload(said.text))
    return { ...common, kind: 'tap', ref: said.text }
  return { ...common, ...said }
}

/** Not the copy of a channel post in its discussion group, and not another bot. */
function isFromSomebody({ from, sender_chat: sender, is_automatic_forward: isCopy }: Message): boolean {
  return !isCopy && (sender !== undefined || from?.is_bot === false)
}

function repliedTo({ chat, reply_to_message: replied, ...message }: Message, me: UserFromGetMe) {
  const { message_thread_id: thread, is_topic_message: isTopic } = message
  const root = isTopic ? replied?.message_id : (thread ?? replied?.message_id)
  return {
    ...(chat.type !== 'private' && root !== undefined && { root: messageKey(chat.id, root) }),
    ...(replied?.from?.id === me.id && { replyTo: receiptOf(chat.id, replied.message_id) }),
  }
}

/** In a discussion group, whatever is said below the copy of a channel post is about that post. */
function postAbove(
  { chat, message_thread_id: thread, reply_to_message: replied }: Message,
  seen: Hearing['seen'],
) {
  const post = seen.discussed(chat.id, thread ?? replied?.message_id)
  if (!post) return {}
  const channel: Chat = { platform: PLATFORM, id: String(post.chatId), kind: 'channel' }
  return { below: { chat: channel, receipt: post.receipt } }
}
