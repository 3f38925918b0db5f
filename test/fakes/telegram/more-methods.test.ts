// Methods that Brevier does not call today; what calls them should find them as strict as the others.

import { expect, test } from 'vitest'
import { apiOf } from './api-of.ts'
import { startTelegram } from './telegram.ts'

test('a post is sent on with its origin, or copied without', async () => {
  await using telegram = await startTelegram()
  const api = apiOf(telegram)
  const channel = telegram.channel({ bot: { status: 'administrator', can_post_messages: true } })
  const group = telegram.supergroup({ bot: { status: 'member' } })
  const post = await api.sendMessage(channel, '<b>x</b>', { parse_mode: 'HTML' })

  const forwarded = await api.forwardMessage(group, channel, post.message_id)
  const copied = await api.copyMessage(group, channel, post.message_id)

  expect(forwarded).toMatchObject({ text: 'x', forward_origin: { message_id: post.message_id } })
  expect(telegram.messages(group).at(-1)).toMatchObject({
    ...copied,
    text: 'x',
    entities: [{ type: 'bold' }],
  })
  expect(telegram.messages(group).at(-1)).not.toHaveProperty('forward_origin')
  await expect(api.copyMessage(group, channel, 99)).rejects.toThrow('message to copy not found')
  await expect(api.forwardMessage(group, channel, 99)).rejects.toThrow('message to forward not found')
})

test('a rich message is long but not endless, and its drafts stay private', async () => {
  await using telegram = await startTelegram()
  const { sendRichMessage, sendRichMessageDraft } = apiOf(telegram).raw
  const reader = telegram.person({ hasStarted: true })
  const group = telegram.group({ bot: { status: 'member' } })
  const rich = (length: number) => ({ html: 'x'.repeat(length) })

  await expect(sendRichMessage({ chat_id: group, rich_message: rich(32_768) })).resolves.toBeDefined()
  await expect(sendRichMessage({ chat_id: group, rich_message: rich(32_769) })).rejects.toThrow('too long')
  await expect(sendRichMessage({ chat_id: group, rich_message: rich(0) })).rejects.toThrow('is empty')
  const draft = (chat_id: number, draft_id: number) =>
    sendRichMessageDraft({ chat_id, draft_id, rich_message: rich(1) })
  await expect(draft(reader, 5)).resolves.toBe(true)
  await expect(draft(reader, 0)).rejects.toThrow('draft ID must be non-zero')
  await expect(draft(group, 5)).rejects.toThrow('only to private chats')
})

test('what one person sees is changed and taken away for him alone', async () => {
  await using telegram = await startTelegram()
  const { sendMessage, editEphemeralMessageText, deleteEphemeralMessage } = apiOf(telegram).raw
  const group = telegram.supergroup({ bot: { status: 'administrator' } })
  const [reader, other] = [telegram.person(), telegram.person()]
  const { ephemeral_message_id: id = 0 } = await sendMessage({
    chat_id: group,
    text: 'x',
    ephemeral_message_parameters: { receiver_user_id: reader },
  })
  const whose = (receiver_user_id: number) => ({ chat_id: group, receiver_user_id, ephemeral_message_id: id })

  await editEphemeralMessageText({ ...whose(reader), text: '<i>y</i>', parse_mode: 'HTML' })

  expect(telegram.ephemerals(reader)).toMatchObject([{ text: 'y', entities: [{ type: 'italic' }] }])
  await expect(editEphemeralMessageText({ ...whose(other), text: 'z' })).rejects.toThrow('not found')
  await deleteEphemeralMessage(whose(reader))
  expect(telegram.ephemerals(reader)).toEqual([])
})

test('a message is taken down from the top only by who may, and only if it is there', async () => {
  await using telegram = await startTelegram()
  const api = apiOf(telegram)
  const member = telegram.supergroup({ bot: { status: 'member' } })
  const admin = telegram.supergroup({ bot: { status: 'administrator', can_pin_messages: true } })
  const { message_id: id } = await api.sendMessage(admin, 'x')

  await expect(api.unpinChatMessage(admin, id)).resolves.toBe(true)
  await expect(api.unpinChatMessage(admin, 99)).rejects.toThrow('message to pin not found')
  await expect(api.unpinChatMessage(member, id)).rejects.toThrow('not enough rights')
})

test('an inline query has fifty results at most', async () => {
  await using telegram = await startTelegram()
  const results = (count: number) =>
    Array.from({ length: count }, (_, at) => ({
      type: 'article' as const,
      id: String(at),
      title: 'x',
      input_message_content: { message_text: 'x' },
    }))
  await expect(apiOf(telegram).answerInlineQuery('q', results(50))).resolves.toBe(true)
  await expect(apiOf(telegram).answerInlineQuery('q', results(51))).rejects.toThrow('RESULTS_TOO_MUCH')
})
