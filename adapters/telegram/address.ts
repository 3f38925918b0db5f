// How Telegram's numbers and our addresses stand for each other.

import type { Chat as TelegramChat, User } from 'grammy/types'
import type { Chat, Person } from '../../src/domain.ts'

export const PLATFORM = 'telegram'

/** A receipt names a message: `chat/message_id`. */
export function receiptOf(chatId: number | string, messageId: number): string {
  return `${chatId}/${messageId}`
}

export function messageIdOf(receipt: string): number | undefined {
  const id = /\/(\d+)$/.exec(receipt)?.[1]
  return id === undefined ? undefined : Number(id)
}

/** The key of what somebody wrote: one message, one event. */
export function messageKey(chatId: number | string, messageId: number): string {
  return `message:${chatId}:${messageId}`
}

/** The message that an event was, if it was one of this chat. */
export function messageIdOfKey(key: string, { id }: Chat): number | undefined {
  const prefix = `message:${id}:`
  const messageId = key.startsWith(prefix) ? Number(key.slice(prefix.length)) : Number.NaN
  return Number.isSafeInteger(messageId) ? messageId : undefined
}

/** Where a post can be looked at. Only channels and supergroups number their posts for themselves, and so have addresses. */
export function postUrl(receipt: string | undefined, { id, thread }: Chat): string | undefined {
  const place = /^-100(\d+)$/.exec(id)?.[1]
  const messageId = receipt?.startsWith(`${id}/`) ? messageIdOf(receipt) : undefined
  if (place === undefined || messageId === undefined) return undefined
  return ['https://t.me/c', place, thread, messageId].filter((piece) => piece !== undefined).join('/')
}

/** The topic to send to. The general topic of a forum has the number 1 and must not be named. */
export function threadIdOf({ thread }: Chat): number | undefined {
  return thread === undefined || thread === '1' ? undefined : Number(thread)
}

/** Channels can also be written by their name: `@city_news`. */
export function chatIdOf({ id }: Chat): number | string {
  return /^-?\d+$/.test(id) ? Number(id) : id
}

export function kindOf({ type }: Pick<TelegramChat, 'type'>): Exclude<Chat['kind'], 'thread'> {
  return type === 'private' || type === 'channel' ? type : 'group'
}

export function personOf({ id }: { readonly id: number }): Person {
  return { platform: PLATFORM, id: String(id) }
}

/** The language that a person's app speaks, if Telegram says. */
export function languageOf(user: User | undefined): { readonly language?: string } {
  const language = user?.language_code?.slice(0, 2).toLowerCase()
  return language === undefined || !/^[a-z]{2}$/.test(language) ? {} : { language }
}
