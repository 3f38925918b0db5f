// Puts the parts together: settings in, a working Brevier out. The only file that knows every part. What a command
// does not use is not loaded: `brevier extract` needs no database, `brevier ask` no HTML parser.

import type { Writable } from 'node:stream'
import { type AdapterParts, models, type Registered, registry } from '../adapters/index.ts'
import type { AnswerQuestion } from './answers/answer.ts'
import type { ChatParts } from './chat/chat-command.ts'
import { systemClock } from './clock.ts'
import { type ComposedModel, composeModel } from './compose/model.ts'
import {
  type Environment,
  readShape,
  type SettingRow,
  type Settings,
  settingRows,
  settingsShape,
} from './config.ts'
import type { Desk } from './desk.ts'
import type { Message, NewDelivery } from './domain.ts'
import { createCandidates } from './editions/candidates.ts'
import type { EditionParts } from './editions/compose-edition.ts'
import { politeFetch } from './http/polite.ts'
import { type Fetch, type GuardOptions, guardedFetch, guardedHop } from './http.ts'
import { createLog } from './log.ts'
import { messageFromText } from './message/from-text.ts'
import { texts } from './message/texts.ts'
import type { ChatAdapter, Clock, Log, Problem, Store } from './ports.ts'
import { createPlaceArticles, type PlaceArticles } from './stories/place-articles.ts'
import type { Engine } from './summarizer/engine.ts'
import { createExtractiveEngine } from './summarizer/extractive.ts'

/** What commands and the desk work with. Close it when done. */
export interface App extends AsyncDisposable, EditionParts {
  readonly log: Log
  readonly fetch: Fetch
  readonly placeArticles: PlaceArticles
  readonly answerQuestion: AnswerQuestion
  /** Who may make subscriptions in chats, as `platform:id`; empty for no such limit. */
  readonly owners: readonly string[]
  /** The model that writes, if one is configured. */
  readonly model?: ComposedModel
}

export interface Overrides {
  readonly clock?: Clock
  /** Puts something before the store, to watch or to disturb it. */
  readonly around?: (store: Store) => Store
  /** Where log lines go; nowhere when absent. */
  readonly logTo?: Writable
  /** Answers in place of the engine. */
  readonly answerQuestion?: AnswerQuestion
}

const SILENT = createLog({ level: 'error', json: false, write: () => undefined })
const PURPOSE = 'a news desk for chats; reads feeds and the pages they link'

/** Opens the store and makes the parts that work on it. */
export async function compose(
  settings: Settings,
  { clock = systemClock, around = (store) => store, logTo, answerQuestion }: Overrides = {},
): Promise<App> {
  const { openSqlite } = await import('../db/sqlite.ts')
  const store = around(await openSqlite({ file: settings.databaseFile }))
  const log = createLog({
    level: settings.logLevel,
    json: settings.logFormat === 'json',
    write: (line) => void logTo?.write(line),
  })
  const model = await composeModel(settings, { store, clock, log }).catch(async (error: unknown) => {
    await store.close()
    throw error
  })
  const candidates = createCandidates({ store, clock })
  const placeArticles = createPlaceArticles({ store, clock })
  return {
    store,
    clock,
    log,
    ...(model && { model }),
    fetch: politeFetch({ hop: guardedHop(guardOf(settings)), clock, userAgent: userAgentOf(settings) }),
    engine: await engineWith(model),
    candidates,
    recentBriefs: new Map(),
    owners: settings.owners,
    answerQuestion: answerQuestion ?? answeringWith(model),
    placeArticles: async () => {
      const placed = await placeArticles()
      if (placed.size > 0) candidates.renew()
      return placed
    },
    [Symbol.asyncDispose]: () => store.close(),
  }
}

/** What answers is loaded with the first question. */
function answeringWith(composed: ComposedModel | undefined): AnswerQuestion {
  if (!composed) {
    return async (...asked) => {
      const { answerQuestion } = await import('./answers/answer.ts')
      return answerQuestion(...asked)
    }
  }
  return async (...asked) => {
    const { createModelAnswers } = await import('./answers/model-answers.ts')
    return createModelAnswers(composed)(...asked)
  }
}

/** The one that asks a model contains the other, and works without a model that answers. */
async function engineWith(composed: ComposedModel | undefined): Promise<Engine> {
  const extractive = composeEngine()
  if (!composed) return extractive
  const { createModelEngine } = await import('./summarizer/model-engine.ts')
  return createModelEngine({ ...composed, extractive })
}

/** Fetching needs no store. */
export function composeFetch(settings: Settings): Fetch {
  return guardedFetch(guardOf(settings))
}

function guardOf(settings: Settings): GuardOptions {
  return {
    ...(settings.fetchPrivate && { mayReach: () => true }),
    userAgent: userAgentOf(settings),
  }
}

/** Says who asks, what for, and whom to ask about it. */
function userAgentOf({ contact }: Settings): string {
  return `Brevier/0.1 (${contact === undefined ? '' : `+${contact}; `}${PURPOSE})`
}

/** The engine that needs neither a model nor a store. */
export function composeEngine(): Engine {
  return createExtractiveEngine()
}

