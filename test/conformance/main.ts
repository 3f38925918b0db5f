// npm run conformance -- <platform>: runs what is promised of it, and says how much of that holds.

import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { startVitest } from 'vitest/node'
import { heldOf, type Tested } from './held.ts'

/** So many promises are numbered, of every platform. */
const PROMISES = 40

const here = fileURLToPath(new URL('.', import.meta.url))
const platforms = readdirSync(here, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
const [platform = ''] = process.argv.slice(2)

if (platforms.includes(platform)) process.exitCode = (await isKept(platform)) ? 0 : 1
else {
  process.stderr.write(`There are no promises of "${platform}". There are: ${platforms.join(', ')}.\n`)
  process.exitCode = 2
}

async function isKept(name: string): Promise<boolean> {
  const { held, missing, failed } = heldOf(await run(name), PROMISES)
  if (missing.length > 0) process.stdout.write(`untested: ${missing.join(', ')}\n`)
  for (const each of failed) process.stdout.write(`failed: ${each}\n`)
  process.stdout.write(`${name}: ${held.length} of ${PROMISES}\n`)
  return held.length === PROMISES && failed.length === 0
}

async function run(name: string): Promise<readonly Tested[]> {
  const config = fileURLToPath(new URL('../vitest.config.ts', import.meta.url))
  const vitest = await startVitest('test', [`test/conformance/${name}/`], { config, watch: false })
  const modules = vitest.state.getTestModules()
  const tests = modules.flatMap((module) => [...module.children.allTests()])
  await vitest.close()
  return [
    // A file that cannot be read has no tests, and is a failure all the same.
    ...modules
      .filter((module) => module.errors().length > 0)
      .map(({ moduleId }) => ({ name: moduleId, isPassed: false })),
    ...tests.map((test) => ({ name: test.name, isPassed: test.result().state === 'passed' })),
  ]
}
