// What an edition of a subscription is asked to hold.

import { DAY_MS } from '../clock.ts'
import type { SlotEdition, Subscription } from '../domain.ts'
import type { Store } from '../ports.ts'
import { type BriefLength, DEFAULT_LENGTH } from '../summarizer/engine.ts'
import type { EditionQuery } from './compose-edition.ts'
import { parseTopics } from './topics.ts'

const SHORTEST_MS = DAY_MS
const LONGEST_MS = 7 * DAY_MS
const WORDS_PER_POINT = 20
const CHARACTERS_PER_POINT = 140
/** So many editions are looked through for the one before: nearly always it is among the first. */
const LOOKED_AT = [3, 50]

type Slot = Pick<SlotEdition, 'slot' | 'missed'>

export async function editionQuery(
  { store, now }: { readonly store: Store; readonly now: number },
  subscription: Subscription,
  slot: Slot,
): Promise<EditionQuery> {
  return {
    since: clamp(await lastServed(store, subscription, slot), now - LONGEST_MS, now - SHORTEST_MS),
    limit: subscription.briefs,
    topics: parseTopics(subscription.topics),
    length: lengthOf(subscription.points),
    language: subscription.language,
    chat: subscription.chat,
  }
}

/**
 * The slot whose edition told of what came before it. What was missed and then dropped is told by nobody; what was missed
 * and is merged is told by this edition. The first edition has none before it.
 */
async function lastServed(
  store: Store,
  { id, afterDownTime }: Subscription,
  { slot, missed }: Slot,
): Promise<number> {
  const dropped = afterDownTime === 'late' ? missed.at(-1) : undefined
  if (dropped !== undefined) return dropped
  let first = Number.POSITIVE_INFINITY
  for (const limit of LOOKED_AT) {
    const editions = await store.editions({ subscriptionId: id, limit })
    const before = editions.filter((edition) => edition.slot < slot)
    const served = before.find(isServed)
    if (served) return served.slot
    first = before.at(-1)?.slot ?? first
  }
  return first - SHORTEST_MS
}

/** Slots that people wanted skipped count; what failed, or came while the chat was paused, is made up for. */
function isServed({ state, reason }: SlotEdition): boolean {
  return state === 'made' || state === 'empty' || (state === 'skipped' && reason?.kind === 'missed')
}

/** Few points have the room of three (design section 7): one sentence can be long. */
export function lengthOf(points: number): BriefLength {
  return {
    points,
    maxWords: Math.max(DEFAULT_LENGTH.maxWords ?? 0, WORDS_PER_POINT * points),
    maxCharacters: Math.max(DEFAULT_LENGTH.maxCharacters ?? 0, CHARACTERS_PER_POINT * points),
  }
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most)
}
