import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, expect, test } from 'vitest'
import { connect } from '../../db/connection.ts'
import { createFeeds } from '../../db/feeds.ts'
import { lockDesk } from '../../db/lock.ts'
import { migrateDatabase, openSqlite } from '../../db/sqlite.ts'
import { UserError } from '../../src/errors.ts'
import { storeContract } from '../contract/store.ts'

const sqliteModule = new URL('../../db/sqlite.ts', import.meta.url).href
const lockModule = new URL('../../db/lock.ts', import.meta.url).href

const root = mkdtempSync(join(tmpdir(), 'brevier-db-'))
const folder = () => mkdtempSync(join(root, 'test-'))
afterAll(() => rmSync(root, { recursive: true }))

storeContract('SQLite in memory', () => openSqlite({ file: ':memory:' }))
storeContract('SQLite on a file', () => openSqlite({ file: join(folder(), 'new', 'brevier.db') }))

test('a database is made with its folder, and migrated once', async () => {
  const file = join(folder(), 'deep', 'brevier.db')
  expect(await migrateDatabase(file)).toEqual([
    '0001-first',
    '0002-editions',
    '0003-taps',
    '0004-stem-hashes',
    '0005-model-calls',
    '0006-feeds',
    '0007-written',
    '0008-calls',
    '0009-notices',
    '0010-difference',
  ])
  expect(await migrateDatabase(file)).toEqual([])
})

test('a file that is no database is named in one sentence', async () => {
  const file = join(folder(), 'notes.txt')
  writeFileSync(file, 'These are notes and no database, whatever their name may say.'.repeat(50))
  await expect(openSqlite({ file })).rejects.toThrow(
    new UserError(`${file} is not an SQLite database. Name another file with --db.`),
  )
})

test('a folder in place of a database is named in one sentence', async () => {
  const file = join(folder(), 'folder')
  mkdirSync(file)
  await expect(openSqlite({ file })).rejects.toThrow(
    new UserError(`${file} is a folder. Name a file with --db.`),
  )
})

test('a path through a file is named in one sentence', async () => {
  const file = join(folder(), 'notes.txt')
  writeFileSync(file, 'notes')
  await expect(openSqlite({ file: join(file, 'brevier.db') })).rejects.toThrow(
    `${join(file, 'brevier.db')} cannot be made: a part of its path is a file, not a folder.`,
  )
})

test('a database of a newer Brevier is left alone', async () => {
  const file = join(folder(), 'brevier.db')
  await migrateDatabase(file)
  change(file, "insert into migrations (name) values ('9999-later')")
  await expect(openSqlite({ file })).rejects.toThrow(
    new UserError(`${file} was made by a newer Brevier. Update Brevier, or name another file with --db.`),
  )
})

test('a database of another program is left as it was', async () => {
  const file = join(folder(), 'music.db')
  change(file, 'create table songs (title text)')
  const before = readFileSync(file)
  await expect(openSqlite({ file })).rejects.toThrow(
    `${file} is the database of another program. Name another file with --db.`,
  )
  expect(readFileSync(file)).toEqual(before)
})

test('what was stored is there after closing and opening again', async () => {
  const file = join(folder(), 'brevier.db')
  const store = await openSqlite({ file })
  const feed = await store.addFeed({ url: 'https://courier.example/feed' }, 1)
  await store.close()
  const again = await openSqlite({ file })
  expect(await again.feeds()).toEqual([feed])
  await again.close()
})

test('several processes may make the same database at the same time', async () => {
  const file = join(folder(), 'brevier.db')
  const script = `const { openSqlite } = await import(${JSON.stringify(sqliteModule)})
    const store = await openSqlite({ file: ${JSON.stringify(file)} })
    await store.addFeed({ url: 'https://courier.example/' + process.pid }, 1)
    await store.close()`
  const ends = await Promise.all([1, 2, 3, 4].map(async () => once(run(script), 'exit')))
  expect(ends.map(([code]) => code)).toEqual([0, 0, 0, 0])
  const store = await openSqlite({ file })
  expect(await store.feeds()).toHaveLength(4)
  await store.close()
})

test('a database can be opened and read while another process writes', async () => {
  const file = join(folder(), 'brevier.db')
  await migrateDatabase(file)
  const writer = new Database(file)
  writer.exec('begin immediate')
  const store = await openSqlite({ file })
  expect(await store.feeds()).toEqual([])
  expect(await store.matchArticles({ anyOf: ['bridge'], limit: 5 })).toEqual([])
  writer.exec('rollback')
  writer.close()
  await store.close()
})

test('a database that another process holds for too long is explained in one sentence', async () => {
  const file = join(folder(), 'brevier.db')
  await migrateDatabase(file)
  const writer = new Database(file)
  writer.exec('begin immediate')
  const driver = new Database(file, { timeout: 0 })
  const adding = createFeeds(connect(driver, file)).addFeed({ url: 'https://courier.example' }, 1)
  await expect(adding).rejects.toThrow(
    new UserError(
      `${file} has been locked by another process for more than five seconds. Try again when that has finished.`,
    ),
  )
  writer.close()
  driver.close()
})

