// People and places a test puts into the world, in one line each.

import type { ChatType, Rights, WireMember, WireUser } from './wire.ts'
import { defined, type FakeChat, newId, type World } from './world.ts'

export interface NewPerson {
  readonly id?: number
  readonly firstName?: string
  readonly language?: string
  /** Another bot; bots do not hear each other. */
  readonly isBot?: boolean
  /** Whether the bot may write to him: he pressed Start once. */
  readonly hasStarted?: boolean
}

export interface NewChat {
  readonly id?: number
  readonly title?: string
  readonly username?: string
  readonly isForum?: boolean
  readonly owner?: number
  /** What the bot is in it, and may do; without it, the bot is not there. */
  readonly bot?: BotStanding
}

export type BotStanding = { readonly status: WireMember['status'] } & Rights

export const ALL_RIGHTS: Rights = {
  can_manage_chat: true,
  can_post_messages: true,
  can_edit_messages: true,
  can_delete_messages: true,
  can_pin_messages: true,
  can_manage_topics: true,
}

/** The id of a person is the id of his private chat. */
export function addPerson(world: World, person: NewPerson): number {
  const id = person.id ?? newId(world)
  const user: WireUser = {
    id,
    is_bot: person.isBot ?? false,
    first_name: person.firstName ?? 'Ada',
    ...(person.language !== undefined && { language_code: person.language }),
  }
  world.people.set(id, user)
  const chat = addChat(world, 'private', { id, firstName: user.first_name })
  if (person.hasStarted) chat.members.set(world.bot.id, { user: world.bot, status: 'member' })
  return id
}

export function addPlace(world: World, type: Exclude<ChatType, 'private'>, place: NewChat): number {
  const id = place.id ?? placeId(type, newId(world))
  const chat = addChat(world, type, { ...place, id, title: place.title ?? 'City News' })
  if (place.bot) chat.members.set(world.bot.id, { user: world.bot, ...place.bot })
  if (place.owner !== undefined) setMember(world, chat, place.owner, { status: 'creator' })
  return id
}

function placeId(type: ChatType, number: number): number {
  return type === 'group' ? -number : -1_000_000_000_000 - number
}

type ChatFields = Pick<NewChat, 'title' | 'username' | 'isForum'> & {
  readonly id: number
  readonly firstName?: string
}

export function addChat(world: World, type: ChatType, fields: ChatFields): FakeChat {
  const chat: FakeChat = {
    ...defined({ title: fields.title, username: fields.username, firstName: fields.firstName }),
    id: fields.id,
    type,
    isForum: fields.isForum ?? false,
    members: new Map(),
    messages: new Map(),
    ours: new Set(),
    topics: new Map(),
    // The first message of a forum made its General topic.
    lastMessageId: fields.isForum ? 1 : 0,
    isDeleted: false,
  }
  world.chats.set(chat.id, chat)
  return chat
}

export function setMember(world: World, chat: FakeChat, personId: number, standing: BotStanding): void {
  chat.members.set(personId, { user: personOf(world, personId), ...standing })
}

export function personOf({ people, bot }: World, id: number): WireUser {
  const person = id === bot.id ? bot : people.get(id)
  if (!person) throw new Error(`nobody has the id ${id}`)
  return person
}

export function chatOf({ chats }: World, id: number): FakeChat {
  const chat = chats.get(id)
  if (!chat) throw new Error(`there is no chat ${id}`)
  return chat
}
