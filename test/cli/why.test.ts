import { describe, expect, test } from 'vitest'
import type { PollSettlement } from '../../src/ports.ts'
import { group, newDelivery, newSubscription } from '../contract/store/makers.ts'
import { databaseWith, posted, REFUSED, UNKNOWN } from './posts.ts'
import { run } from './run.ts'

const why = async (subject: string, db: readonly string[]) =>
  (await run(['why', subject, ...db])).out.replace(/\s+/g, ' ')
const json = async (args: readonly string[]) => JSON.parse((await run([...args, '--json'])).out)

describe('why', () => {
  test('says of a subscription when the next edition comes, and that no desk runs', async () => {
    const said = await why('u1', await posted(1, 'delivered'))
    expect(said).toMatch(
      /^No desk is running, so nothing is made or sent\. brevier start starts one\. u1 · test:one · at noon The next edition comes /,
    )
    expect(said).toMatch(/e1 .+ Sent with one line that says so\./)
  })

  test.each([
    [
      REFUSED,
      /The last edition did not arrive as planned.+e1 .+ Not sent\. The platform could not take.+brevier deliveries retry d1/,
    ],
    [
      UNKNOWN,
      /e1 .+ It may have arrived, or not\..+brevier deliveries settle d1 --arrived, or --again, or --drop/,
    ],
    [undefined, /e1 .+ It is on its way\./],
  ])('says what became of its last edition, and what to do: %j', async (settlement, sentences) => {
    expect(await why('u1', await posted(1, settlement))).toMatch(sentences)
  })

  test('names the part that did not arrive', async () => {
    expect(await why('e1', await posted(2, REFUSED))).toContain('Part 1 of 2: Not sent.')
  })

  test('says why a subscription is halted, and how it goes on', async () => {
    const db = await databaseWith(async (store) => {
      const { id, chat } = await store.addSubscription(newSubscription({ chat: group('one') }), 1)
      await store.pauseChat(chat, { kind: 'refused', class: 'gone', detail: 'kicked' }, [], 1)
      await store.addSubscription(newSubscription({ chat: group('two') }), 1)
      await store.pauseSubscription('u2', 1)
      return id
    })
    expect(await why('u1', db)).toMatch(
      /Nothing has been sent to test:one since .+ The chat is gone.+ When that is mended: brevier subscriptions resume u1/,
    )
    expect(await why('u2', db)).toMatch(
      /It has been paused since .+ To go on: brevier subscriptions resume u2/,
    )
  })

  test('says that an edition is overdue', async () => {
    const db = await databaseWith((store) => store.addSubscription(newSubscription({ nextEditionAt: 1 }), 1))
    expect(await why('u1', db)).toContain(
      'The edition of Thu 1 Jan 1970, 01:00 Europe/Berlin is due and not made yet.',
    )
  })

  test('tells of a subscription that was removed what it sent', async () => {
    const db = await posted(1, 'delivered')
    await run(['subscriptions', 'remove', 'u1', ...db])
    expect(await why('u1', db)).toContain('u1 was removed. These were its editions.')
  })

  test('tells of a chat its subscriptions, and other posts that did not arrive', async () => {
    const db = await databaseWith(async (store) => {
      await store.enqueue([newDelivery('reply i1', { expiresAt: 1 })], 0)
      await store.expireDeliveries(2)
    })
    expect(await why('test:one', db)).toMatch(
      /This chat has no subscription yet\. .*Other posts that did not arrive: d1 too old · test:one · a reply/,
    )
  })

  test('gives JSON with the same', async () => {
    const db = await posted(1, REFUSED)
    expect(await json(['why', 'u1', ...db])).toMatchObject({
      id: 'u1',
      editions: [{ id: 'e1', state: 'made', deliveries: [{ id: 'd1', state: 'refused' }] }],
    })
    expect(await json(['why', 'e1', ...db])).toMatchObject({ id: 'e1', subscriptionId: 'u1', leftOut: [] })
    expect(await json(['why', 'd1', ...db])).toMatchObject({ id: 'd1', reason: { kind: 'refused' } })
    expect(await json(['why', 'test:one', ...db])).toMatchObject({
      chat: 'test:one',
      subscriptions: [{ id: 'u1' }],
      otherPosts: [],
    })
  })

  test.each([
    ['u9', 'There is no subscription u9. brevier subscriptions list shows those there are.'],
    ['e9', 'There is no edition e9. brevier why <subscription> lists the last ones.'],
    ['d9', 'There is no delivery d9. brevier deliveries list shows those there are.'],
    [
      'fish',
      '"fish" is not known. Name a feed like f1, a subscription like u1, an edition like e1, a delivery like d1, or a chat like terminal:local.',
    ],
  ])('%s is refused in one sentence', async (subject, sentence) => {
    const { code, err } = await run(['why', subject, ...(await databaseWith(async () => undefined))])
    expect({ code, err }).toEqual({ code: 1, err: `${sentence}\n` })
  })
})

describe('why, of a feed', () => {
  const feedIn = (settlement?: PollSettlement) =>
    databaseWith(async (store) => {
      await store.addFeed({ url: 'https://courier.example/feed' }, Date.UTC(2026, 2, 3))
      if (settlement) await store.settleFeed('f1', settlement)
    })

  test('tells since when it cannot be read, why, and what to do', async () => {
    const db = await feedIn({
      polledAt: Date.UTC(2026, 2, 3, 8),
      nextPollAt: Date.UTC(2026, 2, 4, 8),
      problem: 'https://courier.example/feed answered 404 Not Found.',
      failingSince: Date.UTC(2026, 1, 24, 8),
      pausedAt: Date.UTC(2026, 2, 3, 8),
    })
    const said = await why('f1', db)
    expect(said).toMatch(
      /f1 · https:\/\/courier\.example\/feed .*answered 404 Not Found\. It cannot be read since 24 Feb/,
    )
    expect(said).toMatch(/It is paused since 3 Mar/)
    expect(said).toMatch(/To try again: brevier feeds poll f1/)
    expect(await json(['why', 'f1', ...db])).toMatchObject({
      id: 'f1',
      pausedAt: '2026-03-03T08:00:00.000Z',
      failingSince: '2026-02-24T08:00:00.000Z',
    })
    expect((await run(['status', ...db])).out.replace(/\s+/g, ' ')).toMatch(
      /answered 404 Not Found\. It is paused since 3 Mar/,
    )
  })

  test('tells that all is well, or that there is no such feed', async () => {
    const db = await feedIn()
    expect(await why('f1', db)).toMatch(/It was not read yet\..*next poll/)
    expect((await run(['why', 'f9', ...db])).err).toBe(
      'There is no feed f9. brevier feeds list shows those there are.\n',
    )
  })
})
