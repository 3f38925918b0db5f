// One open SQLite database. Kysely asks for most, the driver itself for what runs on every article.

import type SqliteDatabase from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'
import type { Database } from './database.ts'
import { explained } from './problems.ts'
import type { Schema } from './schema.ts'
import { createTurns } from './turns.ts'

export interface Connection extends Database {
  readonly driver: SqliteDatabase.Database
  /** Like `read` and `write`, for statements of the driver, which need no waiting. */
  readNow<T>(work: () => T): Promise<T>
  writeNow<T>(work: () => T): Promise<T>
  /** After what was asked for before. */
  close(): Promise<void>
}

export function connect(driver: SqliteDatabase.Database, file: string): Connection {
  const queries = new Kysely<Schema>({ dialect: new SqliteDialect({ database: remembering(driver) }) })
  const turns = createTurns(driver)
  const orExplained = <T>(asked: Promise<T>) =>
    asked.catch((cause: unknown) => {
      throw explained(cause, file)
    })
  return {
    driver,
    read: (work) => orExplained(turns.read(() => work(queries))),
    write: (work) => orExplained(turns.write(() => work(queries))),
    readNow: (work) => orExplained(turns.read(work)),
    writeNow: (work) => orExplained(turns.write(work)),
    close: () => turns.after(() => void driver.close()),
  }
}

/** More than there are queries in this folder; those that carry lists of values differ by their length. */
const REMEMBERED = 300

/** Kysely prepares its statements anew with every query, which costs more than most of them and holds memory for long. */
function remembering(driver: SqliteDatabase.Database): Pick<SqliteDatabase.Database, 'prepare' | 'close'> {
  const statements = new Map<string, SqliteDatabase.Statement>()
  return {
    close: () => driver.close(),
    prepare: ((sql: string) => {
      const statement = statements.get(sql) ?? driver.prepare(sql)
      statements.delete(sql)
      statements.set(sql, statement)
      for (const oldest of statements.size > REMEMBERED ? statements.keys() : []) {
        statements.delete(oldest)
        break
      }
      return statement
    }) as SqliteDatabase.Database['prepare'],
  }
}
