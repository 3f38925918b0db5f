// How Discord's ids and our addresses stand for each other. A thread is a channel of its own, and is addressed by its id alone.

import type { Chat, Person } from '../../src/domain.ts'

export const PLATFORM = 'discord'

/** 1 January 2015: Discord's ids count milliseconds from there. */
const EPOCH_MS = 1_420_070_400_000
const CLOCK_BITS = 22n

/** When a thing of that id was made; epoch milliseconds. */
export function timeOfId(id: string): number {
  return Number(BigInt(id) >> CLOCK_BITS) + EPOCH_MS
}

/** The least id of that time: what is made from then on has a greater one. */
export function idAt(ms: number): string {
  return String(BigInt(Math.max(0, Math.floor(ms) - EPOCH_MS)) << CLOCK_BITS)
}

/** A receipt names a message: `channel/message`. */
export function receiptOf(channelId: string, messageId: string): string {
  return `${channelId}/${messageId}`
}

export function messageOfReceipt(
  receipt: string,
): { readonly channelId: string; readonly messageId: string } | undefined {
  const [, channelId, messageId] = /^(\d+)\/(\d+)$/.exec(receipt) ?? []
  return channelId === undefined || messageId === undefined ? undefined : { channelId, messageId }
}

/** The key of what somebody wrote: one message, one event. */
export function messageKey(channelId: string, messageId: string): string {
  return `message:${channelId}:${messageId}`
}

/** The message that an event was, if it was one. */
export function messageOfKey(
  key: string,
): { readonly channelId: string; readonly messageId: string } | undefined {
  const [, channelId, messageId] = /^message:(\d+):(\d+)$/.exec(key) ?? []
  return channelId === undefined || messageId === undefined ? undefined : { channelId, messageId }
}

/** What answers an interaction for a quarter of an hour, whoever holds it. */
export interface InteractionAddress {
  readonly id: string
  readonly applicationId: string
  readonly token: string
  /** Only the one who asked sees what is said back. */
  readonly isPrivate: boolean
  readonly personId: string
  /** Where it was asked. */
  readonly channelId: string
}

export function interactionKey(address: InteractionAddress): string {
  const { id, applicationId, isPrivate, channelId, personId, token } = address
  const kind = isPrivate ? 'private' : 'shared'
  return ['interaction', id, applicationId, kind, channelId, personId, token].join(':')
}

export function interactionOfKey(key: string): InteractionAddress | undefined {
  const [, id = '', applicationId = '', kind, channelId = '', personId = '', token] =
    /^interaction:(\d+):(\d+):(private|shared):(\d+):(\d+):(.+)$/.exec(key) ?? []
  if (token === undefined) return undefined
  return { id, applicationId, isPrivate: kind === 'private', channelId, personId, token }
}

export function personOf({ id }: { readonly id: string }): Person {
  return { platform: PLATFORM, id }
}

export function privateChatOf({ id }: { readonly id: string }): Chat {
  return { platform: PLATFORM, id, kind: 'private' }
}

/** The language that a person's app speaks: `pt-BR` is `pt`. */
export function languageOf(locale: string | undefined): { readonly language?: string } {
  const language = locale?.slice(0, 2).toLowerCase()
  return language === undefined || !/^[a-z]{2}$/.test(language) ? {} : { language }
}
