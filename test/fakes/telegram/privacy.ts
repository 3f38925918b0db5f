// Which messages a bot gets to see. A mention of its name alone is none of them: nobody may rely on it.

import { botMember, isAdministrator, isIn } from './access.ts'
import type { WireMessage } from './wire.ts'
import type { FakeChat, World } from './world.ts'

export function tellBot(world: World, chat: FakeChat, message: WireMessage): void {
  if (!isSeen(world, chat, message)) return
  world.updates.push(chat.type === 'channel' ? { channel_post: message } : { message })
}

export function isSeen(world: World, chat: FakeChat, message: WireMessage): boolean {
  const member = botMember(world, chat)
  if (!isIn(member) || message.from?.id === world.bot.id) return false
  if (chat.type === 'private' || chat.type === 'channel') return true
  if (message.from?.is_bot && !message.sender_chat) return false
  if (isAdministrator(member) || world.seesAllGroupMessages || isService(message)) return true
  return isCommandForBot(world, message) || message.reply_to_message?.from?.id === world.bot.id
}

function isService(message: WireMessage): boolean {
  return message.text === undefined
}

function isCommandForBot({ bot }: World, { text = '', entities = [] }: WireMessage): boolean {
  const command = entities.find(({ type, offset }) => type === 'bot_command' && offset === 0)
  if (!command) return false
  const name = text.slice(0, command.length).split('@')[1]
  return name === undefined || name.toLowerCase() === bot.username?.toLowerCase()
}
