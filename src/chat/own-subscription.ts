// Which subscription a command of a chat means. A chat sees its own and no others.

import type { Subscription } from '../domain.ts'
import { userError } from '../message/user-error.ts'
import type { Store } from '../ports.ts'
import type { Said } from './chat-command.ts'

interface Named {
  readonly subscription: Subscription
  /** What stands behind its id. */
  readonly rest: string
}

/** Those of the chat; where nobody else sees it also those its person owns elsewhere. */
export async function ownSubscriptions(
  { store }: { readonly store: Store },
  { chat, person, isPrivate = false }: Pick<Said, 'chat' | 'person' | 'isPrivate'>,
): Promise<readonly Subscription[]> {
  const here = await store.subscriptions({ chat })
  if (chat.kind !== 'private' && !isPrivate) return here
  const owned = await store.subscriptions({ owner: person })
  return [...new Map([...here, ...owned].map((each) => [each.id, each])).values()]
}

/** The one that is named, or without a name the only one. Throws UserError with how to say it. */
export async function ownSubscription(
  parts: { readonly store: Store },
  said: Pick<Said, 'chat' | 'person' | 'text' | 'isPrivate'>,
): Promise<Named> {
  return namedSubscription(await ownSubscriptions(parts, said), said.text)
}

export function namedSubscription(own: readonly Subscription[], text: string): Named {
  const [, id, behind = ''] = /^(u\d+)(?:[\s:,;]+(.*))?$/is.exec(text) ?? []
  const [only, another] = own
  if (!only) throw userError((wrong) => wrong.noneYet)
  if (id === undefined && another) throw userError((wrong) => wrong.whichOne(own.length, only.id))
  const subscription = id === undefined ? only : own.find((each) => each.id === id.toLowerCase())
  if (subscription) return { subscription, rest: id === undefined ? text : behind }
  throw userError((wrong) => wrong.notHere(id ?? ''))
}

/** The same for a command that takes nothing else. */
export async function onlyOwnSubscription(
  parts: { readonly store: Store },
  said: Pick<Said, 'chat' | 'person' | 'text' | 'isPrivate'>,
): Promise<Subscription> {
  const { subscription, rest } = await ownSubscription(parts, said)
  if (rest === '') return subscription
  throw userError((wrong) => wrong.notUnderstood(rest, subscription.id))
}
