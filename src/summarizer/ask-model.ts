// Calls of one brief or one answer: each within the same deadline, their cost added up, and what failed asked once more where
// that can help.

import type { ModelPurpose, RenderedPrompt } from '../domain.ts'
import { ModelError } from '../errors.ts'
import type { Model, ModelRequest, Payer } from '../ports.ts'

export interface CallLimits {
  /** Epoch milliseconds. */
  readonly deadlineAt: number
  readonly canWait?: true
  readonly payer?: Payer
  /** The story or question, for the ledger. */
  readonly about?: string
  readonly signal: AbortSignal
}

/** What is asked for: its shape, its longest form, and how many sentences it may cite. */
export type Asked<T> = Pick<ModelRequest<T>, 'schema' | 'maxOutputTokens' | 'sentences'>

export interface Calls {
  ask<T>(prompt: RenderedPrompt, asked: Asked<T>): Promise<T>
  /** Of what was answered: the model that said so last, and the cost where every call's is known. */
  readonly spent: { readonly model?: string; readonly nanoUsd?: number }
}

/** The model of a brief is the one that wrote it, whoever judged it. */
const WRITING: ReadonlySet<ModelPurpose> = new Set(['brief', 'answer'])

export function createCalls(model: Model, limits: CallLimits): Calls {
  let nanoUsd: number | undefined = 0
  let answered: string | undefined
  const { signal, ...told } = limits
  async function once<T>(prompt: RenderedPrompt, asked: Asked<T>): Promise<T> {
    const reply = await model.generate({ prompt, ...asked, ...told }, signal)
    nanoUsd = nanoUsd === undefined || reply.nanoUsd === undefined ? undefined : nanoUsd + reply.nanoUsd
    if (answered === undefined || WRITING.has(prompt.purpose)) answered = reply.model
    return reply.value
  }
  return {
    async ask(prompt, asked) {
      try {
        return await once(prompt, asked)
      } catch (error) {
        if (!(error instanceof ModelError) || error.failure !== 'unusable') throw error
        return once(prompt, asked)
      }
    },
    get spent() {
      return {
        ...(answered !== undefined && { model: answered }),
        ...(answered !== undefined && nanoUsd !== undefined && { nanoUsd }),
      }
    },
  }
}
