// The store on SQLite: one file, or memory.

import { existsSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { UserError } from '../src/errors.ts'
import type { Store } from '../src/ports.ts'
import { createArticles } from './articles.ts'
import { createBriefs } from './briefs.ts'
import { createChats } from './chats.ts'
import { connect } from './connection.ts'
import { createConversations } from './conversations.ts'
import { createDeliveries } from './deliveries.ts'
import { createEditions } from './editions.ts'
import { createEndLeases } from './end-leases.ts'
import { createFeeds } from './feeds.ts'
import { isFolder, makeFolder } from './folder.ts'
import { createInbox } from './inbox.ts'
import { migrate, refuseForeign } from './migrate.ts'
import { createModelCalls } from './model-calls.ts'
import { createNextDue } from './next-due.ts'
import { explained } from './problems.ts'
import { createRatings } from './ratings.ts'
import { createRefs } from './refs.ts'
import { createSaveArticles } from './save-articles.ts'
import { createSearch } from './search.ts'
import { createStories } from './stories.ts'
import { createSubscriptions } from './subscriptions.ts'

const BUSY_TIMEOUT_MS = 5000

/** Opens the database, makes it if there is none, and brings it up to date. Throws UserError with one sentence. */
export async function openSqlite({ file }: { readonly file: string }): Promise<Store> {
  return storeOn(openDriver(file).driver, file)
}

/** The store on a connection whose database is up to date; it closes the connection. */
export function storeOn(driver: Database.Database, file: string): Store {
  const connection = connect(driver, file)
  const search = createSearch(connection)
  return {
    ...createArticles(connection),
    saveArticles: createSaveArticles(connection, search),
    matchArticles: (query) => connection.readNow(() => search.match(query)),
    stemCounts: (stems) => connection.readNow(() => search.counts(stems)),
    ...createStories(connection),
    ...createBriefs(connection),
    ...createConversations(connection),
    ...createFeeds(connection),
    ...createInbox(connection),
    ...createSubscriptions(connection),
    ...createEditions(connection),
    ...createDeliveries(connection),
    ...createChats(connection),
    ...createRefs(connection),
    ...createRatings(connection),
    ...createModelCalls(connection),
    nextDueAt: createNextDue(connection),
    endLeases: createEndLeases(connection),
    backup: (target) => backup(driver, target),
    close: () => connection.close(),
  }
}

/** Brings the database of that file up to date; the names of the migrations that were applied. */
export async function migrateDatabase(file: string): Promise<readonly string[]> {
  const { driver, applied } = openDriver(file)
  driver.close()
  return applied
}

function openDriver(file: string): { driver: Database.Database; applied: readonly string[] } {
  let driver: Database.Database | undefined
  try {
    if (file !== ':memory:') prepareFolder(file)
    driver = new Database(file, { timeout: BUSY_TIMEOUT_MS })
    refuseForeign(driver, file)
    driver.pragma('journal_mode = WAL')
    driver.pragma('synchronous = FULL')
    driver.pragma('foreign_keys = ON')
    return { driver, applied: migrate(driver) }
  } catch (cause) {
    driver?.close()
    throw explained(cause, file)
  }
}

function prepareFolder(file: string): void {
  makeFolder(dirname(file))
  if (isFolder(file)) throw new UserError(`${file} is a folder. Name a file with --db.`)
}

/** Copies to a name beside the target first, so that the target is there whole or not at all. */
async function backup(driver: Database.Database, target: string): Promise<void> {
  if (/[/\\]$/.test(target)) throw new UserError(`${target} is a folder. Name a new file for the backup.`)
  if (existsSync(target)) throw new UserError(`${target} exists already. Name a new file for the backup.`)
  const half = `${target}.${process.pid}.half`
  try {
    makeFolder(dirname(target))
    await copy(driver, half, target)
  } catch (cause) {
    throw explained(cause, target)
  }
}

async function copy(driver: Database.Database, half: string, target: string): Promise<void> {
  try {
    await driver.backup(half)
    renameSync(half, target)
  } catch (cause) {
    for (const end of ['', '-journal']) rmSync(half + end, { force: true })
    throw cause
  }
}
