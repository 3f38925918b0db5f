// A model with its ledger on a real database, over the real package, against the fake server.

import { openSqlite } from '../../db/sqlite.ts'
import type { CapSettings } from '../../src/config.ts'
import type { NewModelCall, SpendingCap } from '../../src/domain.ts'
import { createLog } from '../../src/log.ts'
import { withLedger } from '../../src/model/ledger.ts'
import { createPrices, loadPrices } from '../../src/model/prices.ts'
import type { Model, Store } from '../../src/ports.ts'
import { type ModelApp, modelApp } from '../adapters/openai/model-app.ts'

export interface PaidModel extends AsyncDisposable {
  readonly app: ModelApp
  readonly store: Store
  readonly model: Model
  readonly logged: readonly string[]
  ask(...request: Parameters<ModelApp['ask']>): ReturnType<ModelApp['ask']>
  /** What was reserved, in order. */
  readonly reserved: readonly NewModelCall[]
}

export async function paidModel(
  caps: CapSettings = {},
  env: Readonly<Record<string, string>> = {},
): Promise<PaidModel> {
  const app = await modelApp(env)
  const store = await openSqlite({ file: ':memory:' })
  const reserved: NewModelCall[] = []
  const watched = {
    ...store,
    reserveModelCall(call: NewModelCall, all: readonly SpendingCap[], now: number) {
      reserved.push(call)
      return store.reserveModelCall(call, all, now)
    },
  }
  const logged: string[] = []
  const log = createLog({ level: 'debug', json: true, write: (line) => void logged.push(line) })
  const prices = createPrices(loadPrices(), app.model.isFree)
  const model = withLedger(app.model, { store: watched, clock: app.clock, log, prices, caps })
  return {
    app,
    store,
    model,
    logged,
    reserved,
    ask: (request, signal) => app.ask(request, signal, model),
    async [Symbol.asyncDispose]() {
      await store.close()
      await app[Symbol.asyncDispose]()
    },
  }
}
