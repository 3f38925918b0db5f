// Briefs of editions that come soon, written ahead: then a model has time for its cheap service, and a slow one for its work. The
// edition finds them stored; a story that has changed since is written anew.

import { MINUTE_MS } from '../clock.ts'
import type { Subscription } from '../domain.ts'
import { reasonOf } from '../errors.ts'
import type { Log } from '../ports.ts'
import { composeEdition, type EditionParts } from './compose-edition.ts'
import { editionQuery } from './edition-query.ts'

export interface EarlyParts extends EditionParts {
  readonly log: Log
}

/** Longer would cost more than it saves: news changes, and what has changed is paid for twice. */
const AHEAD_MS = 40 * MINUTE_MS
const AT_ONCE = 8

/** Looks once a minute, until the signal aborts. A slot is written for once, and what fails is left to the edition. */
export async function writeEarly(parts: EarlyParts, signal: AbortSignal): Promise<void> {
  const begun = new Map<string, number>()
  const under = new Set<Promise<void>>()
  while (!signal.aborted) {
    const coming = await parts.store.subscriptions({ comingUntil: parts.clock.now() + AHEAD_MS })
    for (const subscription of coming) {
      if (under.size >= AT_ONCE || !isAhead(parts, subscription, begun)) continue
      begun.set(subscription.id, subscription.nextEditionAt)
      const writing: Promise<void> = writeFor(parts, subscription, signal).finally(() =>
        under.delete(writing),
      )
      under.add(writing)
    }
    await parts.clock.sleep(MINUTE_MS, signal)
  }
  await Promise.all(under)
}

function isAhead(
  { clock }: EarlyParts,
  { id, nextEditionAt }: Subscription,
  begun: ReadonlyMap<string, number>,
): boolean {
  return nextEditionAt > clock.now() && begun.get(id) !== nextEditionAt
}

async function writeFor(parts: EarlyParts, subscription: Subscription, signal: AbortSignal): Promise<void> {
  const { id, nextEditionAt: slot } = subscription
  try {
    const asked = await editionQuery({ store: parts.store, now: parts.clock.now() }, subscription, {
      slot,
      missed: [],
    })
    await composeEdition(parts, { ...asked, deadlineAt: slot, canWait: true, signal })
  } catch (error) {
    if (!signal.aborted)
      parts.log.warn('briefs could not be written ahead', { subscription: id, error: reasonOf(error) })
  }
}
