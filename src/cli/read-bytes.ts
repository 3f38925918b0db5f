import { createReadStream } from 'node:fs'
import { collect } from '../articles/byte-stream.ts'
import { reasonOf, UserError } from '../errors.ts'
import type { Fetch } from '../http.ts'
import type { Io } from './io.ts'

const MAX_BYTES = 10_000_000

/** The bytes of a file, an address, or `-` for standard input, and what is known of them. */
export async function readBytes(
  io: Io,
  input: string,
  fetch: Fetch,
): Promise<{ readonly bytes: Uint8Array; readonly url?: string; readonly contentType?: string }> {
  if (input === '-') return { bytes: await withinLimit(io.stdin, 'Standard input') }
  if (!/^https?:\/\//i.test(input)) return { bytes: await readFileBytes(input) }
  const { body, url, contentType } = await fetch(input, { signal: io.signal, maxBytes: MAX_BYTES })
  return { bytes: body, url, ...(contentType !== undefined && { contentType }) }
}

/** Throws UserError in one sentence that names the file. */
export async function readFileBytes(file: string): Promise<Uint8Array> {
  try {
    return await withinLimit(createReadStream(file), file)
  } catch (error) {
    if (error instanceof UserError) throw error
    throw new UserError(whyUnreadable(file, error), { cause: error })
  }
}

async function withinLimit(source: AsyncIterable<Uint8Array>, name: string): Promise<Uint8Array> {
  const bytes = await collect(source, MAX_BYTES)
  if (bytes) return bytes
  throw new UserError(`${name} has more than 10 MB, which is the most that is read.`)
}

function whyUnreadable(file: string, error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ENOENT' || code === 'ENOTDIR') return `There is no file ${file}.`
  if (code === 'EISDIR') return `${file} is a directory; name a file in it.`
  return `${file} could not be read: ${reasonOf(error)}.`
}
