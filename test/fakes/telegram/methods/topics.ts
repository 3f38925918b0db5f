import { z } from 'zod'
import { botMember, hasRight, reachableChat } from '../access.ts'
import { badRequest } from '../api-error.ts'
import { method } from '../method.ts'
import { chatId } from '../params.ts'
import { closeTopic, deleteTopic, openTopic, reopenTopic } from '../topics.ts'
import type { FakeChat, World } from '../world.ts'

const shape = { chat_id: chatId, message_thread_id: z.int() } as const

export const createForumTopic = method(
  { chat_id: chatId, name: z.string(), icon_color: z.int().exactOptional() },
  ({ world }, params) => {
    const chat = forum(world, params.chat_id)
    const length = [...params.name].length
    if (length < 1 || length > 128) throw badRequest('TOPIC_TITLE_INVALID')
    const id = openTopic(world, chat, params.name, world.bot)
    return { message_thread_id: id, name: params.name, icon_color: 0x6fb9f0 }
  },
)

export const closeForumTopic = method(shape, ({ world }, params) => {
  closeTopic(world, forum(world, params.chat_id), params.message_thread_id, world.bot)
  return true
})

export const reopenForumTopic = method(shape, ({ world }, params) => {
  reopenTopic(world, forum(world, params.chat_id), params.message_thread_id, world.bot)
  return true
})

export const deleteForumTopic = method(shape, ({ world }, params) => {
  deleteTopic(forum(world, params.chat_id), params.message_thread_id)
  return true
})

/** Topics also exist in private chats, when the owner of the bot switched them on. */
function forum(world: World, id: number | string): FakeChat {
  const chat = reachableChat(world, id)
  const isForum = chat.type === 'private' ? world.hasTopicsInPrivate : chat.isForum
  if (!isForum) throw badRequest('the chat is not a forum')
  if (chat.type !== 'private' && !hasRight(botMember(world, chat), 'can_manage_topics')) {
    throw badRequest('not enough rights to manage topics')
  }
  return chat
}
