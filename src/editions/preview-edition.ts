import type { Edition, Message, Subscription } from '../domain.ts'
import { messageFromEdition } from '../message/from-edition.ts'
import { composeEdition, type EditionParts } from './compose-edition.ts'
import { editionQuery } from './edition-query.ts'
import { frameOf } from './edition-sending.ts'

/** The next edition as it would be sent now. Nothing is stored but its briefs, which the edition itself can then use. */
export async function previewEdition(
  parts: EditionParts,
  subscription: Subscription,
  signal?: AbortSignal,
): Promise<{ readonly edition: Edition; readonly message: Message }> {
  const now = parts.clock.now()
  const slot = { slot: now, missed: [] }
  const query = await editionQuery({ store: parts.store, now }, subscription, slot)
  const edition = await composeEdition(parts, { ...query, ...(signal && { signal }) })
  const isWithheld = edition.entries.length === 0 && subscription.whenEmpty === 'nothing'
  const message = messageFromEdition(edition, subscription.language, {
    ...frameOf(subscription, slot, now),
    ...(isWithheld && { isWithheld }),
  })
  return { edition, message }
}
