// A subscription whose slot has come → its edition, and with it the rows of the outbox that post it. The edition is opened
// before it is composed, so a crash anywhere leaves either a slot that is still due or an open edition that is gone on with.

import type { Edition, Message, NewDelivery, Reason, SlotEdition, Subscription } from '../domain.ts'
import { reasonOf, UserError } from '../errors.ts'
import { withButtons } from '../message/buttons.ts'
import { messageFromEdition } from '../message/from-edition.ts'
import { editionOffers } from '../message/offers.ts'
import type { ClaimedSubscription, Log } from '../ports.ts'
import { pauseOf } from './chat-pause.ts'
import { composeEdition, type EditionParts } from './compose-edition.ts'
import { editionQuery } from './edition-query.ts'
import { frameOf, sendingTime } from './edition-sending.ts'
import { planSlot } from './plan-slot.ts'
import { topicNames } from './topics.ts'

export interface MakeParts extends EditionParts {
  readonly log: Log
  /** Those that the desk has adapters for. */
  readonly platforms: readonly string[]
  /** Those of them where people can be written to in private who never wrote. */
  readonly writesFirst: readonly string[]
  /** The rows of the outbox that a message is for its chat; of the delivery stage. */
  deliveriesOf(message: Message, to: Omit<NewDelivery, 'part' | 'parts' | 'payload'>): readonly NewDelivery[]
}

type Made = Parameters<EditionParts['store']['completeEdition']>[1]

const MAX_TRIES = 3
/** A model has so long for all the briefs of an edition; those that are not written then are made of sentences. */
const WRITING_MS = 90_000
/** Claims that came to no end. Those that are claimed together share the fate of one that ends the process. */
const MAX_CLAIMS = 10

/** Ends with the edition completed, or rejects; then the subscription is due again when its lease ends. */
export async function makeEdition(
  parts: MakeParts,
  { subscription, open, attempt }: ClaimedSubscription,
  signal: AbortSignal,
): Promise<void> {
  const opened = open ?? (await openNext(parts, subscription))
  if (!opened) return
  const made = await madeOrSkipped(parts, { subscription, opened, attempt }, signal)
  await parts.store.completeEdition(opened.id, made)
  const { entries, reason } = made.edition
  parts.log.info('edition completed', {
    edition: opened.id,
    subscription: subscription.id,
    state: made.state,
    briefs: entries.length,
    ...(reason && { reason: reason.kind }),
  })
}

/** Undefined when the slot is skipped, or has its edition already; if the next one has come too, it is claimed by itself. */
async function openNext(parts: MakeParts, subscription: Subscription): Promise<SlotEdition | undefined> {
  const now = parts.clock.now()
  const plan = planSlot(subscription, now)
  const reason = plan.reason ?? (await obstacleTo(parts, subscription))
  const opened = await parts.store.openEdition(
    { ...plan, subscriptionId: subscription.id, ...(reason && { reason }) },
    now,
  )
  return opened?.state === 'open' ? opened : undefined
}

/** Why nothing can be posted to the chat just now. */
async function obstacleTo(
  { store, platforms }: MakeParts,
  { chat }: Pick<Subscription, 'chat'>,
): Promise<Reason | undefined> {
  if (!platforms.includes(chat.platform)) return { kind: 'no-adapter', platform: chat.platform }
  const paused = pauseOf(await store.pausedChats(), chat)
  return paused && { kind: 'chat-paused', since: paused.since }
}

interface Making {
  readonly subscription: Subscription
  readonly opened: SlotEdition
  readonly attempt: number
}

/**
 * What cannot be composed must not keep the next slots waiting: after three tries it is skipped. A disk that is full or a
 * database that is locked says nothing about the edition, which then waits for better times.
 */
async function madeOrSkipped(parts: MakeParts, making: Making, signal: AbortSignal): Promise<Made> {
  if (making.attempt > MAX_CLAIMS)
    return skipped(parts, { kind: 'failed', detail: `${MAX_CLAIMS} tries did not end` })
  const obstacle = await obstacleTo(parts, making.opened)
  if (obstacle) return skipped(parts, obstacle)
  try {
    return await made(parts, making, signal)
  } catch (error) {
    if (signal.aborted || error instanceof UserError || making.attempt < MAX_TRIES) throw error
    parts.log.error('an edition could not be composed', { edition: making.opened.id, error: reasonOf(error) })
    return skipped(parts, { kind: 'failed', detail: reasonOf(error) })
  }
}

function skipped({ clock }: MakeParts, reason: Reason): Made {
  return {
    state: 'skipped',
    edition: { entries: [], leftOut: [], reason, composedAt: clock.now() },
    deliveries: [],
  }
}

async function made(parts: MakeParts, { subscription, opened }: Making, signal: AbortSignal): Promise<Made> {
  const current = { ...subscription, chat: opened.chat }
  const query = await editionQuery({ store: parts.store, now: parts.clock.now() }, current, opened)
  const deadlineAt = parts.clock.now() + WRITING_MS
  const edition = await composeEdition(parts, { ...query, deadlineAt, signal })
  const isEmpty = edition.entries.length === 0
  const isKept = isEmpty && current.whenEmpty === 'nothing'
  const deliveries = isKept ? [] : await post(parts, current, opened, edition)
  return { state: isEmpty ? 'empty' : 'made', edition, deliveries }
}

/** What its owner decided on how a post is filed, whom it calls and who else gets it. */
function addressed(
  { topics, calledRole, isForFollowers }: Subscription,
  { hasNews }: { readonly hasNews: boolean },
): Pick<Message, 'tags' | 'calledRole' | 'isForFollowers'> {
  const tags = topicNames(topics)
  return {
    ...(tags.length > 0 && { tags }),
    ...(calledRole !== undefined && hasNews && { calledRole }),
    ...(isForFollowers && { isForFollowers }),
  }
}

async function post(
  parts: MakeParts,
  subscription: Subscription,
  opened: SlotEdition,
  edition: Edition,
): Promise<readonly NewDelivery[]> {
  const { chat, language } = subscription
  const frame = frameOf(subscription, opened, edition.composedAt)
  const briefs = edition.entries.map(({ brief }) => brief)
  const message = {
    ...messageFromEdition(edition, language, frame),
    ...addressed(subscription, { hasNews: briefs.length > 0 }),
  }
  const hasCopies = parts.writesFirst.includes(chat.platform)
  const offers = editionOffers({ editionId: opened.id, briefs, chat, hasCopies }, language)
  return parts.deliveriesOf(await withButtons(parts, message, offers), {
    messageKey: `edition ${opened.id}`,
    chat: opened.chat,
    editionId: opened.id,
    whenUnknown: subscription.whenUnknown,
    ...sendingTime(subscription, edition.composedAt),
  })
}
