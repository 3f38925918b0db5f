// What the owner of a subscription is told when something needs his hand: what happened, in which chat, what is kept,
// and what to do.

import type { Block, Message, RefusalClass } from '../domain.ts'
import { shortDate, timeOfDay } from './dates.ts'
import { texts } from './texts.ts'

/** Why a chat that can come back is paused. */
export type PauseCause = Exclude<RefusalClass, 'ended' | 'content' | 'token'>

export type Notice =
  | {
      readonly kind: 'chat-paused'
      /** As people write it: `platform:id`. */
      readonly chat: string
      readonly cause: PauseCause
      readonly subscriptionId: string
      /** Absent when what was to be sent is no edition. */
      readonly slot?: SlotTime
      /** What the platform said. */
      readonly detail: string
    }
  | {
      readonly kind: 'chat-ended'
      readonly chat: string
      readonly subscriptionId: string
      readonly detail: string
    }
  | {
      readonly kind: 'may-have-arrived'
      readonly chat: string
      readonly deliveryId: string
      readonly part: number
      readonly parts: number
      readonly slot: SlotTime
    }
  | {
      readonly kind: 'late'
      readonly chat: string
      readonly slot: SlotTime
      /** Epoch milliseconds. */
      readonly until: number
      readonly detail: string
    }

/** When an edition was due, and the zone in which its readers say so. */
export interface SlotTime {
  readonly at: number
  readonly zone: string
}

export function messageFromNotice(notice: Notice, language: string): Message {
  switch (notice.kind) {
    case 'chat-paused':
      return { language, blocks: blocksOfPause(notice, language) }
    case 'chat-ended':
      return { language, blocks: blocksOfEnd(notice, language) }
    case 'may-have-arrived':
      return { language, blocks: blocksOfDoubt(notice, language) }
    case 'late':
      return { language, blocks: blocksOfDelay(notice, language) }
  }
}

function blocksOfPause(notice: Extract<Notice, { kind: 'chat-paused' }>, language: string): Block[] {
  const say = texts(language)
  const { cause, slot } = notice
  const resume = `brevier subscriptions resume ${notice.subscriptionId}`
  return [
    { kind: 'headline', text: say.chatPaused[cause](notice.chat) },
    { kind: 'text', text: slot ? say.isKept(editionName(slot, language)) : say.nothingIsLost },
    { kind: 'text', text: say.mendChat[cause](resume) },
    { kind: 'quiet', text: say.platformSaid(notice.detail) },
  ]
}

function blocksOfEnd(
  { chat, subscriptionId, detail }: Extract<Notice, { kind: 'chat-ended' }>,
  language: string,
): Block[] {
  const say = texts(language)
  return [
    { kind: 'headline', text: say.chatEnded(chat) },
    { kind: 'text', text: say.subscription.removed(subscriptionId) },
    { kind: 'quiet', text: say.platformSaid(detail) },
  ]
}

function blocksOfDoubt(notice: Extract<Notice, { kind: 'may-have-arrived' }>, language: string): Block[] {
  const say = texts(language)
  const { part, parts } = notice
  const settle = `brevier deliveries settle ${notice.deliveryId}`
  return [
    { kind: 'headline', text: say.mayHaveArrived(editionName(notice.slot, language), notice.chat) },
    ...(parts > 1 ? [{ kind: 'text' as const, text: say.partOf(part, parts) }] : []),
    { kind: 'text', text: say.pleaseLook },
    {
      kind: 'rows',
      rows: [
        { term: say.itIsThere, text: `${settle} --arrived` },
        { term: say.itIsNotThere, text: `${settle} --again` },
      ],
    },
  ]
}

function blocksOfDelay(
  { chat, slot, until, detail }: Extract<Notice, { kind: 'late' }>,
  language: string,
): Block[] {
  const say = texts(language)
  return [
    { kind: 'headline', text: say.isLate(editionName(slot, language), chat) },
    { kind: 'text', text: say.asksToWait(timeOfDay(until, language, slot.zone)) },
    { kind: 'quiet', text: say.platformSaid(detail) },
  ]
}

function editionName({ at, zone }: SlotTime, language: string): string {
  return texts(language).editionOf(timeOfDay(at, language, zone), shortDate(at, language, zone))
}
