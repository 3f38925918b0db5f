// Whether the bot may do something in a chat, and in whose words it is told that it may not.

import { badRequest, forbidden } from './api-error.ts'
import type { Rights, WireMember } from './wire.ts'
import { type FakeChat, findChat, type World } from './world.ts'

export function botMember({ bot }: World, chat: FakeChat): WireMember {
  return chat.members.get(bot.id) ?? { user: bot, status: 'left' }
}

export function isIn({ status, is_member }: WireMember): boolean {
  if (status === 'restricted') return is_member === true
  return status === 'creator' || status === 'administrator' || status === 'member'
}

export function isAdministrator({ status }: WireMember): boolean {
  return status === 'creator' || status === 'administrator'
}

export function hasRight(member: WireMember, right: keyof Rights): boolean {
  return member.status === 'creator' || (member.status === 'administrator' && member[right] === true)
}

/** A chat that is there and that the bot is in. */
export function reachableChat(world: World, id: number | string): FakeChat {
  const chat = findChat(world, id)
  if (chat.migratedTo !== undefined) {
    throw badRequest('group chat was upgraded to a supergroup chat', { migrate_to_chat_id: chat.migratedTo })
  }
  if (chat.isDeleted) throw forbidden('the group chat was deleted')
  if (chat.type === 'private') checkPrivate(world, chat)
  else checkMember(botMember(world, chat), chat)
  return chat
}

function checkPrivate(world: World, chat: FakeChat): void {
  if (world.deactivated.has(chat.id)) throw forbidden('user is deactivated')
  const { status } = botMember(world, chat)
  if (status === 'kicked') throw forbidden('bot was blocked by the user')
  if (status === 'left') throw forbidden("bot can't initiate conversation with a user")
}

function checkMember(member: WireMember, { type }: FakeChat): void {
  if (member.status === 'kicked') throw forbidden(`bot was kicked from the ${type} chat`)
  if (!isIn(member)) throw forbidden(`bot is not a member of the ${type} chat`)
}

/** A chat that the bot may write to. */
export function writableChat(world: World, id: number | string): FakeChat {
  const chat = reachableChat(world, id)
  const member = botMember(world, chat)
  if (chat.type === 'channel' && !hasRight(member, 'can_post_messages')) {
    throw badRequest('need administrator rights in the channel chat')
  }
  if (member.status === 'restricted' && !member.can_send_messages) {
    throw badRequest('not enough rights to send text messages to the chat')
  }
  return chat
}

/** A chat in which the bot may change what it wrote. */
export function editableChat(world: World, id: number | string): FakeChat {
  const chat = reachableChat(world, id)
  return chat.type === 'channel' ? writableChat(world, id) : chat
}

/** The General topic is written to without naming it; a closed topic only by those who manage topics. */
export function checkThread(world: World, chat: FakeChat, threadId: number | undefined): void {
  if (threadId === undefined) return
  const topic = chat.topics.get(threadId)
  if (!topic && !isReplyThread(chat, threadId)) throw badRequest('message thread not found')
  if (topic?.isClosed && !hasRight(botMember(world, chat), 'can_manage_topics'))
    throw badRequest('TOPIC_CLOSED')
}

function isReplyThread({ type, isForum, messages }: FakeChat, threadId: number): boolean {
  return type === 'supergroup' && !isForum && messages.has(threadId)
}

/** Drafts are shown in private chats, under a number. */
export function draftChat(world: World, id: number, draftId: number): FakeChat {
  if (findChat(world, id).type !== 'private') throw badRequest('drafts can be sent only to private chats')
  const chat = writableChat(world, id)
  if (draftId === 0) throw badRequest('draft ID must be non-zero')
  return chat
}
