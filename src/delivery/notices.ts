// Whom to tell that something needs a hand, and through which deliveries. The key of a notice names its cause and its
// reader, so that he is told once, however often the cause is found.

import { DAY_MS } from '../clock.ts'
import type { Chat, Delivery, NewDelivery, Person, Subscription } from '../domain.ts'
import { pauseOf } from '../editions/chat-pause.ts'
import { withButtons } from '../message/buttons.ts'
import { chatAddress } from '../message/chat-address.ts'
import { messageFromNotice, type Notice, type SlotTime } from '../message/from-notice.ts'
import { noticeOffers } from '../message/offers.ts'
import { deliveriesOf } from './enqueue.ts'
import type { DeliveryParts } from './parts.ts'

const KEPT_MS = 7 * DAY_MS

type NoticeParts = Pick<DeliveryParts, 'store' | 'clock' | 'log' | 'adapters'>
type PauseNotice = Extract<Notice, { kind: 'chat-paused' }>

/** A subscription whose owner is known. */
type Owned = Subscription & { readonly owner: Person }

/** To every owner of a subscription of the chat, for the transaction that pauses it. */
export async function pauseNotices(
  parts: DeliveryParts,
  delivery: Delivery,
  refusal: Pick<PauseNotice, 'cause' | 'detail'>,
): Promise<readonly NewDelivery[]> {
  const post = await postOf(parts, delivery)
  return chatPauseNotices(parts, delivery.chat, { ...refusal, ...(post && { slot: post.slot }) })
}

/** The same where nothing was being sent. */
export async function chatPauseNotices(
  parts: NoticeParts,
  chat: Chat,
  refusal: Pick<PauseNotice, 'cause' | 'detail' | 'slot'>,
): Promise<readonly NewDelivery[]> {
  const owned = await ownedOf(parts, chat)
  if (owned.length === 0) parts.log.warn('nobody can be told that a chat is lost', { chat, ...refusal })
  // Each pause is a cause of its own: a chat that is lost again months later is told of again.
  const cause = `paused:${chatAddress(chat)}:${parts.clock.now()}`
  // Who owns several subscriptions of the chat has the same key in each: the first is stored.
  const notices = owned.map((subscription) =>
    noticeTo(parts, subscription, cause, {
      kind: 'chat-paused',
      chat: chatAddress(chat),
      subscriptionId: subscription.id,
      ...refusal,
    }),
  )
  return (await Promise.all(notices)).flat()
}

/** To every owner of a subscription of a chat that is no more. */
export async function endNotices(
  parts: NoticeParts,
  chat: Chat,
  detail: string,
): Promise<readonly NewDelivery[]> {
  const owned = await ownedOf(parts, chat)
  const notices = owned.map((subscription) =>
    noticeTo(parts, subscription, `ended:${subscription.id}`, {
      kind: 'chat-ended',
      chat: chatAddress(chat),
      subscriptionId: subscription.id,
      detail,
    }),
  )
  return (await Promise.all(notices)).flat()
}

/** To the owner of the subscription that made the post. About replies and notices nobody is asked. */
export async function unknownNotices(
  parts: DeliveryParts,
  delivery: Delivery,
): Promise<readonly NewDelivery[]> {
  const { id, chat, part, parts: of, sendingAt = delivery.createdAt } = delivery
  const post = await postOf(parts, delivery)
  if (!post) return []
  if (!hasOwner(post.subscription)) {
    parts.log.warn('a post may have arrived, and nobody can be asked', { delivery: id, chat })
    return []
  }
  // Sent again by hand and unknown again is a new question.
  return noticeTo(parts, post.subscription, `unknown:${id}:${sendingAt}`, {
    kind: 'may-have-arrived',
    chat: chatAddress(chat),
    deliveryId: id,
    part,
    parts: of,
    slot: post.slot,
  })
}

/** To the owner of the subscription whose post the platform puts off for long. Where he reads it himself he sees it late. */
export async function delayNotices(
  parts: DeliveryParts,
  delivery: Delivery,
  { until, detail }: { readonly until: number; readonly detail: string },
): Promise<readonly NewDelivery[]> {
  const post = await postOf(parts, delivery)
  if (!post || !hasOwner(post.subscription) || !(await isReachable(parts.store, post.subscription))) return []
  return noticeTo(parts, post.subscription, `late:${delivery.id}`, {
    kind: 'late',
    chat: chatAddress(delivery.chat),
    slot: post.slot,
    until,
    detail,
  })
}

async function noticeTo(
  { store, adapters, clock, log }: NoticeParts,
  subscription: Owned,
  cause: string,
  notice: Notice,
): Promise<readonly NewDelivery[]> {
  const { owner, language } = subscription
  const chat = (await chosenPlace(store, subscription)) ?? privateChatOf(owner)
  const adapter = adapters.find(({ platform }) => platform === owner.platform)
  if (!adapter) {
    log.warn('an owner cannot be told: nothing speaks his platform', { owner, cause })
    return []
  }
  const now = clock.now()
  const message = messageFromNotice(notice, language)
  const mending = await withButtons({ store, clock }, message, noticeOffers(notice, language))
  return deliveriesOf(adapter, mending, {
    chat,
    messageKey: `notice:${cause}:${owner.platform}:${owner.id}`,
    dueAt: now,
    expiresAt: now + KEPT_MS,
    whenUnknown: 'again',
  })
}

/** The edition that a delivery is a part of, as its readers name it, and whose it is. */
async function postOf(
  { store }: DeliveryParts,
  { editionId }: Delivery,
): Promise<{ readonly subscription: Subscription; readonly slot: SlotTime } | undefined> {
  const edition = editionId === undefined ? undefined : await store.edition(editionId)
  const subscription = edition && (await store.subscription(edition.subscriptionId))
  return subscription && { subscription, slot: { at: edition.slot, zone: subscription.schedule.zone } }
}

function hasOwner(subscription: Subscription): subscription is Owned {
  return subscription.owner !== undefined
}

/** Where the owner wants to read his notices, unless it is what they are about or can itself not be reached. */
async function chosenPlace(store: NoticeParts['store'], { owner, chat }: Owned): Promise<Chat | undefined> {
  const chosen = await store.noticeChat(owner)
  if (!chosen || isSame(chosen, chat)) return undefined
  return pauseOf(await store.pausedChats(), chosen) ? undefined : chosen
}

/** A person's private chat that is lost cannot be told that it is lost. */
async function isReachable(store: NoticeParts['store'], subscription: Owned): Promise<boolean> {
  if (!isSame(subscription.chat, privateChatOf(subscription.owner))) return true
  return (await chosenPlace(store, subscription)) !== undefined
}

function isSame(one: Chat, other: Chat): boolean {
  return chatAddress(one) === chatAddress(other)
}

/** Those of a chat whose owners can be told of it. */
async function ownedOf({ store }: Pick<NoticeParts, 'store'>, chat: Chat): Promise<readonly Owned[]> {
  const owned = (await store.subscriptions({ chat })).filter(hasOwner)
  const reachable = await Promise.all(owned.map((each) => isReachable(store, each)))
  return owned.filter((_, at) => reachable[at])
}

export function privateChatOf({ platform, id }: Person): Chat {
  return { platform, id, kind: 'private' }
}
