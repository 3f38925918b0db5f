// What is known of channels in this process: which one is a person's private chat, which one is a forum, and of which server
// each one is. What is not known yet is found out by using it.

import { type APIDMChannel, Routes } from 'discord.js'
import type { Chat } from '../../src/domain.ts'
import type { Api } from './api.ts'

export interface Place {
  readonly guildId: string
  readonly kind: 'text' | 'announcement' | 'thread' | 'forum'
  /** Of a thread, the channel that it is in. */
  readonly parentId?: string
}

export interface Places {
  /** The channel that posts to that chat go to. Throws what opening a private chat throws. */
  channelOf(chat: Chat, signal: AbortSignal): Promise<string>
  place(channelId: string): Place | undefined
  note(channelId: string, place: Place): void
  /** The thread that a message of several parts began in a forum. */
  threadOf(messageKey: string): string | undefined
  noteThread(messageKey: string, threadId: string): void
  /** Who looks things up where they are kept anyway. */
  lookIn(find: (channelId: string) => Place | undefined): void
}

const MOST_KEPT = 10_000

export function createPlaces(api: Api): Places {
  const privateChannels = new Map<string, string>()
  const threads = new Map<string, string>()
  const noted = new Map<string, Place>()
  let find: (channelId: string) => Place | undefined = () => undefined

  return {
    async channelOf({ kind, id, thread }, signal) {
      if (kind !== 'private') return thread ?? id
      const known = privateChannels.get(id)
      if (known !== undefined) return known
      const channel = await api.call<APIDMChannel>('POST', Routes.userChannels(), {
        body: { recipient_id: id },
        signal,
      })
      keep(privateChannels, id, channel.id)
      return channel.id
    },
    place: (channelId) => find(channelId) ?? noted.get(channelId),
    note: (channelId, place) => keep(noted, channelId, place),
    threadOf: (messageKey) => threads.get(messageKey),
    noteThread: (messageKey, threadId) => keep(threads, messageKey, threadId),
    lookIn(look) {
      find = look
    },
  }
}

function keep<Value>(map: Map<string, Value>, key: string, value: Value): void {
  map.set(key, value)
  const [oldest] = map.keys()
  if (map.size > MOST_KEPT && oldest !== undefined) map.delete(oldest)
}
