// The text of a reply → a value of the shape that was asked for. Servers that do not enforce a shape wrap JSON in thoughts, fences
// and prose, or write it carelessly.

import { jsonrepair } from 'jsonrepair'
import type { z } from 'zod'

/** Undefined when there is nothing of that shape in it. */
export function parseReply<T>(text: string, schema: z.ZodType<T>): { readonly value: T } | undefined {
  const said = text.replace(/^\s*<think(?:ing)?>.*?<\/think(?:ing)?>/s, '').trim()
  const whole = [said, fencedIn(said), bracedIn(said)]
  for (const candidate of whole) {
    const fitting = candidate === undefined ? undefined : fitted(parsed(candidate), schema)
    if (fitting) return fitting
  }
  return fitted(repaired(bracedIn(said)), schema)
}

function fencedIn(text: string): string | undefined {
  return /^\s*```(?:json)?\s*\n(.*?)\n\s*```/ms.exec(text)?.[1]
}

function bracedIn(text: string): string | undefined {
  const [from, to] = [text.indexOf('{'), text.lastIndexOf('}')]
  return from >= 0 && to > from ? text.slice(from, to + 1) : undefined
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function repaired(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(jsonrepair(text))
  } catch {
    return undefined
  }
}

/** Fields that nobody asked for are left out; anything else that does not fit is refused. */
function fitted<T>(value: unknown, schema: z.ZodType<T>): { readonly value: T } | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const first = schema.safeParse(value)
  if (first.success) return { value: first.data }
  if (first.error.issues.some(({ code }) => code !== 'unrecognized_keys')) return undefined
  for (const issue of first.error.issues)
    if (issue.code === 'unrecognized_keys') leaveOut(value, issue.path, issue.keys)
  const second = schema.safeParse(value)
  return second.success ? { value: second.data } : undefined
}

function leaveOut(value: object, path: readonly PropertyKey[], keys: readonly string[]): void {
  const place = path.reduce<object>(
    (inner, step) => (inner as Record<PropertyKey, object>)[step] ?? {},
    value,
  )
  for (const key of keys) delete (place as Record<string, unknown>)[key]
}
