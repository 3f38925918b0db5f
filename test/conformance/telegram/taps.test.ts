// What Brevier promises of Telegram, a test each, named by its number: what is pressed.

import { expect, test } from 'vitest'
import { messageOf } from '../../adapters/telegram/posts.ts'
import { bridge, flood } from '../../editions/articles.ts'
import { MINUTE_MS } from '../../editions/newsroom.ts'
import { deskWithChannel, refused, SECOND_MS, sends, type TelegramDesk, telegramDesk } from './desk.ts'

const WHY = { kind: 'buttons' as const, rows: [[{ label: 'Why', ref: 'abcdefghij' }]] }

/** Presses the button below the first message of a chat. */
function pressFirst({ telegram }: TelegramDesk, personId: number, chatId: number) {
  return telegram.tap(
    personId,
    { chat: chatId, message: telegram.messages(chatId)[0]?.message_id ?? 0 },
    'Why',
  )
}

test('12 a press is answered before anything else is asked of Telegram and within a second, also while an answer is under way in the same chat and Telegram keeps another one waiting', async () => {
  const desk = await telegramDesk()
  await using _ = desk
  await desk.publish(flood)
  const reader = desk.telegram.person({ hasStarted: true })
  await desk.say(desk.chat(reader), messageOf({ kind: 'text', text: 'x' }, WHY))
  const group = desk.telegram.supergroup({ owner: reader, bot: { status: 'administrator' } })
  const { id: subscriptionId } = await desk.subscribe(desk.chat(group, 'group'))
  await desk.say(desk.chat(group, 'group'), 'x')
  const menu = await desk.app.store.refOf({ kind: 'set', subscriptionId, field: 'topics' }, desk.clock.now())
  await desk.pass(20 * SECOND_MS)
  // His answer is slow to leave, and so is what Telegram has to say about who is an admin.
  desk.telegram.script({ method: 'sendMessage', chat: reader }, { kind: 'slow', ms: 30 * SECOND_MS })
  desk.telegram.script('getChatMember', { kind: 'silent', isAccepted: false })
  desk.telegram.write(reader, 'How many people were injured in the Vessen flood?')
  await desk.pass(5 * SECOND_MS)
  const at = { chat: group, message: desk.telegram.messages(group)[0]?.message_id ?? 0 }
  desk.telegram.press(desk.telegram.person(), at, `v1|${menu}`)
  await desk.pass(SECOND_MS)
  expect(desk.telegram.received('getChatMember').map(({ status }) => status)).toEqual([undefined])
  expect(sends(desk, reader).at(-1)).toMatchObject({ params: { text: expect.stringContaining('Twelve') } })
  expect(sends(desk, reader).at(-1)?.status).toBeUndefined()

  const before = desk.telegram.received().length
  const press = pressFirst(desk, reader, reader)
  await desk.pass(SECOND_MS)

  const [first] = desk.telegram.received().slice(before)
  expect(first).toMatchObject({ method: 'answerCallbackQuery', params: { callback_query_id: press?.id } })
  expect((first?.at ?? 0) - (press?.at ?? 0)).toBeLessThan(SECOND_MS)
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
  await desk.publish(flood, bridge)
  const pruned = await desk.app.store.refOf({ kind: 'why', briefId: 'b99' }, desk.clock.now())
  await desk.say(chat, 'x')
  await desk.pass(20 * SECOND_MS)
  const at = { chat: channel, message: desk.telegram.messages(channel)[0]?.message_id ?? 0 }
  for (const data of ['v9|why|abc', 'v1|abcdefghij', `v1|${pruned}`, 'why', '|', 'v1|'])
    desk.telegram.press(desk.telegram.person(), at, data)

  await desk.pass(SECOND_MS)

  expect(
    desk.telegram.received('answerCallbackQuery').map(({ params }) => [params.text, params.show_alert]),
  ).toEqual(Array(6).fill(['This is no longer here.', true]))
})
