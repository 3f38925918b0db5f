import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { openaiSettings } from '../../../adapters/openai/settings.ts'
import { good, modelApp, prompt } from './model-app.ts'

describe('each kind of server is asked as its documents say', () => {
  test.each([
    [
      'openai',
      { max_completion_tokens: 400, reasoning_effort: 'none', verbosity: 'low', store: false },
      true,
    ],
    ['ollama', { max_tokens: 1600, reasoning_effort: 'none', temperature: 0 }, true],
    [
      'llama.cpp',
      {
        max_tokens: 1600,
        reasoning_effort: 'none',
        temperature: 0,
        chat_template_kwargs: { enable_thinking: false },
      },
      true,
    ],
    ['vllm', { max_tokens: 1600, temperature: 0, chat_template_kwargs: { enable_thinking: false } }, true],
    ['lmstudio', { max_tokens: 1600, temperature: 0 }, true],
    ['other', { max_tokens: 1600, temperature: 0 }, true],
  ])('%s', async (OPENAI_SERVER, fields, hasSchema) => {
    await using app = await modelApp({ OPENAI_SERVER })
    app.server.script({ says: good })
    await app.ask()
    const { model, messages, response_format, prompt_cache_options, ...rest } =
      app.server.asked[0]?.body ?? {}
    expect(rest).toEqual(fields)
    expect(response_format !== undefined).toBe(hasSchema)
    expect(prompt_cache_options).toEqual(OPENAI_SERVER === 'openai' ? { mode: 'explicit' } : undefined)
  })
})

test.each([
  ['http://localhost:11434/v1', 'ollama'],
  ['http://localhost:8080/v1', 'llama.cpp'],
  ['http://gpu.lan:8000/v1', 'vllm'],
  ['http://localhost:1234/v1', 'lmstudio'],
  ['https://models.example.com/v1', 'other'],
  ['https://eu.api.openai.com/v1', 'openai'],
])('%s is taken for %s', async (url, kind) => {
  const { profileOf } = await import('../../../adapters/openai/profile.ts')
  const settings = openaiSettings.parse({ OPENAI_BASE_URL: url, OPENAI_MODEL: 'some' })
  expect(profileOf(settings).kind).toBe(kind)
})

test('a key alone means OpenAI and its cheap model', async () => {
  const { createOpenaiModel } = await import('../../../adapters/openai/openai.ts')
  await using app = await modelApp()
  const settings = openaiSettings.parse({ OPENAI_API_KEY: 'sk-abc' })
  const model = createOpenaiModel({ settings, clock: app.clock, log: { ...console } })
  expect(model).toMatchObject({
    isLocal: false,
    isFree: false,
    identity: expect.stringContaining('api.openai.com'),
  })
  expect([model.nameFor('brief'), model.nameFor('judge')]).toEqual(['gpt-6-luna', 'gpt-6-luna'])
})

test('another model may judge', async () => {
  await using app = await modelApp({ OPENAI_JUDGE_MODEL: 'gpt-6-sol' })
  app.server.script({ says: good }, { says: good })
  await app.ask()
  await app.ask({ prompt: { ...prompt, purpose: 'judge' } })
  expect(app.server.asked.map(({ model }) => model)).toEqual(['gpt-6-luna', 'gpt-6-sol'])
})

describe('settings that cannot work are refused', () => {
  test.each([
    ['an address without a model', { OPENAI_BASE_URL: 'http://localhost:11434/v1' }, 'must name a model'],
    [
      'an address with a password in it',
      { OPENAI_BASE_URL: 'http://me:word@host/v1' },
      'without a user name',
    ],
    [
      'Responses elsewhere',
      { OPENAI_API: 'responses', OPENAI_BASE_URL: 'http://localhost:8080/v1', OPENAI_MODEL: 'some' },
      'must be chat',
    ],
  ])('%s', (_, settings, reason) => {
    const { error } = openaiSettings.safeParse(settings)
    expect(error?.issues.map(({ message }) => message).join()).toContain(reason)
  })
})

