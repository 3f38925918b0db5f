import type { Message, Subscription } from '../../domain.ts'
import { inRows, type Offer, withButtons } from '../../message/buttons.ts'
import { messageFromSubscriptions } from '../../message/from-subscription.ts'
import { texts } from '../../message/texts.ts'
import type { ChatCommand, ChatParts, Said } from '../chat-command.ts'
import { namedSubscription, ownSubscriptions } from '../own-subscription.ts'
import { requireRight } from '../rights.ts'
import { settingsMessage } from '../settings-message.ts'
import { shownSubscription } from '../shown-subscription.ts'

const PER_ROW = 4

export const settingsCommand: ChatCommand = {
  name: 'settings',
  usage: '/settings [u1]',
  group: 'subscriptions',
  run: settings,
}

/** The one that is named, or the only one, with its buttons; of several the choice. */
async function settings(parts: ChatParts, said: Said): Promise<Message> {
  await requireRight(parts, said)
  const { language, text } = said
  const own = await ownSubscriptions(parts, said)
  if (own.length === 0) return messageFromSubscriptions([], { face: 'chat', language })
  const meant = own.length === 1 || text !== '' ? namedSubscription(own, text).subscription : undefined
  if (!meant) return choiceOf(parts, own, language)
  await requireRight(parts, { ...said, chat: meant.chat })
  return settingsMessage(parts, meant, language)
}

async function choiceOf(parts: ChatParts, own: readonly Subscription[], language: string): Promise<Message> {
  const paused = await parts.store.pausedChats()
  const shown = own.map((subscription) => shownSubscription(subscription, paused, language))
  const list = messageFromSubscriptions(shown, { face: 'chat', language })
  const offers = own.map(
    ({ id }): Offer => ({
      label: id,
      ref: { kind: 'set', subscriptionId: id, field: '' },
    }),
  )
  const message: Message = {
    ...list,
    blocks: [{ kind: 'headline', text: texts(language).settings.which }, ...list.blocks],
  }
  return withButtons(parts, message, inRows(offers, PER_ROW))
}
