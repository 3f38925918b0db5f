// What can be done to subscriptions, from a chat or from the command line. Each may be done twice: the second time
// changes nothing.

import { isDeepStrictEqual } from 'node:util'
import type { Chat, Person, Subscription, SubscriptionSettings } from '../domain.ts'
import { nextSlot } from '../editions/schedule.ts'
import { userError } from '../message/user-error.ts'
import type { Clock, Store } from '../ports.ts'
import { defaultSettings, type WrittenFields, withFields } from './subscription-fields.ts'

export interface SubscriptionParts {
  readonly store: Store
  readonly clock: Clock
}

export interface Changed {
  readonly subscription: Subscription
  /** False when all was so already. */
  readonly isChanged: boolean
}

const MOST_PER_CHAT = 50

/** The same subscription of the same chat is made once. Throws UserError for a field that is written wrongly. */
export async function addSubscription(
  { store, clock }: SubscriptionParts,
  { chat, owner, written }: { readonly chat: Chat; readonly owner?: Person; readonly written: WrittenFields },
): Promise<Changed> {
  const settings = withFields(defaultSettings(chat.kind), written)
  const others = await store.subscriptions({ chat })
  const same = others.find((other) => isDeepStrictEqual(settingsOf(other), settings))
  if (same) return { subscription: same, isChanged: false }
  if (others.length >= MOST_PER_CHAT) throw userError((wrong) => wrong.tooMany(MOST_PER_CHAT))
  const added = { ...settings, chat, ...(owner && { owner }), nextEditionAt: next(settings, clock.now()) }
  return { subscription: await store.addSubscription(added, clock.now()), isChanged: true }
}

/** With another schedule, zone or quiet hours, the next edition is the first one from now on. */
export async function editSubscription(
  { store, clock }: SubscriptionParts,
  subscription: Subscription,
  written: WrittenFields,
): Promise<Changed> {
  const before = settingsOf(subscription)
  const after = withFields(before, written)
  if (isDeepStrictEqual(before, after)) return { subscription, isChanged: false }
  const isRescheduled = !isDeepStrictEqual(timesOf(before), timesOf(after))
  const changed = await store.changeSubscription(subscription.id, {
    ...after,
    quietHours: after.quietHours ?? null,
    calledRole: after.calledRole ?? null,
    isForFollowers: after.isForFollowers ?? null,
    ...(isRescheduled && { nextEditionAt: next(after, clock.now()) }),
  })
  return { subscription: stillThere(changed, subscription), isChanged: true }
}

export async function pauseSubscription(
  { store, clock }: SubscriptionParts,
  subscription: Subscription,
): Promise<Changed> {
  const paused = await store.pauseSubscription(subscription.id, clock.now())
  return {
    subscription: stillThere(paused, subscription),
    isChanged: subscription.pausedAt === undefined,
  }
}

/** The next edition is the first one from now on. A chat that was paused because posts failed goes on as well. */
export async function resumeSubscription(
  { store, clock }: SubscriptionParts,
  subscription: Subscription,
): Promise<Changed> {
  const resumed = await store.resumeSubscription(subscription.id, next(subscription, clock.now()))
  const isChatResumed = await store.resumeChat(subscription.chat)
  return {
    subscription: stillThere(resumed, subscription),
    isChanged: isChatResumed || subscription.pausedAt !== undefined,
  }
}

export async function removeSubscription(
  { store, clock }: SubscriptionParts,
  subscription: Subscription,
): Promise<Changed> {
  const removed = await store.removeSubscription(subscription.id, clock.now())
  return { subscription, isChanged: removed !== undefined }
}

function settingsOf(settings: SubscriptionSettings): SubscriptionSettings {
  const { topics, language, points, briefs, schedule, quietHours } = settings
  const { afterDownTime, whenUnknown, whenEmpty, calledRole, isForFollowers } = settings
  return {
    topics,
    language,
    points,
    briefs,
    schedule,
    ...(quietHours && { quietHours }),
    afterDownTime,
    whenUnknown,
    whenEmpty,
    ...(calledRole !== undefined && { calledRole }),
    ...(isForFollowers && { isForFollowers }),
  }
}

function timesOf({ schedule: { crons, zone }, quietHours }: SubscriptionSettings) {
  return { crons, zone, quietHours }
}

function next({ schedule, quietHours }: SubscriptionSettings, now: number): number {
  const slot = nextSlot(schedule, now, quietHours)
  if (slot === undefined) throw userError((wrong) => wrong.neverComesAgain(schedule.text))
  return slot
}

function stillThere(found: Subscription | undefined, { id }: Subscription): Subscription {
  if (found) return found
  throw userError((wrong) => wrong.removedJustNow(id))
}
