import { describe, expect, test } from 'vitest'
import { good, type ModelApp, modelApp } from './model-app.ts'

const MINUTE_MS = 60_000
const busy = { status: 429, headers: { 'retry-after': '600' } }

async function failTimes(app: ModelApp, count: number): Promise<void> {
  for (let at = 0; at < count; at += 1) {
    app.server.script(busy)
    expect(await app.failure()).toMatchObject({ failure: 'unavailable' })
  }
}

test('a server that fails five times in ten minutes is left alone for ten minutes, then tried', async () => {
  await using app = await modelApp()
  await failTimes(app, 5)
  expect(await app.failure()).toMatchObject({ failure: 'unavailable', retryAfterMs: 10 * MINUTE_MS })
  expect(app.server.asked).toHaveLength(5)
  await app.clock.advance(10 * MINUTE_MS)
  app.server.script({ says: good }, { says: good })
  await app.ask()
  await app.ask()
  expect(app.server.asked).toHaveLength(7)
})

test('a trial that fails leaves it alone for another ten minutes', async () => {
  await using app = await modelApp()
  await failTimes(app, 5)
  await app.clock.advance(10 * MINUTE_MS)
  await failTimes(app, 1)
  expect((await app.failure()).message).toContain('is not asked for now')
  expect(app.server.asked).toHaveLength(6)
})

test('failures that lie apart do not add up', async () => {
  await using app = await modelApp()
  await failTimes(app, 4)
  await app.clock.advance(10 * MINUTE_MS)
  await failTimes(app, 4)
  expect(app.server.asked).toHaveLength(8)
})

test('a reply that cannot be used is no failure of the server', async () => {
  await using app = await modelApp()
  for (let at = 0; at < 6; at += 1) {
    app.server.script({ says: 'no JSON' })
    expect(await app.failure()).toMatchObject({ failure: 'unusable' })
  }
  expect(app.server.asked).toHaveLength(6)
})

describe('at once, and loudly', () => {
  test.each([
    [
      'a key that is not accepted',
      { status: 401, error: { code: 'invalid_api_key', message: 'no' } },
      10 * MINUTE_MS,
    ],
    ['a right that is not there', { status: 403 }, 10 * MINUTE_MS],
    [
      'a model that is not known',
      { status: 404, error: { code: 'model_not_found', message: 'no' } },
      10 * MINUTE_MS,
    ],
    [
      'credit that is used up',
      { status: 429, error: { code: 'insufficient_quota', message: 'no' } },
      17 * 60 * MINUTE_MS,
    ],
  ])('%s ends the asking', async (_, behaviour, forMs) => {
    await using app = await modelApp()
    app.server.script(behaviour)
    expect(await app.failure()).toMatchObject({ failure: 'unavailable' })
    expect(await app.failure()).toMatchObject({ failure: 'unavailable', retryAfterMs: forMs })
    expect(app.server.asked).toHaveLength(1)
    expect(
      app.logged.filter((line) => line.includes('"error"') && line.includes('brevier doctor')),
    ).toHaveLength(1)
  })
})
