import type { ChatAdapter, Clock, Log, Store } from '../ports.ts'

/** What delivery works with. */
export interface DeliveryParts {
  readonly store: Store
  readonly clock: Clock
  readonly log: Log
  readonly adapters: readonly ChatAdapter[]
  /** From 0 to 1. */
  readonly random?: () => number
}

export function adapterOf({ adapters }: Pick<DeliveryParts, 'adapters'>, platform: string): ChatAdapter {
  const adapter = adapters.find((candidate) => candidate.platform === platform)
  if (!adapter) throw new Error(`no adapter speaks ${platform}`)
  return adapter
}
