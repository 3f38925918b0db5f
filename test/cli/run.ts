// Runs one command line in this process, with streams of its own; what it printed and its exit code come back.

import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { runCli } from '../../src/cli/program.ts'

export interface Ran {
  readonly code: number
  readonly out: string
  readonly err: string
}

export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'brevier-'))
}

/** `stdin` is all of standard input; without it there is none. */
export async function run(
  args: readonly string[],
  o: { readonly stdin?: string; readonly env?: Record<string, string> } = {},
): Promise<Ran> {
  const [stdin, stdout, stderr] = [new PassThrough(), new PassThrough(), new PassThrough()]
  stdin.end(o.stdin ?? '')
  const [out, err] = [text(stdout), text(stderr)]
  const code = await runCli(args, {
    stdin,
    stdout,
    stderr,
    env: o.env ?? {},
    signal: new AbortController().signal,
  })
  stdout.end()
  stderr.end()
  return { code, out: await out, err: await err }
}

async function text(stream: PassThrough): Promise<string> {
  let all = ''
  for await (const chunk of stream) all += String(chunk)
  return all
}

export function jsonLines(text: string): readonly Record<string, unknown>[] {
  return text
    .trim()
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Record<string, unknown>)
}
