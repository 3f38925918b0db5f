// Settings: read once from the environment (and .env), checked, and handed on as plain values.

import { existsSync, readFileSync } from 'node:fs'
import { z } from 'zod'
import { ConfigError, reasonOf } from './errors.ts'

/** A row of the README's table of settings. */
export interface SettingRow {
  readonly name: string
  readonly default: string
  readonly about: string
}

const money = z.string().regex(/^(?:\d+(?:\.\d+)?|none)$/, 'must be dollars, like 0.50, or none')
const answers = z.string().regex(/^(?:\d+|none)$/, 'must be a number, like 40, or none')

/** Money is counted in billionths of a US dollar: tokens cost whole numbers of them. */
export const NANO_PER_USD = 1_000_000_000

/** Brevier's own settings, in the order in which the README lists them; each adapter brings a shape like this one. */
export const settingsShape = z.object({
  DATABASE_URL: z
    .string()
    .regex(/^sqlite:.+/, 'must be sqlite:<path>, for example sqlite:data/brevier.db')
    .default('sqlite:data/brevier.db')
    .describe('Where everything is stored: `sqlite:<path>`. The option `--db` overrides it.'),
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error'], 'must be debug, info, warn or error')
    .default('info')
    .describe('`debug`, `info`, `warn` or `error`.'),
  LOG_FORMAT: z
    .enum(['text', 'json'], 'must be text or json')
    .default('text')
    .describe('`text` for people, `json` for one JSON object a line.'),
  FETCH_PRIVATE: z
    .enum(['yes', 'no'], 'must be yes or no')
    .default('no')
    .describe(
      '`yes` lets feeds and pages come from private networks and this machine; they may then reach your own services.',
    ),
  FETCH_CONTACT: z
    .string()
    .regex(
      /^[\x21-\x27\x2a-\x3a\x3c-\x7e]{1,200}$/,
      'must be an address without spaces, such as https://desk.example',
    )
    .default('')
    .describe('An address or e-mail address at which webmasters reach you; every request names it.'),
  OWNERS: z
    .string()
    .regex(/^(?:[a-z]+:\S+[\s,]*)*$/, 'must be people written platform:id, with spaces between')
    .default('')
    .describe(
      'Who may make subscriptions in chats, as `platform:id` with spaces between; when empty, everybody in his private chat and the admins of a group or channel.',
    ),
  HEALTH_PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'must be a port, for example 8080')
    .default('')
    .describe('A port for `GET /health` and `GET /ready` while a desk runs; none when empty.'),
  HEALTH_HOST: z.string().default('127.0.0.1').describe('The address that port is opened on.'),
  MODEL_DAY_USD: money
    .default('0.50')
    .describe(
      'What models may cost a day, in US dollars, or `none` for no limit. Past it briefs and answers are extractive.',
    ),
  MODEL_MONTH_USD: money.default('10').describe('The same for a month.'),
  MODEL_CHAT_DAY_USD: money.default('0.20').describe('What the answers in one chat may cost a day.'),
  MODEL_CHAT_MONTH_USD: money.default('4').describe('The same for a month.'),
  MODEL_READER_DAY_ANSWERS: answers
    .default('40')
    .describe('How many answers by a model one person may get a day, or `none` for no limit.'),
  MODEL_READER_MONTH_ANSWERS: answers.default('400').describe('The same for a month.'),
  MODEL_PRICES: z
    .string()
    .default('')
    .describe('A file with the prices of your models, like `src/model/prices.json`, which it replaces.'),
  MODEL_PROMPTS: z
    .string()
    .default('')
    .describe(
      'A folder with prompts of your own, named like those in `prompts/`, which they replace one by one.',
    ),
})

export interface Settings {
  /** A path, or `:memory:`. */
  readonly databaseFile: string
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error'
  readonly logFormat: 'text' | 'json'
  readonly fetchPrivate: boolean
  /** Named in every request, so that webmasters can ask. */
  readonly contact?: string
  /** Where health is served, if anywhere. */
  readonly health?: { readonly port: number; readonly host: string }
  /** Who may make subscriptions, as `platform:id`; empty for no such limit. */
  readonly owners: readonly string[]
  readonly model: ModelSettings
  /** What adapters read their own settings from. */
  readonly environment: Environment
}

export interface ModelSettings {
  /** The most that may be spent; what has no limit is absent. */
  readonly caps: CapSettings
  readonly pricesFile?: string
  readonly promptsFolder?: string
}

