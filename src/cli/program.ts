// The command line as one table of commands; each command is a file beside this one.

import { readFileSync } from 'node:fs'
import { Command, CommanderError } from 'commander'
import { ConfigError, FetchError, reasonOf, UserError } from '../errors.ts'
import { plainLines } from '../message/plain-text.ts'
import { type Action, EXIT, type Io, writeLine } from './io.ts'

type Add = (program: Command, io: Io, action: Action) => void

/** Each command with the file that adds it; only what is asked for is loaded. */
const commands: Readonly<Record<string, () => Promise<Add>>> = {
  start: async () => (await import('./start.ts')).addStart,
  ingest: async () => (await import('./ingest.ts')).addIngest,
  extract: async () => (await import('./extract.ts')).addExtract,
  feeds: async () => (await import('./feeds.ts')).addFeeds,
  stories: async () => (await import('./stories.ts')).addStories,
  brief: async () => (await import('./brief.ts')).addBrief,
  ask: async () => (await import('./ask.ts')).addAsk,
  search: async () => (await import('./search.ts')).addSearch,
  check: async () => (await import('./check.ts')).addCheck,
  schedule: async () => (await import('./schedule.ts')).addSchedule,
  subscriptions: async () => (await import('./subscriptions.ts')).addSubscriptions,
  deliveries: async () => (await import('./deliveries.ts')).addDeliveries,
  why: async () => (await import('./why.ts')).addWhy,
  doctor: async () => (await import('./doctor.ts')).addDoctor,
  status: async () => (await import('./status.ts')).addStatus,
  costs: async () => (await import('./costs.ts')).addCosts,
  db: async () => (await import('./db.ts')).addDb,
}

/** Runs one command line; resolves to the exit code and never throws. */
export async function runCli(args: readonly string[], io: Io): Promise<number> {
  let exitCode: number = EXIT.done
  const action: Action =
    (run) =>
    async (...parts) => {
      exitCode = (await run(...parts)) ?? EXIT.done
    }
  try {
    const program = await createProgram(io, action, loadersOf(args[0] ?? ''))
    await program.parseAsync([...args], { from: 'user' })
    return exitCode
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage
    if (io.signal.aborted) return EXIT.failed
    await writeLine(io.stderr, sentenceOf(error))
    return error instanceof ConfigError ? EXIT.usage : EXIT.failed
  }
}

function loadersOf(command: string) {
  const loader = Object.hasOwn(commands, command) ? commands[command] : undefined
  return loader ? [loader] : Object.values(commands)
}

/** The command line, whole when no commands are given: so does the test that compares the README with it. */
export async function createProgram(
  io: Io,
  action: Action,
  loaders = Object.values(commands),
): Promise<Command> {
  const program = new Command('brevier')
    .description('A news desk for chats: short, sourced briefs and honest answers from what is stored.')
    .usage('<command> [options]')
    .helpCommand('help [command]', 'Show what a command does.')
    .helpOption('-h, --help', 'Show this help.')
    .version(version(), '-V, --version', 'Show which Brevier this is.')
    .showSuggestionAfterError()
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(plainLines(text)),
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    })
    .exitOverride()
  for (const load of loaders) (await load())(program, io, action)
  tellUsage(program, program.name())
  return program
}

function version(): string {
  const file = new URL('../../package.json', import.meta.url)
  return (JSON.parse(readFileSync(file, 'utf8')) as { readonly version: string }).version
}

/** Gives every command the program's settings, and its errors the command whose help says more. */
function tellUsage(command: Command, path: string): void {
  command.configureOutput({ outputError: (text, out) => out(usageSentence(text, path)) })
  for (const child of command.commands) {
    child.copyInheritedSettings(command).helpOption('-h, --help', 'Show this help.')
    tellUsage(child, `${path} ${child.name()}`)
  }
}

/** Commander says "error: unknown option '--x'"; people get a sentence and where to look. */
function usageSentence(text: string, path: string): string {
  const said = text
    .replace(/^error: /, '')
    .trim()
    .replace(/\n\((Did you mean .*)\)$/, '. $1')
  return `${said.charAt(0).toUpperCase()}${said.slice(1)}${/[.?!]$/.test(said) ? '' : '.'} See ${path} --help.\n`
}

function sentenceOf(error: unknown): string {
  if (error instanceof UserError || error instanceof ConfigError || error instanceof FetchError)
    return error.message
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return `Brevier failed in a way it should not: ${reasonOf(error)}\nPlease report this with the lines below.\n${stack}`
}
