// A whole desk on a file, on a clock of the test's, and its connection to the database in the test's hands.

import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import Database from 'better-sqlite3'
import { storeOn } from '../../db/sqlite.ts'
import { ingestSampleDesk } from '../../src/cli/sample-desk.ts'
import { type App, compose, composeDesk } from '../../src/compose.ts'
import { readSettings } from '../../src/config.ts'
import type { Chat, Delivery, NewSubscription, Person, Subscription } from '../../src/domain.ts'
import { nextSlot } from '../../src/editions/schedule.ts'
import { temporaryFolder } from '../cli/run.ts'
import { createFakeClock, type FakeClock } from '../fakes/clock.ts'
import { createFarEnd, type FarEnd } from '../fakes/far-end.ts'
import { createScriptedAdapter, type ScriptedAdapterOptions } from '../fakes/scripted-adapter.ts'

export const MINUTE_MS = 60_000
export const HOUR_MS = 60 * MINUTE_MS
export const DAY_MS = 24 * HOUR_MS
/** Shortly after the last of the sample articles, on a Tuesday. */
export const START = Date.UTC(2026, 2, 3, 12, 50)
export const OWNER: Person = { platform: 'test', id: 'owner' }

export interface DeskUnderTest extends AsyncDisposable {
  readonly app: App
  readonly clock: FakeClock
  readonly farEnd: FarEnd
  readonly file: string
  /** The desk's own connection. */
  readonly driver: Database.Database
  /** All log lines, as people read them. */
  logged(): string
  /** A channel with one brief at every full hour. */
  subscribe(chatId: string, more?: Partial<NewSubscription>): Promise<Subscription>
  /** Runs the desk for so long. */
  run(ms: number): Promise<void>
  /** What goes to the chat, oldest first. */
  deliveries(chatId: string): Promise<readonly Delivery[]>
}

export const channel = (id: string): Chat => ({ platform: 'test', id, kind: 'channel' })

export async function openDesk(options: Partial<ScriptedAdapterOptions> = {}): Promise<DeskUnderTest> {
  const clock = createFakeClock(START)
  const file = join(temporaryFolder(), 'brevier.db')
  const log = new PassThrough()
  const driver = new Database(file, { timeout: 0 })
  const app = await compose(readSettings({ LOG_LEVEL: 'warn' }, file), {
    clock,
    logTo: log,
    around: (opened) => {
      const store = storeOn(driver, file)
      return { ...store, close: () => opened.close().then(store.close) }
    },
  })
  await ingestSampleDesk(app)
  const farEnd = createFarEnd({ clock })
  const desk = await composeDesk(app, [createScriptedAdapter({ farEnd, ...options })])
  let logged = ''
  log.setEncoding('utf8').on('data', (line: string) => {
    logged += line
  })

  return {
    app,
    clock,
    farEnd,
    file,
    driver,
    logged: () => logged,
    subscribe: (chatId, more = {}) =>
      app.store.addSubscription({ ...hourly, chat: channel(chatId), owner: OWNER, ...more }, START),
    run: async (ms) => {
      const stop = new AbortController()
      const over = clock.sleep(ms).then(() => stop.abort())
      await clock.during(Promise.all([desk.run(stop.signal), over]))
    },
    deliveries: async (chatId) =>
      (await app.store.deliveries({ chat: channel(chatId), limit: 1_000 })).toReversed(),
    [Symbol.asyncDispose]: () => app[Symbol.asyncDispose](),
  }
}

const schedule = { text: 'hourly', crons: ['0 * * * *'], zone: 'UTC' }

const hourly = {
  topics: '',
  language: 'en',
  points: 1,
  briefs: 1,
  schedule,
  afterDownTime: 'late',
  whenUnknown: 'once',
  whenEmpty: 'nothing',
  nextEditionAt: nextSlot(schedule, START) ?? START,
} as const
