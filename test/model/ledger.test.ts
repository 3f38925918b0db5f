import { describe, expect, test } from 'vitest'
import { ModelError } from '../../src/errors.ts'
import { good, prompt } from '../adapters/openai/model-app.ts'
import type { Behaviour } from '../fakes/openai/behaviour.ts'
import { type PaidModel, paidModel } from './paid-model.ts'

const DAY_MS = 86_400_000
const HARBOUR = { platform: 'test', id: 'harbour', kind: 'group' } as const
const HILL = { platform: 'test', id: 'hill', kind: 'group' } as const
const ADA = { platform: 'test', id: 'ada' }
const USAGE = { input: 1200, cached: 200, cacheWrite: 100, output: 250, reasoning: 40 }
/** 900 at $0.10, 200 at $0.01, 100 at $0.125 and 250 at $0.50 for a million. */
const COST = 90_000 + 2_000 + 12_500 + 125_000

const costs = (paid: PaidModel) => paid.store.modelCosts({ since: 0, by: 'purpose' })
const failure = (asked: Promise<unknown>) =>
  asked.then(
    () => undefined,
    (error: unknown) => (error instanceof ModelError ? error.failure : error),
  )

test('a reply is in the ledger to the token, and brings its cost', async () => {
  await using paid = await paidModel()
  paid.app.server.script({ says: good, usage: USAGE, model: 'gpt-6-luna-2026-08-01' })
  expect(await paid.ask()).toMatchObject({ nanoUsd: COST })
  expect(await costs(paid)).toEqual([
    { key: 'brief', calls: 1, failed: 0, ...USAGE, nanoUsd: COST, unpriced: 0 },
  ])
})

test('what the cheap service did costs half', async () => {
  await using paid = await paidModel()
  paid.app.server.script({ says: good, usage: USAGE, tier: 'flex' })
  expect(await paid.ask()).toMatchObject({ nanoUsd: COST / 2 })
})

describe('a call that gives nothing is in the ledger too', () => {
  test.each([
    ['broken JSON', { says: '{', usage: USAGE }, 'unusable'],
    ['a refusal', { says: '', refusal: 'No.', usage: USAGE }, 'unusable'],
    ['a reply that is cut off', { says: '{"c', finish: 'length', usage: USAGE }, 'unusable'],
  ] satisfies [string, Behaviour, string][])('with all that it cost: %s', async (_, behaviour, reason) => {
    await using paid = await paidModel()
    paid.app.server.script(behaviour)
    expect(await failure(paid.ask())).toBe(reason)
    expect(await costs(paid)).toEqual([
      { key: 'brief', calls: 1, failed: 1, ...USAGE, nanoUsd: COST, unpriced: 0 },
    ])
  })

  test.each([
    ['a text that is too long', { status: 400, error: { code: 'context_length_exceeded' } }, 'too-long'],
    ['a key that is not accepted', { status: 401 }, 'unavailable'],
  ] satisfies [string, Behaviour, string][])('and cost nothing: %s', async (_, behaviour, reason) => {
    await using paid = await paidModel()
    paid.app.server.script(behaviour)
    expect(await failure(paid.ask())).toBe(reason)
    expect(await costs(paid)).toMatchObject([
      { calls: 1, failed: 1, input: 0, output: 0, nanoUsd: 0, unpriced: 0 },
    ])
    expect((await paid.store.spending({ since: 0 }, paid.app.clock.now())).nanoUsd).toBe(0)
  })

  test('and one that was given up counts as if it had cost the most, since nobody knows', async () => {
    await using paid = await paidModel()
    paid.app.server.script({ hang: true })
    const failed = failure(paid.ask())
    await paid.app.server.received(1)
    await paid.app.clock.advance(60_000)
    expect(await failed).toBe('late')
    expect(await costs(paid)).toMatchObject([{ calls: 1, failed: 1, nanoUsd: 0, unpriced: 1 }])
    const { nanoUsd } = await paid.store.spending({ since: 0 }, paid.app.clock.now() + DAY_MS)
    expect(nanoUsd).toBe(paid.reserved[0]?.reservedNanoUsd)
    expect(nanoUsd).toBeGreaterThan(0)
  })

  test('as does one whose reader stopped waiting', async () => {
    await using paid = await paidModel()
    paid.app.server.script({ hang: true })
    const stop = new AbortController()
    const failed = failure(paid.ask({}, stop.signal))
    await paid.app.server.received(1)
    stop.abort(new Error('stopped'))
    expect(await failed).toEqual(new Error('stopped'))
    expect(await costs(paid)).toMatchObject([{ calls: 1, failed: 1, unpriced: 1 }])
  })
})

test('the ledger of many calls is that of the server, to the token', async () => {
  await using paid = await paidModel()
  paid.app.server.writeAs(({ user }) => ({ says: user.length % 2 ? good : 'no JSON' }))
  const asked = Array.from({ length: 20 }, (_, at) =>
    paid.ask({ prompt: { ...prompt, user: 'x '.repeat(at + 5) + 'y'.repeat(at) } }),
  )
  await Promise.allSettled(asked)
  const sum = (of: 'input' | 'output') =>
    paid.app.server.billed.reduce((total, usage) => total + usage[of], 0)
  expect(await costs(paid)).toMatchObject([
    { calls: 20, failed: 10, input: sum('input'), output: sum('output') },
  ])
})

