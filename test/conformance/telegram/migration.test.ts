// What Brevier promises of Telegram, a test each, named by its number: a group that becomes a supergroup.

import { expect, test } from 'vitest'
import { HOUR_MS, MINUTE_MS } from '../../editions/newsroom.ts'
import { SECOND_MS, sends, telegramDesk } from './desk.ts'

test('20 a group that became a supergroup is renamed everywhere, and gets what was waiting once', async () => {
  const desk = await telegramDesk()
  await using _ = desk
  const owner = desk.telegram.person()
  const group = desk.telegram.group({ owner, bot: { status: 'member' } })
  await desk.subscribe(desk.chat(group, 'group'))
  const before = desk.chat(group, 'group')
  const moved = desk.telegram.migrate(group, [])
  const after = desk.chat(moved, 'group')
  await desk.say(before, 'For the group.')
  await desk.say(before, 'Much later.', { dueAt: desk.clock.now() + HOUR_MS })

  await desk.pass(MINUTE_MS)

  expect(desk.posts(moved)).toEqual(['For the group.'])
  expect(sends(desk, group)).toHaveLength(1)
  expect((await desk.app.store.subscriptions()).map(({ chat }) => chat)).toEqual([after])
  expect(await desk.deliveries(before)).toEqual([])
  expect((await desk.deliveries(after)).map(({ chat }) => chat)).toEqual([after, after])
  await desk.pass(2 * HOUR_MS)
  expect(desk.posts(moved)).toEqual(['For the group.', 'Much later.'])
})

test.each([
  [['old']],
  [['new']],
  [['old', 'new']],
  [['new', 'old']],
  [['old', 'old', 'new']],
  [['new', 'old', 'new', 'old']],
] as const)(
  '21 the messages that tell of a move, %j, leave one subscription, at the new address',
  async (announced) => {
    const desk = await telegramDesk()
    await using _ = desk
    const owner = desk.telegram.person()
    const group = desk.telegram.group({ owner, bot: { status: 'member' } })
    await desk.subscribe(desk.chat(group, 'group'))
    const moved = desk.telegram.migrate(group, announced)

    await desk.pass(5 * SECOND_MS)

    expect((await desk.app.store.subscriptions()).map(({ chat }) => chat.id)).toEqual([String(moved)])
  },
)
