import { readFile } from 'node:fs/promises'
import { UserError } from '../errors.ts'
import type { Fetch } from '../http.ts'
import type { Io } from './io.ts'

/** The bytes of a file, an address, or `-` for standard input, and what is known of them. */
export async function readBytes(
  io: Io,
  input: string,
  fetch: Fetch,
): Promise<{ readonly bytes: Uint8Array; readonly url?: string; readonly contentType?: string }> {
  if (input === '-') {
    const chunks: Uint8Array[] = []
    for await (const chunk of io.stdin) chunks.push(typeof chunk === 'string' ? Buffer.from(chunk) : chunk)
    return { bytes: Buffer.concat(chunks) }
  }
  if (/^https?:\/\//i.test(input)) {
    const { body, url, contentType } = await fetch(input, { signal: io.signal })
    return { bytes: body, url, ...(contentType !== undefined && { contentType }) }
  }
  try {
    return { bytes: await readFile(input) }
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : undefined
    throw new UserError(
      code === 'EISDIR'
        ? `${input} is a directory; name a file in it.`
        : `There is no file ${input} to read.`,
      { cause },
    )
  }
}
