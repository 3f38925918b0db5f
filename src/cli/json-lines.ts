// JSON lines in, one at a time, while more are still coming. A bad line is an error in its place, never the end.

import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import type { z } from 'zod'
import { reasonOf } from '../errors.ts'

export type ReadLine<T> =
  | { readonly line: number; readonly value: T }
  | { readonly line: number; readonly error: string; readonly id?: string }

/** Empty lines are passed over. Line numbers count from one. */
export async function* readJsonLines<T>(input: Readable, schema: z.ZodType<T>): AsyncIterable<ReadLine<T>> {
  let line = 0
  for await (const text of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    line++
    if (text.trim() !== '') yield readLine(text, line, schema)
  }
}

function readLine<T>(text: string, line: number, schema: z.ZodType<T>): ReadLine<T> {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    return { line, error: `Line ${line} is not JSON: ${reasonOf(error)}.` }
  }
  const parsed = schema.safeParse(value)
  if (parsed.success) return { line, value: parsed.data }
  const [issue] = parsed.error.issues
  const field = issue?.path.join('.')
  return {
    line,
    error: `Line ${line} is not as expected${field ? ` at "${field}"` : ''}: ${issue?.message ?? 'wrong shape'}.`,
    ...idOf(value),
  }
}

/** The line's own id, so that whoever reads the error can find what it belongs to. */
function idOf(value: unknown): { readonly id?: string } {
  if (typeof value !== 'object' || value === null || !('id' in value)) return {}
  return typeof value.id === 'string' || typeof value.id === 'number' ? { id: String(value.id) } : {}
}
