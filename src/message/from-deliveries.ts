// What is in the outbox, and what became of what was.

import type { Block, Delivery, Message } from '../domain.ts'
import { chatAddress } from './chat-address.ts'
import { localDateAndTime } from './dates.ts'
import { reasonSentence } from './reasons.ts'
import { texts } from './texts.ts'

export function messageFromDeliveries(deliveries: readonly Delivery[], language: string): Message {
  if (deliveries.length === 0)
    return { language, blocks: [{ kind: 'text', text: texts(language).noDelivery }] }
  return {
    language,
    blocks: [{ kind: 'rows', rows: deliveries.map((delivery) => deliveryRow(delivery, language)) }],
  }
}

/** Its state, what it is and where it goes; below, since when and why. */
export function deliveryRow(delivery: Delivery, language: string, zone = 'UTC') {
  const say = texts(language)
  const { id, state, chat, reason, settledAt, sendingAt, dueAt } = delivery
  const at = settledAt ?? (state === 'unknown' ? sendingAt : undefined) ?? dueAt
  const why = reason && state !== 'delivered' ? reasonSentence(reason, language, zone) : undefined
  return {
    term: id,
    text: [say.deliveryState[state], chatAddress(chat), whatItIs(delivery, language)].join(' · '),
    note: [localDateAndTime(at, language, zone), why].filter(Boolean).join(' · '),
  }
}

export function messageFromDelivery(delivery: Delivery, language: string): Message {
  const say = texts(language)
  const { id, state, chat, attempt, dueAt, createdAt, expiresAt, settledAt, receipt, reason } = delivery
  const when = (at: number) => localDateAndTime(at, language, 'UTC')
  const todo = whatToDo(delivery, language)
  const row = say.deliveryRow
  const rows = [
    { term: row.chat, text: chatAddress(chat) },
    { term: row.what, text: whatItIs(delivery, language) },
    { term: row.made, text: when(createdAt) },
    ...(settledAt === undefined
      ? [
          { term: row.due, text: when(dueAt) },
          { term: row.expires, text: when(expiresAt) },
        ]
      : [{ term: row.settled, text: when(settledAt) }]),
    { term: row.attempts, text: String(attempt) },
    ...(receipt ? [{ term: row.receipt, text: receipt }] : []),
  ]
  const blocks: Block[] = [{ kind: 'headline', text: `${id} · ${say.deliveryState[state]}` }]
  if (reason && state !== 'delivered')
    blocks.push({ kind: 'text', text: reasonSentence(reason, language, 'UTC') })
  blocks.push({ kind: 'rows', rows })
  if (todo !== undefined) blocks.push({ kind: 'quiet', text: todo })
  return { language, blocks }
}

/** It did not arrive, or nobody knows, and nobody wanted it so. */
export function isTrouble({ state, reason }: Delivery): boolean {
  const isWanted = reason?.kind === 'settled-by-hand' || reason?.kind === 'subscription-removed'
  return state === 'unknown' || ((state === 'refused' || state === 'expired') && !isWanted)
}

/** The command that goes on, where somebody has to. */
export function whatToDo(delivery: Delivery, language: string): string | undefined {
  const say = texts(language)
  if (!isTrouble(delivery)) return undefined
  return delivery.state === 'unknown' ? say.settleIt(delivery.id) : say.retryIt(delivery.id)
}

function whatItIs({ editionId, messageKey, part, parts }: Delivery, language: string): string {
  const say = texts(language)
  const is = say.deliveryIs
  const what = editionId ? is.edition(editionId) : messageKey.startsWith('notice:') ? is.notice : is.reply
  return parts > 1 ? `${what}, ${say.partOfAll(part, parts)}` : what
}