describe('a cap', () => {
  test('is never passed: what might pass it is not asked', async () => {
    await using paid = await paidModel({ dayNanoUsd: 2_000_000 })
    paid.app.server.writeAs(() => ({ says: good, usage: USAGE }))
    const all = await Promise.all(Array.from({ length: 12 }, () => failure(paid.ask())))
    const asked = all.filter((outcome) => outcome === undefined).length
    expect(asked).toBe(paid.app.server.asked.length)
    expect(asked).toBeGreaterThan(0)
    expect(new Set(all)).toEqual(new Set([undefined, 'no-budget']))
    const most = paid.reserved[0]?.reservedNanoUsd ?? 0
    expect(asked * most).toBeLessThanOrEqual(2_000_000)
  })

  test('of nothing means that nothing is asked', async () => {
    await using paid = await paidModel({ monthNanoUsd: 0 })
    expect(await failure(paid.ask())).toBe('no-budget')
  })

  test('of a day is lifted the next day, that of a month is not', async () => {
    await using paid = await paidModel({ dayNanoUsd: 1_100_000, monthNanoUsd: 1_200_000 })
    paid.app.server.writeAs(() => ({ says: good, usage: USAGE }))
    const most = async () => {
      while ((await failure(paid.ask())) === undefined);
      return paid.app.server.asked.length
    }
    const today = await most()
    await paid.app.clock.advance(DAY_MS)
    const tomorrow = await most()
    expect(tomorrow).toBeGreaterThanOrEqual(today)
    await paid.app.clock.advance(DAY_MS)
    expect(await most()).toBe(tomorrow)
    await paid.app.clock.advance(31 * DAY_MS)
    expect(await most()).toBeGreaterThan(tomorrow)
  })

  test('of a chat is its own', async () => {
    await using paid = await paidModel({ chatDayNanoUsd: 1_000_000 })
    paid.app.server.writeAs(() => ({ says: good, usage: USAGE }))
    await paid.ask({ payer: { chat: HARBOUR } })
    expect(await failure(paid.ask({ payer: { chat: HARBOUR } }))).toBe('no-budget')
    expect(await failure(paid.ask({ payer: { chat: HILL } }))).toBeUndefined()
    expect(await failure(paid.ask())).toBeUndefined()
  })

  test('of a reader counts answers, also where a call costs nothing', async () => {
    await using paid = await paidModel({ readerDayAnswers: 2 }, { OPENAI_SERVER: 'ollama' })
    paid.app.server.writeAs(() => ({ says: good }))
    const answer = {
      payer: { person: ADA, chat: HARBOUR },
      prompt: { ...prompt, purpose: 'answer' as const },
    }
    await paid.ask(answer)
    await paid.ask(answer)
    expect(await failure(paid.ask(answer))).toBe('no-budget')
    expect(await costs(paid)).toMatchObject([{ calls: 2, nanoUsd: 0, unpriced: 0 }])
    expect((await paid.store.spending({ since: 0 }, paid.app.clock.now())).nanoUsd).toBe(0)
  })

  test('holds for a model whose price nobody knows', async () => {
    await using paid = await paidModel({ dayNanoUsd: 22_000_000 }, { OPENAI_MODEL: 'new-model' })
    paid.app.server.writeAs(() => ({ says: good, usage: USAGE }))
    await paid.ask()
    await paid.ask()
    expect(await failure(paid.ask())).toBe('no-budget')
    expect(await costs(paid)).toMatchObject([{ calls: 2, nanoUsd: 0, unpriced: 2 }])
  })
})

describe('as a cap draws near', () => {
  test.each([
    [0, 'all'],
    [0.69, 'all'],
    [0.7, 'no-repair'],
    [0.85, 'no-judge'],
    [1, 'none'],
  ] as const)('with %d of it used, what is allowed is: %s', async (share, allowed) => {
    await using paid = await paidModel({ dayNanoUsd: 1_000_000, monthNanoUsd: 9_000_000 })
    const call = { purpose: 'brief', model: 'luna', reservedNanoUsd: share * 1_000_000 } as const
    const now = paid.app.clock.now()
    await paid.store.reserveModelCall({ ...call, expiresAt: now + 1 }, [], now)
    expect(await paid.model.allowance({})).toBe(allowed)
  })

  test('the answers of a reader allow all, up to the last one', async () => {
    await using paid = await paidModel({ readerDayAnswers: 1 })
    expect(await paid.model.allowance({ person: ADA })).toBe('all')
    paid.app.server.script({ says: good })
    await paid.ask({ payer: { person: ADA }, prompt: { ...prompt, purpose: 'answer' } })
    expect(await paid.model.allowance({ person: ADA })).toBe('none')
    expect(await paid.model.allowance({})).toBe('all')
  })

  test('without caps all is allowed', async () => {
    await using paid = await paidModel()
    expect(await paid.model.allowance({ chat: HARBOUR, person: ADA })).toBe('all')
  })
})
