// Why an edition or a post was not made or not sent, or that all is well and when the next one comes.

import { MINUTE_MS } from '../clock.ts'
import type { Block, Chat, Delivery, Message, PausedChat, SlotEdition, Subscription } from '../domain.ts'
import { chatAddress } from './chat-address.ts'
import { localDateAndTime } from './dates.ts'
import { deliveryRow, isTrouble, whatToDo } from './from-deliveries.ts'
import { type ReadAt, stateBlocks } from './from-subscription.ts'
import { reasonSentence } from './reasons.ts'
import { texts } from './texts.ts'

export interface EditionFacts {
  readonly edition: SlotEdition
  /** In the order of their parts. */
  readonly deliveries: readonly Delivery[]
}

export interface SubscriptionFacts {
  readonly id: string
  /** Absent when it was removed. */
  readonly subscription?: Subscription
  readonly chatPause?: PausedChat
  /** Newest first. */
  readonly editions: readonly EditionFacts[]
}

export interface ChatFacts {
  readonly chat: Chat
  readonly subscriptions: readonly SubscriptionFacts[]
  /** What did not arrive and belongs to no edition, newest first. */
  readonly otherPosts: readonly Delivery[]
}

export interface Reading extends ReadAt {
  readonly now: number
  readonly isDeskRunning: boolean
}

/** A busy minute delays an edition; so long after its time it is stuck. */
export const STUCK_AFTER_MS = 15 * MINUTE_MS
/** Of an edition whose subscription is gone. */
const NO_ZONE = 'UTC'

export function messageFromWhySubscription(facts: SubscriptionFacts, reading: Reading): Message {
  const { language, isDeskRunning } = reading
  const noDesk: readonly Block[] = isDeskRunning ? [] : [{ kind: 'text', text: texts(language).noDesk }]
  return { language, blocks: [...noDesk, ...subscriptionBlocks(facts, reading)] }
}

export function messageFromWhyChat({ subscriptions, otherPosts }: ChatFacts, reading: Reading): Message {
  const { language, face, isDeskRunning } = reading
  const say = texts(language)
  const blocks: Block[] = isDeskRunning ? [] : [{ kind: 'text', text: say.noDesk }]
  if (subscriptions.length === 0)
    blocks.push({ kind: 'text', text: say.noSubscription.chat }, { kind: 'quiet', text: say.how[face].add })
  blocks.push(...subscriptions.flatMap((facts) => subscriptionBlocks(facts, reading)))
  if (otherPosts.length > 0)
    blocks.push(
      { kind: 'headline', text: say.otherPosts },
      { kind: 'rows', rows: otherPosts.map((delivery) => deliveryRow(delivery, language)) },
    )
  return { language, blocks }
}

export function messageFromWhyEdition(
  { edition, deliveries }: EditionFacts,
  zone: string | undefined,
  { language }: Pick<Reading, 'language'>,
): Message {
  const say = texts(language)
  const at = { language, zone: zone ?? NO_ZONE }
  const blocks: Block[] = [
    { kind: 'headline', text: `${edition.id} · ${chatAddress(edition.chat)}` },
    {
      kind: 'text',
      text: `${localDateAndTime(edition.slot, language, at.zone)}. ${editionSentence({ edition, deliveries }, at)}`,
    },
  ]
  if (deliveries.length > 0)
    blocks.push({
      kind: 'rows',
      rows: deliveries.map((delivery) => deliveryRow(delivery, language, at.zone)),
    })
  if (edition.leftOut.length > 0)
    blocks.push(
      { kind: 'headline', text: say.leftOut },
      {
        kind: 'rows',
        rows: edition.leftOut.map(({ storyId, headline, reason }) => ({
          term: storyId,
          text: headline,
          note: reasonSentence(reason, language, at.zone),
        })),
      },
    )
  return { language, blocks }
}

function subscriptionBlocks(facts: SubscriptionFacts, reading: Reading): readonly Block[] {
  const { language } = reading
  const say = texts(language)
  const { id, subscription, editions } = facts
  if (!subscription)
    return [{ kind: 'text', text: say.subscriptionRemoved(id) }, ...editionRows(facts, language)]
  return [
    { kind: 'headline', text: `${id} · ${chatAddress(subscription.chat)} · ${subscription.schedule.text}` },
    ...verdict({ ...facts, subscription }, reading),
    ...(editions.length === 0
      ? [{ kind: 'quiet' as const, text: say.noEditionYet }]
      : editionRows(facts, language)),
  ]
}

