// Without a key nothing of a model is loaded: neither the package, nor the adapter, nor a prompt.

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from './run.ts'

const MAIN = new URL('../../src/main.ts', import.meta.url).pathname

/** The addresses of all modules that a command has loaded when it ends. */
async function loadedBy(
  command: string,
  env: Readonly<Record<string, string>> = {},
): Promise<readonly string[]> {
  const file = join(temporaryFolder(), 'loaded')
  const hooks = `
    import { appendFileSync } from 'node:fs'
    import { registerHooks } from 'node:module'
    registerHooks({
      load(url, context, next) {
        appendFileSync(${JSON.stringify(file)}, url + '\\n')
        return next(url, context)
      },
    })`
  const flags = ['--import', `data:text/javascript,${encodeURIComponent(hooks)}`]
  const child = spawn(process.execPath, [...flags, MAIN, command], {
    env: { PATH: process.env.PATH ?? '', DATABASE_URL: 'sqlite::memory:', ...env },
    stdio: ['ignore', 'ignore', 'ignore'],
  })
  await once(child, 'exit')
  return readFileSync(file, 'utf8').split('\n')
}

const ofModels = (urls: readonly string[]) =>
  urls.filter((url) =>
    /node_modules\/openai\/|adapters\/openai\/(?!settings)|prompts\/|src\/model\//.test(url),
  )

test.each(['start', 'doctor'])('%s without a key loads nothing of a model', async (command) => {
  const loaded = await loadedBy(command)
  expect(loaded.length).toBeGreaterThan(100)
  expect(ofModels(loaded)).toEqual([])
})

test('with a key it is loaded', async () => {
  const env = { OPENAI_MODEL: 'any', OPENAI_BASE_URL: 'http://127.0.0.1:9/v1' }
  expect(ofModels(await loadedBy('doctor', env)).join('\n')).toMatch(/node_modules\/openai\//)
})
