// The registry: every platform Brevier speaks, loaded only when it is configured. Nothing else names a platform.

import type { Readable, Writable } from 'node:stream'
import type { ZodObject } from 'zod'
import type { ChatAdapter } from '../src/ports.ts'
import { terminalSettings } from './terminal/settings.ts'

/** What an adapter may be made of: the environment with its settings, and the streams of the process. */
export interface AdapterParts {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly input: Readable & { readonly isTTY?: boolean }
  readonly output: Writable & { readonly isTTY?: boolean; readonly columns?: number }
}

export interface Registered {
  readonly platform: string
  /** The shape of its settings in the environment. */
  readonly settings: ZodObject
  /** Whether its settings are there; the terminal needs none, but a person before it. */
  isConfigured(parts: AdapterParts): boolean
  create(parts: AdapterParts): Promise<ChatAdapter>
}

export const registry: readonly Registered[] = [
  {
    platform: 'terminal',
    settings: terminalSettings,
    isConfigured: ({ input }) => input.isTTY === true,
    async create({ env, input, output }) {
      const { terminalAbilities } = await import('./terminal/abilities.ts')
      const { createTerminalAdapter } = await import('./terminal/terminal.ts')
      const abilities = terminalAbilities({
        env: terminalSettings.parse(env),
        isInputTty: input.isTTY === true,
        isOutputTty: output.isTTY === true,
        columns: output.columns,
      })
      return createTerminalAdapter(abilities, { input, output })
    },
  },
]
