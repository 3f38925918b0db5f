import { describe, expect, test } from 'vitest'
import type { Behaviour } from '../../fakes/openai/behaviour.ts'
import { good, modelApp, prompt } from './model-app.ts'

const manners = [
  ['Chat Completions', { OPENAI_API: 'chat', OPENAI_STREAM: 'no' }],
  ['Chat Completions, streamed', { OPENAI_API: 'chat', OPENAI_STREAM: 'yes' }],
  ['Responses', { OPENAI_API: 'responses', OPENAI_STREAM: 'no' }],
  ['Responses, streamed', { OPENAI_API: 'responses', OPENAI_STREAM: 'yes' }],
] as const

describe.each(manners)('over %s', (_, env) => {
  test('a reply gives its value, and what it cost to the token', async () => {
    await using app = await modelApp(env)
    const usage = { input: 120, cached: 40, cacheWrite: 10, output: 30, reasoning: 5 }
    app.server.script({ says: good, usage, model: 'gpt-6-luna-2026-08-01', tier: 'default' })
    const { value, ...rest } = await app.ask()
    expect(value).toEqual(good)
    expect(rest).toMatchObject({
      usage: { ...usage, isEstimated: false },
      model: 'gpt-6-luna-2026-08-01',
      tier: 'default',
      requestId: 'req_fake',
      text: JSON.stringify(good),
    })
  })

  test('the prompt arrives in its two parts, with its shape and its limit', async () => {
    await using app = await modelApp(env)
    app.server.script({ says: good })
    await app.ask({ maxOutputTokens: 123 })
    expect(app.server.asked).toMatchObject([
      {
        path: env.OPENAI_API === 'chat' ? '/chat/completions' : '/responses',
        system: prompt.system,
        user: prompt.user,
        maxTokens: 123,
        isStream: env.OPENAI_STREAM === 'yes',
        body: { store: false, model: 'gpt-6-luna', prompt_cache_options: { mode: 'explicit' } },
        schema: {
          type: 'object',
          properties: { cites: { type: 'array', items: { type: 'integer' } }, text: { type: 'string' } },
          required: ['cites', 'text'],
          additionalProperties: false,
        },
      },
    ])
    expect(JSON.stringify(app.server.asked[0]?.schema)).not.toMatch(/minimum|maximum|\$schema/)
  })

  const useless: readonly (readonly [string, Behaviour])[] = [
    ['broken JSON', { says: '{"cites": [1, ' }],
    ['another shape', { says: { points: [] } }],
    ['prose', { says: 'I think that the bath is open.' }],
    ['nothing', { says: '' }],
    ['a refusal', { says: '', refusal: 'I cannot help with that.' }],
    ['a reply that is cut off', { says: '{"cites": [1], "text": "The ba', finish: 'length' }],
    ['a reply that a filter stopped', { says: '{"cites": [1]', finish: 'content_filter' }],
  ]
  test.each(useless)(
    '%s is unusable, is not asked for again, and its cost is known',
    async (_, behaviour) => {
      await using app = await modelApp(env)
      app.server.script(behaviour)
      const error = await app.failure()
      expect(error.failure).toBe('unusable')
      expect(app.server.asked).toHaveLength(1)
      const [{ input, output } = { input: 0, output: 0 }] = app.server.billed
      expect(error.spent?.usage).toEqual({
        input,
        output,
        cached: 0,
        cacheWrite: 0,
        reasoning: 0,
        isEstimated: false,
      })
    },
  )

  const failing: readonly (readonly [string, Behaviour])[] = [
    ['is busy (429)', { status: 429 }],
    ['breaks (500)', { status: 500 }],
    ['is overloaded (503)', { status: 503 }],
    ['gives a page of a portal', { html: '<html>Please sign in</html>' }],
    ['cuts the connection', { cut: 'before' }],
    ['cuts its reply', { cut: 'within' }],
  ]
  test.each(failing)('a server that %s is asked once more, after a moment', async (_, behaviour) => {
    await using app = await modelApp(env)
    app.server.script(behaviour, { says: good })
    const asked = app.ask()
    await app.clock.asleepFor(500)
    await app.clock.advance(500)
    expect((await asked).value).toEqual(good)
    expect(app.server.asked).toHaveLength(2)
  })

  test.each(failing)('a server that %s twice is unavailable', async (_, behaviour) => {
    await using app = await modelApp(env)
    app.server.script(behaviour, behaviour)
    const failed = app.failure()
    await app.clock.asleepFor(500)
    await app.clock.advance(500)
    expect(await failed).toMatchObject({ failure: 'unavailable', spent: undefined })
    expect(app.server.asked).toHaveLength(2)
  })

  test.each([
    ['says nothing', { hang: true }],
    ['trickles', { trickle: true }],
  ] as const)('a server that %s is given up at the deadline, and not asked again', async (_, behaviour) => {
    await using app = await modelApp(env)
    app.server.script(behaviour)
    const failed = app.failure()
    await app.server.received(1)
    await app.clock.advance(60_000)
    expect(await failed).toMatchObject({ failure: 'late', spent: undefined })
    expect(app.server.asked).toHaveLength(1)
  })

  test('whoever stops waiting is let go at once, with his own reason', async () => {
    await using app = await modelApp(env)
    app.server.script({ hang: true })
    const stop = new AbortController()
    const asked = app.ask({}, stop.signal)
    await app.server.received(1)
    stop.abort(new Error('the process stops'))
    await expect(asked).rejects.toThrow('the process stops')
  })

  test('usage that is missing is estimated, and says so', async () => {
    await using app = await modelApp(env)
    app.server.script({ says: good, usage: 'none' })
    const { usage } = await app.ask()
    expect(usage).toMatchObject({ isEstimated: true, cached: 0, reasoning: 0 })
    expect(usage.input).toBeGreaterThan(30)
    expect(usage.output).toBeGreaterThan(8)
  })
})

