// The table itself holds a delivery to its states, whatever the code above it does.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, expect, test } from 'vitest'
import { migrateDatabase } from '../../db/sqlite.ts'

const root = mkdtempSync(join(tmpdir(), 'brevier-states-'))
const file = join(root, 'brevier.db')
await migrateDatabase(file)
const driver = new Database(file)
driver.exec(`insert into chats (platform, id, thread, kind) values ('test', 'one', '', 'group')`)
afterAll(() => {
  driver.close()
  rmSync(root, { recursive: true })
})

const reason = '{"kind":"expired"}'
const right: readonly Readonly<Record<string, unknown>>[] = [
  { state: 'pending' },
  { state: 'pending', sending_at: 1, reason },
  { state: 'claimed', claimed_until: 1 },
  { state: 'sending', claimed_until: 1, sending_at: 1 },
  { state: 'delivered', receipt: 'r', settled_at: 1 },
  { state: 'refused', reason, settled_at: 1 },
  { state: 'expired', reason, settled_at: 1 },
  { state: 'unknown', reason, sending_at: 1 },
  { state: 'unknown', reason, sending_at: 1, resolve_at: 1 },
]
const wrong: typeof right = [
  { state: 'sent' },
  { state: 'pending', claimed_until: 1 },
  { state: 'pending', receipt: 'r' },
  { state: 'pending', settled_at: 1 },
  { state: 'pending', resolve_at: 1 },
  { state: 'pending', attempt: -1 },
  { state: 'pending', part: 0 },
  { state: 'pending', part: 3, parts: 2 },
  { state: 'pending', when_unknown: 'never' },
  { state: 'pending', payload: 'no JSON' },
  { state: 'claimed' },
  { state: 'sending', claimed_until: 1 },
  { state: 'sending', sending_at: 1 },
  { state: 'delivered', settled_at: 1 },
  { state: 'delivered', receipt: 'r' },
  { state: 'delivered', receipt: 'r', settled_at: 1, reason },
  { state: 'refused', settled_at: 1 },
  { state: 'refused', reason },
  { state: 'refused', reason, settled_at: 1, receipt: 'r' },
  { state: 'expired', settled_at: 1 },
  { state: 'expired', reason, settled_at: 1, claimed_until: 1 },
  { state: 'unknown', sending_at: 1 },
  { state: 'unknown', reason },
  { state: 'unknown', reason, sending_at: 1, settled_at: 1 },
]

test.for(right)('a delivery may be %j', (columns) => {
  expect(() => insert(columns)).not.toThrow()
})

test.for(wrong)('a delivery may not be %j', (columns) => {
  expect(() => insert(columns)).toThrow(/CHECK constraint failed/)
})

test('a message has each part once', () => {
  insert({ message_key: 'm' })
  expect(() => insert({ message_key: 'm' })).toThrow(/UNIQUE constraint failed/)
})

let messages = 0

function insert(columns: Readonly<Record<string, unknown>>): void {
  const row: Readonly<Record<string, unknown>> = {
    message_key: `m${messages++}`,
    part: 1,
    parts: 1,
    chat: 1,
    payload: '{}',
    due_at: 1,
    expires_at: 1,
    when_unknown: 'once',
    created_at: 1,
    ...columns,
  }
  const names = Object.keys(row)
  driver.prepare(`insert into deliveries (${names}) values (${names.map((name) => `@${name}`)})`).run(row)
}
