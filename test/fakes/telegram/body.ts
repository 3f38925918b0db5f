// What a request carries: JSON, a form or a multipart form. Fields of forms are texts; those that should be more are read as JSON.

import type { IncomingMessage } from 'node:http'
import type { z } from 'zod'

export type Given = Readonly<Record<string, unknown>>

export async function readBody(request: IncomingMessage, params: z.ZodObject | undefined): Promise<Given> {
  const bytes = await allBytes(request)
  const type = request.headers['content-type'] ?? ''
  if (bytes.length === 0) return {}
  if (type.startsWith('application/json')) return JSON.parse(bytes.toString()) as Given
  const form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': type } }).formData()
  return Object.fromEntries([...form].map(([name, value]) => [name, fieldOf(value, params?.shape[name])]))
}

async function allBytes(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

function fieldOf(value: unknown, shape: z.core.$ZodType | undefined): unknown {
  if (typeof value !== 'string' || !shape || (shape as z.ZodType).safeParse(value).success) return value
  try {
    return JSON.parse(value)
  } catch {
    return value
  }
}

/** Half of a surrogate pair is no character, and no server takes it. */
export function isWellFormed(value: unknown): boolean {
  if (typeof value === 'string') return value.isWellFormed()
  if (typeof value !== 'object' || value === null) return true
  return Object.values(value).every(isWellFormed)
}
