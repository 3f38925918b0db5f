import { expect, test } from 'vitest'
import { probeOnce, withFound } from '../../src/model/model-server.ts'
import { createPrices, loadPrices } from '../../src/model/prices.ts'
import { good } from '../adapters/openai/model-app.ts'
import type { Asked } from '../fakes/openai/asked.ts'
import type { Behaviour } from '../fakes/openai/behaviour.ts'
import { type PaidModel, paidModel } from './paid-model.ts'

const signal = new AbortController().signal

const log = { debug() {}, info() {}, warn() {}, error() {} }
const partsOf = ({ store, app }: PaidModel) => ({
  store,
  clock: app.clock,
  log,
  prices: createPrices(loadPrices(), app.model.isFree),
})

/** A server that ignores schemas and has room. */
function careless({ user }: Asked): Behaviour {
  return { says: /The password is (\S+)\./.exec(user)?.[1] ?? 'Two and one make three.' }
}

test('a server is probed once; a later process goes by what was found', async () => {
  await using paid = await paidModel({}, { OPENAI_SERVER: 'ollama' })
  paid.app.server.writeAs(careless)
  await probeOnce(paid.app.model, partsOf(paid), signal)
  await probeOnce(paid.app.model, partsOf(paid), signal)
  expect(paid.app.server.asked).toHaveLength(3)
  const used: string[] = []
  const later = withFound({ ...paid.app.model, use: (found) => void used.push(found) }, paid)
  paid.app.server.script({ says: good }, { says: good })
  await paid.app.ask({}, signal, later)
  await paid.app.ask({}, signal, later)
  expect(used.map((found) => JSON.parse(found))).toMatchObject([{ schema: 'json', hasRoom: true }])
})

test('what a probe asks is in the ledger to the token', async () => {
  await using paid = await paidModel({}, { OPENAI_SERVER: 'ollama' })
  paid.app.server.writeAs(careless)
  await probeOnce(paid.app.model, partsOf(paid), signal)
  const output = paid.app.server.billed.reduce((sum, usage) => sum + usage.output, 0)
  const costs = await paid.store.modelCosts({ since: 0, by: 'purpose' })
  expect(costs).toMatchObject([{ key: 'probe', calls: 3, failed: 0, output, nanoUsd: 0 }])
})

test('a server that does not answer is probed another time', async () => {
  await using paid = await paidModel({}, { OPENAI_SERVER: 'ollama' })
  paid.app.server.script({ status: 401 })
  await probeOnce(paid.app.model, partsOf(paid), signal)
  expect(await paid.store.modelServer(paid.app.model.identity)).toBeUndefined()
})
