import { expect, test } from 'vitest'
import type { ModelSettlement } from '../../src/domain.ts'
import type { Store } from '../../src/ports.ts'
import { group } from '../contract/store/makers.ts'
import { startModelServer } from '../fakes/openai/server.ts'
import { databaseWith } from './posts.ts'
import { run, runJson } from './run.ts'

const USAGE = { input: 1500, cached: 0, cacheWrite: 0, output: 250, reasoning: 0, isEstimated: false }
const SETTLED: ModelSettlement = {
  outcome: 'replied',
  spent: { usage: USAGE, model: 'gpt-6-luna' },
  nanoUsd: 120_000_000,
  countedNanoUsd: 120_000_000,
}

/** A brief for all, and an answer in a chat that failed. */
async function spend(store: Store): Promise<void> {
  const now = Date.now()
  const call = { model: 'gpt-6-luna', reservedNanoUsd: 1, expiresAt: now }
  const chat = group('harbour')
  for (const [at, one] of [{ purpose: 'brief' } as const, { purpose: 'answer', chat } as const].entries()) {
    const reserved = await store.reserveModelCall({ ...call, ...one }, [], now)
    if (!('id' in reserved)) continue
    const unusable = { ...SETTLED, outcome: 'unusable', nanoUsd: 300_000, countedNanoUsd: 300_000 } as const
    await store.settleModelCall(reserved.id, at === 0 ? SETTLED : unusable, now)
  }
}

test('shows what was spent, beside what may be, and what it went to', async () => {
  const db = await databaseWith(spend)
  const { code, out } = await run(['costs', ...db])
  expect(code).toBe(0)
  const text = out.replace(/\s+/g, ' ')
  expect(text).toContain('today $0.12 of $0.50')
  expect(text).toContain('this month $0.12 of $10.00')
  expect(text).toContain('brief $0.12 · 1 call · 1500 tokens read, 250 written')
  expect(text).toContain('answer $0.0003 · 1 call · 1500 tokens read, 250 written · 1 without a reply of use')
})

test('goes by chat, with what was written for all in a row of its own', async () => {
  const { out } = await run(['costs', '--by', 'chat', ...(await databaseWith(spend))])
  expect(out.replace(/\s+/g, ' ')).toMatch(/for all chats \$0\.12 .* test:harbour \$0\.0003/)
})

test('prints JSON, with money in dollars', async () => {
  const json = await runJson<Record<string, unknown>>([
    'costs',
    '--by',
    'model',
    ...(await databaseWith(spend)),
  ])
  expect(json).toMatchObject({
    today: { usd: 0.1203, capUsd: 0.5 },
    by: 'model',
    rows: [{ key: 'gpt-6-luna', calls: 2, failed: 1, input: 3000, output: 500, usd: 0.1203, unpriced: 0 }],
  })
})

test('says that no model was asked', async () => {
  const { out } = await run(['costs', ...(await databaseWith(async () => undefined))])
  expect(out).toContain('No model was asked in that time.')
})

test('status says what the model cost, where one is configured', async () => {
  const db = await databaseWith(spend)
  const without = await run(['status', ...db])
  const { out } = await run(['status', ...db], { env: { OPENAI_API_KEY: 'sk-none' } })
  expect(without.out).not.toContain('gpt-6-luna')
  expect(out.replace(/\s+/g, ' ')).toContain(
    'model gpt-6-luna · $0.12 of $0.50 today · $0.12 of $10.00 this month',
  )
})

test('doctor examines the model, and says what mends it', async () => {
  await using server = await startModelServer()
  const db = await databaseWith(async () => undefined)
  const env = { OPENAI_BASE_URL: server.url, OPENAI_MODEL: 'gpt-9', OPENAI_API_KEY: server.key }
  const { code, out } = await run(['doctor', '--json', ...db], { env })
  expect(code).toBe(1)
  const { examined, problems } = JSON.parse(out)
  expect(examined).toContain('model')
  expect(problems).toContainEqual(
    expect.objectContaining({
      part: 'model',
      level: 'error',
      remedy: expect.stringContaining('OPENAI_MODEL'),
    }),
  )
  expect(out).not.toContain(server.key)
})

test('a model that is set up wrongly is a sentence, and nothing starts', async () => {
  const db = await databaseWith(async () => undefined)
  const env = { OPENAI_BASE_URL: 'http://localhost:9/v1' }
  const { code, err } = await run(['status', ...db], { env })
  expect(code).toBe(2)
  expect(err).toContain('OPENAI_MODEL must name a model of the server at OPENAI_BASE_URL.')
})

test('prompts that fail their checks are refused with the reason', async () => {
  const db = await databaseWith(async () => undefined)
  const env = { OPENAI_API_KEY: 'sk-none', MODEL_PROMPTS: '/nowhere' }
  const { code, err } = await run(['status', ...db], { env })
  expect(code).toBe(2)
  expect(err).toContain('/nowhere')
})
