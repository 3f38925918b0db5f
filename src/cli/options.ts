// Option values that several commands share, parsed into what the stages take.

import { InvalidArgumentError, Option } from 'commander'
import { z } from 'zod'
import { DAY_MS, parseDuration, parseIsoTime } from '../clock.ts'
import { ConfigError } from '../errors.ts'

export function durationOption(text: string): number {
  const ms = parseDuration(text)
  if (ms === undefined) throw new InvalidArgumentError('Write it like 15m, 24h, 7d, 2w or 1y.')
  return ms
}

export function timeOption(text: string): number {
  const at = parseIsoTime(text)
  if (at === undefined) throw new InvalidArgumentError('Write it like 2026-03-03 or 2026-03-03T07:30:00Z.')
  return at
}

export function countOption(text: string): number {
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new InvalidArgumentError('It must be a whole number above 0.')
  return Number(text)
}

/** A `now` in a JSON line, as epoch milliseconds. */
export const nowField = z.string('must be a time').transform((text, context) => {
  const at = parseIsoTime(text)
  if (at !== undefined) return at
  context.addIssue({ code: 'custom', message: 'must be a time such as 2026-03-03 or 2026-03-03T07:30:00Z' })
  return z.NEVER
})

/** What is named beside `--jsonl` would be passed over in silence, while the command waits for standard input. */
export function refuseOperands(operands: readonly (string | undefined)[]): void {
  const named = operands.find((operand) => operand !== undefined && operand !== '-')
  if (named === undefined) return
  throw new ConfigError(`--jsonl reads standard input: leave out either "${named}" or --jsonl.`)
}

/** `--since`, a day when it is not given. */
export function sinceOption(): Option {
  return new Option('--since <duration>', 'how far back: 15m 24h 7d 2w 1y')
    .argParser(durationOption)
    .default(DAY_MS, '24h')
}
