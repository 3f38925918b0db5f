import type { Chat, PausedChat } from '../domain.ts'
import { chatAddress } from '../message/chat-address.ts'

/** The pause of that chat, if it is among them. */
export function pauseOf(paused: readonly PausedChat[], chat: Chat): PausedChat | undefined {
  return paused.find((each) => chatAddress(each.chat) === chatAddress(chat))
}
