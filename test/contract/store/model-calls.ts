import { describe, expect } from 'vitest'
import type { ModelSettlement, NewModelCall, SpendingCap } from '../../../src/domain.ts'
import type { Store } from '../../../src/ports.ts'
import { group, MINUTE_MS, NOW, type StoreTest } from './makers.ts'

const ADA = { platform: 'test', id: 'ada' }
const BEN = { platform: 'test', id: 'ben' }
const USAGE = { input: 1500, cached: 100, cacheWrite: 20, output: 250, reasoning: 30, isEstimated: false }

const call = (over: Partial<NewModelCall> = {}): NewModelCall => ({
  purpose: 'brief',
  model: 'luna',
  reservedNanoUsd: 400,
  expiresAt: NOW + 15 * MINUTE_MS,
  ...over,
})

const settled = (over: Partial<ModelSettlement> = {}): ModelSettlement => ({
  outcome: 'replied',
  spent: { usage: USAGE, model: 'luna-2026', tier: 'flex', requestId: 'r1' },
  nanoUsd: 150,
  countedNanoUsd: 150,
  ...over,
})

const cap = (over: Partial<SpendingCap> = {}): SpendingCap => ({
  of: 'installation',
  per: 'day',
  since: NOW,
  limit: { nanoUsd: 1000 },
  ...over,
})

async function reserve(store: Store, over: Partial<NewModelCall> = {}, now = NOW): Promise<string> {
  const reserved = await store.reserveModelCall(call(over), [], now)
  if (!('id' in reserved)) throw new Error('a cap was passed where there is none')
  return reserved.id
}

export function modelCallsContract(test: StoreTest): void {
  describe('a model call', () => {
    test('counts with what is reserved until it is settled, then with what it came to', async ({ store }) => {
      const id = await reserve(store)
      expect(await store.spending({ since: NOW }, NOW)).toEqual({ nanoUsd: 400, answers: 0 })
      await store.settleModelCall(id, settled(), NOW + 1)
      expect(await store.spending({ since: NOW }, NOW)).toEqual({ nanoUsd: 150, answers: 0 })
    })

    test('that nobody settles counts until it expires', async ({ store }) => {
      await reserve(store)
      expect((await store.spending({ since: NOW }, NOW + 15 * MINUTE_MS - 1)).nanoUsd).toBe(400)
      expect((await store.spending({ since: NOW }, NOW + 15 * MINUTE_MS)).nanoUsd).toBe(0)
    })

    test('is not reserved when that would pass a cap, and one that just fits is', async ({ store }) => {
      expect(await store.reserveModelCall(call({ reservedNanoUsd: 1000 }), [cap()], NOW)).toHaveProperty('id')
      expect(await store.reserveModelCall(call({ reservedNanoUsd: 1 }), [cap()], NOW)).toEqual({
        passed: cap(),
      })
      expect((await store.spending({ since: NOW }, NOW)).nanoUsd).toBe(1000)
    })

    test('never passes a cap, however many are reserved at once', async ({ store }) => {
      const all = await Promise.all(
        Array.from({ length: 9 }, () => store.reserveModelCall(call(), [cap()], NOW)),
      )
      expect(all.filter((reserved) => 'id' in reserved)).toHaveLength(2)
    })

    test('of yesterday does not count today', async ({ store }) => {
      await reserve(store, {}, NOW - 1)
      expect((await store.spending({ since: NOW }, NOW)).nanoUsd).toBe(0)
    })

    test("counts against its own chat's cap alone", async ({ store }) => {
      await reserve(store, { chat: group('harbour'), reservedNanoUsd: 900 })
      const caps = [cap({ of: 'chat' })]
      expect(await store.reserveModelCall(call({ chat: group('harbour') }), caps, NOW)).toHaveProperty(
        'passed',
      )
      expect(await store.reserveModelCall(call({ chat: group('hill') }), caps, NOW)).toHaveProperty('id')
    })

    test("for an answer counts against its reader's answers, and other calls do not", async ({ store }) => {
      const caps = [cap({ of: 'person', limit: { answers: 1 } })]
      const answer = (person: typeof ADA, purpose: NewModelCall['purpose'] = 'answer') =>
        store.reserveModelCall(call({ purpose, person }), caps, NOW)
      expect(await answer(ADA)).toHaveProperty('id')
      expect(await answer(ADA, 'judge')).toHaveProperty('id')
      expect(await answer(ADA)).toEqual({ passed: caps[0] })
      expect(await answer(BEN)).toHaveProperty('id')
      expect(await store.spending({ since: NOW, person: ADA }, NOW)).toEqual({ nanoUsd: 800, answers: 1 })
    })
  })

  describe('what models cost', () => {
    test('is summed by purpose, to the token, dearest first', async ({ store }) => {
      await store.settleModelCall(await reserve(store, { purpose: 'judge' }), settled({ nanoUsd: 50 }), NOW)
      await store.settleModelCall(await reserve(store), settled(), NOW)
      await store.settleModelCall(await reserve(store), settled({ outcome: 'unusable' }), NOW)
      const tokens = { input: 1500, cached: 100, cacheWrite: 20, output: 250, reasoning: 30 }
      const twice = { input: 3000, cached: 200, cacheWrite: 40, output: 500, reasoning: 60 }
      expect(await store.modelCosts({ since: NOW, by: 'purpose' })).toEqual([
        { key: 'brief', calls: 2, failed: 1, ...twice, nanoUsd: 300, unpriced: 0 },
        { key: 'judge', calls: 1, failed: 0, ...tokens, nanoUsd: 50, unpriced: 0 },
      ])
    })

    test('goes by the model that answered, else by the one that was asked', async ({ store }) => {
      await store.settleModelCall(await reserve(store), settled(), NOW)
      const lost: ModelSettlement = { outcome: 'late', countedNanoUsd: 400 }
      await store.settleModelCall(await reserve(store), lost, NOW)
      expect(await store.modelCosts({ since: NOW, by: 'model' })).toMatchObject([
        { key: 'luna-2026', calls: 1, nanoUsd: 150, unpriced: 0 },
        { key: 'luna', calls: 1, failed: 1, nanoUsd: 0, unpriced: 1 },
      ])
    })

    test("goes by chat, with what is nobody's in a row of its own", async ({ store }) => {
      await store.settleModelCall(await reserve(store, { chat: group('harbour') }), settled(), NOW)
      await store.settleModelCall(await reserve(store), settled({ nanoUsd: 10 }), NOW)
      const [harbour, nobody] = await store.modelCosts({ since: NOW, by: 'chat' })
      expect(harbour?.key).toBe('test:harbour')
      expect(nobody).not.toHaveProperty('key')
    })

    test('leaves out what is earlier, and what is not settled', async ({ store }) => {
      await store.settleModelCall(await reserve(store, {}, NOW - 1), settled(), NOW)
      await reserve(store)
      expect(await store.modelCosts({ since: NOW, by: 'purpose' })).toEqual([])
    })
  })

  describe('what is known of a model server', () => {
    test('is what was found last', async ({ store }) => {
      expect(await store.modelServer('one')).toBeUndefined()
      await store.saveModelServer('one', '{"a":1}', NOW)
      await store.saveModelServer('one', '{"a":2}', NOW + 1)
      expect(await store.modelServer('one')).toBe('{"a":2}')
      expect(await store.modelServer('two')).toBeUndefined()
    })
  })
}
