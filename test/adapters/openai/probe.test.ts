import { expect, test } from 'vitest'
import type { Asked } from '../../fakes/openai/asked.ts'
import type { Behaviour } from '../../fakes/openai/behaviour.ts'
import { good, type ModelApp, modelApp } from './model-app.ts'

const signal = new AbortController().signal

interface Server {
  readonly enforces: boolean
  readonly honours: string
  readonly room: 'all' | 'cuts' | 'refuses'
}

/** A server with those abilities, as the probe's questions meet it. */
function server({ enforces, honours, room }: Server) {
  return ({ user, body }: Asked): Behaviour => {
    if (/half of two/.test(user)) return { says: enforces ? { numbers: [3, 1] } : 'Two and one make three.' }
    if (/fifty words/.test(user)) {
      return honours in body
        ? { says: '{"words": ["wave"', finish: 'length' }
        : { says: { words: Array(50).fill('wave') } }
    }
    if (room === 'refuses') return { status: 400, error: { message: 'exceeds the available context size' } }
    const [, password = ''] = /The password is (\S+)\./.exec(user) ?? []
    return { says: { passwords: room === 'all' ? [password] : [] } }
  }
}

async function probe(app: ModelApp) {
  const probed = await app.model.probe?.(signal)
  if (!probed) throw new Error('it has no probe')
  return { ...probed, found: JSON.parse(probed.found) as unknown, text: probed.found }
}

test('a server that keeps to what is documented is found to', async () => {
  await using app = await modelApp({ OPENAI_SERVER: 'ollama' })
  app.server.writeAs(server({ enforces: true, honours: 'max_tokens', room: 'all' }))
  const { found, spent } = await probe(app)
  expect(found).toEqual({ schema: 'schema', limitField: 'max_tokens', hasRoom: true })
  expect(app.server.asked).toHaveLength(3)
  expect(spent.map(({ usage }) => usage.output)).toEqual(app.server.billed.map(({ output }) => output))
})

test('one that does not is spoken to otherwise from then on', async () => {
  await using app = await modelApp({ OPENAI_SERVER: 'other' })
  app.server.writeAs(server({ enforces: false, honours: 'max_completion_tokens', room: 'all' }))
  const { found, text } = await probe(app)
  expect(found).toEqual({ schema: 'json', limitField: 'max_completion_tokens', hasRoom: true })
  app.model.use?.(text)
  app.server.script({ says: good })
  await app.ask()
  expect(app.server.asked.at(-1)).toMatchObject({
    body: { max_completion_tokens: 1600, response_format: { type: 'json_object' } },
    system: expect.stringContaining('fits this schema'),
  })
})

test.each(['cuts', 'refuses'] as const)(
  'one whose context is too small (it %s) is not asked',
  async (room) => {
    await using app = await modelApp({ OPENAI_SERVER: 'ollama' })
    app.server.writeAs(server({ enforces: true, honours: 'max_tokens', room }))
    const { text } = await probe(app)
    app.model.use?.(text)
    const before = app.server.asked.length
    expect(await app.failure()).toMatchObject({ failure: 'unavailable' })
    expect(app.server.asked).toHaveLength(before)
    expect(await app.model.examine(signal)).toMatchObject([
      { level: 'error', remedy: expect.stringContaining('8,000') },
    ])
  },
)

test('OpenAI is not probed: it is documented, and costs money', async () => {
  await using app = await modelApp()
  expect(app.model.probe).toBeUndefined()
})

test('doctor finds nothing wrong with a server that has the model and takes the key', async () => {
  await using app = await modelApp()
  expect(await app.model.examine(signal)).toEqual([])
})

test('doctor names the models that there are', async () => {
  await using app = await modelApp({ OPENAI_MODEL: 'gpt-7' })
  expect(await app.model.examine(signal)).toMatchObject([
    {
      level: 'error',
      text: expect.stringContaining('no model named gpt-7'),
      remedy: expect.stringContaining('gpt-6-luna'),
    },
  ])
})

test('doctor says that the key is not accepted', async () => {
  await using app = await modelApp({ OPENAI_API_KEY: 'sk-another' })
  expect(await app.model.examine(signal)).toMatchObject([
    {
      level: 'error',
      text: expect.stringContaining('does not accept the key'),
      remedy: 'Check OPENAI_API_KEY. Until then everything is extractive.',
    },
  ])
})

test('doctor says that nobody is there', async () => {
  const app = await modelApp()
  await app[Symbol.asyncDispose]()
  expect(await app.model.examine(signal)).toMatchObject([
    {
      level: 'error',
      text: expect.stringContaining('could not be reached'),
      remedy: expect.stringContaining('OPENAI_BASE_URL'),
    },
  ])
})