/** What the process gives to adapters: its environment, its streams, and where their log goes; nowhere when absent. */
export interface Surroundings extends Pick<AdapterParts, 'input' | 'output'> {
  readonly env: Environment
  readonly clock?: Clock
  readonly log?: Log
}

/** The adapters of every platform that is configured. Throws ConfigError for a wrong setting of one. */
export async function composeAdapters(surroundings: Surroundings): Promise<readonly ChatAdapter[]> {
  return Promise.all(configured(surroundings).map(({ registered, parts }) => registered.create(parts)))
}

/** The names of those platforms; nothing of them is loaded for it. */
export function configuredPlatforms(surroundings: Surroundings): readonly string[] {
  return configured(surroundings).map(({ registered }) => registered.platform)
}

function configured(surroundings: Surroundings) {
  return registry
    .map((registered) => ({ registered, parts: partsOf(registered, surroundings) }))
    .filter(({ registered, parts }) => registered.isConfigured(parts))
}

/** The terminal as an adapter, for what a command shows once, whoever reads it. */
export async function terminalAdapter(surroundings: Surroundings): Promise<ChatAdapter> {
  const terminal = registry.find(({ platform }) => platform === 'terminal')
  if (!terminal) throw new Error('the registry has no terminal')
  return terminal.create(partsOf(terminal, surroundings))
}

function partsOf(
  { settings }: Registered,
  { env, input, output, clock = systemClock, log = SILENT }: Surroundings,
): AdapterParts {
  return { settings: readShape(settings, env), input, output, clock, log }
}

/** Every setting, Brevier's own first, then those of each adapter. */
export const settingsTable: readonly SettingRow[] = [
  settingsShape,
  ...models.map(({ settings }) => settings),
  ...registry.map(({ settings }) => settings),
].flatMap(settingRows)

/** The desk over an app and the adapters it listens on. */
export async function composeDesk(app: App, adapters: readonly ChatAdapter[]): Promise<Desk> {
  const { createDesk } = await import('./desk.ts')
  const { createDelivery } = await import('./delivery/deliver.ts')
  const { deliveriesOf } = await import('./delivery/enqueue.ts')
  const { adapterOf } = await import('./delivery/parts.ts')
  const { commandInfos } = await import('./chat/command-infos.ts')
  const { handleEvent } = await import('./chat/handle-event.ts')
  const { respond } = await import('./chat/respond.ts')
  // The first question does not wait for it.
  await import('./answers/answer.ts')
  const parts = { ...app, adapters }
  const chat = chatParts(app, adapters)
  return createDesk({
    ...parts,
    delivery: createDelivery(parts),
    makeEdition: async (claimed, signal) => {
      const { makeEdition } = await import('./editions/make-edition.ts')
      const making = {
        ...parts,
        platforms: adapters.map(({ platform }) => platform),
        writesFirst: adapters.filter(({ writesFirst }) => writesFirst).map(({ platform }) => platform),
        deliveriesOf: (message: Message, to: Omit<NewDelivery, 'part' | 'parts' | 'payload'>) =>
          deliveriesOf(adapterOf(parts, to.chat.platform), message, to),
      }
      await makeEdition(making, claimed, signal)
    },
    readFeed: async (feed, signal) => {
      const { readFeed } = await import('./articles/read-feed.ts')
      const read = await readFeed(app, feed, signal)
      await app.placeArticles()
      app.log.info('feed polled', { feed: feed.url, ...read })
    },
    commands: commandInfos,
    respond: (event) => respond(chat, event),
    reply: (event, making) => handleEvent(chat, event, making),
    apology: messageFromText(texts('en').apology, 'en'),
  })
}

/** What chats work with. Where a platform cannot say who is an admin, nobody is. */
export function chatParts(app: App, adapters: readonly ChatAdapter[]): ChatParts {
  return {
    ...app,
    adapters,
    async isAdmin(chat, person) {
      const adapter = adapters.find(({ platform }) => platform === chat.platform)
      return (await adapter?.isAdmin?.(chat, person)) ?? false
    },
  }
}

/** Held while a desk runs on the database; throws UserError when another one does. */
export async function lockDesk(settings: Settings): Promise<Disposable> {
  const { lockDesk: lock } = await import('../db/lock.ts')
  const held = lock(settings.databaseFile)
  return { [Symbol.dispose]: () => held.release() }
}

/** Takes up what a desk that has ended left behind. Only for whoever holds the lock. */
export async function takeOver({ store, clock, placeArticles }: App): Promise<void> {
  await store.endLeases(clock.now())
  await placeArticles()
}

/** Whether a desk runs on the database. */
export async function isDeskRunning(settings: Settings): Promise<boolean> {
  const lock = await import('../db/lock.ts')
  return lock.isDeskRunning(settings.databaseFile)
}

/** What is wrong with the database and its disk. */
export async function examineDatabase(settings: Settings): Promise<readonly Problem[]> {
  const { examineDatabase: examine } = await import('../db/examine.ts')
  return examine(settings.databaseFile)
}

/** The platforms that can be spoken at all, configured or not. */
export const platforms: readonly string[] = registry.map(({ platform }) => platform)

/** The names of the migrations that were applied. */
export async function migrateDatabase(settings: Settings): Promise<readonly string[]> {
  const sqlite = await import('../db/sqlite.ts')
  return sqlite.migrateDatabase(settings.databaseFile)
}
