// The model that writes, if one is configured: the adapter, what is known of its server, the ledger with its caps, and the cache,
// around each other. Nothing of it is loaded when none is.

import { models, type RegisteredModel } from '../../adapters/index.ts'
import type { Prompts } from '../../prompts/index.ts'
import { readShape, type Settings } from '../config.ts'
import type { Clock, Log, Model, ModelAdapter, Problem, Store } from '../ports.ts'

export interface ComposedModel {
  readonly model: Model
  readonly prompts: Prompts
  /** Finds out what a server can do that nobody knows yet; for whoever runs on. */
  prepare(signal: AbortSignal): Promise<void>
  /** What is wrong with it, each with its remedy. */
  examine(signal: AbortSignal): Promise<readonly Problem[]>
}

export interface ModelParts {
  readonly store: Store
  readonly clock: Clock
  readonly log: Log
}

/** Undefined when none is configured. Throws ConfigError for a wrong setting, price list or prompt. */
export async function composeModel(
  settings: Settings,
  parts: ModelParts,
): Promise<ComposedModel | undefined> {
  const found = configured(settings)
  if (!found) return undefined
  const adapter = await found.registered.create({ settings: found.shape, clock: parts.clock, log: parts.log })
  return around(adapter, settings, parts)
}

/** What that model is called, without making it. */
function configured(
  settings: Settings,
): { readonly registered: RegisteredModel; readonly shape: unknown } | undefined {
  for (const registered of models) {
    const shape = readShape(registered.settings, settings.environment)
    if (registered.isConfigured(shape)) return { registered, shape }
  }
  return undefined
}

async function around(adapter: ModelAdapter, settings: Settings, parts: ModelParts): Promise<ComposedModel> {
  const { loadPrompts } = await import('../../prompts/index.ts')
  const { createPrices, loadPrices } = await import('../model/prices.ts')
  const { withLedger } = await import('../model/ledger.ts')
  const { withReplyCache } = await import('../model/reply-cache.ts')
  const { probeOnce, withFound } = await import('../model/model-server.ts')
  const { examineModel } = await import('../model/examine.ts')
  const { caps, pricesFile, promptsFolder } = settings.model
  const prices = createPrices(loadPrices(pricesFile), adapter.isFree)
  const known = withFound(adapter, parts)
  return {
    model: withReplyCache(withLedger(known, { ...parts, prices, caps })),
    prompts: loadPrompts(promptsFolder),
    prepare: (signal) => probeOnce(adapter, { ...parts, prices }, signal),
    examine: (signal) => examineModel(known, { ...parts, prices, caps }, signal),
  }
}
