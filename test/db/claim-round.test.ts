// What a desk asks again and again while nothing is due must cost next to nothing, and hold up nobody.

import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { connect } from '../../db/connection.ts'
import { createDeliveries } from '../../db/deliveries.ts'
import { createEditions } from '../../db/editions.ts'
import { createFeeds } from '../../db/feeds.ts'
import { createInbox } from '../../db/inbox.ts'
import { createNextDue } from '../../db/next-due.ts'
import { openSqlite } from '../../db/sqlite.ts'
import { createSubscriptions } from '../../db/subscriptions.ts'
import type { Store } from '../../src/ports.ts'
import {
  event,
  group,
  LEASE_MS,
  NOW,
  newDelivery,
  newParts,
  newSubscription,
} from '../contract/store/makers.ts'

const root = mkdtempSync(join(tmpdir(), 'brevier-round-'))
afterAll(() => rmSync(root, { recursive: true }))

const sqliteModule = new URL('../../db/sqlite.ts', import.meta.url).href
const PLATFORMS = ['test', 'other']

/** In the order in which a desk asks, by the name of the method. */
const round = {
  claimEvents: (store: Store) => store.claimEvents(NOW, LEASE_MS, 16),
  claimFeeds: (store: Store) => store.claimFeeds(NOW, LEASE_MS, 8),
  claimSubscriptions: (store: Store) => store.claimSubscriptions(NOW, LEASE_MS, 8),
  claimDeliveries: (store: Store) =>
    store.claimDeliveries({ platforms: PLATFORMS, limit: 25 }, NOW, LEASE_MS),
  claimUnknown: (store: Store) => store.claimUnknown({ platforms: PLATFORMS, limit: 8 }, NOW, LEASE_MS),
  expireDeliveries: (store: Store) => store.expireDeliveries(NOW),
  nextDueAt: (store: Store) => store.nextDueAt(PLATFORMS),
}
const methods = Object.entries(round)

/** Asked for every edition that is composed. */
const toldTo = (store: Store) => store.toldTo(group('one'), NOW)

describe('a round of claims', () => {
  const file = join(root, 'brevier.db')
  beforeAll(async () => {
    const store = await openSqlite({ file })
    await store.addSubscription(newSubscription({ nextEditionAt: NOW + 1 }), NOW)
    await store.close()
  })

  const lookUps = [...methods, ['toldTo', toldTo] as const]
  test.for(lookUps)('%s finds what it looks for by an index', async ([, ask]) => {
    const statements: { readonly sql: string; readonly values: readonly unknown[] }[] = []
    const driver = new Database(file)
    await ask(storeOn(watched(driver, statements), file))
    const scans = statements.flatMap(({ sql, values }) => scansIn(driver, sql, values))
    driver.close()
    expect(statements.length).toBeGreaterThan(0)
    expect(scans).toEqual([])
  })

  test('a walk through a whole table would be seen', () => {
    const driver = new Database(file)
    const scans = scansIn(driver, 'select * from deliveries where receipt = ?', ['r'])
    driver.close()
    expect(scans).toEqual(['SCAN deliveries'])
  })

  test.for(methods)('%s with nothing due waits for no writer', async ([, ask]) => {
    const writer = new Database(file)
    writer.exec('begin immediate')
    const driver = new Database(file, { timeout: 0 })
    const answer = await ask(storeOn(driver, file))
    writer.close()
    driver.close()
    expect([[], 0, NOW + 1]).toContainEqual(answer)
  })
})

test('what is claimed is claimed once by several processes that share a database', async () => {
  const file = join(root, 'shared.db')
  const store = await openSqlite({ file })
  for (let at = 0; at < 12; at++) {
    await store.enqueue(newParts(`m${at}`, 2, { chat: group(`${at}`) }), NOW)
    await store.addSubscription(newSubscription(), NOW)
    await store.acceptEvent(event(`${at}`, `${at}`))
  }
  await store.close()
  const claims = await Promise.all([1, 2, 3].map(() => idsClaimedByAProcess(file)))
  const ids = claims.flat()
  expect(ids).toHaveLength(36)
  expect(new Set(ids).size).toBe(36)
})

test('what one process left behind in the middle, another goes on with', async () => {
  const file = join(root, 'left-behind.db')
  const dead = await openSqlite({ file })
  await dead.enqueue(
    [newDelivery('claimed', { chat: group('one') }), newDelivery('sent', { chat: group('two') })],
    NOW,
  )
  const claimed = await dead.claimDeliveries({ platforms: PLATFORMS, limit: 9 }, NOW, LEASE_MS)
  await dead.startSending(claimed[1]?.id ?? '', NOW, LEASE_MS)
  await dead.close()
  const store = await openSqlite({ file })
  const later = NOW + LEASE_MS
  const again = await store.claimDeliveries({ platforms: PLATFORMS, limit: 9 }, later, LEASE_MS)
  const unknown = await store.claimUnknown({ platforms: PLATFORMS, limit: 9 }, later, LEASE_MS)
  await store.close()
  expect(again.map(({ messageKey, attempt }) => [messageKey, attempt])).toEqual([['claimed', 2]])
  expect(unknown.map(({ messageKey, attempt }) => [messageKey, attempt])).toEqual([['sent', 1]])
})

async function idsClaimedByAProcess(file: string): Promise<readonly string[]> {
  const script = `const { openSqlite } = await import(${JSON.stringify(sqliteModule)})
    const store = await openSqlite({ file: ${JSON.stringify(file)} })
    const ids = []
    for (;;) {
      const before = ids.length
      const from = { platforms: ['test'], limit: 2 }
      for (const { id } of await store.claimDeliveries(from, ${NOW}, ${LEASE_MS})) ids.push(id)
      for (const { subscription } of await store.claimSubscriptions(${NOW}, ${LEASE_MS}, 2)) ids.push(subscription.id)
      for (const { id } of await store.claimEvents(${NOW}, ${LEASE_MS}, 2)) ids.push(id)
      if (ids.length === before) break
    }
    await store.close()
    console.log(JSON.stringify(ids))`
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script])
  return JSON.parse(stdout) as readonly string[]
}

/** As much of a store as the round asks, on a connection of our own. */
function storeOn(driver: Database.Database, file: string): Store {
  const connection = connect(driver, file)
  return {
    ...createFeeds(connection),
    ...createInbox(connection),
    ...createSubscriptions(connection),
    ...createEditions(connection),
    ...createDeliveries(connection),
    nextDueAt: createNextDue(connection),
  } as Store
}

/** The driver, noting what is asked of it. */
function watched(
  driver: Database.Database,
  statements: { readonly sql: string; readonly values: readonly unknown[] }[],
): Database.Database {
  const prepare = (sql: string) => {
    const statement = driver.prepare(sql)
    const all = statement.all.bind(statement)
    statement.all = (...values: unknown[]) => {
      statements.push({ sql, values })
      return all(...values)
    }
    return statement
  }
  return Object.assign(Object.create(driver), {
    prepare,
    exec: (sql: string) => driver.exec(sql),
    close: () => driver.close(),
  })
}

/** Walking the open events along their index looks at no others; a list of values is no table. */
const HARMLESS = /USING (?:COVERING )?INDEX inbox_open|VIRTUAL TABLE|CONSTANT ROW|SCAN \(subquery/

function scansIn(driver: Database.Database, sql: string, values: readonly unknown[]): readonly string[] {
  return driver
    .prepare<unknown[], { readonly detail: string }>(`explain query plan ${sql}`)
    .all(...values)
    .map(({ detail }) => detail)
    .filter((detail) => detail.startsWith('SCAN') && !HARMLESS.test(detail))
}
