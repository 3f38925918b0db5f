// Who is in a chat and may do what there. The bot is told of what changes for itself.

import { botMember, isIn } from './access.ts'
import { addMessage } from './messages.ts'
import { type BotStanding, chatOf, personOf, setMember } from './people.ts'
import { tellBot } from './privacy.ts'
import type { WireMember } from './wire.ts'
import { type FakeChat, type World, wireChat, wireDate } from './world.ts'

/** The bot is added, removed, or given other rights, by a person of the chat. */
export function changeBot(world: World, byId: number, chatId: number, standing: BotStanding): void {
  const chat = chatOf(world, chatId)
  const before = botMember(world, chat)
  const after: WireMember = { user: world.bot, ...standing }
  chat.members.set(world.bot.id, after)
  announce(world, chat, byId, [before, after])
  world.updates.push({
    my_chat_member: {
      chat: wireChat(chat),
      from: personOf(world, byId),
      date: wireDate(world),
      old_chat_member: before,
      new_chat_member: after,
    },
  })
}

/** In groups everybody sees who came; who left is not told that he did. */
function announce(
  world: World,
  chat: FakeChat,
  byId: number,
  [before, after]: readonly [WireMember, WireMember],
): void {
  if (chat.type !== 'group' && chat.type !== 'supergroup') return
  if (isIn(before) === isIn(after)) return
  const from = personOf(world, byId)
  const message = addMessage(
    world,
    chat,
    isIn(after) ? { from, new_chat_members: [world.bot] } : { from, left_chat_member: world.bot },
  )
  tellBot(world, chat, message)
}

export function block(world: World, personId: number): void {
  changeBot(world, personId, personId, { status: 'kicked' })
}

export function unblock(world: World, personId: number): void {
  changeBot(world, personId, personId, { status: 'member' })
}

/** A person comes, goes, or becomes an administrator; the bot hears of it only if it asked for that kind of update. */
export function changeMember(world: World, chatId: number, personId: number, standing: BotStanding): void {
  const chat = chatOf(world, chatId)
  const before = chat.members.get(personId) ?? { user: personOf(world, personId), status: 'left' as const }
  setMember(world, chat, personId, standing)
  if (!isIn(botMember(world, chat))) return
  world.updates.push({
    chat_member: {
      chat: wireChat(chat),
      from: before.user,
      date: wireDate(world),
      old_chat_member: before,
      new_chat_member: { user: before.user, ...standing },
    },
  })
}
