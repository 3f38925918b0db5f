// A message in a group that one person alone sees. It has no number among the others.

import { botMember, isAdministrator } from './access.ts'
import { badRequest } from './api-error.ts'
import { isAnswerable } from './callbacks.ts'
import type { NewMessage } from './messages.ts'
import type { WireMessage } from './wire.ts'
import { type FakeChat, newId, type World, wireChat, wireDate } from './world.ts'

interface EphemeralParams {
  readonly receiver_user_id: number
  readonly callback_query_id?: string
}

export function whisper(
  world: World,
  chat: FakeChat,
  fields: NewMessage,
  { receiver_user_id: personId, callback_query_id: callbackId }: EphemeralParams,
): WireMessage {
  if (chat.type !== 'group' && chat.type !== 'supergroup')
    throw badRequest('ephemeral messages can be sent only to groups')
  const isAllowed = callbackId ? isAnswerable(world, callbackId) : isAdministrator(botMember(world, chat))
  if (!isAllowed) throw badRequest('not enough rights to send an ephemeral message')
  const message: WireMessage = {
    message_id: 0,
    ephemeral_message_id: newId(world),
    date: wireDate(world),
    chat: wireChat(chat),
    ...fields,
  }
  world.ephemerals.push({ personId, message })
  return message
}
