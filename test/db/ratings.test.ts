import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { migrate } from '../../db/migrate.ts'
import { storeOn } from '../../db/sqlite.ts'
import type { Chat, Person, Shown } from '../../src/domain.ts'

const NOW = Date.UTC(2026, 2, 3, 12)
const chat: Chat = { platform: 'test', id: 'harbour', kind: 'group' }
const [ada, ben]: readonly [Person, Person] = [
  { platform: 'test', id: 'ada' },
  { platform: 'test', id: 'ben' },
]
const of: Shown = { kind: 'answer', id: 'q1' }

test('what a person thinks of an answer is kept once, as it was said last', async () => {
  const driver = new Database(':memory:')
  migrate(driver)
  const store = storeOn(driver, ':memory:')
  await store.rate({ chat, person: ada, of, isGood: false }, NOW)
  await store.rate({ chat, person: ada, of, isGood: false, reason: 'too-long' }, NOW + 1)
  await store.rate({ chat, person: ben, of, isGood: true }, NOW + 2)
  expect(
    driver.prepare('select person, is_good, reason, rated_at from ratings order by number').all(),
  ).toEqual([
    { person: 'test:ada', is_good: 0, reason: 'too-long', rated_at: NOW + 1 },
    { person: 'test:ben', is_good: 1, reason: null, rated_at: NOW + 2 },
  ])
  await store.close()
})
