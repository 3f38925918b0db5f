// The bot can post to a chat now, or no longer: what is for it goes on or waits, and who has to know is told in private.

import { HOUR_MS } from '../clock.ts'
import { deliveriesOf } from '../delivery/enqueue.ts'
import { chatPauseNotices, privateChatOf } from '../delivery/notices.ts'
import { adapterOf } from '../delivery/parts.ts'
import type { Chat, InboundEvent, Reason, Subscription } from '../domain.ts'
import { pauseOf } from '../editions/chat-pause.ts'
import { chatAddress } from '../message/chat-address.ts'
import { texts } from '../message/texts.ts'
import type { ChatParts } from './chat-command.ts'
import { languageOf } from './language-of.ts'
import { settingsMessage } from './settings-message.ts'
import { fieldNamed } from './subscription-fields.ts'
import { addSubscription, pauseSubscription } from './subscriptions.ts'

type Membership = Extract<InboundEvent, { kind: 'membership' }>

/** Whoever added the bot looks for what it says within that time, or asks it by /start. */
const SETUP_KEPT_MS = 24 * HOUR_MS

export async function heedMembership(parts: ChatParts, event: Membership): Promise<void> {
  if (event.places) return heedPlaces(parts, event, event.places)
  switch (event.can) {
    case 'post':
      await goOn(parts, event.chat)
      return setUp(parts, event)
    case 'not-post':
      return halt(parts, event.chat, 'no-right')
    case 'nothing':
      return halt(parts, event.chat, 'gone')
  }
}

/** Of a server's places only those matter that get something. */
async function heedPlaces(parts: ChatParts, { can }: Membership, places: readonly Chat[]): Promise<void> {
  for (const chat of places) {
    if ((await parts.store.subscriptions({ chat })).length === 0) continue
    if (can === 'post') await goOn(parts, chat)
    else await halt(parts, chat, can === 'nothing' ? 'gone' : 'no-right')
  }
}

async function halt(parts: ChatParts, chat: Chat, cause: 'no-right' | 'gone'): Promise<void> {
  const detail = texts('en').membershipSaid[cause]
  const notices = await chatPauseNotices(parts, chat, { cause, detail })
  await parts.store.pauseChat(chat, { kind: 'refused', class: cause, detail }, notices, parts.clock.now())
}

/** A topic that is closed stays closed, however welcome the bot is in the chat. */
async function goOn({ store }: ChatParts, chat: Chat): Promise<void> {
  const pause = pauseOf(await store.pausedChats(), chat)
  if (pause && isOfMembership(pause.reason)) await store.resumeChat(chat)
}

function isOfMembership(reason: Reason): boolean {
  return reason.kind === 'refused' && (reason.class === 'gone' || reason.class === 'no-right')
}

/** A chat that gets nothing yet: what it could get is put before the one who added the bot. */
async function setUp(parts: ChatParts, event: Membership): Promise<void> {
  const { chat, person } = event
  if (chat.kind === 'private') return
  const own = await parts.store.subscriptions({ chat })
  if (own.length > 0) return
  const language = languageOf(event)
  const waiting = await waitingSubscription(parts, event, language)
  const message = await settingsMessage(parts, waiting, language)
  const say = texts(language).setUp
  const now = parts.clock.now()
  await parts.store.enqueue(
    deliveriesOf(
      adapterOf(parts, person.platform),
      {
        ...message,
        blocks: [
          { kind: 'headline', text: say.title(event.title ?? chatAddress(chat)) },
          { kind: 'text', text: say.explain },
          ...message.blocks.filter(({ kind }) => kind === 'rows' || kind === 'buttons'),
        ],
      },
      {
        messageKey: `setup ${chatAddress(chat)} ${event.key}`,
        chat: privateChatOf(person),
        dueAt: now,
        expiresAt: now + SETUP_KEPT_MS,
        whenUnknown: 'again',
      },
    ),
    now,
  )
}

/** It is stored paused: the one who added the bot begins it. */
async function waitingSubscription(
  parts: ChatParts,
  { chat, person: owner }: Membership,
  language: string,
): Promise<Subscription> {
  const field = fieldNamed('language')
  const written = field ? [[field, language] as const] : []
  const { subscription } = await addSubscription(parts, { chat, owner, written })
  return (await pauseSubscription(parts, subscription)).subscription
}
