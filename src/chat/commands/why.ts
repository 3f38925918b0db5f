import type { Message } from '../../domain.ts'
import { chatAddress } from '../../message/chat-address.ts'
import {
  messageFromWhyChat,
  messageFromWhyEdition,
  messageFromWhySubscription,
  type Reading,
} from '../../message/from-why.ts'
import { userError } from '../../message/user-error.ts'
import type { ChatCommand, ChatParts, Said } from '../chat-command.ts'
import { onlyOwnSubscription } from '../own-subscription.ts'
import { whyChat, whyEdition, whySubscription } from '../why.ts'

export const whyCommand: ChatCommand = {
  name: 'why',
  usage: '/why [u1 or e3]',
  group: 'subscriptions',
  run: why,
}

/** Of one subscription or edition of this chat; of all of it when none is named. */
async function why(parts: ChatParts, said: Said): Promise<Message> {
  const { store, clock } = parts
  const { chat, text, language } = said
  // Somebody answers, so a desk runs.
  const reading: Reading = { face: 'chat', language, now: clock.now(), isDeskRunning: true }
  if (text === '') return messageFromWhyChat(await whyChat(store, chat), reading)
  if (/^e\d+$/i.test(text)) return whyOfEdition(parts, said)
  const { id } = await onlyOwnSubscription(parts, said)
  return messageFromWhySubscription((await whySubscription(store, id)) ?? { id, editions: [] }, reading)
}

async function whyOfEdition({ store }: ChatParts, { chat, text, language }: Said): Promise<Message> {
  const facts = await whyEdition(store, text.toLowerCase())
  if (!facts || chatAddress(facts.edition.chat) !== chatAddress(chat))
    throw userError((wrong) => wrong.noEdition(text))
  const subscription = await store.subscription(facts.edition.subscriptionId)
  return messageFromWhyEdition(facts, subscription?.schedule.zone, { language })
}