test.each([
  ['far too many', { input: 1e9, output: 10 }],
  ['far too few', { input: 1, output: 10 }],
  ['less than none', { input: 120, output: -5 }],
  ['more cached than read', { input: 120, cached: 500, output: 10 }],
  ['parts of tokens', { input: 120.5, output: 10 }],
])('usage that cannot be is estimated: %s', async (_, usage) => {
  await using app = await modelApp()
  app.server.script({ says: good, usage })
  expect((await app.ask()).usage.isEstimated).toBe(true)
})

test.each([
  ['in a fence', `Here it is:\n\`\`\`json\n${JSON.stringify(good)}\n\`\`\`\nI hope that helps.`],
  ['in prose', `Sure! ${JSON.stringify(good)} Anything else?`],
  ['after its thoughts', `<think>{"cites": [9]} or not?</think>\n${JSON.stringify(good)}`],
  ['with fields nobody asked for', JSON.stringify({ ...good, confidence: 0.9 })],
  ['written carelessly', `{cites: [1, 2,], 'text': "${good.text}",}`],
])('JSON is found %s', async (_, says) => {
  await using app = await modelApp({ OPENAI_SERVER: 'other' })
  app.server.script({ says })
  expect((await app.ask()).value).toEqual(good)
})

test('a reply in parts is put together', async () => {
  await using app = await modelApp({ OPENAI_SERVER: 'other' })
  app.server.script({ says: good, isInParts: true })
  expect((await app.ask()).value).toEqual(good)
})

test('what a model thinks in a field of its own is no part of the reply', async () => {
  await using app = await modelApp({ OPENAI_SERVER: 'llama.cpp', OPENAI_STREAM: 'yes' })
  app.server.script({ says: good, reasoning: 'It says that the bath is open.' })
  expect((await app.ask()).value).toEqual(good)
})

describe('a busy server', () => {
  test('is asked again after as long as it asks for', async () => {
    await using app = await modelApp()
    app.server.script({ status: 429, headers: { 'retry-after': '7' } }, { says: good })
    const asked = app.ask()
    await app.clock.asleepFor(7000)
    await app.clock.advance(6999)
    expect(app.server.asked).toHaveLength(1)
    await app.clock.advance(1)
    expect((await asked).value).toEqual(good)
  })

  test('that asks for longer than there is time is not asked again', async () => {
    await using app = await modelApp()
    app.server.script({ status: 429, headers: { 'retry-after-ms': '90000' } })
    expect(await app.failure()).toMatchObject({ failure: 'unavailable', retryAfterMs: 90_000 })
    expect(app.server.asked).toHaveLength(1)
  })

  test('that says how many tokens it still takes is left alone until it takes enough', async () => {
    await using app = await modelApp()
    const headers = { 'x-ratelimit-remaining-tokens': '10', 'x-ratelimit-reset-tokens': '12s' }
    app.server.script({ says: good, headers }, { says: good })
    await app.ask()
    const second = app.ask()
    await app.clock.asleepFor(12_000)
    expect(app.server.asked).toHaveLength(1)
    await app.clock.advance(12_000)
    expect((await second).value).toEqual(good)
  })
})

test('a text that is too long for the model is said to be', async () => {
  await using app = await modelApp()
  app.server.script({ status: 400, error: { code: 'context_length_exceeded', message: 'too long' } })
  expect(await app.failure()).toMatchObject({ failure: 'too-long' })
  expect(app.server.asked).toHaveLength(1)
})

test.each([
  ['llama.cpp', 'the request exceeds the available context size, try increasing it'],
  ['vllm', "This model's maximum context length is 4096 tokens. However, you requested 5000 tokens."],
])('so says %s in words of its own', async (OPENAI_SERVER, message) => {
  await using app = await modelApp({ OPENAI_SERVER })
  app.server.script({ status: 400, error: { message } })
  expect(await app.failure()).toMatchObject({ failure: 'too-long' })
})

test('a filter that declines what is asked makes it unusable', async () => {
  await using app = await modelApp()
  app.server.script({ status: 400, error: { code: 'content_filter', message: 'filtered' } })
  expect(await app.failure()).toMatchObject({ failure: 'unusable', spent: undefined })
})

test('nothing is asked when the deadline is over', async () => {
  await using app = await modelApp()
  expect(await app.failure({ deadlineAt: app.clock.now() })).toMatchObject({ failure: 'late' })
  expect(app.server.asked).toHaveLength(0)
})

test('a reply that is larger than any is not read', async () => {
  await using app = await modelApp()
  app.server.script({ says: 'x'.repeat(2_100_000) }, { says: 'x'.repeat(2_100_000) })
  const failed = app.failure()
  await app.clock.asleepFor(500)
  await app.clock.advance(500)
  expect((await failed).message).toContain('larger than 2 MB')
})
