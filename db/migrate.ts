import type Database from 'better-sqlite3'
import { UserError } from '../src/errors.ts'
import { first } from './migrations/0001-first.ts'
import { editions } from './migrations/0002-editions.ts'
import { taps } from './migrations/0003-taps.ts'
import { stemHashes } from './migrations/0004-stem-hashes.ts'
import { modelCalls } from './migrations/0005-model-calls.ts'
import { feeds } from './migrations/0006-feeds.ts'
import { written } from './migrations/0007-written.ts'
import { calls } from './migrations/0008-calls.ts'
import { notices } from './migrations/0009-notices.ts'
import { difference } from './migrations/0010-difference.ts'

interface Migration {
  readonly name: string
  readonly sql: string
}

/** In the order in which they are applied. Only ever appended to. */
const migrations: readonly Migration[] = [
  first,
  editions,
  taps,
  stemHashes,
  modelCalls,
  feeds,
  written,
  calls,
  notices,
  difference,
]

/** Refuses, before anything is changed, what was not made by this Brevier or an earlier one. */
export function refuseForeign(driver: Database.Database, file: string): void {
  const tables = driver.prepare<[], string>('select name from sqlite_schema').pluck().all()
  if (tables.length > 0 && !tables.includes('migrations')) {
    throw new UserError(`${file} is the database of another program. Name another file with --db.`)
  }
  if (appliedTo(driver).some((name) => !migrations.some((migration) => migration.name === name))) {
    throw new UserError(
      `${file} was made by a newer Brevier. Update Brevier, or name another file with --db.`,
    )
  }
}

/** Applies what is missing, one transaction each; the names of what was applied. */
export function migrate(driver: Database.Database): readonly string[] {
  const applied = appliedTo(driver)
  // A database that is up to date is only read, so that opening it waits for nobody.
  const missing = migrations.filter(({ name }) => !applied.includes(name))
  return missing.filter((migration) => apply(driver, migration)).map(({ name }) => name)
}

/** False when another process was faster. */
function apply(driver: Database.Database, { name, sql }: Migration): boolean {
  const work = driver.transaction(() => {
    if (appliedTo(driver).includes(name)) return false
    driver.exec(sql)
    driver.prepare('insert into migrations (name) values (?)').run(name)
    return true
  })
  return work.immediate()
}

function appliedTo(driver: Database.Database): readonly string[] {
  const isNew = driver.prepare("select 1 from sqlite_schema where name = 'migrations'").get() === undefined
  return isNew ? [] : driver.prepare<[], string>('select name from migrations').pluck().all()
}
