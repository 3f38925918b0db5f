// Messages sent on: with their origin, or as the bot's own.

import { z } from 'zod'
import { checkThread, reachableChat, writableChat } from '../access.ts'
import { badRequest } from '../api-error.ts'
import { addMessage, topicFields } from '../messages.ts'
import { method } from '../method.ts'
import { chatId, messageId, threadId } from '../params.ts'
import type { WireMessage } from '../wire.ts'
import { type FakeChat, type World, wireChat } from '../world.ts'

const shape = {
  chat_id: chatId,
  message_thread_id: threadId,
  from_chat_id: chatId,
  message_id: messageId,
  disable_notification: z.boolean().exactOptional(),
} as const

export const forwardMessage = method(shape, ({ world }, params) => {
  const { from, message } = original(world, params.from_chat_id, params.message_id, 'forward')
  const isPost = from.type === 'channel'
  return sentOn(world, params.chat_id, params.message_thread_id, {
    ...contentOf(message),
    ...(isPost && {
      forward_origin: {
        type: 'channel' as const,
        chat: wireChat(from),
        message_id: message.message_id,
        date: message.date,
      },
    }),
  })
})

export const copyMessage = method(shape, ({ world }, params) => {
  const { message } = original(world, params.from_chat_id, params.message_id, 'copy')
  const { message_id } = sentOn(world, params.chat_id, params.message_thread_id, contentOf(message))
  return { message_id }
})

function original(world: World, chat: number | string, id: number, what: 'forward' | 'copy') {
  const from = reachableChat(world, chat)
  const message = from.messages.get(id)
  if (!message) throw badRequest(`message to ${what} not found`)
  return { from, message }
}

function contentOf({ text, entities, photo, caption, caption_entities }: WireMessage): Partial<WireMessage> {
  return {
    ...(text !== undefined && { text }),
    ...(entities && { entities }),
    ...(photo && { photo }),
    ...(caption !== undefined && { caption }),
    ...(caption_entities && { caption_entities }),
  }
}

function sentOn(
  world: World,
  to: number | string,
  thread: number | undefined,
  content: Partial<WireMessage>,
): WireMessage {
  const chat: FakeChat = writableChat(world, to)
  checkThread(world, chat, thread)
  const author = chat.type === 'channel' ? { sender_chat: wireChat(chat) } : { from: world.bot }
  const message = addMessage(world, chat, { ...author, ...topicFields(chat, thread), ...content })
  chat.ours.add(message.message_id)
  return message
}
