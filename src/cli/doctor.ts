import type { Command } from 'commander'
import { type App, compose, composeAdapters, examineDatabase, isDeskRunning } from '../compose.ts'
import { readSettings, type Settings } from '../config.ts'
import type { Chat } from '../domain.ts'
import { ConfigError, reasonOf, UserError } from '../errors.ts'
import { chatAddress } from '../message/chat-address.ts'
import { type Examined, messageFromProblems } from '../message/from-problems.ts'
import type { ChatAdapter, Problem } from '../ports.ts'
import { type Action, EXIT, type Io, writeJson } from './io.ts'
import { show } from './show.ts'

const MOST_MS = 60_000

interface Options {
  readonly db?: string
  readonly json?: boolean
}

export function addDoctor(program: Command, io: Io, action: Action): void {
  program
    .command('doctor')
    .description(
      'Examine settings, database, desk, model and platforms; say what is wrong and what mends it.',
    )
    .option('--db <url>', 'the database: sqlite:<path>')
    .option('--json', 'print JSON')
    .action(action((options: Options) => doctor(io, options)))
}

async function doctor(io: Io, options: Options) {
  const examined = await examine(io, options.db)
  const problems = examined.flatMap((each) =>
    each.problems.map((problem) => ({ part: each.part, ...problem })),
  )
  const isWell = problems.every(({ level }) => level !== 'error')
  if (options.json)
    await writeJson(io.stdout, { isWell, examined: examined.map(({ part }) => part), problems })
  else await show(io, messageFromProblems(examined, 'en'))
  return isWell ? EXIT.done : EXIT.failed
}

/** What cannot be looked at, because what it stands on is broken, is left out. */
async function examine(io: Io, db: string | undefined): Promise<readonly Examined[]> {
  const settings = await tried('settings', async () => readSettings(io.env, db))
  if (!settings.value) return [settings.examined]
  const adapters = await tried('settings', () =>
    composeAdapters({ env: io.env, input: io.stdin, output: io.stdout }),
  )
  const store = await examineStore(io, settings.value, adapters.value)
  return [adapters.examined, ...store]
}

async function examineStore(
  io: Io,
  settings: Settings,
  adapters: readonly ChatAdapter[] | undefined,
): Promise<readonly Examined[]> {
  const opened = await tried('database', () => compose(settings, { logTo: io.stderr }))
  if (!opened.value) return [opened.examined]
  await using app = opened.value
  const database = { part: 'database', problems: await examineDatabase(settings) }
  const desk = { part: 'desk', problems: deskProblems(await isDeskRunning(settings)) }
  const model = await examineModel(app, io.signal)
  return [database, desk, ...model, ...(adapters ? await examinePlatforms(app, adapters, io.signal) : [])]
}

function deskProblems(isRunning: boolean): readonly Problem[] {
  if (isRunning) return []
  const text = 'No desk is running, so nothing is read, made or sent.'
  return [{ level: 'warning', text, remedy: 'Start one with brevier start.' }]
}

/** Nothing where none is configured: then there is nothing to be wrong. */
async function examineModel({ model }: App, signal: AbortSignal): Promise<readonly Examined[]> {
  if (!model) return []
  const limited = AbortSignal.any([signal, AbortSignal.timeout(MOST_MS)])
  return [{ part: 'model', problems: await foundBy(model.examine(limited), 'The model') }]
}

async function examinePlatforms(
  { store }: App,
  adapters: readonly ChatAdapter[],
  signal: AbortSignal,
): Promise<readonly Examined[]> {
  const chats = (await store.subscriptions()).map(({ chat }) => chat)
  const byAddress = [...new Map(chats.map((chat) => [chatAddress(chat), chat])).values()]
  const unspoken = { part: 'subscriptions', problems: unspokenProblems(byAddress, adapters) }
  const limited = AbortSignal.any([signal, AbortSignal.timeout(MOST_MS)])
  const examined = adapters.map(async (adapter): Promise<readonly Examined[]> => {
    const { platform } = adapter
    if (!adapter.examine) return []
    const own = byAddress.filter((chat) => chat.platform === platform)
    return [{ part: platform, problems: await foundBy(adapter.examine(own, limited), platform) }]
  })
  return [unspoken, ...(await Promise.all(examined)).flat()]
}

/** An examination that breaks is a finding itself. */
async function foundBy(found: Promise<readonly Problem[]>, name: string): Promise<readonly Problem[]> {
  try {
    return await found
  } catch (error) {
    const text = `${name} could not be examined: ${reasonOf(error)}`
    return [{ level: 'error', text, remedy: 'Check the connection of this machine, then try again.' }]
  }
}

function unspokenProblems(chats: readonly Chat[], adapters: readonly ChatAdapter[]): readonly Problem[] {
  const lost = chats.filter(({ platform }) => !adapters.some((each) => each.platform === platform))
  return [...Map.groupBy(lost, ({ platform }) => platform)]
    .filter(([platform]) => platform !== 'terminal')
    .map(([platform, own]) => ({
      level: 'error',
      text: `${platform} is not configured, so nothing is sent to ${own.map(chatAddress).join(', ')}.`,
      remedy: `Set what ${platform} needs; the README lists the settings.`,
    }))
}

/** What was made, or why it could not be. */
async function tried<T>(
  part: string,
  make: () => Promise<T>,
): Promise<{ readonly value?: T; readonly examined: Examined }> {
  try {
    return { value: await make(), examined: { part, problems: [] } }
  } catch (error) {
    if (!(error instanceof UserError || error instanceof ConfigError)) throw error
    const remedy = 'Mend that, then run brevier doctor again.'
    const broken = error instanceof ConfigError ? 'settings' : part
    return { examined: { part: broken, problems: [{ level: 'error', text: error.message, remedy }] } }
  }
}
