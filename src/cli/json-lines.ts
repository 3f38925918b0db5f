// JSON lines in, one at a time, while more are still coming. A bad line is an error in its place, never the end.

import type { Readable } from 'node:stream'
import { z } from 'zod'
import { lines } from '../articles/byte-stream.ts'
import { reasonOf } from '../errors.ts'

const MAX_LINE_BYTES = 20_000_000

type Id = string | number

export type ReadLine<T> =
  | { readonly line: number; readonly value: T }
  | { readonly line: number; readonly error: string; readonly id?: Id }

/** A line's own id: whatever is answered carries it as it came. */
export const idField = z.union([z.string(), z.number()], 'must be text or a number').optional()

/** Words that a line cannot do without. */
export const wordsField = z.string('must be text').trim().min(1, 'must not be empty')

/** Empty lines are passed over; a field that is `null` is absent. Line numbers count from one. */
export async function* readJsonLines<T>(input: Readable, schema: z.ZodType<T>): AsyncIterable<ReadLine<T>> {
  for await (const { number, text } of lines(input, MAX_LINE_BYTES)) yield readLine(text, number, schema)
}

function readLine<T>(text: string | undefined, line: number, schema: z.ZodType<T>): ReadLine<T> {
  if (text === undefined) return { line, error: `Line ${line} is longer than 20 MB; it was left out.` }
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    return { line, error: `Line ${line} is not JSON: ${reasonOf(error)}.` }
  }
  if (!isObject(value)) return { line, error: `Line ${line} is not a JSON object.` }
  const parsed = schema.safeParse(withoutNulls(value))
  if (parsed.success) return { line, value: parsed.data }
  const [issue] = parsed.error.issues
  const field = issue?.path.join('.')
  return {
    line,
    error: `Line ${line}: ${field ? `"${field}" ` : ''}${issue?.message ?? 'it is not as expected'}.`,
    ...idOf(value),
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function withoutNulls(value: Readonly<Record<string, unknown>>) {
  return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== null))
}

/** So that whoever reads an error can find what it belongs to. */
export function idOf({ id }: { readonly id?: unknown }): { readonly id?: Id } {
  return typeof id === 'string' || typeof id === 'number' ? { id } : {}
}