describe('what a server does not take is left out, now and from then on', () => {
  test.each([
    [
      'a field by its name',
      'openai',
      { param: 'reasoning_effort', message: 'Unsupported value' },
      'reasoning_effort',
    ],
    [
      'a field named in words only',
      'other',
      { message: 'Unrecognized request argument: temperature' },
      'temperature',
    ],
  ])('%s', async (_, OPENAI_SERVER, error, field) => {
    await using app = await modelApp({ OPENAI_SERVER })
    app.server.script({ status: 400, error }, { says: good }, { says: good })
    await app.ask()
    await app.ask()
    expect(app.server.asked.map(({ body }) => field in body)).toEqual([true, false, false])
  })

  test('a shape becomes JSON of any shape, then words in the prompt', async () => {
    await using app = await modelApp({ OPENAI_SERVER: 'other' })
    const error = { param: 'response_format', message: 'not supported' }
    app.server.script({ status: 400, error }, { status: 400, error }, { says: good })
    expect((await app.ask()).value).toEqual(good)
    expect(app.server.asked.map(({ body }) => (body.response_format as { type?: string })?.type)).toEqual([
      'json_schema',
      'json_object',
      undefined,
    ])
    expect(app.server.asked[2]?.system).toContain('"required":["cites","text"]')
  })

  test('of two fields that are spoken of, the one that is refused comes first', async () => {
    await using app = await modelApp({ OPENAI_SERVER: 'other' })
    const message = "Unsupported parameter: 'max_tokens'. Use 'max_completion_tokens' instead."
    app.server.script({ status: 400, error: { message } }, { says: good })
    await app.ask()
    expect(app.server.asked[1]?.body).toMatchObject({ max_completion_tokens: 1600 })
  })

  test('the limit goes under its other name, and nothing is asked without one', async () => {
    await using app = await modelApp({ OPENAI_SERVER: 'other' })
    const refusal = (param: string) => ({ status: 400, error: { param, message: 'unknown' } })
    app.server.script(refusal('max_tokens'), { says: good }, refusal('max_completion_tokens'))
    await app.ask()
    expect(app.server.asked[1]?.body).toMatchObject({ max_completion_tokens: 1600 })
    expect(app.server.asked[1]?.body).not.toHaveProperty('max_tokens')
    expect(await app.failure()).toMatchObject({ failure: 'unavailable' })
  })
})

describe('the cheap service of OpenAI', () => {
  const inAnHour = (now: number) => ({ canWait: true as const, deadlineAt: now + 3_600_000 })

  test('is asked where nobody waits', async () => {
    await using app = await modelApp()
    app.server.script({ says: good, tier: 'flex' })
    expect(await app.ask(inAnHour(app.clock.now()))).toMatchObject({ tier: 'flex' })
    expect(app.server.asked.map(({ tier }) => tier)).toEqual(['flex'])
  })

  test('gives way to the usual one when it has no room', async () => {
    await using app = await modelApp()
    app.server.script({ status: 429, error: { code: 'resource_unavailable' } }, { says: good })
    await app.ask(inAnHour(app.clock.now()))
    expect(app.server.asked.map(({ tier }) => tier)).toEqual(['flex', undefined])
  })

  test('gives way to the usual one ten minutes before the deadline', async () => {
    await using app = await modelApp()
    app.server.script({ hang: true }, { says: good })
    const asked = app.ask(inAnHour(app.clock.now()))
    await app.server.received(1)
    await app.clock.advance(50 * 60_000 - 1)
    expect(app.server.asked).toHaveLength(1)
    await app.clock.advance(1)
    expect((await asked).value).toEqual(good)
    expect(app.server.asked.map(({ tier }) => tier)).toEqual(['flex', undefined])
  })

  test.each([
    ['somebody waits', {}, {}],
    ['the deadline is near', {}, { canWait: true as const }],
    [
      'it is not wanted',
      { OPENAI_FLEX: 'no' },
      { canWait: true as const, deadlineAt: Date.UTC(2026, 2, 3, 9) },
    ],
    [
      'it is no server of OpenAI',
      { OPENAI_SERVER: 'vllm' },
      { canWait: true as const, deadlineAt: Date.UTC(2026, 2, 3, 9) },
    ],
  ])('is not asked when %s', async (_, env, request) => {
    await using app = await modelApp(env)
    app.server.script({ says: good })
    await app.ask(request)
    expect(app.server.asked.map(({ tier }) => tier)).toEqual([undefined])
  })
})

describe('the numbers of sentences that may be cited', () => {
  const citing = z.strictObject({ cites: z.array(z.int().meta({ isSentence: true })), text: z.string() })
  const ANY = expect.not.objectContaining({ enum: expect.anything() })
  const withItems = (items: object) => ({
    response_format: { json_schema: { schema: { properties: { cites: { type: 'array', items } } } } },
  })
  const askedBy = async (OPENAI_SERVER: string, sentences?: number) => {
    await using app = await modelApp({ OPENAI_SERVER })
    app.server.script({ says: good })
    await app.ask({ schema: citing, ...(sentences !== undefined && { sentences }) })
    const { body } = app.server.asked[0] ?? {}
    return body
  }

  test.each(['ollama', 'llama.cpp', 'vllm', 'lmstudio'])('%s can give no other', async (kind) => {
    expect(await askedBy(kind, 3)).toMatchObject(withItems({ type: 'integer', enum: [1, 2, 3] }))
  })

  test.each(['openai', 'other'])('%s gets the same schema for every request', async (kind) => {
    expect(await askedBy(kind, 3)).toMatchObject(withItems(ANY))
  })

  test('without sentences any number is taken', async () => {
    expect(await askedBy('ollama')).toMatchObject(withItems(ANY))
  })
})
