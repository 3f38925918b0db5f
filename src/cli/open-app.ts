import { type App, compose } from '../compose.ts'
import { readSettings } from '../config.ts'
import type { Io } from './io.ts'

/** The app of a one-shot command: the configured database, log lines on standard error. */
export function openApp(io: Io, databaseUrl: string | undefined): Promise<App> {
  return compose(readSettings(io.env, databaseUrl), { logTo: io.stderr })
}
