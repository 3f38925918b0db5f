// What Brevier promises of Telegram, a test each, named by its number: posts that may have arrived.

import { expect, test } from 'vitest'
import { composeDesk } from '../../../src/compose.ts'
import { HOUR_MS, MINUTE_MS } from '../../editions/newsroom.ts'
import type { Fault } from '../../fakes/telegram/fault.ts'
import { deskWithChannel, deskWithEdition, SECOND_MS, sends } from './desk.ts'

test.each<readonly [string, Fault]>([
  [
    '26 a connection that broke after the post was taken sends nothing twice, and the owner is asked',
    { kind: 'dropped', isAccepted: true },
  ],
  [
    '27 a server that broke after the post was taken likewise: HTML',
    { kind: 'broken', as: 'html', isAccepted: true },
  ],
  [
    '27 a server that broke after the post was taken likewise: JSON',
    { kind: 'broken', as: 'json', isAccepted: true },
  ],
])('%s', async (_name, fault) => {
  const { desk, owner, channel, chat, toSlot } = await deskWithEdition()
  await using _ = desk
  desk.telegram.script({ method: 'sendMessage', chat: channel }, fault)

  await toSlot()
  await desk.pass(30 * MINUTE_MS)

  expect(sends(desk, channel)).toHaveLength(1)
  expect(await desk.deliveries(chat)).toMatchObject([{ state: 'unknown' }])
  expect(desk.posts(owner)).toHaveLength(1)
})

test('27 a server that cannot be reached gets the post once, when it is back', async () => {
  const { desk, channel, chat } = await deskWithChannel()
  await using _ = desk
  await desk.pass(SECOND_MS)
  await desk.telegram.goAway()
  await desk.say(chat, 'Once.')
  await desk.pass(20 * SECOND_MS)
  expect(await desk.deliveries(chat)).toMatchObject([{ state: 'pending', reason: { kind: 'later' } }])

  await desk.telegram.comeBack()
  await desk.pass(10 * MINUTE_MS)

  expect(sends(desk, channel)).toHaveLength(1)
  expect(desk.posts(channel)).toEqual(['Once.'])
})

test('28 a process that died while it sent sends nothing twice', async () => {
  const { desk, channel, chat } = await deskWithChannel()
  await using _ = desk
  await desk.say(chat, 'Once.', { dueAt: desk.clock.now() + HOUR_MS })
  await desk.clock.advance(0)
  const [waiting] = await desk.deliveries(chat)
  const { store } = desk.app
  // What the dead one did: claimed it, began, and the bytes left.
  const now = desk.clock.now() + HOUR_MS
  const [claimed] = await store.claimDeliveries({ platforms: ['telegram'], limit: 1 }, now, MINUTE_MS)
  await store.startSending(claimed?.id ?? '', now, MINUTE_MS)
  await desk.adapter.send(chat, waiting?.payload ?? { body: '' }, {
    key: 'k',
    signal: new AbortController().signal,
  })
  await store.endLeases(now)

  await desk.pass(2 * HOUR_MS)

  expect(sends(desk, channel)).toHaveLength(1)
  expect(await desk.deliveries(chat)).toMatchObject([{ state: 'unknown' }])
})

test('29 the copy in the discussion group tells that a post arrived, and nobody is asked', async () => {
  const { desk, owner, channel, chat, toSlot } = await deskWithEdition()
  await using _ = desk
  desk.telegram.link(channel, desk.telegram.supergroup({ owner, bot: { status: 'administrator' } }))
  desk.telegram.script({ method: 'sendMessage', chat: channel }, { kind: 'dropped', isAccepted: true })

  await toSlot()
  await desk.pass(5 * MINUTE_MS)

  const id = desk.telegram.messages(channel).at(-1)?.message_id
  expect(await desk.deliveries(chat)).toMatchObject([{ state: 'delivered', receipt: `${channel}/${id}` }])
  expect(desk.posts(owner)).toEqual([])
})

test('30 two schedulers make one post of one slot', async () => {
  const { desk, channel, toSlot } = await deskWithEdition()
  await using _ = desk
  const other = await composeDesk(desk.app, [{ ...desk.adapter, listen: async () => {} }])
  await desk.clock.advance(29 * MINUTE_MS)
  await Promise.all([desk.pass(2 * MINUTE_MS), desk.clock.sleep(MINUTE_MS).then(() => other.tick())])
  await toSlot()
  expect(desk.posts(channel)).toHaveLength(1)
})