test('a database that is read-only is explained in one sentence, and can be read', async () => {
  const file = join(folder(), 'brevier.db')
  await migrateDatabase(file)
  const driver = new Database(file, { readonly: true })
  const feeds = createFeeds(connect(driver, file))
  await expect(feeds.addFeed({ url: 'https://courier.example' }, 1)).rejects.toThrow(
    new UserError(`${file} cannot be written: it is read-only for this user.`),
  )
  expect(await feeds.feeds()).toEqual([])
  driver.close()
})

test('a full disk is explained in one sentence, and keeps nothing half-written', async () => {
  const file = join(folder(), 'brevier.db')
  await migrateDatabase(file)
  const driver = new Database(file)
  driver.pragma(`max_page_count = ${driver.pragma('page_count', { simple: true })}`)
  const feeds = createFeeds(connect(driver, file))
  const long = 'x'.repeat(100_000)
  const error = await feeds
    .addFeed({ url: 'https://courier.example', title: long }, 1)
    .catch((thrown) => thrown)
  expect(error).toBeInstanceOf(UserError)
  expect(error.message).toBe(
    `${file} cannot grow: the disk is full. Make room and try again; nothing half-written was kept.`,
  )
  expect(error.cause).toHaveProperty('code', 'SQLITE_FULL')
  expect(await feeds.feeds()).toEqual([])
  driver.close()
})

test('a backup is a whole database, made while the store is open; an existing file is not overwritten', async () => {
  const at = folder()
  const store = await openSqlite({ file: join(at, 'brevier.db') })
  await store.addFeed({ url: 'https://courier.example/feed' }, 1)
  const target = join(at, 'backups', 'copy.db')
  await store.backup(target)
  await expect(store.backup(target)).rejects.toThrow(
    `${target} exists already. Name a new file for the backup.`,
  )
  await store.close()
  expect(readdirSync(join(at, 'backups'))).toEqual(['copy.db'])
  const copy = await openSqlite({ file: target })
  expect(await copy.feeds()).toHaveLength(1)
  await copy.close()
})

test('one desk at a time holds a database; its lock ends with its process', async () => {
  const file = join(folder(), 'brevier.db')
  const holder = run(
    `const { lockDesk } = await import(${JSON.stringify(lockModule)})
    globalThis.held = lockDesk(${JSON.stringify(file)}) // a lock that nothing holds on to may be collected
    console.log('held')
    setInterval(() => {}, 1000)`,
  )
  await once(holder.stdout, 'data')
  expect(() => lockDesk(file)).toThrow(
    new UserError(
      `A desk is already running on ${file}. Stop it first, or give this one another database with --db.`,
    ),
  )
  holder.kill('SIGKILL')
  await once(holder, 'exit')
  const own = lockDesk(file)
  own.release()
  lockDesk(file).release()
})

test('a database in memory needs no lock', () => {
  lockDesk(':memory:').release()
  expect(existsSync(':memory:.lock')).toBe(false)
})

test('a backup that fails leaves nothing behind', async () => {
  const at = folder()
  writeFileSync(join(at, 'notes.txt'), 'notes')
  const store = await openSqlite({ file: ':memory:' })
  const target = join(at, 'notes.txt', 'copy.db')
  await expect(store.backup(target)).rejects.toThrow(
    new UserError(`${target} cannot be made: a part of its path is a file, not a folder.`),
  )
  await store.close()
  expect(readdirSync(at)).toEqual(['notes.txt'])
})

test('a backup that is cut short leaves nothing behind', async () => {
  const at = folder()
  const store = await openSqlite({ file: ':memory:' })
  await store.addFeed({ url: 'https://courier.example/feed', title: 'x'.repeat(2_000_000) }, 1)
  const backup = store.backup(join(at, 'copy.db'))
  setImmediate(() => setImmediate(() => void store.close()))
  await expect(backup).rejects.toThrow()
  expect(readdirSync(at)).toEqual([])
})

test('a backup of a database in memory can be opened', async () => {
  const target = join(folder(), 'copy.db')
  const store = await openSqlite({ file: ':memory:' })
  await store.addFeed({ url: 'https://courier.example/feed' }, 1)
  await store.backup(target)
  await store.close()
  const copy = await openSqlite({ file: target })
  expect(await copy.feeds()).toHaveLength(1)
  await copy.close()
})

test('a database is written ahead to its log', async () => {
  const file = join(folder(), 'brevier.db')
  const store = await openSqlite({ file })
  await store.addFeed({ url: 'https://courier.example/feed' }, 1)
  expect(existsSync(`${file}-wal`)).toBe(true)
  await store.close()
  expect(existsSync(`${file}-wal`)).toBe(false)
})

function change(file: string, sql: string): void {
  const driver = new Database(file)
  driver.exec(sql)
  driver.close()
}

function run(script: string) {
  return spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
}
