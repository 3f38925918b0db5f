// Settings: read once from the environment (and .env), checked, and handed on as plain values.

import { existsSync, readFileSync } from 'node:fs'
import { z } from 'zod'
import { ConfigError, reasonOf } from './errors.ts'

/** Every setting, in the order in which the README lists them. */
export const settingsTable = [
  {
    name: 'DATABASE_URL',
    default: 'sqlite:data/brevier.db',
    about: 'Where everything is stored: `sqlite:<path>`. The option `--db` overrides it.',
  },
  { name: 'LOG_LEVEL', default: 'info', about: '`debug`, `info`, `warn` or `error`.' },
  { name: 'LOG_FORMAT', default: 'text', about: '`text` for people, `json` for one JSON object a line.' },
  {
    name: 'FETCH_PRIVATE',
    default: 'no',
    about:
      '`yes` lets feeds and pages come from private networks and this machine; they may then reach your own services.',
  },
  {
    name: 'HEALTH_PORT',
    default: '',
    about: 'A port for `GET /health` and `GET /ready` while a desk runs; none when empty.',
  },
  { name: 'HEALTH_HOST', default: '127.0.0.1', about: 'The address that port is opened on.' },
  {
    name: 'OWNERS',
    default: '',
    about:
      'Who may make subscriptions in chats, as `platform:id` with spaces between; when empty, everybody in his private chat and the admins of a group or channel.',
  },
  { name: 'NO_COLOR', default: '', about: 'Any value turns colour off.' },
] as const satisfies readonly { readonly name: string; readonly default: string; readonly about: string }[]

const schema = z.object({
  DATABASE_URL: z
    .string()
    .regex(/^sqlite:.+/, 'must be sqlite:<path>, for example sqlite:data/brevier.db')
    .default('sqlite:data/brevier.db'),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error'], 'must be debug, info, warn or error').default('info'),
  LOG_FORMAT: z.enum(['text', 'json'], 'must be text or json').default('text'),
  FETCH_PRIVATE: z.enum(['yes', 'no'], 'must be yes or no').default('no'),
  HEALTH_PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'must be a port, for example 8080')
    .transform(Number)
    .refine((port) => port < 65_536, 'must be a port, for example 8080')
    .optional(),
  HEALTH_HOST: z.string().default('127.0.0.1'),
  OWNERS: z
    .string()
    .transform((text) => text.split(/[\s,]+/).filter((word) => word !== ''))
    .refine(
      (owners) => owners.every((owner) => /^[a-z]+:.+$/.test(owner)),
      'must be platform:id, with spaces between',
    )
    .default([]),
})

export interface Settings {
  /** A path, or `:memory:`. */
  readonly databaseFile: string
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error'
  readonly logFormat: 'text' | 'json'
  readonly fetchPrivate: boolean
  /** Where health is served, if anywhere. */
  readonly health?: { readonly port: number; readonly host: string }
  /** Who may make subscriptions, as `platform:id`; empty for no such limit. */
  readonly owners: readonly string[]
}

export type Environment = Readonly<Record<string, string | undefined>>

/** Throws ConfigError with one sentence per wrong setting. An empty value counts as not given. */
export function readSettings(environment: Environment, databaseUrl?: string): Settings {
  const given = { ...environment, ...(databaseUrl !== undefined && { DATABASE_URL: asUrl(databaseUrl) }) }
  const values = Object.fromEntries(
    settingsTable.map(({ name }) => [name, secretOrValue(given, name)] as const).filter(([, value]) => value),
  )
  const parsed = schema.safeParse(values)
  if (!parsed.success) {
    throw new ConfigError(
      parsed.error.issues.map((issue) => `${String(issue.path[0])} ${issue.message}.`).join('\n'),
    )
  }
  return {
    databaseFile: parsed.data.DATABASE_URL.slice('sqlite:'.length),
    logLevel: parsed.data.LOG_LEVEL,
    logFormat: parsed.data.LOG_FORMAT,
    fetchPrivate: parsed.data.FETCH_PRIVATE === 'yes',
    ...(parsed.data.HEALTH_PORT !== undefined && {
      health: { port: parsed.data.HEALTH_PORT, host: parsed.data.HEALTH_HOST },
    }),
    owners: parsed.data.OWNERS,
  }
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
