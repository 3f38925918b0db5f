// For doctor: is the server there, does it take the key, has it the models? It costs nothing: nothing is asked of a model.

import type { Problem } from '../../src/ports.ts'
import type { AskParts } from './ask.ts'
import { LateError, until } from './deadline.ts'
import { type Verdict, verdictOf } from './verdict.ts'

const MOST_MS = 15_000

type Parts = Pick<AskParts, 'client' | 'clock' | 'key' | 'host' | 'manners'>

export async function examineServer(
  parts: Parts,
  models: readonly string[],
  signal: AbortSignal,
): Promise<readonly Problem[]> {
  const { host, key, clock, client } = parts
  try {
    const listed = await until(clock, clock.now() + MOST_MS, signal, async (limited) => {
      const page = await (await client()).models.list({ signal: limited })
      return page.data.map(({ id }) => id)
    })
    return [
      ...models.filter((model) => !isAmong(model, listed)).map((model) => unknownModel(model, host, listed)),
      ...room(parts),
    ]
  } catch (error) {
    signal.throwIfAborted()
    return [unreachable(error instanceof LateError ? 'late' : verdictOf(error, key), host)]
  }
}

/** Ollama lists `qwen3:latest` for what is asked as `qwen3`. */
function isAmong(model: string, listed: readonly string[]): boolean {
  return listed.includes(model) || listed.includes(`${model}:latest`)
}

function unknownModel(model: string, host: string, listed: readonly string[]): Problem {
  const some = listed.slice(0, 5).join(', ')
  return {
    level: 'error',
    text: `${host} has no model named ${model}.`,
    remedy:
      listed.length === 0
        ? 'Load a model there, or name another server in OPENAI_BASE_URL.'
        : `Name one that it has in OPENAI_MODEL or OPENAI_JUDGE_MODEL: ${some}${listed.length > 5 ? ' …' : ''}`,
  }
}

function room({ manners, host }: Parts): readonly Problem[] {
  if (manners.now().hasRoom) return []
  return [
    {
      level: 'error',
      text: `The model at ${host} reads too little at a time, so it is not asked.`,
      remedy:
        'Give it a context of at least 8,000 tokens (Ollama: OLLAMA_CONTEXT_LENGTH; llama.cpp: -c; vLLM: --max-model-len), then start it again.',
    },
  ]
}

function unreachable(verdict: Verdict | 'late', host: string): Problem {
  const reason = verdict === 'late' ? 'it did not answer in time' : verdict.reason
  const what = verdict !== 'late' && verdict.kind === 'shut' ? verdict.what : 'model'
  return {
    level: 'error',
    text: `The model at ${host} cannot be used: ${reason}.`,
    remedy: `${REMEDIES[what]} Until then everything is extractive.`,
  }
}

const REMEDIES = {
  key: 'Check OPENAI_API_KEY.',
  credit: 'Add credit there.',
  model: 'Check OPENAI_BASE_URL, and that the server runs.',
} as const
