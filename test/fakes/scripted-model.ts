// A model that says what the test has scripted for each purpose, and fails the test when it is asked for more.

import { loadPrompts } from '../../prompts/index.ts'
import type { ModelPurpose } from '../../src/domain.ts'
import { ModelError, type ModelFailure } from '../../src/errors.ts'
import type { Allowance, Model, ModelRequest } from '../../src/ports.ts'

export const prompts = loadPrompts()

/** What it says to one request: a value of the shape that is asked for, a failure, or a function of what it is asked. */
export type Said = object | { readonly fails: ModelFailure } | ((request: Asked) => object)

export interface Asked {
  readonly purpose: ModelPurpose
  readonly user: string
  readonly request: ModelRequest<unknown>
}

export interface ScriptedModel extends Model {
  readonly asked: readonly Asked[]
  script(purpose: ModelPurpose, ...said: readonly Said[]): void
  allow(allowance: Allowance): void
}

const USAGE = { input: 100, cached: 0, cacheWrite: 0, output: 50, reasoning: 0, isEstimated: false }
export const CALL_NANO_USD = 1000

export function scriptedModel(o: { readonly name?: string; readonly isLocal?: boolean } = {}): ScriptedModel {
  const name = o.name ?? 'scripted-1'
  const scripts = new Map<ModelPurpose, Said[]>()
  const asked: Asked[] = []
  let allowance: Allowance = 'all'
  return {
    asked,
    isLocal: o.isLocal ?? false,
    isFree: false,
    nameFor: () => name,
    script: (purpose, ...said) => void scripts.set(purpose, [...(scripts.get(purpose) ?? []), ...said]),
    allow: (now) => {
      allowance = now
    },
    allowance: async () => allowance,
    async generate(request, signal) {
      signal.throwIfAborted()
      const { purpose, user } = request.prompt
      const one = { purpose, user, request: request as ModelRequest<unknown> }
      asked.push(one)
      const said = scripts.get(purpose)?.shift()
      if (said === undefined) throw new Error(`nothing is scripted for ${purpose}: ${user}`)
      if ('fails' in said) throw new ModelError(said.fails, `scripted: ${said.fails}`)
      const value = typeof said === 'function' ? said(one) : said
      const text = JSON.stringify(value)
      return { value: request.schema.parse(value), text, usage: USAGE, model: name, nanoUsd: CALL_NANO_USD }
    },
  }
}
