// What Brevier promises of Telegram, a test each, named by its number: what is pressed.

import { expect, test } from 'vitest'
import { messageOf } from '../../adapters/telegram/posts.ts'
import { MINUTE_MS } from '../../editions/newsroom.ts'
import { deskWithChannel, refused, SECOND_MS, telegramDesk } from './desk.ts'

test('12 a press is answered before anything else, also while a message of the same chat is under way', async () => {
  const desk = await telegramDesk()
  await using _ = desk
  const reader = desk.telegram.person({ hasStarted: true })
  const button = { kind: 'buttons' as const, rows: [[{ label: 'Why', ref: 'abcdefghij' }]] }
  await desk.say(desk.chat(reader), messageOf({ kind: 'text', text: 'x' }, button))
  await desk.pass(5 * SECOND_MS)
  desk.telegram.script('sendMessage', { kind: 'slow', ms: 30 * SECOND_MS })
  await desk.say(desk.chat(reader), 'Slow.')
  await desk.pass(20 * SECOND_MS)
  const before = desk.telegram.received().length
  const pressedAt = desk.clock.now()
  const message = desk.telegram.messages(reader)[0]?.message_id ?? 0
  desk.telegram.tap(reader, { chat: reader, message }, 'Why')

  await desk.pass(SECOND_MS)

  const [first] = desk.telegram.received().slice(before)
  expect(first?.method).toBe('answerCallbackQuery')
  expect((first?.at ?? 0) - pressedAt).toBeLessThan(SECOND_MS)
})

test('13 a press that is too old is let go without a word', async () => {
  const { desk } = await deskWithChannel()
  await using _ = desk
  const reader = desk.telegram.person({ hasStarted: true })
  await desk.say(
    desk.chat(reader),
    messageOf(
      { kind: 'text', text: 'x' },
      { kind: 'buttons', rows: [[{ label: 'Why', ref: 'abcdefghij' }]] },
    ),
  )
  await desk.pass(SECOND_MS)
  desk.telegram.script(
    'answerCallbackQuery',
    refused(400, 'query is too old and response timeout expired or query ID is invalid'),
  )
  const message = desk.telegram.messages(reader)[0]?.message_id ?? 0
  desk.telegram.tap(reader, { chat: reader, message }, 'Why')

  await desk.pass(MINUTE_MS)

  expect(desk.telegram.received('answerCallbackQuery')).toHaveLength(1)
  expect(desk.posts(reader)).toEqual(['x'])
  expect(desk.log.filter((line) => / error /.test(line))).toEqual([])
})

test('14 a press of another version, or of what is gone, gets words', async () => {
  const { desk, channel, chat } = await deskWithChannel()
  await using _ = desk
  await desk.say(chat, 'x')
  await desk.pass(SECOND_MS)
  const at = { chat: channel, message: desk.telegram.messages(channel)[0]?.message_id ?? 0 }
  for (const data of ['v9|why|abc', 'v1|abcdefghij']) desk.telegram.press(desk.telegram.person(), at, data)

  await desk.pass(SECOND_MS)

  const answers = desk.telegram.received('answerCallbackQuery').map(({ params }) => String(params.text ?? ''))
  expect(answers).toHaveLength(2)
  for (const answer of answers) expect(answer).toMatch(/\w/)
})
