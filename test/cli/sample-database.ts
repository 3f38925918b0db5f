import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { run, temporaryFolder } from './run.ts'

/** The sample desk as JSON lines. */
export const sampleLines = readFileSync(new URL('../../src/cli/sample-desk.jsonl', import.meta.url), 'utf8')

/** A database file that holds the sample articles. */
export async function sampleDatabase(): Promise<string> {
  const file = join(temporaryFolder(), 'brevier.db')
  await run(['ingest', '-', '--db', file], { stdin: sampleLines })
  return file
}
