// Several chats that are asked to wait within seconds: then it is not the chats that are too fast, but all of us.

import type { Chat } from '../domain.ts'
import { chatAddress } from '../message/chat-address.ts'
import type { Clock } from '../ports.ts'

export interface Flood {
  /** A chat was asked to wait for so long. For how long nothing should go to its platform; 0 when it is that chat alone. */
  note(chat: Chat, ms: number): number
}

const WITHIN_MS = 5_000
const CHATS = 3

export function createFlood(clock: Clock): Flood {
  const asked = new Map<string, { readonly platform: string; readonly at: number; readonly ms: number }>()
  return {
    note(chat, ms) {
      const now = clock.now()
      for (const [key, { at }] of asked) if (at <= now - WITHIN_MS || at > now) asked.delete(key)
      asked.set(chatAddress({ platform: chat.platform, id: chat.id }), {
        platform: chat.platform,
        at: now,
        ms,
      })
      const waits = [...asked.values()].filter(({ platform }) => platform === chat.platform)
      return waits.length < CHATS ? 0 : Math.max(...waits.map((each) => each.ms))
    },
  }
}
