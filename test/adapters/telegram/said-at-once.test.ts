// What is said at once keeps to the pace of its chat, and is not lost when Telegram asks to wait.

import { expect, test } from 'vitest'
import { deskWithEdition, SECOND_MS, telegramDesk } from '../../conformance/telegram/desk.ts'
import { TELEGRAM_LIMITS } from '../../fakes/telegram/rates.ts'
import { messageOf } from './posts.ts'

const refused = (statuses: readonly (number | undefined)[]) => statuses.filter((status) => status === 429)

test('many presses of one person are all answered, and no message is too many', async () => {
  await using desk = await telegramDesk({ limits: TELEGRAM_LIMITS })
  const reader = desk.telegram.person({ hasStarted: true })
  const rows = [[{ label: 'Gone', ref: 'abcdefghij' }]]
  await desk.say(desk.chat(reader), messageOf({ kind: 'text', text: 'x' }, { kind: 'buttons', rows }))
  await desk.pass(2 * SECOND_MS)
  const message = desk.telegram.messages(reader)[0]?.message_id ?? 0
  for (let press = 0; press < 5; press += 1) desk.telegram.tap(reader, { chat: reader, message }, 'Gone')

  await desk.pass(10 * SECOND_MS)

  expect(desk.telegram.received('answerCallbackQuery')).toHaveLength(5)
  expect(desk.posts(reader)).toHaveLength(6)
  expect(refused(desk.telegram.received().map(({ status }) => status))).toEqual([])
})

test('who comes by a link while much is sent does not stand behind it', async () => {
  await using desk = await telegramDesk({ limits: TELEGRAM_LIMITS })
  const readers = Array.from({ length: 150 }, () => desk.telegram.person({ hasStarted: true }))
  for (const each of readers) await desk.say(desk.chat(each), 'An edition.')
  await desk.pass(SECOND_MS)
  const reader = desk.telegram.person()
  desk.telegram.write(reader, '/start nowhere-any-more')
  await desk.pass(SECOND_MS)
  expect(desk.posts(reader)).toHaveLength(1)
  expect(desk.telegram.received('sendMessage').length).toBeLessThan(150)
  expect(refused(desk.telegram.received().map(({ status }) => status))).toEqual([])
})

test('what Telegram asks to wait with is said afterwards', async () => {
  const { desk, channel, toSlot } = await deskWithEdition()
  await using _ = desk
  await toSlot()
  const post = desk.telegram.messages(channel).at(-1)
  const link = post?.reply_markup?.inline_keyboard?.flat().find(({ url }) => url !== undefined)?.url ?? ''
  const reader = desk.telegram.person()
  desk.telegram.script({ method: 'sendMessage', chat: reader }, { kind: 'too-many', retryAfter: 7 })
  desk.telegram.follow(reader, link)
  await desk.pass(20 * SECOND_MS)
  expect(desk.posts(reader)[0]).toContain('You are reading this')
})
