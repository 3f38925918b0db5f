// What is stored about a subscription, an edition or a chat, for whoever asks why.

import type { Chat, Delivery, PausedChat, SlotEdition, Subscription } from '../domain.ts'
import { pauseOf } from '../editions/chat-pause.ts'
import type { ChatFacts, EditionFacts, SubscriptionFacts } from '../message/from-why.ts'
import type { Store } from '../ports.ts'

const MOST_EDITIONS = 10
/** Of a chat with several subscriptions, each gets a few. */
const FEW_EDITIONS = 3
const MOST_PARTS = 100
const MOST_POSTS = 10

/** Undefined when there never was one. */
export async function whySubscription(store: Store, id: string): Promise<SubscriptionFacts | undefined> {
  const subscription = await store.subscription(id)
  const editions = await editionsOf(store, id, MOST_EDITIONS)
  if (!subscription) return editions.length === 0 ? undefined : { id, editions }
  return factsOf(subscription, editions, await store.pausedChats())
}

/** Undefined when there is none. */
export async function whyEdition(store: Store, id: string): Promise<EditionFacts | undefined> {
  const edition = await store.edition(id)
  return edition && withDeliveries(store, edition)
}

export async function whyChat(store: Store, chat: Chat): Promise<ChatFacts> {
  const subscriptions = await store.subscriptions({ chat })
  const paused = await store.pausedChats()
  const limit = subscriptions.length > 1 ? FEW_EDITIONS : MOST_EDITIONS
  const facts = subscriptions.map(async (subscription) =>
    factsOf(subscription, await editionsOf(store, subscription.id, limit), paused),
  )
  return { chat, subscriptions: await Promise.all(facts), otherPosts: await lostPosts(store, chat) }
}

function factsOf(
  subscription: Subscription,
  editions: readonly EditionFacts[],
  paused: readonly PausedChat[],
): SubscriptionFacts {
  const chatPause = pauseOf(paused, subscription.chat)
  return { id: subscription.id, subscription, editions, ...(chatPause && { chatPause }) }
}

async function editionsOf(
  store: Store,
  subscriptionId: string,
  limit: number,
): Promise<readonly EditionFacts[]> {
  const editions = await store.editions({ subscriptionId, limit })
  return Promise.all(editions.map((edition) => withDeliveries(store, edition)))
}

export async function withDeliveries(store: Store, edition: SlotEdition): Promise<EditionFacts> {
  const deliveries = await store.deliveries({ editionId: edition.id, limit: MOST_PARTS })
  return { edition, deliveries: deliveries.toSorted((one, other) => one.part - other.part) }
}

async function lostPosts(store: Store, chat: Chat): Promise<readonly Delivery[]> {
  const lost = await store.deliveries({
    chat,
    states: ['refused', 'unknown', 'expired'],
    limit: MOST_PARTS,
  })
  return lost.filter(({ editionId }) => editionId === undefined).slice(0, MOST_POSTS)
}
