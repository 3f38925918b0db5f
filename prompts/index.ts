// The registry of prompts: one file for each purpose, read and checked once, at the start. A file of the operator's own takes
// the place of ours of the same name; one that fails its checks is refused with the reason, and nothing starts.

import { createHash, randomBytes } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { ModelPurpose, RenderedPrompt } from '../src/domain.ts'
import { ConfigError, reasonOf } from '../src/errors.ts'
import { type PromptValues, promptInputs } from './inputs.ts'
import { type Prompt, parsePrompt, renderPrompt } from './prompt.ts'

export interface Prompts {
  /** Hash of the file. */
  versionOf(purpose: ModelPurpose): string
  /** Data is fenced by a mark that is drawn anew each time. Throws when a value is not a single short line. */
  render<P extends ModelPurpose>(purpose: P, values: PromptValues<P>): RenderedPrompt
}

const OWN_FOLDER = fileURLToPath(new URL('.', import.meta.url))
const purposes = Object.keys(promptInputs) as readonly ModelPurpose[]

/** Throws ConfigError with one sentence for each thing that is wrong with the prompts of that folder, or with ours. */
export function loadPrompts(folder?: string): Prompts {
  const files = new Map(purposes.map((purpose) => [purpose, join(OWN_FOLDER, `${purpose}.md`)]))
  if (folder !== undefined) for (const [purpose, file] of replacements(folder)) files.set(purpose, file)
  const prompts = checked(files)
  const promptOf = (purpose: ModelPurpose): Prompt => {
    const prompt = prompts.get(purpose)
    if (!prompt) throw new Error(`there is no prompt named ${purpose}`)
    return prompt
  }
  return {
    versionOf: (purpose) => promptOf(purpose).version,
    render: (purpose, values) => {
      const prompt = promptOf(purpose)
      const key = hashOf(JSON.stringify([prompt.version, Object.entries(values).sort()]))
      return { purpose, version: prompt.version, key, ...renderPrompt(prompt, values, drawFence(values)) }
    },
  }
}

function replacements(folder: string): readonly (readonly [ModelPurpose, string])[] {
  const names = filesIn(folder).filter((name) => name.endsWith('.md'))
  return names.map((name) => {
    const purpose = purposes.find((known) => name === `${known}.md`)
    if (purpose) return [purpose, join(folder, name)] as const
    const known = purposes.map((one) => `${one}.md`).join(', ')
    throw new ConfigError(`${join(folder, name)} is no prompt of Brevier. Prompts are named ${known}.`)
  })
}

function filesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch (cause) {
    throw new ConfigError(`The prompts in ${folder} cannot be read: ${reasonOf(cause)}.`, { cause })
  }
}

function checked(files: ReadonlyMap<ModelPurpose, string>): ReadonlyMap<ModelPurpose, Prompt> {
  const prompts = new Map<ModelPurpose, Prompt>()
  const wrong: string[] = []
  for (const [purpose, file] of files) {
    const text = textOf(file)
    const parsed = parsePrompt(text, promptInputs[purpose])
    if ('problems' in parsed) wrong.push(...parsed.problems.map((problem) => `${file} ${problem}.`))
    else prompts.set(purpose, { ...parsed, version: hashOf(text) })
  }
  if (wrong.length > 0) throw new ConfigError(wrong.join('\n'))
  return prompts
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (cause) {
    throw new ConfigError(`The prompt ${file} cannot be read: ${reasonOf(cause)}.`, { cause })
  }
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16)
}

/** 128 random bits that the data does not hold. */
function drawFence(values: Readonly<Record<string, string>>): string {
  const fence = randomBytes(16).toString('hex')
  return Object.values(values).some((value) => value.includes(fence)) ? drawFence(values) : fence
}
