// The JSON documents of subscriptions, editions and deliveries. Chats and people are written as everywhere else.

import { isoTime } from '../clock.ts'
import type { Delivery, Edition, PausedChat, Person, Reason, SlotEdition, Subscription } from '../domain.ts'
import { chatAddress } from '../message/chat-address.ts'
import type { EditionFacts, SubscriptionFacts } from '../message/from-why.ts'
import { reasonSentence } from '../message/reasons.ts'
import { briefJson } from './json.ts'

export function subscriptionJson(subscription: Subscription, chatPause?: PausedChat) {
  const { id, chat, owner, nextEditionAt, createdAt, pausedAt, ...settings } = subscription
  return {
    id,
    chat: chatAddress(chat),
    chatKind: chat.kind,
    owner: owner && personText(owner),
    ...settings,
    nextEditionAt: isoTime(nextEditionAt),
    createdAt: isoTime(createdAt),
    pausedAt: isoTime(pausedAt),
    chatPaused: chatPause && pauseJson(chatPause),
  }
}

export function pauseJson({ chat, since, reason }: PausedChat) {
  return { chat: chatAddress(chat), since: isoTime(since), reason: reasonJson(reason) }
}

export function editionJson({ edition, deliveries }: EditionFacts, zone = 'UTC') {
  const { id, subscriptionId, chat, slot, missed, state, openedAt } = edition
  return {
    id,
    subscriptionId,
    chat: chatAddress(chat),
    slot: isoTime(slot),
    missed: missed.map(isoTime),
    state,
    openedAt: isoTime(openedAt),
    ...composedJson(edition, zone),
    deliveries: deliveries.map(deliveryJson),
  }
}

/** What is in an edition, and what is not. */
export function composedJson({ entries, leftOut, reason, composedAt }: Edition | SlotEdition, zone = 'UTC') {
  return {
    reason: reason && reasonJson(reason, zone),
    composedAt: isoTime(composedAt),
    briefs: entries.map(({ brief, update }) => ({
      ...briefJson(brief),
      ...(update && { updateSince: isoTime(update.at) }),
    })),
    leftOut: leftOut.map(({ storyId, headline, reason: why }) => ({
      storyId,
      headline,
      reason: reasonJson(why, zone),
    })),
  }
}

export function deliveryJson(delivery: Delivery) {
  const { id, messageKey, part, parts, chat, editionId, state, attempt, receipt, reason } = delivery
  return {
    id,
    state,
    chat: chatAddress(chat),
    editionId,
    messageKey,
    part,
    parts,
    attempts: attempt,
    reason: reason && reasonJson(reason),
    receipt,
    createdAt: isoTime(delivery.createdAt),
    dueAt: isoTime(delivery.dueAt),
    expiresAt: isoTime(delivery.expiresAt),
    sendingAt: isoTime(delivery.sendingAt),
    settledAt: isoTime(delivery.settledAt),
  }
}

export function subscriptionFactsJson({ id, subscription, chatPause, editions }: SubscriptionFacts) {
  return {
    ...(subscription ? subscriptionJson(subscription, chatPause) : { id, isRemoved: true }),
    editions: editions.map((facts) => editionJson(facts, subscription?.schedule.zone)),
  }
}

/** For programs its kind and fields, for people its sentence. */
function reasonJson(reason: Reason, zone = 'UTC') {
  return { ...reason, sentence: reasonSentence(reason, 'en', zone) }
}

function personText({ platform, id }: Person): string {
  return `${platform}:${id}`
}
