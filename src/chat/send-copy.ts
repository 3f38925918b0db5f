// An edition is sent to one of its readers in private.

import { deliveriesOf } from '../delivery/enqueue.ts'
import { privateChatOf } from '../delivery/notices.ts'
import { adapterOf } from '../delivery/parts.ts'
import type { Chat, InboundEvent, Message, Ref, SlotEdition } from '../domain.ts'
import { FRESH_MS } from '../editions/edition-sending.ts'
import { withButtons } from '../message/buttons.ts'
import { messageFromEdition } from '../message/from-edition.ts'
import { messageFromText } from '../message/from-text.ts'
import { editionOffers } from '../message/offers.ts'
import { texts } from '../message/texts.ts'
import type { ChatParts } from './chat-command.ts'
import { languageOf } from './language-of.ts'

const RECENT = 100

/** Once, however often it is pressed. */
export async function sendCopy(
  parts: ChatParts,
  { editionId }: Extract<Ref, { kind: 'copy' }>,
  event: InboundEvent,
): Promise<Message> {
  const { store, clock } = parts
  const language = languageOf(event)
  const say = texts(language)
  const edition = await store.edition(editionId)
  if (!edition || edition.entries.length === 0) return messageFromText(say.notHereAnyMore, language)
  const chat = privateChatOf(event.person)
  const messageKey = `copy ${editionId} ${event.person.id}`
  const sent = await store.deliveries({ chat, states: ['delivered'], limit: RECENT })
  if (sent.some((each) => each.messageKey === messageKey)) return messageFromText(say.copyIsThere, language)
  const now = clock.now()
  const message = await copyOf(parts, { edition, chat, language })
  const to = { messageKey, chat, dueAt: now, expiresAt: now + FRESH_MS, whenUnknown: 'again' as const }
  await store.enqueue(deliveriesOf(adapterOf(parts, chat.platform), message, to), now)
  return messageFromText(say.copyIsSent, language)
}

/** As it was headed, without what was said of its being late. */
async function copyOf(
  parts: ChatParts,
  {
    edition,
    chat,
    language,
  }: { readonly edition: SlotEdition; readonly chat: Chat; readonly language: string },
): Promise<Message> {
  const subscription = await parts.store.subscription(edition.subscriptionId)
  const { id, entries, leftOut, slot, openedAt, composedAt = openedAt } = edition
  const zone = subscription?.schedule.zone ?? 'UTC'
  const frame = { slot: { at: slot, zone }, isLate: false, missed: 0, isMerged: false, isSilent: false }
  const spoken = subscription?.language ?? language
  const message = messageFromEdition({ entries, leftOut, composedAt }, spoken, frame)
  const briefs = entries.map(({ brief }) => brief)
  return withButtons(parts, message, editionOffers({ editionId: id, briefs, chat }, spoken))
}
