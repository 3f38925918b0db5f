// Neither Kysely nor the driver keeps two transactions on one connection apart, so they take turns here. Writes that
// wait together are committed together: the disk is asked once for all of them, and each is still all or nothing.

import type SqliteDatabase from 'better-sqlite3'

type Work<T> = () => T | Promise<T>

export interface Turns {
  /** Runs work that sees one state of the database throughout. */
  read<T>(work: Work<T>): Promise<T>
  /** Runs work that is on the disk when the promise resolves, or has never been. */
  write<T>(work: Work<T>): Promise<T>
  /** Runs work in no transaction, after all that was asked for before. */
  after<T>(work: Work<T>): Promise<T>
}

interface Waiting {
  readonly kind: 'read' | 'write' | 'after'
  readonly work: Work<unknown>
  readonly resolve: (value: unknown) => void
  readonly reject: (cause: unknown) => void
}

/** More would keep whoever waits for the first of them waiting too long. */
const WRITES_TOGETHER = 100

export function createTurns(driver: SqliteDatabase.Database): Turns {
  const queue: Waiting[] = []
  let isRunning = false

  function inTurn<T>(kind: Waiting['kind'], work: Work<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      queue.push({ kind, work, resolve: (value) => resolve(value as T), reject })
      if (!isRunning) void run()
    })
  }

  async function run(): Promise<void> {
    isRunning = true
    for (let first = queue[0]; first; first = queue[0]) {
      if (first.kind === 'write') await together(queue.splice(0, writesAhead(queue)))
      else {
        queue.shift()
        await alone(first)
      }
    }
    isRunning = false
  }

  async function alone({ kind, work, resolve, reject }: Waiting): Promise<void> {
    try {
      if (kind === 'read') driver.exec('begin')
      const value = await work()
      if (kind === 'read') driver.exec('commit')
      resolve(value)
    } catch (cause) {
      if (driver.open && driver.inTransaction) driver.exec('rollback')
      reject(cause)
    }
  }

  /** One that fails undoes itself alone; when the commit fails, none of them has been. */
  async function together(writes: readonly Waiting[]): Promise<void> {
    try {
      // A writer that starts as a reader is refused at once when another wrote in between; one that takes the right to
      // write at its start waits for it.
      driver.exec('begin immediate')
      const done: (() => void)[] = []
      for (const write of writes) done.push(await undoable(write))
      driver.exec('commit')
      for (const tell of done) tell()
    } catch (cause) {
      if (driver.inTransaction) driver.exec('rollback')
      for (const { reject } of writes) reject(cause)
    }
  }

  /** What to tell its asker once the rest is committed. */
  async function undoable({ work, resolve, reject }: Waiting): Promise<() => void> {
    driver.exec('savepoint one')
    try {
      const value = await work()
      driver.exec('release one')
      return () => resolve(value)
    } catch (cause) {
      // A full disk ends the whole transaction by itself.
      if (!driver.inTransaction) throw cause
      driver.exec('rollback to one; release one')
      return () => reject(cause)
    }
  }

  return {
    read: (work) => inTurn('read', work),
    write: (work) => inTurn('write', work),
    after: (work) => inTurn('after', work),
  }
}

function writesAhead(queue: readonly Waiting[]): number {
  const other = queue.findIndex(({ kind }) => kind !== 'write')
  return Math.min(WRITES_TOGETHER, other < 0 ? queue.length : other)
}
