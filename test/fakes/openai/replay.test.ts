import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { good, modelApp, prompt } from '../../adapters/openai/model-app.ts'
import { temporaryFolder } from '../../cli/run.ts'
import { startReplay } from './replay.ts'

const fenced = (mark: string) => ({
  ...prompt,
  user: `<<points:${mark.repeat(32)}>>\n1. One.\n<</points:${mark.repeat(32)}>>`,
})

test.each(['no', 'yes'])(
  'what was recorded is given again, whatever the fence (streamed: %s)',
  async (OPENAI_STREAM) => {
    const folder = temporaryFolder()
    await using real = await modelApp()
    real.server.script({ says: good, usage: { input: 50, output: 20 } })
    await using recording = await startReplay(folder, real.server.url)
    await using first = await modelApp({
      OPENAI_BASE_URL: recording.url,
      OPENAI_API_KEY: real.server.key,
      OPENAI_STREAM,
    })
    const recorded = await first.ask({ prompt: fenced('a') })

    await using replay = await startReplay(folder)
    await using later = await modelApp({ OPENAI_BASE_URL: replay.url, OPENAI_STREAM })
    const replayed = await later.ask({ prompt: fenced('b') })
    expect(replayed).toMatchObject({ value: recorded.value, usage: recorded.usage, model: recorded.model })
    const files = readdirSync(folder).map((file) => readFileSync(join(folder, file), 'utf8'))
    expect(files).toHaveLength(1)
    expect(files.join()).not.toContain(real.server.key)
  },
)

test('what nobody recorded fails, and says what it was', async () => {
  const replay = await startReplay(temporaryFolder())
  await using app = await modelApp({ OPENAI_BASE_URL: replay.url })
  expect(await app.failure({ prompt: { ...prompt, user: 'Something new' } })).toMatchObject({
    failure: 'unavailable',
  })
  await expect(replay[Symbol.asyncDispose]()).rejects.toThrow('Something new')
})
