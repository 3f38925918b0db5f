// The adapter against the fake server, over the real package, with time in the hands of the test.

import { z } from 'zod'
import { createOpenaiModel } from '../../../adapters/openai/openai.ts'
import { openaiSettings } from '../../../adapters/openai/settings.ts'
import type { RenderedPrompt } from '../../../src/domain.ts'
import { ModelError } from '../../../src/errors.ts'
import { createLog } from '../../../src/log.ts'
import type { Model, ModelAdapter, ModelReply, ModelRequest } from '../../../src/ports.ts'
import { createFakeClock, type FakeClock } from '../../fakes/clock.ts'
import { type ModelServer, startModelServer } from '../../fakes/openai/server.ts'

export const reply = z.strictObject({ cites: z.array(z.int()), text: z.string() })
export const good = { cites: [1, 2], text: 'The bath of Marrow is open again.' }

export const prompt: RenderedPrompt = {
  purpose: 'brief',
  version: '0123456789abcdef',
  system: 'You write news briefs.',
  user: `<<sentences:${'0'.repeat(32)}>>\nS1 (Marrow Post, 3 Mar 2026) The bath is open.\n<</sentences:${'0'.repeat(32)}>>\n\nWrite.`,
  key: 'key',
}

export interface ModelApp extends AsyncDisposable {
  readonly server: ModelServer
  readonly model: ModelAdapter
  readonly clock: WatchedClock
  /** Every line that was logged. */
  readonly logged: readonly string[]
  /** Asks the adapter, or what stands before it. */
  ask(request?: Request, signal?: AbortSignal, model?: Model): Promise<ModelReply<z.infer<typeof reply>>>
  /** Asks, and gives what it failed with. */
  failure(request?: Request): Promise<ModelError>
}

type Request = Partial<ModelRequest<z.infer<typeof reply>>>

export interface WatchedClock extends FakeClock {
  /** Resolves when somebody sleeps for so long. */
  asleepFor(ms: number): Promise<void>
}

/** `OPENAI_SERVER=openai` unless the test says otherwise. */
export async function modelApp(env: Readonly<Record<string, string>> = {}): Promise<ModelApp> {
  const server = await startModelServer()
  const clock = watchedClock()
  const logged: string[] = []
  const settings = openaiSettings.parse({
    OPENAI_API_KEY: server.key,
    OPENAI_BASE_URL: server.url,
    OPENAI_MODEL: 'gpt-6-luna',
    OPENAI_SERVER: 'openai',
    ...env,
  })
  const log = createLog({ level: 'debug', json: true, write: (line) => void logged.push(line) })
  const model = createOpenaiModel({ settings, clock, log })
  const ask: ModelApp['ask'] = (request, signal = new AbortController().signal, asked = model) => {
    const whole = {
      prompt,
      schema: reply,
      maxOutputTokens: 400,
      deadlineAt: clock.now() + 60_000,
      ...request,
    }
    return asked.generate(whole, signal)
  }
  return {
    server,
    model,
    clock,
    logged,
    ask,
    async failure(request) {
      const error = await ask(request).catch((caught: unknown) => caught)
      if (error instanceof ModelError) return error
      throw new Error('it did not fail with a ModelError', { cause: error })
    },
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  }
}

function watchedClock(): WatchedClock {
  const clock = createFakeClock()
  const asleep = new Set<number>()
  const waiting = new Map<number, () => void>()
  return {
    ...clock,
    sleep(ms, signal) {
      asleep.add(ms)
      waiting.get(ms)?.()
      return clock.sleep(ms, signal)
    },
    asleepFor: (ms) =>
      asleep.has(ms) ? Promise.resolve() : new Promise((resolve) => void waiting.set(ms, resolve)),
  }
}
