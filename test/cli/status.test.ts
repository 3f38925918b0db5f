import { expect, test } from 'vitest'
import { lockDesk } from '../../db/lock.ts'
import { group, newDelivery, newSubscription } from '../contract/store/makers.ts'
import { databaseWith, posted, REFUSED, UNKNOWN } from './posts.ts'
import { run } from './run.ts'

const status = async (db: readonly string[]) => (await run(['status', ...db])).out.replace(/\s+/g, ' ')
const json = async (db: readonly string[]) => JSON.parse((await run(['status', '--json', ...db])).out)

test('with nothing in it, each line says how to begin', async () => {
  const said = await status(await databaseWith(async () => undefined))
  expect(said).toContain('desk is not running; brevier start starts it')
  expect(said).toContain('feeds none; brevier feeds add <url> adds one')
  expect(said).toContain('subscriptions none; brevier subscriptions add makes one')
  expect(said).toContain('outbox nothing was sent yet')
})

test('a desk that runs is seen, until it ends', async () => {
  const db = await databaseWith(async () => undefined)
  const held = lockDesk(db[1] ?? '')
  expect(await json(db)).toHaveProperty('isDeskRunning', true)
  held.release()
  expect(await json(db)).toHaveProperty('isDeskRunning', false)
})

test('the last and the next edition of a subscription are shown', async () => {
  expect(await status(await posted(1, REFUSED))).toMatch(
    /u1 test:one · next .+ last .+: Not sent\. The platform could not take/,
  )
})

test('a post that may have arrived is shown with what to do', async () => {
  const said = await status(await posted(1, UNKNOWN))
  expect(said).toContain('outbox 1 may have arrived')
  expect(said).toMatch(/Posts that may have arrived d1 .+ brevier deliveries settle d1 --arrived/)
})

test('feeds that fail, chats that are paused, and posts that are stuck are shown with what to do', async () => {
  const db = await databaseWith(async (store) => {
    const feed = await store.addFeed({ url: 'https://courier.example/feed', title: 'Courier' }, 1)
    await store.settleFeed(feed?.id ?? '', { polledAt: 2, nextPollAt: 3, problem: 'The server said 500.' })
    const { chat } = await store.addSubscription(newSubscription({ chat: group('two') }), 1)
    await store.pauseChat(chat, { kind: 'refused', class: 'topic', detail: 'closed' }, [], 1)
    await store.enqueue([newDelivery('late', { dueAt: 1 }), newDelivery('kept', { chat, dueAt: 1 })], 1)
  })
  const said = await status(db)
  expect(said).toMatch(
    /Feeds that cannot be read f1 Courier The server said 500\. To try again: brevier feeds poll f1/,
  )
  expect(said).toMatch(
    /Chats that nothing is sent to test:two .+ Its topic is closed or deleted: closed\. When that is mended: brevier subscriptions resume u1/,
  )
  expect(await json(db)).toMatchObject({
    feeds: { count: 1, failing: [{ id: 'f1' }] },
    pausedChats: [{ chat: 'test:two', reason: { class: 'topic' } }],
    deliveries: { pending: 2 },
    stuck: [{ messageKey: 'late' }],
  })
})

test('more subscriptions than a screen holds are counted', async () => {
  const db = await databaseWith(async (store) => {
    for (let at = 0; at < 12; at += 1) await store.addSubscription(newSubscription({ points: 1 }), 1)
  })
  expect(await status(db)).toContain('and 2 more: brevier subscriptions list')
})
