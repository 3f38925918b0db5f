import { existsSync } from 'node:fs'
import type { Command } from 'commander'
import { handleEvent } from '../chat/handle-event.ts'
import { systemClock } from '../clock.ts'
import {
  type App,
  chatParts,
  compose,
  composeAdapters,
  composeDesk,
  configuredPlatforms,
  lockDesk,
  takeOver,
} from '../compose.ts'
import { readSettings, type Settings } from '../config.ts'
import type { Desk } from '../desk.ts'
import type { Message, SaidEvent } from '../domain.ts'
import {
  messageFromBeginning,
  messageFromQuestion,
  messageFromSampleNote,
} from '../message/from-beginning.ts'
import type { Action, Io } from './io.ts'
import { ingestSampleDesk, SAMPLE_QUESTIONS, sampleClock } from './sample-desk.ts'
import { showAll, TERMINAL_CHAT } from './show.ts'

const LANGUAGE = 'en'

interface Options {
  readonly db?: string
}

export function addStart(program: Command, io: Io, action: Action): void {
  program
    .command('start')
    .description('Run everything that is configured; with nothing configured, show the sample desk.')
    .option('--db <url>', 'the database: sqlite:<path>')
    .action(action((options: Options) => start(io, options)))
}

async function start(io: Io, options: Options) {
  const settings = readSettings(io.env, options.db)
  if (speaksToOthers(io) || (await isInUse(settings))) await runDesk(io, settings)
  else await showSampleDesk(io, settings)
  return undefined
}

/** Whoever is spoken to elsewhere never gets an invented article. */
function speaksToOthers({ env, stdin: input, stdout: output }: Io): boolean {
  return configuredPlatforms({ env, input, output }).some((platform) => platform !== TERMINAL_CHAT.platform)
}

/** Whether there is anything of the operator's. Looking must not create a database. */
async function isInUse(settings: Settings): Promise<boolean> {
  if (!existsSync(settings.databaseFile)) return false
  await using app = await compose(settings)
  if ((await app.store.articleCount()) > 0) return true
  return (await app.store.feeds()).length > 0 || (await app.store.subscriptions()).length > 0
}

async function runDesk(io: Io, settings: Settings): Promise<void> {
  using _lock = await lockDesk(settings)
  await using app = await compose(settings, { logTo: io.stderr })
  await takeOver(app)
  const { clock, log, store } = app
  const adapters = await composeAdapters({ env: io.env, input: io.stdin, output: io.stdout, clock, log })
  const platforms = adapters.map(({ platform }) => platform)
  const isAttended = platforms.includes(TERMINAL_CHAT.platform)
  if (isAttended) {
    await showAll(io, [await say(app, '/brief'), messageFromBeginning(LANGUAGE)])
  } else {
    const feeds = (await store.feeds()).length
    log.info('desk started', { platforms: platforms.join(' '), feeds, articles: await store.articleCount() })
  }
  const desk = await composeDesk(app, adapters)
  await using _health = await healthOf(desk, settings)
  await withModel(app, io.signal, () => desk.run(io.signal, { untilQuiet: isAttended }))
  if (!isAttended) log.info('desk stopped')
}

/** `node:http` takes as long to load as half of all else: only where it is wanted. */
async function healthOf(desk: Desk, { health }: Settings) {
  if (!health) return undefined
  const { serveHealth } = await import('../desk/serve-health.ts')
  return serveHealth(desk, health)
}

/** With a model, beside the work and no longer than it goes on: its server is found out about, and briefs are written ahead. */
async function withModel(app: App, signal: AbortSignal, work: () => Promise<void>): Promise<void> {
  if (!app.model) return work()
  const over = new AbortController()
  const until = AbortSignal.any([signal, over.signal])
  const { writeEarly } = await import('../editions/early-briefs.ts')
  const ahead = app.model.prepare(until).then(() => writeEarly(app, until))
  await Promise.all([work().finally(() => over.abort()), ahead])
}

/** The sample articles in memory: the edition, then questions of whoever sits there, or two of ours. */
async function showSampleDesk(io: Io, settings: Settings): Promise<void> {
  await using app = await compose(
    // Samples are no reason to spend money, and a ledger in memory would be forgotten.
    { ...settings, databaseFile: ':memory:', environment: {} },
    { clock: sampleClock(systemClock), logTo: io.stderr },
  )
  await ingestSampleDesk(app)
  const adapters = await composeAdapters({ env: io.env, input: io.stdin, output: io.stdout })
  const messages = [messageFromSampleNote(LANGUAGE), await say(app, '/brief')]
  if (adapters.length === 0) messages.push(...(await sampleAnswers(app)))
  await showAll(io, [...messages, messageFromBeginning(LANGUAGE)])
  if (adapters.length > 0) await (await composeDesk(app, adapters)).run(io.signal, { untilQuiet: true })
}

async function sampleAnswers(app: App): Promise<readonly Message[]> {
  const messages: Message[] = []
  for (const question of SAMPLE_QUESTIONS) {
    messages.push(messageFromQuestion(question, LANGUAGE), await say(app, question))
  }
  return messages
}

/** What the chat says to a line, as if it had been typed. */
function say(app: App, line: string): Promise<Message> {
  const event = {
    key: line,
    chat: TERMINAL_CHAT,
    person: { platform: TERMINAL_CHAT.platform, id: TERMINAL_CHAT.id },
    at: app.clock.now(),
  }
  const said: SaidEvent = line.startsWith('/')
    ? { ...event, kind: 'command', name: line.slice(1), text: '' }
    : { ...event, kind: 'question', text: line }
  return handleEvent(chatParts(app, []), said)
}
