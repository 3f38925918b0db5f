import type { PausedChat, Subscription } from '../domain.ts'
import { pauseOf } from '../editions/chat-pause.ts'
import type { ShownSubscription } from '../message/from-subscription.ts'
import { fieldRows } from './subscription-fields.ts'

/** As messages show it. `paused` are all chats that are. */
export function shownSubscription(
  subscription: Subscription,
  paused: readonly PausedChat[],
  language: string,
): ShownSubscription {
  const chatPause = pauseOf(paused, subscription.chat)
  return { subscription, fields: fieldRows(subscription, language), ...(chatPause && { chatPause }) }
}
