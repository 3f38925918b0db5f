// Which subscription a command of a chat means. A chat sees its own and no others.

import type { Subscription } from '../domain.ts'
import { UserError } from '../errors.ts'
import type { Store } from '../ports.ts'
import type { Said } from './chat-command.ts'

interface Named {
  readonly subscription: Subscription
  /** What stands behind its id. */
  readonly rest: string
}

/** The one that is named, or without a name the only one. Throws UserError with how to say it. */
export async function ownSubscription(
  { store }: { readonly store: Store },
  { chat, text }: Pick<Said, 'chat' | 'text'>,
): Promise<Named> {
  const own = await store.subscriptions({ chat })
  const [, id, behind = ''] = /^(u\d+)(?:[\s:,;]+(.*))?$/is.exec(text) ?? []
  const [only, another] = own
  if (!only) throw new UserError('This chat has no subscription yet. /subscribe makes one; /help shows how.')
  if (id === undefined && another)
    throw new UserError(
      `This chat has ${own.length} subscriptions. Say which one you mean by its id, like ${only.id}; /subscriptions lists them.`,
    )
  const subscription = id === undefined ? only : own.find((each) => each.id === id.toLowerCase())
  if (subscription) return { subscription, rest: id === undefined ? text : behind }
  throw new UserError(`This chat has no subscription ${id}. /subscriptions lists those it has.`)
}

/** The same for a command that takes nothing else. */
export async function onlyOwnSubscription(
  parts: { readonly store: Store },
  said: Pick<Said, 'chat' | 'text'>,
): Promise<Subscription> {
  const { subscription, rest } = await ownSubscription(parts, said)
  if (rest === '') return subscription
  throw new UserError(
    `"${rest}" is not understood here. The id of a subscription looks like ${subscription.id}.`,
  )
}
