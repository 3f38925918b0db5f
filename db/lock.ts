// One desk per database. The lock is an open transaction on a tiny file beside it, so it ends with its process,
// however that ends. The file stays: to remove it would let two processes lock two files of one name.

import { existsSync, realpathSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { UserError } from '../src/errors.ts'
import { makeFolder } from './folder.ts'
import { explained } from './problems.ts'

export interface DeskLock {
  release(): void
}

/** Whoever only looks is done by then. */
const LOOK_MS = 250

/** Throws UserError when a desk holds it. A database in memory has no other desk. */
export function lockDesk(file: string): DeskLock {
  if (file === ':memory:') return { release() {} }
  const lockFile = lockFileOf(file)
  let lock: Database.Database | undefined
  try {
    makeFolder(dirname(lockFile))
    lock = new Database(lockFile, { timeout: LOOK_MS })
    lock.exec('begin exclusive')
    const held = lock
    return { release: () => void held.close() }
  } catch (cause) {
    lock?.close()
    throw isHeld(cause) ? alreadyRunning(file, cause) : explained(cause, lockFile)
  }
}

/** Whether a desk holds it. To look is to read, so that a desk that begins just now is not kept out for long. */
export function isDeskRunning(file: string): boolean {
  const lockFile = lockFileOf(file)
  if (file === ':memory:' || !existsSync(lockFile)) return false
  let lock: Database.Database | undefined
  try {
    lock = new Database(lockFile, { readonly: true, timeout: 0 })
    lock.prepare('select count(*) from sqlite_master').get()
    return false
  } catch (cause) {
    if (isHeld(cause)) return true
    throw explained(cause, lockFile)
  } finally {
    lock?.close()
  }
}

function lockFileOf(file: string): string {
  return `${existsSync(file) ? realpathSync(file) : file}.lock`
}

function isHeld(error: unknown): boolean {
  return error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')
}

function alreadyRunning(file: string, cause: unknown): UserError {
  return new UserError(
    `A desk is already running on ${file}. Stop it first, or give this one another database with --db.`,
    { cause },
  )
}
