// What a probe found out about a server is kept, so that it is asked once, and later processes go by it.

import type { ModelSpent } from '../domain.ts'
import { ModelError } from '../errors.ts'
import type { Clock, Log, ModelAdapter, Store } from '../ports.ts'
import { costOfReply, type Prices } from './prices.ts'

export interface ServerParts {
  readonly store: Pick<Store, 'modelServer' | 'saveModelServer' | 'reserveModelCall' | 'settleModelCall'>
  readonly clock: Clock
  readonly log: Log
  readonly prices: Prices
}

/** Goes by what was found earlier, from the first question on. */
export function withFound(model: ModelAdapter, { store }: Pick<ServerParts, 'store'>): ModelAdapter {
  const { use } = model
  if (!use) return model
  let recalled: Promise<void> | undefined
  const recall = () => {
    recalled ??= store.modelServer(model.identity).then((found) => {
      if (found !== undefined) use(found)
    })
    return recalled
  }
  return {
    ...model,
    async generate(request, signal) {
      await recall()
      return model.generate(request, signal)
    },
    async examine(signal) {
      await recall()
      return model.examine(signal)
    },
  }
}

/** Finds out about a server that nobody knows yet. One that does not answer is asked another time. */
export async function probeOnce(model: ModelAdapter, parts: ServerParts, signal: AbortSignal): Promise<void> {
  if (!model.probe || (await parts.store.modelServer(model.identity)) !== undefined) return
  try {
    const { found, spent } = await model.probe(signal)
    for (const each of spent) await record(model, parts, each)
    await parts.store.saveModelServer(model.identity, found, parts.clock.now())
    model.use?.(found)
    parts.log.info('the model server was probed', { model: model.nameFor('brief'), found })
  } catch (error) {
    if (signal.aborted) return
    if (!(error instanceof ModelError)) throw error
    parts.log.warn('the model server could not be probed', { reason: error.message })
  }
}

/** Three small questions, once: rows like any, but no cap keeps them back. */
async function record(
  model: ModelAdapter,
  { store, clock, prices }: ServerParts,
  spent: ModelSpent,
): Promise<void> {
  const now = clock.now()
  const name = model.nameFor('brief')
  const call = { purpose: 'probe', model: name, reservedNanoUsd: 0, expiresAt: now } as const
  const reserved = await store.reserveModelCall(call, [], now)
  if (!('id' in reserved)) return
  const settlement = { outcome: 'replied', spent, ...costOfReply(prices, spent, name) } as const
  await store.settleModelCall(reserved.id, settlement, now)
}
