// Topics of a forum. A topic is named by the number of the message that made it.

import { badRequest } from './api-error.ts'
import { addMessage, type NewMessage } from './messages.ts'
import { tellBot } from './privacy.ts'
import type { WireUser } from './wire.ts'
import type { FakeChat, Topic, World } from './world.ts'

const ICON_COLOUR = 0x6fb9f0

export function openTopic(world: World, chat: FakeChat, name: string, from: WireUser): number {
  const message = addMessage(world, chat, {
    from,
    is_topic_message: true,
    forum_topic_created: { name, icon_color: ICON_COLOUR },
  })
  const id = message.message_id
  chat.topics.set(id, { name, isClosed: false })
  tellBot(world, chat, { ...message, message_thread_id: id })
  return id
}

export function closeTopic(world: World, chat: FakeChat, id: number, from: WireUser): void {
  topicOf(chat, id).isClosed = true
  tell(world, chat, id, { from, forum_topic_closed: {} })
}

export function reopenTopic(world: World, chat: FakeChat, id: number, from: WireUser): void {
  topicOf(chat, id).isClosed = false
  tell(world, chat, id, { from, forum_topic_reopened: {} })
}

/** Its messages go with it, and nobody is told. */
export function deleteTopic(chat: FakeChat, id: number): void {
  topicOf(chat, id)
  chat.topics.delete(id)
  for (const message of chat.messages.values()) {
    if (message.message_thread_id === id || message.message_id === id)
      chat.messages.delete(message.message_id)
  }
}

export function topicOf({ topics }: FakeChat, id: number): Topic {
  const topic = topics.get(id)
  if (!topic) throw badRequest('message thread not found')
  return topic
}

function tell(world: World, chat: FakeChat, id: number, fields: NewMessage): void {
  tellBot(world, chat, addMessage(world, chat, { message_thread_id: id, is_topic_message: true, ...fields }))
}
