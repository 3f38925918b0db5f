import { expect, test } from 'vitest'
import { createFakeClock } from '../clock.ts'
import { apiOf } from './api-of.ts'
import { startTelegram, type Telegram } from './telegram.ts'

const LINK = 'https://t.me/brevier_test_bot?start=b_X'
const reply_markup = {
  inline_keyboard: [
    [
      { text: 'Why?', callback_data: 'v1|why' },
      { text: 'Ask', url: LINK },
    ],
  ],
}

/** A post of a channel, with buttons, and a reader who never wrote to the bot. */
async function withPost(telegram: Telegram) {
  const channel = telegram.channel({ bot: { status: 'administrator', can_post_messages: true } })
  const { message_id } = await apiOf(telegram).sendMessage(channel, 'x', { reply_markup })
  return {
    channel,
    reader: telegram.person({ language: 'ru' }),
    post: { chat: channel, message: message_id },
  }
}

test('a press below a channel post reaches the bot, and the answer the one who pressed', async () => {
  await using telegram = await startTelegram()
  const api = apiOf(telegram)
  const { channel, reader, post } = await withPost(telegram)

  const callback = telegram.tap(reader, post, 'Why?')
  const [update] = await api.getUpdates()
  await api.answerCallbackQuery(callback?.id ?? '', { text: 'Because.', show_alert: true })

  expect(update?.callback_query).toMatchObject({
    from: { id: reader, language_code: 'ru' },
    data: 'v1|why',
    message: { message_id: 1, chat: { id: channel, type: 'channel' } },
  })
  expect(callback?.answer).toMatchObject({ text: 'Because.', show_alert: true })
})

test('a button that is a link into the private chat starts it with the payload', async () => {
  await using telegram = await startTelegram()
  const { reader, post } = await withPost(telegram)

  telegram.tap(reader, post, 'Ask')

  expect(telegram.messages(reader)).toMatchObject([{ text: '/start b_X', from: { id: reader } }])
  await expect(apiOf(telegram).sendMessage(reader, 'Hello')).resolves.toBeDefined()
})

test('a press is answered within fifteen seconds or not at all', async () => {
  const clock = createFakeClock()
  await using telegram = await startTelegram({ clock })
  const { reader, post } = await withPost(telegram)
  const callback = telegram.press(reader, post, 'x')

  await clock.advance(15_001)

  await expect(apiOf(telegram).answerCallbackQuery(callback.id)).rejects.toMatchObject({
    description: 'Bad Request: query is too old and response timeout expired or query ID is invalid',
  })
})

test.each([
  [{ text: 'x'.repeat(200) }, undefined],
  [{ text: 'x'.repeat(201) }, 'MESSAGE_TOO_LONG'],
  [{ url: LINK }, undefined],
  [{ url: 'https://t.me/another_bot?start=x' }, 'URL_INVALID'],
  [{ url: 'https://a.example/' }, 'URL_INVALID'],
])('an answer of %o', async (answer, description) => {
  await using telegram = await startTelegram()
  const { reader, post } = await withPost(telegram)
  const callback = telegram.press(reader, post, 'x')

  const answered = apiOf(telegram).answerCallbackQuery(callback.id, answer)

  if (description) await expect(answered).rejects.toThrow(description)
  else await expect(answered).resolves.toBe(true)
})

test('drafts go to private chats only, and need a number', async () => {
  await using telegram = await startTelegram()
  const { sendMessageDraft } = apiOf(telegram).raw
  const reader = telegram.person({ hasStarted: true })
  const group = telegram.group({ bot: { status: 'member' } })

  await sendMessageDraft({ chat_id: reader, draft_id: 5, text: '<i>Reading …</i>', parse_mode: 'HTML' })

  await expect(sendMessageDraft({ chat_id: group, draft_id: 5, text: 'x' })).rejects.toThrow('private chats')
  await expect(sendMessageDraft({ chat_id: reader, draft_id: 0, text: 'x' })).rejects.toThrow('non-zero')
  expect(telegram.drafts(reader)).toEqual([{ chatId: reader, draftId: 5, text: 'Reading …', canStop: false }])
})

test('a group member alone sees what he is told after a press', async () => {
  await using telegram = await startTelegram()
  const { sendMessage } = apiOf(telegram).raw
  const group = telegram.supergroup({ bot: { status: 'member' } })
  const reader = telegram.person()
  const message = telegram.write(reader, { chat: group, text: 'x' })
  const { id } = telegram.press(reader, { chat: group, message }, 'x')
  const to = { receiver_user_id: reader }

  await sendMessage({
    chat_id: group,
    text: 'Sources',
    ephemeral_message_parameters: { ...to, callback_query_id: id },
  })

  expect(telegram.ephemerals(reader)).toMatchObject([{ message_id: 0, text: 'Sources' }])
  expect(telegram.messages(group)).toHaveLength(1)
  await expect(sendMessage({ chat_id: group, text: 'x', ephemeral_message_parameters: to })).rejects.toThrow(
    'not enough rights',
  )
})

test('typing is not shown in channels', async () => {
  await using telegram = await startTelegram()
  const { channel, reader } = await withPost(telegram)
  telegram.write(reader, 'x')

  await apiOf(telegram).sendChatAction(reader, 'typing')

  await expect(apiOf(telegram).sendChatAction(channel, 'typing')).rejects.toMatchObject({ error_code: 400 })
})
