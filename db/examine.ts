// What is wrong with a database and the disk it is on, for `doctor`.

import { statfsSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { reasonOf } from '../src/errors.ts'
import type { Problem } from '../src/ports.ts'
import { explained } from './problems.ts'

const MEBIBYTE = 1024 * 1024
const LEAST_FREE = { error: 50 * MEBIBYTE, warning: 500 * MEBIBYTE }

/** Of a database that is up to date. */
export function examineDatabase(file: string): readonly Problem[] {
  if (file === ':memory:') return []
  return [...examineDisk(freeBytes(file)), ...examineTables(file)]
}

/** `free` bytes are left. */
export function examineDisk(free: number): readonly Problem[] {
  const level = free < LEAST_FREE.error ? 'error' : free < LEAST_FREE.warning ? 'warning' : undefined
  if (!level) return []
  const text = `Only ${Math.floor(free / MEBIBYTE)} MB are free on the disk of the database.`
  return [{ level, text, remedy: 'Make room on it.' }]
}

function freeBytes(file: string): number {
  const { bavail, bsize } = statfsSync(dirname(file))
  return bavail * bsize
}

function examineTables(file: string): readonly Problem[] {
  let driver: Database.Database | undefined
  try {
    driver = new Database(file, { readonly: true })
    const finding = driver.pragma('quick_check(1)', { simple: true })
    return finding === 'ok' ? [] : [damaged(String(finding))]
  } catch (cause) {
    return [damaged(reasonOf(explained(cause, file)))]
  } finally {
    driver?.close()
  }
}

function damaged(finding: string): Problem {
  return {
    level: 'error',
    text: `The database is damaged: ${finding}`,
    remedy: 'Stop the desk and go back to a copy made with brevier db backup.',
  }
}