/** What matters most comes first: it is halted, it is late, the last one went wrong, or all is well. */
function verdict(
  facts: SubscriptionFacts & { readonly subscription: Subscription },
  reading: Reading,
): readonly Block[] {
  const { subscription, chatPause, editions } = facts
  const { language, now, isDeskRunning } = reading
  const { nextEditionAt, pausedAt, schedule } = subscription
  const say = texts(language)
  if (pausedAt !== undefined || chatPause) return stateBlocks(facts, reading)
  const when = localDateAndTime(nextEditionAt, language, schedule.zone)
  if (nextEditionAt < now - STUCK_AFTER_MS) return [{ kind: 'text', text: say.overdue(when) }]
  const next = say.nextEdition(when)
  if (editions[0] && hasTrouble(editions[0])) return [{ kind: 'text', text: say.lastWentWrong(next) }]
  return [{ kind: 'text', text: isDeskRunning ? say.allIsWell(next) : next }]
}

/** Something was not made or not sent that should have been. */
function hasTrouble({ edition, deliveries }: EditionFacts): boolean {
  const isSkipped = edition.state === 'skipped' && edition.reason?.kind !== 'missed'
  return isSkipped || deliveries.some((delivery) => isTrouble(delivery))
}

function editionRows({ subscription, editions }: SubscriptionFacts, language: string): readonly Block[] {
  const zone = subscription?.schedule.zone ?? NO_ZONE
  const rows = editions.map(({ edition, deliveries }) => {
    const todo = deliveries.map((delivery) => whatToDo(delivery, language)).find((said) => said !== undefined)
    return {
      term: edition.id,
      text: `${localDateAndTime(edition.slot, language, zone)}. ${editionSentence({ edition, deliveries }, { language, zone })}`,
      ...(todo !== undefined && { note: todo }),
    }
  })
  return [{ kind: 'rows', rows }]
}

/** What became of an edition. */
export function editionSentence(
  { edition, deliveries }: EditionFacts,
  { language, zone }: { readonly language: string; readonly zone: string },
): string {
  const say = texts(language)
  const missed = edition.missed.length > 0 ? ` ${say.missedBefore(edition.missed.length)}` : ''
  const reason = edition.reason ? reasonSentence(edition.reason, language, zone) : ''
  switch (edition.state) {
    case 'open':
      return say.editionIs.open + missed
    case 'skipped':
      return say.editionIs.notMade(reason) + missed
    case 'empty': {
      const said = deliveries.length === 0 ? say.editionIs.nothingSent(reason) : reason
      return (
        [said, ...(deliveries.length > 0 ? [sending({ edition, deliveries }, language, zone)] : [])].join(
          ' ',
        ) + missed
      )
    }
    case 'made':
      return sending({ edition, deliveries }, language, zone) + missed
  }
}

/** Of the first part that has not arrived, since none goes out before it; else that all have. */
function sending({ edition, deliveries }: EditionFacts, language: string, zone: string): string {
  const say = texts(language)
  const open = deliveries.find(({ state }) => state !== 'delivered')
  if (!open)
    return say.editionIs.sent(edition.entries.length === 0 ? say.oneLine : say.briefs(edition.entries.length))
  const reason = open.reason ? reasonSentence(open.reason, language, zone) : ''
  const text = sendingOf(open, reason, language)
  return open.parts > 1 ? say.editionIs.part(open.part, open.parts, text) : text
}

function sendingOf({ state }: Delivery, reason: string, language: string): string {
  const is = texts(language).editionIs
  switch (state) {
    case 'pending':
    case 'claimed':
      return reason === '' ? is.onItsWay : is.waiting(reason)
    case 'sending':
    case 'delivered':
      return is.onItsWay
    case 'refused':
    case 'expired':
      return is.notSent(reason)
    case 'unknown':
      return is.mayHaveArrived(reason)
  }
}
