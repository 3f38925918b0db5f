import { existsSync } from 'node:fs'
import type { Command } from 'commander'
import { migrateDatabase } from '../compose.ts'
import { readSettings } from '../config.ts'
import { ConfigError, UserError } from '../errors.ts'
import { type Action, type Io, writeJson, writeLine } from './io.ts'
import { openApp } from './open-app.ts'

interface Options {
  readonly db?: string
  readonly json?: boolean
}

export function addDb(program: Command, io: Io, action: Action): void {
  const db = program.command('db').description('Look after the database.')
  db.command('migrate')
    .description('Bring the database up to date. Every command that opens it does so too.')
    .option('--db <url>', 'the database: sqlite:<path>')
    .option('--json', 'print JSON')
    .action(action((options: Options) => migrate(io, options)))
  db.command('backup <file>')
    .description('Copy the whole database to a new file, while a desk runs.')
    .option('--db <url>', 'the database: sqlite:<path>')
    .option('--json', 'print JSON')
    .action(action((file: string, options: Options) => backup(io, file, options)))
}

async function migrate(io: Io, options: Options) {
  const settings = readSettings(io.env, options.db)
  const applied = await migrateDatabase(settings)
  if (options.json) await writeJson(io.stdout, { database: settings.databaseFile, applied })
  else if (applied.length === 0) await writeLine(io.stdout, `${settings.databaseFile} is up to date.`)
  else
    await writeLine(io.stdout, `${settings.databaseFile} is up to date now. Applied: ${applied.join(', ')}.`)
  return undefined
}

async function backup(io: Io, file: string, options: Options) {
  if (file.trim() === '') throw new ConfigError('Name the new file: brevier db backup copy.db')
  const { databaseFile } = readSettings(io.env, options.db)
  if (!existsSync(databaseFile)) throw new UserError(`There is no database ${databaseFile} to copy.`)
  await using app = await openApp(io, options.db)
  await app.store.backup(file)
  if (options.json) await writeJson(io.stdout, { backup: file })
  else await writeLine(io.stdout, `The database is copied to ${file}.`)
  return undefined
}
