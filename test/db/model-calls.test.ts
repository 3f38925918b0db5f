import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { openSqlite } from '../../db/sqlite.ts'
import { temporaryFolder } from '../cli/run.ts'

test('the ledger of model calls cannot be changed, only continued', async () => {
  const file = join(temporaryFolder(), 'ledger.db')
  const store = await openSqlite({ file })
  const call = { purpose: 'brief', model: 'luna', reservedNanoUsd: 4, expiresAt: 9 } as const
  const reserved = await store.reserveModelCall(call, [], 1)
  if ('id' in reserved) await store.settleModelCall(reserved.id, { outcome: 'late', countedNanoUsd: 4 }, 2)
  await store.close()
  const driver = new Database(file)
  expect(() => driver.exec('update model_calls set reserved_nano_usd = 0')).toThrow('only appended to')
  expect(() => driver.exec('update model_outcomes set counted_nano_usd = 0')).toThrow('only appended to')
  driver.close()
})
