// A database of an earlier Brevier comes up to date with everything that is in it.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, expect, test } from 'vitest'
import { first } from '../../db/migrations/0001-first.ts'
import { migrateDatabase, openSqlite } from '../../db/sqlite.ts'
import {
  brief,
  event,
  LEASE_MS,
  NOW,
  newArticle,
  newDelivery,
  newSubscription,
  searchText,
} from '../contract/store/makers.ts'

const root = mkdtempSync(join(tmpdir(), 'brevier-migrations-'))
afterAll(() => rmSync(root, { recursive: true }))

const URL = 'https://courier.example/feed'

test('what the first release stored is there, and goes on', async () => {
  const file = madeByTheFirst('first.db')
  expect(await migrateDatabase(file)).toEqual([
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
  const store = await openSqlite({ file })
  expect(await store.article('a1')).toMatchObject({ title: 'Ferries resume', storyId: 's1' })
  expect(await store.article('a1')).not.toHaveProperty('categories')
  expect(await store.story('s1')).toMatchObject({ articleIds: ['a1'] })
  expect(await store.brief('b1')).toEqual({ ...brief(), id: 'b1', writtenAt: NOW })
  expect((await store.conversation('c1'))?.turns).toMatchObject([{ question: 'When?' }])
  expect(await store.claimFeeds(NOW - 1, LEASE_MS, 9)).toEqual([])
  expect(await store.claimFeeds(NOW, LEASE_MS, 9)).toMatchObject([{ id: 'f1', url: URL }])
  expect(await store.claimEvents(NOW, LEASE_MS, 9)).toMatchObject([{ id: 'i1', event: event('1') }])
  await store.close()
})

test('a migrated database takes what the new release stores', async () => {
  const store = await openSqlite({ file: madeByTheFirst('second.db') })
  const subscription = await store.addSubscription(newSubscription(), NOW)
  await store.enqueue([newDelivery('m')], NOW)
  const [saved] = await store.saveArticles(
    [{ article: newArticle('x', 'One.', { categories: ['harbour'] }), searchText: searchText() }],
    NOW,
  )
  expect(await store.subscriptions()).toEqual([subscription])
  expect(saved?.article.categories).toEqual(['harbour'])
  expect(await store.nextDueAt(['test'])).toBeLessThanOrEqual(NOW)
  await store.close()
})

test('a migrated database is sound', async () => {
  const file = madeByTheFirst('third.db')
  await migrateDatabase(file)
  const driver = new Database(file)
  const findings = [driver.pragma('integrity_check', { simple: true }), driver.pragma('foreign_key_check')]
  driver.close()
  expect(findings).toEqual(['ok', []])
})

/** A row of every table, as the first release wrote them. */
function madeByTheFirst(name: string): string {
  const file = join(root, name)
  const driver = new Database(file)
  driver.exec(first.sql)
  const { points, sources, findings, inputs } = brief()
  const json = (value: unknown) => `'${JSON.stringify(value).replaceAll("'", "''")}'`
  driver.exec(`
    insert into migrations (name) values ('${first.name}');
    insert into articles (identity, revision, title, published_at_inferred, language, kind, body_hash, stored_at,
      updated_at, text, sentences)
      values ('id:x', 2, 'Ferries resume', 0, 'en', 'full', 'h', ${NOW}, ${NOW}, 'They sail.', '0+a');
    insert into revisions values (1, 1, 'Ferries', 'They may sail.', '0+e');
    insert into search (rowid, title, body, at, sources) values (1, 'ferri', 'sail', ${NOW}, '');
    insert into stories (representative, latest_at) values (1, ${NOW});
    insert into placements values (1, ${NOW}, 0, 1, ${NOW}, '{}');
    insert into briefs (headline, points, sources, language, engine, findings, inputs, written_at)
      values ('A headline', ${json(points)}, ${json(sources)}, 'en', 'extractive', ${json(findings)}, ${json(inputs)}, ${NOW});
    insert into conversations (key, opened_at) values ('test:one test:reader', ${NOW});
    insert into answers (conversation, question, kind, points, sources, nearest, score, language, engine, answered_at)
      values (1, 'When?', 'answered', '[]', '[]', '[]', 1, 'en', 'extractive', ${NOW});
    insert into feeds (url, added_at, next_poll_at, claimed_until) values ('${URL}', 1, 1, ${NOW});
    insert into inbox (key, chat, event) values ('test:1', 'test:one', ${json(event('1'))});`)
  driver.close()
  return file
}
