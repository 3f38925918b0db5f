// Messages of a chat: their numbers, their threads, where they are kept.

import type { WireMessage } from './wire.ts'
import { type FakeChat, type World, wireChat, wireDate } from './world.ts'

export type NewMessage = Omit<WireMessage, 'message_id' | 'date' | 'chat'>

/** Channels and supergroups count for themselves, private chats and basic groups together. */
export function addMessage(world: World, chat: FakeChat, fields: NewMessage): WireMessage {
  const message: WireMessage = {
    message_id: nextMessageId(world, chat),
    date: wireDate(world),
    chat: wireChat(chat),
    ...replyThread(chat, fields),
    ...fields,
  }
  chat.messages.set(message.message_id, message)
  return message
}

export function nextMessageId(world: World, chat: FakeChat): number {
  if (chat.type === 'private' || chat.type === 'group') {
    world.lastAccountMessageId += 1
    return world.lastAccountMessageId
  }
  chat.lastMessageId += 1
  return chat.lastMessageId
}

/** In supergroups without topics a chain of replies is a thread named after its first message. */
function replyThread({ type, isForum }: FakeChat, { reply_to_message: earlier }: NewMessage) {
  if (type !== 'supergroup' || isForum || !earlier) return {}
  return { message_thread_id: earlier.message_thread_id ?? earlier.message_id }
}

export function topicFields({ isForum, type }: FakeChat, threadId: number | undefined) {
  if (threadId === undefined) return {}
  const isTopic = isForum || type === 'private'
  return { message_thread_id: threadId, ...(isTopic && { is_topic_message: true as const }) }
}

/** What is replied to is shown without what that one replied to. */
export function quoted(message: WireMessage): WireMessage {
  const { reply_to_message: _, ...rest } = message
  return rest
}
