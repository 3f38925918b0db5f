// Everything the server knows: people, chats and what stands in them. It is changed by methods and by what people do.

import type { Clock } from '../../../src/ports.ts'
import { badRequest } from './api-error.ts'
import { createUpdateQueue, type UpdateQueue } from './update-queue.ts'
import type { ChatType, WireChat, WireMember, WireMessage, WireUser } from './wire.ts'

export interface World {
  readonly clock: Clock
  readonly bot: WireUser
  readonly people: Map<number, WireUser>
  /** Accounts that are no more. */
  readonly deactivated: Set<number>
  readonly chats: Map<number, FakeChat>
  readonly updates: UpdateQueue
  readonly callbacks: Map<string, Callback>
  /** By scope and language. */
  readonly commands: Map<string, readonly BotCommand[]>
  readonly drafts: Draft[]
  /** Messages that one person alone sees. */
  readonly ephemerals: { readonly personId: number; readonly message: WireMessage }[]
  readonly actions: { readonly chatId: number; readonly threadId?: number; readonly action: string }[]
  /** Set by the owner at BotFather's. */
  seesAllGroupMessages: boolean
  hasTopicsInPrivate: boolean
  /** Private chats and basic groups number their messages together, as one account does. */
  lastAccountMessageId: number
  lastId: number
  /** How often something was asked or answered. */
  words: number
  /** Tells of what a bot should never do though it gets no error for it; it fails the test. */
  report(problem: string): void
}

export interface FakeChat {
  readonly id: number
  readonly type: ChatType
  title?: string
  readonly firstName?: string
  readonly username?: string
  readonly isForum: boolean
  readonly members: Map<number, WireMember>
  readonly messages: Map<number, WireMessage>
  /** Those of them that the bot sent, which it may always edit. */
  readonly ours: Set<number>
  readonly topics: Map<number, Topic>
  lastMessageId: number
  linkedChatId?: number
  migratedTo?: number
  isDeleted: boolean
}

export interface Topic {
  readonly name: string
  isClosed: boolean
}

export interface BotCommand {
  readonly command: string
  readonly description: string
}

/** A press of a button, and what the bot said to it. */
export interface Callback {
  readonly id: string
  readonly personId: number
  readonly at: number
  answer?: {
    readonly at: number
    readonly text?: string
    readonly show_alert?: boolean
    readonly url?: string
  }
}

export interface Draft {
  readonly chatId: number
  readonly draftId: number
  readonly text: string
  readonly canStop: boolean
}

export function createWorld(
  { clock, bot }: Pick<World, 'clock' | 'bot'>,
  report: (problem: string) => void,
): World {
  return {
    clock,
    bot,
    people: new Map(),
    deactivated: new Set(),
    chats: new Map(),
    updates: createUpdateQueue(clock),
    callbacks: new Map(),
    commands: new Map(),
    drafts: [],
    ephemerals: [],
    actions: [],
    seesAllGroupMessages: false,
    hasTopicsInPrivate: false,
    lastAccountMessageId: 0,
    lastId: 1000,
    words: 0,
    report,
  }
}

/** Seconds, as all dates of the Bot API are. */
export function wireDate({ clock }: Pick<World, 'clock'>): number {
  return Math.floor(clock.now() / 1000)
}

export function newId(world: World): number {
  world.lastId += 1
  return world.lastId
}

export function wireChat(chat: FakeChat): WireChat {
  return {
    id: chat.id,
    type: chat.type,
    ...(chat.title !== undefined && { title: chat.title }),
    ...(chat.firstName !== undefined && { first_name: chat.firstName }),
    ...(chat.username !== undefined && { username: chat.username }),
    ...(chat.isForum && { is_forum: true as const }),
  }
}

/** By id, or by the @name that channels and supergroups have. */
export function findChat(world: World, id: number | string): FakeChat {
  const chat = world.chats.get(Number(id)) ?? chatNamed(world, String(id))
  if (!chat) throw badRequest('chat not found')
  return chat
}

function chatNamed({ chats }: World, name: string): FakeChat | undefined {
  if (!name.startsWith('@')) return undefined
  return [...chats.values()].find(({ type, username }) => type !== 'private' && username === name.slice(1))
}

/** The same without the fields that are not there. */
export function defined<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const entries = Object.entries(fields).filter(([, value]) => value !== undefined)
  return Object.fromEntries(entries) as { [K in keyof T]?: Exclude<T[K], undefined> }
}
