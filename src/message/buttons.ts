// Buttons below a message. What each means is kept by the store, which gives the id that a platform carries.

import type { Button, Message, Ref } from '../domain.ts'
import type { Clock, Store } from '../ports.ts'

/** A button before its meaning has an id. */
export interface Offer extends Omit<Button, 'ref'> {
  /** Absent where the button leads somewhere and means nothing else. */
  readonly ref?: Ref
}

export interface Refs {
  readonly store: Pick<Store, 'refOf'>
  readonly clock: Pick<Clock, 'now'>
}

/** The same message when there is nothing to press. */
export async function withButtons(
  { store, clock }: Refs,
  message: Message,
  offers: readonly (readonly Offer[])[],
): Promise<Message> {
  const filled = offers.filter((row) => row.length > 0)
  if (filled.length === 0) return message
  const now = clock.now()
  const rows = await Promise.all(
    filled.map((row) =>
      Promise.all(
        row.map(async ({ ref, ...button }) => ({ ...button, ref: ref ? await store.refOf(ref, now) : '' })),
      ),
    ),
  )
  return { ...message, blocks: [...message.blocks, { kind: 'buttons', rows }] }
}

/** In rows of so many. */
export function inRows<T>(all: readonly T[], perRow: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(all.length / perRow) }, (_, at) =>
    all.slice(at * perRow, (at + 1) * perRow),
  )
}