/** Billionths of a US dollar, or answers; absent for no cap. */
export interface CapSettings {
  readonly dayNanoUsd?: number
  readonly monthNanoUsd?: number
  readonly chatDayNanoUsd?: number
  readonly chatMonthNanoUsd?: number
  readonly readerDayAnswers?: number
  readonly readerMonthAnswers?: number
}

export type Environment = Readonly<Record<string, string | undefined>>

export function readSettings(environment: Environment, databaseUrl?: string): Settings {
  if (databaseUrl?.trim() === '')
    throw new ConfigError('--db is empty. Name a file, such as --db data/brevier.db')
  const given = { ...environment, ...(databaseUrl !== undefined && { DATABASE_URL: asUrl(databaseUrl) }) }
  const shaped = readShape(settingsShape, given)
  const {
    DATABASE_URL,
    LOG_LEVEL,
    LOG_FORMAT,
    FETCH_PRIVATE,
    FETCH_CONTACT,
    OWNERS,
    HEALTH_PORT,
    HEALTH_HOST,
  } = shaped
  return {
    databaseFile: DATABASE_URL.slice('sqlite:'.length),
    logLevel: LOG_LEVEL,
    logFormat: LOG_FORMAT,
    fetchPrivate: FETCH_PRIVATE === 'yes',
    ...(FETCH_CONTACT !== '' && { contact: FETCH_CONTACT }),
    owners: OWNERS.split(/[\s,]+/).filter((owner) => owner !== ''),
    ...(HEALTH_PORT !== '' && { health: { port: Number(HEALTH_PORT), host: HEALTH_HOST } }),
    model: modelSettings(shaped),
    environment,
  }
}

function modelSettings(shaped: z.infer<typeof settingsShape>): ModelSettings {
  return {
    caps: {
      ...limit('dayNanoUsd', shaped.MODEL_DAY_USD, NANO_PER_USD),
      ...limit('monthNanoUsd', shaped.MODEL_MONTH_USD, NANO_PER_USD),
      ...limit('chatDayNanoUsd', shaped.MODEL_CHAT_DAY_USD, NANO_PER_USD),
      ...limit('chatMonthNanoUsd', shaped.MODEL_CHAT_MONTH_USD, NANO_PER_USD),
      ...limit('readerDayAnswers', shaped.MODEL_READER_DAY_ANSWERS),
      ...limit('readerMonthAnswers', shaped.MODEL_READER_MONTH_ANSWERS),
    },
    ...(shaped.MODEL_PRICES !== '' && { pricesFile: shaped.MODEL_PRICES }),
    ...(shaped.MODEL_PROMPTS !== '' && { promptsFolder: shaped.MODEL_PROMPTS }),
  }
}

function limit(name: keyof CapSettings, text: string, factor = 1): CapSettings {
  return text === 'none' ? {} : { [name]: Math.round(Number(text) * factor) }
}

/** The settings of a shape. Throws ConfigError with one sentence per wrong setting. An empty value counts as not given. */
export function readShape<Shape extends z.ZodObject>(shape: Shape, environment: Environment): z.infer<Shape> {
  const values = Object.keys(shape.shape)
    .map((name) => [name, secretOrValue(environment, name)] as const)
    .filter(([, value]) => value)
  const parsed = shape.safeParse(Object.fromEntries(values))
  if (parsed.success) return parsed.data
  throw new ConfigError(
    parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}.`).join('\n'),
  )
}

/** What the README says of a shape. */
export function settingRows(shape: z.ZodObject): readonly SettingRow[] {
  return Object.entries(shape.shape).map(([name, setting]) => ({
    name,
    default: setting instanceof z.ZodDefault ? String(setting.def.defaultValue) : '',
    about: setting.description ?? '',
  }))
}

/** `--db data/other.db` means `--db sqlite:data/other.db`. */
function asUrl(url: string): string {
  return /^[a-z]{3,}:/i.test(url) ? url : `sqlite:${url}`
}

/** A value given as it is, or as the content of the file that `NAME_FILE` names. */
function secretOrValue(environment: Environment, name: string): string | undefined {
  const file = environment[`${name}_FILE`]
  if (environment[name] || !file) return environment[name]
  try {
    return readFileSync(file, 'utf8').trim()
  } catch (cause) {
    throw new ConfigError(`${name}_FILE names ${file}, which cannot be read: ${reasonOf(cause)}.`, { cause })
  }
}

/** Adds the values of `.env` in the working directory to the environment; what is set there already wins. */
export function loadDotEnv(): void {
  if (existsSync('.env')) process.loadEnvFile('.env')
}
