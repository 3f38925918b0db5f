import { botMember, isAdministrator, reachableChat } from '../access.ts'
import { badRequest } from '../api-error.ts'
import { method } from '../method.ts'
import { chatId, userId } from '../params.ts'
import type { WireMember } from '../wire.ts'
import { defined, findChat, wireChat } from '../world.ts'

const shape = { chat_id: chatId } as const

export const getChat = method(shape, ({ world }, params) => {
  const found = findChat(world, params.chat_id)
  const chat = found.type === 'private' ? found : reachableChat(world, params.chat_id)
  return {
    ...wireChat(chat),
    ...defined({ linked_chat_id: chat.linkedChatId }),
    accent_color_id: 0,
    max_reaction_count: 11,
    accepted_gift_types: {},
  }
})

export const getChatMember = method({ ...shape, user_id: userId }, ({ world }, params): WireMember => {
  const chat = reachableChat(world, params.chat_id)
  if (params.user_id === world.bot.id) return botMember(world, chat)
  if (chat.type === 'channel' && !isAdministrator(botMember(world, chat))) {
    throw badRequest('member list is inaccessible')
  }
  const user = world.people.get(params.user_id)
  if (!user) throw badRequest('user not found')
  const known = chat.members.get(params.user_id)
  return known ?? { user, status: chat.id === user.id ? 'member' : 'left' }
})

export const getChatAdministrators = method(shape, ({ world }, params) => {
  const chat = reachableChat(world, params.chat_id)
  if (chat.type === 'private') throw badRequest('there are no administrators in the private chat')
  return [...chat.members.values()].filter(
    (member) => isAdministrator(member) && (!member.user.is_bot || member.user.id === world.bot.id),
  )
})

export const leaveChat = method(shape, ({ world }, params) => {
  const chat = reachableChat(world, params.chat_id)
  chat.members.set(world.bot.id, { user: world.bot, status: 'left' })
  return true
})
