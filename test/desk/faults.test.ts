// What disks, clocks, other processes and far ends do to a desk, and that it goes on afterwards.

import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { channel, DAY_MS, type DeskUnderTest, HOUR_MS, MINUTE_MS, openDesk } from './open-desk.ts'

/** Past the first slot, ten minutes after the start. */
const FIRST_MS = 20 * MINUTE_MS

const storeFaults: readonly {
  readonly name: string
  readonly says: RegExp
  readonly begin: (desk: DeskUnderTest) => () => void
}[] = [
  {
    name: 'a full disk',
    says: /the disk is full/,
    begin({ driver }) {
      // Not a page more than there are, and no room left in them.
      driver.exec('vacuum')
      driver.pragma('max_page_count = 1')
      return () => void driver.pragma('max_page_count = 1000000')
    },
  },
  {
    name: 'a database that has become read-only',
    says: /is read-only for this user/,
    begin({ driver }) {
      driver.pragma('query_only = on')
      return () => void driver.pragma('query_only = off')
    },
  },
  {
    name: 'a database that another process locks',
    says: /has been locked by another process/,
    begin({ file }) {
      const other = new Database(file)
      other.exec('begin immediate')
      return () => void other.close()
    },
  },
]

for (const { name, says, begin } of storeFaults) {
  test(`${name} for an hour is logged, and loses and doubles nothing`, async () => {
    await using desk = await openDesk({ evidence: 'seen' })
    await desk.subscribe('harbour', { briefs: 3, points: 4 })
    await desk.run(HOUR_MS)
    const end = begin(desk)
    await desk.run(HOUR_MS)
    end()
    await desk.run(HOUR_MS)

    expect(desk.logged()).toMatch(says)
    expect(hoursOf(desk, 'harbour')).toEqual(['13:00', '14:00'])
    expect(await statesOf(desk, 'harbour')).toEqual(['delivered', 'delivered'])
  })

  test(`${name} while a send is under way does not send it again`, async () => {
    await using desk = await openDesk({ evidence: 'seen' })
    await desk.subscribe('harbour')
    desk.farEnd.script('harbour', { says: { kind: 'delivered', receipt: 'r' }, afterMs: 15 * 1_000 })
    await desk.run(10 * MINUTE_MS + 5_000)
    const end = begin(desk)
    await desk.run(10 * MINUTE_MS)
    end()
    await desk.run(10 * MINUTE_MS)

    expect(desk.farEnd.shown('harbour')).toHaveLength(1)
    expect(await statesOf(desk, 'harbour')).toEqual(['delivered'])
  })
}

test('a clock that is set back an hour posts no slot again, and the next one at its time', async () => {
  await using desk = await openDesk()
  await desk.subscribe('harbour')
  await desk.run(FIRST_MS)
  desk.clock.set(desk.clock.now() - HOUR_MS)
  await desk.run(2 * HOUR_MS)

  expect(hoursOf(desk, 'harbour')).toEqual(['13:00', '14:00'])
})

test('a post that waits when the clock is set back comes once', async () => {
  await using desk = await openDesk()
  await desk.subscribe('harbour')
  desk.farEnd.script('harbour', { says: { kind: 'later', retryAfterMs: 5 * MINUTE_MS, reason: 'flood' } })
  await desk.run(11 * MINUTE_MS)
  desk.clock.set(desk.clock.now() - HOUR_MS)
  await desk.run(65 * MINUTE_MS)

  expect(desk.farEnd.shown('harbour')).toHaveLength(1)
  expect(await statesOf(desk, 'harbour')).toEqual(['delivered'])
})

test('a clock that is set forward a day has the missed slots made up for once', async () => {
  await using desk = await openDesk()
  await desk.subscribe('harbour')
  await desk.run(FIRST_MS)
  desk.clock.set(desk.clock.now() + DAY_MS)
  await desk.run(HOUR_MS)

  const editions = await desk.app.store.editions({ chat: channel('harbour'), limit: 9 })
  expect(editions.map(({ missed }) => missed.length)).toEqual([0, 23, 0])
})

test('a post that waits when the clock is set forward a day expires, and says so', async () => {
  await using desk = await openDesk()
  await desk.subscribe('harbour')
  desk.farEnd.always('harbour', {
    says: { kind: 'later', retryAfterMs: 5 * MINUTE_MS, reason: 'flood' },
  })
  await desk.run(11 * MINUTE_MS)
  desk.clock.set(desk.clock.now() + DAY_MS)
  await desk.run(FIRST_MS)

  expect((await desk.deliveries('harbour'))[0]).toMatchObject({
    state: 'expired',
    reason: { kind: 'expired' },
  })
})

test('a far end that is down for an hour gets everything afterwards, once and in order', async () => {
  await using desk = await openDesk({ blocksPerPayload: 2 })
  await desk.subscribe('harbour')
  await desk.subscribe('valley')
  desk.farEnd.always('everywhere', { says: { kind: 'later', reason: 'The connection was refused.' } })
  await desk.run(FIRST_MS)
  await desk.run(HOUR_MS)
  desk.farEnd.always('everywhere', undefined)
  await desk.run(HOUR_MS)

  for (const place of ['harbour', 'valley']) {
    const wanted = (await desk.deliveries(place)).map(({ payload }) => payload.body)
    expect(desk.farEnd.shown(place)).toEqual(wanted)
  }
})

test('a far end that says "too many requests" for ever has the posts expire, and says so', async () => {
  await using desk = await openDesk()
  await desk.subscribe('harbour')
  desk.farEnd.always('everywhere', { says: { kind: 'later', retryAfterMs: 30_000, reason: '429' } })
  await desk.run(3 * HOUR_MS)

  expect((await desk.deliveries('harbour'))[0]).toMatchObject({
    state: 'expired',
    reason: { kind: 'expired' },
  })
})

test('a far end that never answers for one chat keeps no other waiting', async () => {
  await using desk = await openDesk()
  await desk.subscribe('silence')
  await desk.subscribe('harbour')
  desk.farEnd.always('silence', { says: 'nothing' })
  await desk.run(11 * MINUTE_MS)

  expect(desk.farEnd.shown('harbour')).toHaveLength(1)
})

test('a post without an answer is not sent again, and its owner is asked once', async () => {
  await using desk = await openDesk()
  await desk.subscribe('silence')
  desk.farEnd.always('silence', { says: 'nothing' })
  await desk.run(30 * MINUTE_MS)

  expect(await statesOf(desk, 'silence')).toEqual(['unknown'])
  expect(desk.farEnd.received.filter(({ chat }) => chat.id === 'silence')).toHaveLength(1)
  expect(desk.farEnd.shown('owner')).toHaveLength(1)
})

async function statesOf(desk: DeskUnderTest, chatId: string): Promise<readonly string[]> {
  return (await desk.deliveries(chatId)).map(({ state }) => state)
}

/** The slots that a chat saw the editions of, by their titles. */
function hoursOf({ farEnd }: DeskUnderTest, chatId: string): readonly string[] {
  return farEnd.shown(chatId).map((body) => /\d\d:\d\d/.exec(body)?.[0] ?? body)
}
