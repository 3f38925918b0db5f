import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'

/** The rows of a file of JSON lines, packed with gzip. */
export function readRows<T>(path: string): readonly T[] {
  const lines = gunzipSync(readFileSync(path)).toString('utf8').split('\n')
  return lines.filter(Boolean).map((line) => JSON.parse(line) as T)
}
