// What people write, and the updates that come of it.

import { addMessage, quoted, topicFields } from './messages.ts'
import { chatOf, personOf } from './people.ts'
import { isSeen, tellBot } from './privacy.ts'
import type { WireEntity, WireMessage, WireUser } from './wire.ts'
import { type FakeChat, type World, wireChat, wireDate } from './world.ts'

export interface Written {
  readonly text: string
  /** His private chat with the bot when absent. */
  readonly chat?: number
  readonly replyTo?: number
  readonly topic?: number
  /** In the name of a chat: an administrator who stays anonymous, or a channel that comments. */
  readonly as?: number
}

/** The id of the new message. Whoever writes to the bot in private has started it. */
export function write(world: World, personId: number, written: Written): number {
  const chat = chatOf(world, written.chat ?? personId)
  if (chat.type === 'private') chat.members.set(world.bot.id, { user: world.bot, status: 'member' })
  const earlier = written.replyTo === undefined ? undefined : chat.messages.get(written.replyTo)
  const message = addMessage(world, chat, {
    ...author(world, personId, chat, written.as),
    ...topicFields(chat, written.topic),
    ...(earlier && { reply_to_message: quoted(earlier) }),
    text: written.text,
    ...withEntities(written.text),
  })
  tellBot(world, chat, message)
  return message.message_id
}

/** Telegram's own accounts, which hide who writes in the name of a chat. */
const ANONYMOUS: WireUser = {
  id: 1_087_968_824,
  is_bot: true,
  first_name: 'Group',
  username: 'GroupAnonymousBot',
}
const CHANNEL: WireUser = { id: 136_817_688, is_bot: true, first_name: 'Channel', username: 'Channel_Bot' }

function author(world: World, personId: number, chat: FakeChat, as: number | undefined) {
  if (chat.type === 'channel') return { sender_chat: wireChat(chat) }
  if (as === undefined) return { from: personOf(world, personId) }
  return { from: as === chat.id ? ANONYMOUS : CHANNEL, sender_chat: wireChat(chatOf(world, as)) }
}

/** A person changes what he wrote. */
export function rewrite(world: World, chatId: number, messageId: number, text: string): void {
  const chat = chatOf(world, chatId)
  const earlier = chat.messages.get(messageId)
  if (!earlier) throw new Error(`there is no message ${messageId} in the chat ${chatId}`)
  const { entities: _, ...rest } = earlier
  const edited: WireMessage = { ...rest, text, ...withEntities(text), edit_date: wireDate(world) }
  chat.messages.set(messageId, edited)
  if (!isSeen(world, chat, edited)) return
  world.updates.push(chat.type === 'channel' ? { edited_channel_post: edited } : { edited_message: edited })
}

/** Commands and names with @ are marked by the server, not by whoever writes them. */
function withEntities(text: string): { readonly entities?: readonly WireEntity[] } {
  const found = [...text.matchAll(/(?<![\w/@])(?:(\/[a-z\d_]{1,32}(?:@\w+)?)|(@[a-z]\w{3,31}))(?!\w)/gi)]
  const entities = found.map(({ 0: whole, 1: command, index }) => ({
    type: command ? 'bot_command' : 'mention',
    offset: index,
    length: whole.length,
  }))
  return entities.length > 0 ? { entities } : {}
}
