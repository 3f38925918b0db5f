// Log lines for people or for machines. Secrets never reach them.

import type { Log, LogFields } from './ports.ts'

const LEVELS = ['debug', 'info', 'warn', 'error'] as const
type Level = (typeof LEVELS)[number]

const SECRET_NAME = /token|secret|password|passwd|api[_-]?key|authorization|cookie|credential/i
const SECRET_IN_TEXT: readonly (readonly [RegExp, string])[] = [
  [/(\w+:\/\/)[^\s/@]+@/g, '$1…@'],
  [/([?&](?:token|key|api_?key|secret|sig|signature|password|access_token)=)[^\s&#]+/gi, '$1…'],
  [/\bbot\d{5,}:[\w-]{20,}/g, 'bot…'],
  [/\b(?:sk|pk)-[\w-]{16,}/g, '…'],
  [/\b(Bearer|Basic) [\w.~+/=-]{8,}/gi, '$1 …'],
]

export interface LogOptions {
  readonly level: Level
  /** One JSON object a line, for machines. */
  readonly json: boolean
  /** Gets each line with its line break. */
  write(line: string): void
  /** Epoch milliseconds; tests give their own. */
  now?(): number
}

export function createLog({ level, json, write, now = Date.now }: LogOptions): Log {
  const entry =
    (at: Level) =>
    (message: string, fields: LogFields = {}) => {
      if (LEVELS.indexOf(at) < LEVELS.indexOf(level)) return
      const time = new Date(now()).toISOString()
      write(json ? jsonLine(time, at, message, fields) : textLine(time, at, message, fields))
    }
  return { debug: entry('debug'), info: entry('info'), warn: entry('warn'), error: entry('error') }
}

function jsonLine(time: string, level: Level, message: string, fields: LogFields): string {
  const safe = Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, redacted(name, value)]),
  )
  return `${JSON.stringify({ time, level, message: withoutSecrets(message), ...safe })}\n`
}

/** `12:03:05 warn  a feed could not be read feed=https://… error="It answered 500."` */
function textLine(time: string, level: Level, message: string, fields: LogFields): string {
  const shown = Object.entries(fields)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${quoted(redacted(name, value))}`)
  return `${[time.slice(11, 19), level.padEnd(5), oneLine(withoutSecrets(message)), ...shown].join(' ')}\n`
}

function redacted(name: string, value: unknown): unknown {
  if (SECRET_NAME.test(name)) return '…'
  if (value instanceof Error) return withoutSecrets(value.message)
  if (typeof value === 'string') return withoutSecrets(value)
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map((one) => redacted('', one))
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, redacted(key, one)]))
}

function withoutSecrets(text: string): string {
  return SECRET_IN_TEXT.reduce((safe, [pattern, replacement]) => safe.replace(pattern, replacement), text)
}

function quoted(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '')
  return oneLine(/^[^\s"=]+$/.test(text) ? text : JSON.stringify(text))
}

/** Text from outside cannot begin a new entry or steer the terminal. */
function oneLine(text: string): string {
  return text.replace(
    /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
