// What a chain of killed processes did, against what one did that nobody killed.

import type { Delivery, SlotEdition } from '../../src/domain.ts'
import type { Traces } from './chain.ts'

export interface Comparison {
  readonly lost: readonly string[]
  readonly doubled: readonly string[]
  /** Whatever else should not be. */
  readonly wrong: readonly string[]
  /** Of how many nobody knows whether they arrived. */
  readonly unknown: number
}

export function compare(undisturbed: Traces, killed: Traces): Comparison {
  const arrivals = killed.knowsKeys ? compareShown(undisturbed, killed) : account(killed)
  return {
    ...arrivals,
    wrong: [
      ...arrivals.wrong,
      ...wrongDeliveries(killed.deliveries),
      ...wrongSlots(undisturbed, killed),
      ...wrongReplies(undisturbed, killed),
    ],
    unknown: killed.deliveries.filter(({ state }) => state === 'unknown').length,
  }
}

type Arrivals = Pick<Comparison, 'lost' | 'doubled' | 'wrong'>

/** Every chat saw the same in the same order. */
function compareShown(undisturbed: Traces, killed: Traces): Arrivals {
  const [wanted, seen] = [byChat(undisturbed), byChat(killed)]
  const chats = [...new Set([...wanted.keys(), ...seen.keys()])]
  const all = chats.map((chat) => ({ chat, wanted: wanted.get(chat) ?? [], seen: seen.get(chat) ?? [] }))
  return {
    lost: all.flatMap((one) => named(one.chat, without(one.wanted, one.seen))),
    doubled: all.flatMap((one) => named(one.chat, without(one.seen, one.wanted))),
    wrong: all
      .filter((one) => one.wanted.join() !== one.seen.join())
      .map(({ chat }) => `${chat} saw other things, or in another order`),
  }
}

function byChat({ shown }: Traces): ReadonlyMap<string, readonly string[]> {
  const chats = Map.groupBy(shown, ({ chat }) => chat.id)
  return new Map([...chats].map(([chat, some]) => [chat, some.map(({ body }) => body)]))
}

/** What is left of `all` when each of `others` takes one away. */
function without(all: readonly string[], others: readonly string[]): readonly string[] {
  const left = [...all]
  for (const other of others) if (left.includes(other)) left.splice(left.indexOf(other), 1)
  return left
}

function named(chat: string, bodies: readonly string[]): readonly string[] {
  return bodies.map((body) => `${chat}: ${body.slice(0, 60)}`)
}

/** Where the far end knows no keys: what the desk believes of each delivery agrees with what readers saw. */
function account({ shown, deliveries }: Traces): Arrivals {
  const times = new Map<string, number>()
  for (const { key } of shown) times.set(key, (times.get(key) ?? 0) + 1)
  const arrivals = (delivery: Delivery) => times.get(keyOf(delivery)) ?? 0
  const known = new Set(deliveries.map(keyOf))
  return {
    lost: deliveries
      .filter((delivery) => delivery.state === 'delivered' && arrivals(delivery) === 0)
      .map(nameOf),
    doubled: deliveries.filter((delivery) => arrivals(delivery) > (delivery.isResent ? 2 : 1)).map(nameOf),
    wrong: [
      ...deliveries
        .filter(({ isResent, whenUnknown }) => isResent && whenUnknown === 'once')
        .map((delivery) => `${nameOf(delivery)} was sent again against its policy`),
      ...[...times.keys()].filter((key) => !known.has(key)).map((key) => `${key} is no delivery`),
      ...unasked(deliveries),
    ],
  }
}

/** The owner is asked once of each post of which nobody knows. */
function unasked(deliveries: readonly Delivery[]): readonly string[] {
  const questions = (id: string) =>
    new Set(
      deliveries
        .map(({ messageKey }) => messageKey)
        .filter((messageKey) => messageKey.startsWith(`notice:unknown:${id}:`)),
    ).size
  return deliveries
    .filter(
      ({ id, state, editionId }) => state === 'unknown' && editionId !== undefined && questions(id) !== 1,
    )
    .map((delivery) => `the owner was asked ${questions(delivery.id)} times of ${nameOf(delivery)}`)
}

/** Everything has come to an end, and what did not arrive says why. */
function wrongDeliveries(deliveries: readonly Delivery[]): readonly string[] {
  const ends = ['delivered', 'refused', 'unknown', 'expired']
  return deliveries
    .filter(({ state, reason }) => !ends.includes(state) || (state !== 'delivered' && !reason))
    .map((delivery) => `${nameOf(delivery)} is ${delivery.state}, and nobody knows why`)
}

/** Each slot has one edition, or was missed; where keys are known, what became of it is the same. */
function wrongSlots(undisturbed: Traces, killed: Traces): readonly string[] {
  const describe = ({ subscriptionId, slot, missed, state, reason }: SlotEdition) =>
    `${subscriptionId} ${new Date(slot).toISOString()} after ${missed.length}${killed.knowsKeys ? ` ${state} ${reason?.kind ?? ''}` : ''}`
  const [wanted, made] = [undisturbed.editions.map(describe), killed.editions.map(describe)]
  return [
    ...without(wanted, made).map((slot) => `no edition: ${slot}`),
    ...without(made, wanted).map((slot) => `one edition too many: ${slot}`),
    ...killed.editions
      .filter(({ state, reason }) => state === 'open' || (state !== 'made' && !reason))
      .map(({ id }) => `${id} was not made, and nobody knows why`),
  ]
}

/** Every event was answered, and once. */
function wrongReplies(undisturbed: Traces, killed: Traces): readonly string[] {
  const [wanted, made] = [repliesIn(undisturbed), repliesIn(killed)]
  return wanted === made ? [] : [`${made} replies instead of ${wanted}`]
}

function repliesIn({ deliveries }: Traces): number {
  const keys = deliveries.map(({ messageKey }) => messageKey)
  return new Set(keys.filter((key) => key.startsWith('reply '))).size
}

function keyOf({ messageKey, part }: Delivery): string {
  return `${messageKey}.${part}`
}

function nameOf(delivery: Delivery): string {
  return `${delivery.id} (${keyOf(delivery)}, to ${delivery.chat.id})`
}
