// What people do in chats, as a test words it.

import { buttonOf, press } from './callbacks.ts'
import { follow } from './deep-link.ts'
import { block, changeBot, changeMember, unblock } from './membership.ts'
import { addMessage } from './messages.ts'
import { type Announced, migrate } from './migration.ts'
import { type BotStanding, chatOf, personOf } from './people.ts'
import { tellBot } from './privacy.ts'
import { closeTopic, deleteTopic, openTopic, reopenTopic } from './topics.ts'
import { type Callback, type World, wireChat } from './world.ts'
import { rewrite, type Written, write } from './writing.ts'

export interface Actions {
  /** The number of the new message. */
  write(personId: number, written: string | Written): number
  rewrite(chatId: number, messageId: number, text: string): void
  /** Presses the button of that label. One that is a link is followed, and calls back to nobody. */
  tap(personId: number, at: Place, label: string): Callback | undefined
  /** A press that the keyboard does not offer, or no longer. */
  press(personId: number, at: Place, data: string): Callback
  follow(personId: number, link: string, chatId?: number): void
  /** Ends the making of an answer. */
  stop(personId: number, draftId: number): void
  erase(chatId: number, messageId: number): void

  block(personId: number): void
  unblock(personId: number): void
  /** The account is no more. */
  deactivate(personId: number): void
  changeBot(byId: number, chatId: number, standing: BotStanding): void
  changeMember(chatId: number, personId: number, standing: BotStanding): void
  rename(byId: number, chatId: number, title: string): void
  /** A channel gets a group in which its posts are talked about. */
  link(channelId: number, groupId: number): void
  /** The new id. */
  migrate(groupId: number, announced?: Announced): number
  deleteGroup(chatId: number): void

  /** The number of the new topic. */
  openTopic(byId: number, chatId: number, name: string): number
  closeTopic(byId: number, chatId: number, topicId: number): void
  reopenTopic(byId: number, chatId: number, topicId: number): void
  deleteTopic(chatId: number, topicId: number): void
}

/** A message of a chat. */
export interface Place {
  readonly chat: number
  readonly message: number
}

export function createActions(world: World): Actions {
  const chat = (id: number) => chatOf(world, id)
  const person = (id: number) => personOf(world, id)
  return {
    write: (id, written) => write(world, id, typeof written === 'string' ? { text: written } : written),
    rewrite: (chatId, messageId, text) => rewrite(world, chatId, messageId, text),
    tap: (personId, at, label) => tap(world, personId, at, label),
    press: (personId, at, data) => press(world, personId, at.chat, at.message, data),
    follow: (personId, link, chatId) => follow(world, personId, link, chatId),
    stop(personId, draftId) {
      world.updates.push({
        stopped_message_generation: { chat: wireChat(chat(personId)), draft_id: draftId },
      })
    },
    erase: (chatId, messageId) => void chat(chatId).messages.delete(messageId),
    block: (personId) => block(world, personId),
    unblock: (personId) => unblock(world, personId),
    deactivate: (personId) => void world.deactivated.add(personId),
    changeBot: (byId, chatId, standing) => changeBot(world, byId, chatId, standing),
    changeMember: (chatId, personId, standing) => changeMember(world, chatId, personId, standing),
    rename: (byId, chatId, title) => rename(world, byId, chatId, title),
    link(channelId, groupId) {
      chat(channelId).linkedChatId = groupId
      chat(groupId).linkedChatId = channelId
    },
    migrate: (groupId, announced) => migrate(world, groupId, announced),
    deleteGroup(chatId) {
      chat(chatId).isDeleted = true
    },
    openTopic: (byId, chatId, name) => openTopic(world, chat(chatId), name, person(byId)),
    closeTopic: (byId, chatId, topicId) => closeTopic(world, chat(chatId), topicId, person(byId)),
    reopenTopic: (byId, chatId, topicId) => reopenTopic(world, chat(chatId), topicId, person(byId)),
    deleteTopic: (chatId, topicId) => deleteTopic(chat(chatId), topicId),
  }
}

function tap(world: World, personId: number, at: Place, label: string): Callback | undefined {
  const { url, callback_data: data } = buttonOf(world, at.chat, at.message, label)
  if (data !== undefined) return press(world, personId, at.chat, at.message, data)
  if (url !== undefined) follow(world, personId, url)
  return undefined
}

function rename(world: World, byId: number, chatId: number, title: string): void {
  const chat = chatOf(world, chatId)
  chat.title = title
  const from = chat.type === 'channel' ? { sender_chat: wireChat(chat) } : { from: personOf(world, byId) }
  tellBot(world, chat, addMessage(world, chat, { ...from, new_chat_title: title }))
}
