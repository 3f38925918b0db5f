// The registry: every platform Brevier speaks, loaded only when it is configured. Nothing else names a platform.

import type { Readable, Writable } from 'node:stream'
import type { ZodObject } from 'zod'
import type { ChatAdapter, Clock, Log, ModelAdapter } from '../src/ports.ts'
import { type DiscordSettings, discordSettings } from './discord/settings.ts'
import { type OpenaiSettings, openaiSettings } from './openai/settings.ts'
import { type TelegramSettings, telegramSettings } from './telegram/settings.ts'
import { type TerminalSettings, terminalSettings } from './terminal/settings.ts'

/** What an adapter may be made of: its settings, checked, the streams of the process, time and the log. */
export interface AdapterParts<Settings = unknown> {
  readonly settings: Settings
  readonly input: Readable & { readonly isTTY?: boolean }
  readonly output: Writable & { readonly isTTY?: boolean; readonly columns?: number }
  readonly clock: Clock
  readonly log: Log
}

export interface Registered<Settings = unknown> {
  readonly platform: string
  /** The shape of its settings in the environment, each with what the README says of it. */
  readonly settings: ZodObject
  /** Whether its settings are there; the terminal needs none, but a person before it. */
  isConfigured(parts: AdapterParts<Settings>): boolean
  create(parts: AdapterParts<Settings>): Promise<ChatAdapter>
}

const terminal: Registered<TerminalSettings> = {
  platform: 'terminal',
  settings: terminalSettings,
  isConfigured: ({ input }) => input.isTTY === true,
  async create({ settings, input, output }) {
    const { terminalAbilities } = await import('./terminal/abilities.ts')
    const { createTerminalAdapter } = await import('./terminal/terminal.ts')
    const abilities = () =>
      terminalAbilities({
        env: settings,
        isInputTty: input.isTTY === true,
        isOutputTty: output.isTTY === true,
        columns: output.columns,
      })
    return createTerminalAdapter(abilities, { input, output })
  },
}

const telegram: Registered<TelegramSettings> = {
  platform: 'telegram',
  settings: telegramSettings,
  isConfigured: ({ settings }) => settings.TELEGRAM_BOT_TOKEN !== undefined,
  async create({ settings, clock, log }) {
    const token = settings.TELEGRAM_BOT_TOKEN
    if (token === undefined) throw new Error('Telegram has no token')
    const { createTelegramAdapter } = await import('./telegram/telegram.ts')
    return createTelegramAdapter({ token, settings, clock, log })
  },
}

const discord: Registered<DiscordSettings> = {
  platform: 'discord',
  settings: discordSettings,
  isConfigured: ({ settings }) => settings.DISCORD_TOKEN !== undefined,
  async create({ settings, clock, log }) {
    const token = settings.DISCORD_TOKEN
    if (token === undefined) throw new Error('Discord has no token')
    const { createDiscordAdapter } = await import('./discord/discord.ts')
    return createDiscordAdapter({ token, settings, clock, log })
  },
}

export const registry: readonly Registered[] = [terminal, telegram, discord]

/** What can write instead of the extractive engine. */
export interface RegisteredModel<Settings = unknown> {
  readonly settings: ZodObject
  isConfigured(settings: Settings): boolean
  create(parts: Pick<AdapterParts<Settings>, 'settings' | 'clock' | 'log'>): Promise<ModelAdapter>
}

const openai: RegisteredModel<OpenaiSettings> = {
  settings: openaiSettings,
  isConfigured: (settings) => settings.OPENAI_API_KEY !== undefined || settings.OPENAI_BASE_URL !== undefined,
  async create(parts) {
    const { createOpenaiModel } = await import('./openai/openai.ts')
    return createOpenaiModel(parts)
  },
}

export const models: readonly RegisteredModel[] = [openai]
