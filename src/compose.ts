// Puts the parts together: settings in, a working Brevier out. The only file that knows every part. What a command
// does not use is not loaded: `brevier extract` needs no database, `brevier ask` no HTML parser.

import type { Writable } from 'node:stream'
import { type AdapterParts, type Registered, registry } from '../adapters/index.ts'
import { handleEvent } from './chat/handle-event.ts'
import { systemClock } from './clock.ts'
import {
  type Environment,
  readShape,
  type SettingRow,
  type Settings,
  settingRows,
  settingsShape,
} from './config.ts'
import { createDesk, type Desk } from './desk.ts'
import { type Fetch, guardedFetch } from './http.ts'
import { createLog } from './log.ts'
import { messageFromText } from './message/from-text.ts'
import { texts } from './message/texts.ts'
import type { ChatAdapter, Clock, Log, Store } from './ports.ts'
import { createPlaceArticles, type PlaceArticles } from './stories/place-articles.ts'
import type { Engine } from './summarizer/engine.ts'
import { createExtractiveEngine } from './summarizer/extractive.ts'

/** What commands and the desk work with. Close it when done. */
export interface App extends AsyncDisposable {
  readonly store: Store
  readonly clock: Clock
  readonly log: Log
  readonly fetch: Fetch
  readonly engine: Engine
  readonly placeArticles: PlaceArticles
}

export interface Overrides {
  readonly clock?: Clock
  /** Where log lines go; nowhere when absent. */
  readonly logTo?: Writable
}

const USER_AGENT = 'Brevier/0.1 (a news desk for chats; reads feeds and the pages they link)'

/** Opens the store and makes the parts that work on it. */
export async function compose(
  settings: Settings,
  { clock = systemClock, logTo }: Overrides = {},
): Promise<App> {
  const { openSqlite } = await import('../db/sqlite.ts')
  const store = await openSqlite({ file: settings.databaseFile })
  return {
    store,
    clock,
    log: createLog({
      level: settings.logLevel,
      json: settings.logFormat === 'json',
      write: (line) => void logTo?.write(line),
    }),
    fetch: composeFetch(settings),
    engine: composeEngine(),
    placeArticles: createPlaceArticles({ store, clock }),
    [Symbol.asyncDispose]: () => store.close(),
  }
}

/** Fetching needs no store. */
export function composeFetch(settings: Settings): Fetch {
  return guardedFetch({ ...(settings.fetchPrivate && { mayReach: () => true }), userAgent: USER_AGENT })
}

/** The engine that writes points; it needs no store either. */
export function composeEngine(): Engine {
  return createExtractiveEngine()
}

/** What the process gives to adapters: its environment and its streams. */
export interface Surroundings extends Pick<AdapterParts, 'input' | 'output'> {
  readonly env: Environment
}

/** The adapters of every platform that is configured. Throws ConfigError for a wrong setting of one. */
export async function composeAdapters(surroundings: Surroundings): Promise<readonly ChatAdapter[]> {
  return Promise.all(
    registry
      .map((registered) => ({ registered, parts: partsOf(registered, surroundings) }))
      .filter(({ registered, parts }) => registered.isConfigured(parts))
      .map(({ registered, parts }) => registered.create(parts)),
  )
}

/** The terminal as an adapter, for what a command shows once, whoever reads it. */
export async function terminalAdapter(surroundings: Surroundings): Promise<ChatAdapter> {
  const terminal = registry.find(({ platform }) => platform === 'terminal')
  if (!terminal) throw new Error('the registry has no terminal')
  return terminal.create(partsOf(terminal, surroundings))
}

function partsOf({ settings }: Registered, { env, input, output }: Surroundings): AdapterParts {
  return { settings: readShape(settings, env), input, output }
}

/** Every setting, Brevier's own first, then those of each adapter. */
export const settingsTable: readonly SettingRow[] = [
  settingsShape,
  ...registry.map(({ settings }) => settings),
].flatMap(settingRows)

/** The desk over an app and the adapters it listens on. */
export function composeDesk(app: App, adapters: readonly ChatAdapter[]): Desk {
  return createDesk({
    ...app,
    adapters,
    readFeed: async (feed, signal) => {
      const { readFeed } = await import('./articles/read-feed.ts')
      const read = await readFeed(app, feed, signal)
      await app.placeArticles()
      app.log.info('feed polled', { feed: feed.url, ...read })
    },
    reply: (event) => handleEvent(app, event),
    apology: messageFromText(texts('en').apology, 'en'),
  })
}

/** Held while a desk runs on the database; throws UserError when another one does. */
export async function lockDesk(settings: Settings): Promise<Disposable> {
  const { lockDesk: lock } = await import('../db/lock.ts')
  const held = lock(settings.databaseFile)
  return { [Symbol.dispose]: () => held.release() }
}

/** The names of the migrations that were applied. */
export async function migrateDatabase(settings: Settings): Promise<readonly string[]> {
  const sqlite = await import('../db/sqlite.ts')
  return sqlite.migrateDatabase(settings.databaseFile)
}
