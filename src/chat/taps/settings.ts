// What owners press: a menu that is edited in place, and what mends a chat.

import { retryByHand, settleByHand } from '../../delivery/by-hand.ts'
import type { Message, Ref, Subscription } from '../../domain.ts'
import { type Offer, withButtons } from '../../message/buttons.ts'
import { messageFromText } from '../../message/from-text.ts'
import { type Texts, texts } from '../../message/texts.ts'
import type { Ack } from '../../ports.ts'
import { missingIn, missingMessage } from '../begin.ts'
import type { ChatParts } from '../chat-command.ts'
import { requireRight } from '../rights.ts'
import { choiceMessage, REMOVAL, removalMessage, settingsMessage } from '../settings-message.ts'
import { fieldNamed } from '../subscription-fields.ts'
import {
  type Changed,
  editSubscription,
  pauseSubscription,
  removeSubscription,
  resumeSubscription,
} from '../subscriptions.ts'
import type { Tapped } from './tapped.ts'

type Done = keyof Texts['subscription']
type Change = 'pause' | 'resume' | 'remove'

const CHANGES: Readonly<
  Record<Change, readonly [(parts: ChatParts, subscription: Subscription) => Promise<Changed>, Done, Done]>
> = {
  pause: [pauseSubscription, 'paused', 'pausedBefore'],
  resume: [resumeSubscription, 'resumed', 'resumedBefore'],
  remove: [removeSubscription, 'removed', 'removed'],
}

/** Sets a field; without a value shows the choice of its values; without a field the whole menu. */
export async function set(
  parts: ChatParts,
  { subscriptionId, field: name, value }: Extract<Ref, { kind: 'set' }>,
  tapped: Tapped,
): Promise<Ack | undefined> {
  const subscription = await subscriptionToChange(parts, subscriptionId, tapped)
  if (!subscription) return undefined
  const { language } = tapped
  if (name === REMOVAL) return inPlace(await removalMessage(parts, subscription, language))
  const field = fieldNamed(name)
  if (!field) return inPlace(await settingsMessage(parts, subscription, language))
  if (value === undefined) return inPlace(await choiceMessage(parts, { subscription, field }, language))
  const changed = await editSubscription(parts, subscription, [[field, value]])
  return inPlace(await toldMessage(parts, changed, ['changed', 'unchanged'], language))
}

export async function change(
  parts: ChatParts,
  { kind, subscriptionId }: { readonly kind: Change; readonly subscriptionId: string },
  tapped: Tapped,
): Promise<Ack | undefined> {
  const subscription = await subscriptionToChange(parts, subscriptionId, tapped)
  if (!subscription) return undefined
  const missing = kind === 'resume' ? await missingIn(parts, subscription.chat) : []
  if (missing.length > 0) return inPlace(await stillMissing(parts, subscription, missing, tapped.language))
  const [run, changed, unchanged] = CHANGES[kind]
  return inPlace(
    await toldMessage(parts, await run(parts, subscription), [changed, unchanged], tapped.language),
  )
}

/** What would fail again is not begun again; the button that tries it stays. */
function stillMissing(
  parts: ChatParts,
  { id, chat }: Subscription,
  missing: readonly string[],
  language: string,
): Promise<Message> {
  const again: Offer = {
    label: texts(language).buttons.tryAgain,
    ref: { kind: 'resume', subscriptionId: id },
  }
  return withButtons(parts, missingMessage(chat, missing, language), [[again]])
}

/** What is being set up begins. */
export async function subscribe(
  parts: ChatParts,
  { subscriptionId }: Extract<Ref, { kind: 'subscribe' }>,
  tapped: Tapped,
): Promise<Ack | undefined> {
  const subscription = await subscriptionToChange(parts, subscriptionId, tapped)
  if (!subscription) return undefined
  const begun = await resumeSubscription(parts, subscription)
  return inPlace(await toldMessage(parts, begun, ['added', 'addedBefore'], tapped.language))
}

export async function settle(
  parts: ChatParts,
  { deliveryId, as }: Extract<Ref, { kind: 'settle' }>,
  { event, language }: Tapped,
): Promise<Ack | undefined> {
  const delivery = await parts.store.delivery(deliveryId)
  if (!delivery) return undefined
  await requireRight(parts, { chat: delivery.chat, person: event.person })
  const say = texts(language)
  if (as === 'arrived') {
    await settleByHand(parts, deliveryId, 'arrived')
    return inPlace(messageFromText(say.settledAs.arrived(deliveryId), language))
  }
  const again = await retryByHand(parts, deliveryId)
  return inPlace(messageFromText(say.putBack(again.map(({ id }) => id).join(', ')), language))
}

async function subscriptionToChange(
  parts: ChatParts,
  id: string,
  { event: { person } }: Tapped,
): Promise<Subscription | undefined> {
  const subscription = await parts.store.subscription(id)
  if (subscription) await requireRight(parts, { chat: subscription.chat, person })
  return subscription
}

function toldMessage(
  parts: ChatParts,
  { subscription, isChanged }: Changed,
  [changed, unchanged]: readonly [Done, Done],
  language: string,
): Promise<Message> {
  return settingsMessage(parts, subscription, language, isChanged ? changed : unchanged)
}

function inPlace(message: Message): Ack {
  return { kind: 'edit', message }
}
