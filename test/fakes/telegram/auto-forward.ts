// What a channel posts appears in its discussion group too, by itself.

import { addMessage } from './messages.ts'
import { tellBot } from './privacy.ts'
import type { WireMessage, WireUser } from './wire.ts'
import { type FakeChat, type World, wireChat } from './world.ts'

/** Telegram's own account, which such copies come from. */
export const SERVICE_ACCOUNT: WireUser = { id: 777_000, is_bot: false, first_name: 'Telegram' }

export function forwardToLinkedGroup(world: World, channel: FakeChat, post: WireMessage): void {
  const group = channel.linkedChatId === undefined ? undefined : world.chats.get(channel.linkedChatId)
  if (channel.type !== 'channel' || !group) return
  const origin = wireChat(channel)
  const copy = addMessage(world, group, {
    from: SERVICE_ACCOUNT,
    sender_chat: origin,
    is_automatic_forward: true,
    forward_origin: { type: 'channel', chat: origin, message_id: post.message_id, date: post.date },
    ...(post.text !== undefined && { text: post.text }),
    ...(post.entities && { entities: post.entities }),
  })
  tellBot(world, group, copy)
}
