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

interface RunOptions {
  readonly env?: Readonly<Record<string, string>>
  /** A person looks at standard error. */
  readonly isStderrTty?: boolean
}

/** `stdin` is all of standard input; without it there is none. */
export async function run(
  args: readonly string[],
  { stdin = '', ...options }: RunOptions & { readonly stdin?: string } = {},
): Promise<Ran> {
  const running = begin(args, options)
  running.stdin.end(stdin)
  const [out, err, code] = await Promise.all([text(running.stdout), text(running.stderr), running.code])
  return { code, out, err }
}

/** A command that is given its standard input bit by bit while it runs, or is stopped as a signal would stop it. */
export function begin(args: readonly string[], { env = {}, isStderrTty = false }: RunOptions = {}) {
  const [stdin, stdout, stderr] = [new PassThrough(), new PassThrough(), new PassThrough()]
  const stop = new AbortController()
  const io = {
    stdin,
    stdout,
    stderr: Object.assign(stderr, { isTTY: isStderrTty }),
    env,
    signal: stop.signal,
  }
  const code = runCli(args, io).finally(() => {
    stdout.end()
    stderr.end()
  })
  return { stdin, stdout, stderr, code, stop: () => stop.abort() }
}

/** The JSON document that a command prints. */
export async function runJson<T>(
  args: readonly string[],
  options: Parameters<typeof run>[1] = {},
): Promise<T> {
  const { out } = await run([...args, '--json'], options)
  return JSON.parse(out) as T
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
