import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { createPrices, loadPrices } from '../../src/model/prices.ts'
import { temporaryFolder } from '../cli/run.ts'

const prices = createPrices(loadPrices(), false)
const usage = { input: 3000, cached: 1000, cacheWrite: 500, output: 450, reasoning: 50, isEstimated: false }

/** A file with that in it. */
function fileWith(text: string): string {
  const file = join(temporaryFolder(), 'prices.json')
  writeFileSync(file, text)
  return file
}

test('a call costs what its tokens cost, by kind', () => {
  // 1,500 at $0.10, 1,000 at $0.01, 500 at $0.125 and 450 at $0.50 for a million.
  expect(prices.costOf({ usage, model: 'gpt-6-luna' }, 'gpt-6-luna')).toBe(
    150_000 + 10_000 + 62_500 + 225_000,
  )
})

test('the cheap service costs half', () => {
  const [whole, half] = ['default', 'flex'].map((tier) =>
    prices.costOf({ usage, model: 'gpt-6-luna', tier }, 'gpt-6-luna'),
  )
  expect(half).toBe((whole ?? 0) / 2)
})

test('a dated name costs what the name costs; another name costs what the one asked for does', () => {
  const cost = prices.costOf({ usage, model: 'gpt-6-luna' }, 'gpt-6-luna')
  expect(prices.costOf({ usage, model: 'gpt-6-luna-2026-08-01' }, 'gpt-6-luna')).toBe(cost)
  expect(prices.costOf({ usage, model: 'luna-proxy' }, 'gpt-6-luna')).toBe(cost)
})

test('of a model without a price nobody knows the cost, and at most it is the dearest', () => {
  const tokens = { input: 1000, output: 100 }
  expect(prices.costOf({ usage, model: 'house-model' }, 'house-model')).toBeUndefined()
  expect(prices.mostOf('house-model', tokens)).toBe(prices.mostOf('gpt-6-sol', tokens))
  expect(prices.isKnown('house-model')).toBe(false)
})

test('the most of a call is never less than what it costs', () => {
  expect(prices.mostOf('gpt-6-luna', usage)).toBeGreaterThanOrEqual(
    prices.costOf({ usage, model: 'gpt-6-luna' }, 'gpt-6-luna') ?? 0,
  )
})

test("on a machine of one's own nothing costs anything", () => {
  const free = createPrices(loadPrices(), true)
  expect(free.costOf({ usage, model: 'gemma' }, 'gemma')).toBe(0)
  expect(free.mostOf('gemma', usage)).toBe(0)
  expect(free.isKnown('gemma')).toBe(true)
})

test('a list of the operator takes the place of ours', () => {
  const file = fileWith('{"checkedAt": "2026-11-20", "models": {"house-model": {"input": 1, "output": 2}}}')
  const own = createPrices(loadPrices(file), false)
  expect(own.costOf({ usage, model: 'house-model' }, 'house-model')).toBe(3_000_000 + 900_000)
  expect(own.isKnown('gpt-6-luna')).toBe(false)
})

describe('a list is refused', () => {
  test.each([
    ['that is not there', '/nowhere/prices.json', 'cannot be read'],
    ['that is no JSON', fileWith('prices'), 'cannot be read'],
    ['without a date', fileWith('{"models": {"a": {"input": 1, "output": 2}}}'), 'checkedAt'],
    [
      'with a price below nothing',
      fileWith('{"checkedAt": "2026-11", "models": {"a": {"input": -1, "output": 2}}}'),
      'models.a.input',
    ],
    ['without a model', fileWith('{"checkedAt": "2026-11", "models": {}}'), 'must name a model'],
  ])('%s', (_, file, reason) => {
    expect(() => loadPrices(file)).toThrow(reason)
    expect(() => loadPrices(file)).toThrow(file)
  })
})
