// One open SQLite database. Kysely asks for most, the driver itself for what runs on every article.

import type SqliteDatabase from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'
import type { Database } from './database.ts'
import { explained } from './problems.ts'
import type { Schema } from './schema.ts'

export interface Connection extends Database {
  readonly driver: SqliteDatabase.Database
  /** Like `read` and `write`, for statements of the driver, which need no waiting. */
  readNow<T>(work: () => T): Promise<T>
  writeNow<T>(work: () => T): Promise<T>
  /** After what was asked for before. */
  close(): Promise<void>
}

export function connect(driver: SqliteDatabase.Database, file: string): Connection {
  const queries = new Kysely<Schema>({ dialect: new SqliteDialect({ database: driver }) })
  // Neither Kysely nor the driver keeps two transactions on one connection apart, so they take turns here.
  let turn: Promise<unknown> = Promise.resolve()

  async function inTransaction<T>(begin: string, work: () => T | Promise<T>): Promise<T> {
    try {
      driver.exec(begin)
      const result = await work()
      driver.exec('commit')
      return result
    } catch (cause) {
      if (driver.inTransaction) driver.exec('rollback')
      throw explained(cause, file)
    }
  }

  function inTurn<T>(begin: string, work: () => T | Promise<T>): Promise<T> {
    const done = turn.then(() => inTransaction(begin, work))
    turn = done.catch(() => undefined)
    return done
  }

  return {
    driver,
    read: (work) => inTurn('begin', () => work(queries)),
    // A writer that starts as a reader is refused at once when another wrote in between; one that takes the right to
    // write at its start waits for it.
    write: (work) => inTurn('begin immediate', () => work(queries)),
    readNow: (work) => inTurn('begin', work),
    writeNow: (work) => inTurn('begin immediate', work),
    close: () => turn.then(() => void driver.close()),
  }
}
