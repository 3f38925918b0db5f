import { expect, test } from 'vitest'
import { apiOf } from './api-of.ts'
import { startTelegram, type Telegram } from './telegram.ts'

const member = { status: 'member' } as const
const poster = { status: 'administrator', can_post_messages: true } as const

/** What a test makes of a new server: a chat, and what the bot is told when it writes there. */
type Case = [
  name: string,
  make: (telegram: Telegram, owner: number) => number,
  code: number,
  description: string,
]

test.each<Case>([
  ['nobody', () => 99, 400, 'Bad Request: chat not found'],
  [
    'a person who never started it',
    (t) => t.person(),
    403,
    "Forbidden: bot can't initiate conversation with a user",
  ],
  ['a person who blocked it', (t) => blocked(t), 403, 'Forbidden: bot was blocked by the user'],
  ['an account that is no more', (t) => gone(t), 403, 'Forbidden: user is deactivated'],
  [
    'a group it left',
    (t) => t.group({ bot: { status: 'left' } }),
    403,
    'Forbidden: bot is not a member of the group chat',
  ],
  ['a group it was thrown out of', (t) => thrownOut(t), 403, 'Forbidden: bot was kicked from the group chat'],
  ['a group that is no more', (t) => deleted(t), 403, 'Forbidden: the group chat was deleted'],
  [
    'a supergroup it never was in',
    (t) => t.supergroup(),
    403,
    'Forbidden: bot is not a member of the supergroup chat',
  ],
  [
    'a channel it was thrown out of',
    (t) => t.channel({ bot: { status: 'kicked' } }),
    403,
    'Forbidden: bot was kicked from the channel chat',
  ],
  [
    'a channel without the right',
    (t) => t.channel({ bot: { status: 'administrator' } }),
    400,
    'Bad Request: need administrator rights in the channel chat',
  ],
  [
    'a group where it must be silent',
    (t) => t.supergroup({ bot: { status: 'restricted', is_member: true } }),
    400,
    'Bad Request: not enough rights to send text messages to the chat',
  ],
])('the bot writes to %s', async (_, make, error_code, description) => {
  await using telegram = await startTelegram()
  const chat = make(telegram, telegram.person())

  await expect(apiOf(telegram).sendMessage(chat, 'x')).rejects.toMatchObject({ error_code, description })
})

function blocked(telegram: Telegram): number {
  const reader = telegram.person({ hasStarted: true })
  telegram.block(reader)
  return reader
}

function gone(telegram: Telegram): number {
  const reader = telegram.person({ hasStarted: true })
  telegram.deactivate(reader)
  return reader
}

function thrownOut(telegram: Telegram): number {
  const group = telegram.group({ bot: member })
  telegram.changeBot(telegram.person(), group, { status: 'kicked' })
  return group
}

function deleted(telegram: Telegram): number {
  const group = telegram.group({ bot: member })
  telegram.deleteGroup(group)
  return group
}

test('private chats and basic groups number their messages together, every channel and supergroup for itself', async () => {
  await using telegram = await startTelegram()
  const api = apiOf(telegram)
  const chats = [
    telegram.person({ hasStarted: true }),
    telegram.group({ bot: member }),
    telegram.supergroup({ bot: member }),
    telegram.channel({ bot: poster }),
  ]

  const ids: number[] = []
  for (const chat of [...chats, ...chats]) ids.push((await api.sendMessage(chat, 'x')).message_id)

  expect(ids).toEqual([1, 2, 1, 1, 3, 4, 2, 2])
})

test('an answer to a message that is gone needs to be allowed', async () => {
  await using telegram = await startTelegram()
  const reader = telegram.person({ hasStarted: true })
  const { sendMessage } = apiOf(telegram).raw
  const reply_parameters = { message_id: 77 }

  await expect(sendMessage({ chat_id: reader, text: 'x', reply_parameters })).rejects.toMatchObject({
    description: 'Bad Request: message to be replied not found',
  })
  const sent = await sendMessage({
    chat_id: reader,
    text: 'x',
    reply_parameters: { ...reply_parameters, allow_sending_without_reply: true },
  })

  expect(sent).not.toHaveProperty('reply_to_message')
})

test('rights and members can be asked for', async () => {
  await using telegram = await startTelegram()
  const api = apiOf(telegram)
  const owner = telegram.person({ firstName: 'Ola' })
  const guest = telegram.person()
  const channel = telegram.channel({ title: 'City News', owner, bot: poster })

  expect(await api.getChat(channel)).toMatchObject({ type: 'channel', title: 'City News' })
  expect(await api.getChatMember(channel, owner)).toMatchObject({ status: 'creator' })
  expect(await api.getChatMember(channel, guest)).toMatchObject({ status: 'left' })
  expect(await api.getChatMember(channel, telegram.bot.id)).toMatchObject({ can_post_messages: true })
  expect((await api.getChatAdministrators(channel)).map(({ status }) => status)).toEqual([
    'administrator',
    'creator',
  ])
})

test('a message is edited only by who sent it, and only if something changes', async () => {
  await using telegram = await startTelegram()
  const api = apiOf(telegram)
  const reader = telegram.person()
  const theirs = telegram.write(reader, 'Hello')
  const { message_id: ours } = await api.sendMessage(reader, '<b>x</b>', { parse_mode: 'HTML' })

  await expect(api.editMessageText(reader, theirs, 'y')).rejects.toThrow("message can't be edited")
  await expect(api.editMessageText(reader, 99, 'y')).rejects.toThrow('message to edit not found')
  await expect(api.editMessageText(reader, ours, '<b>x</b>', { parse_mode: 'HTML' })).rejects.toThrow(
    'message is not modified',
  )
  await api.editMessageText(reader, ours, 'x')

  expect(telegram.messages(reader).at(-1)).toMatchObject({
    text: 'x',
    entities: [],
    edit_date: expect.anything(),
  })
})

test('an edit without a keyboard takes it away, and the same keyboard is no change', async () => {
  await using telegram = await startTelegram()
  const api = apiOf(telegram)
  const reader = telegram.person({ hasStarted: true })
  const reply_markup = { inline_keyboard: [[{ text: 'Ask', callback_data: 'x' }]] }
  const { message_id: id } = await api.sendMessage(reader, 'x', { reply_markup })

  await expect(api.editMessageReplyMarkup(reader, id, { reply_markup })).rejects.toThrow(
    'message is not modified',
  )
  await api.editMessageReplyMarkup(reader, id)

  expect(telegram.messages(reader).at(-1)).not.toHaveProperty('reply_markup')
})

test('its own messages are deleted for two days', async () => {
  await using telegram = await startTelegram()
  const api = apiOf(telegram)
  const group = telegram.group({ bot: member })
  const theirs = telegram.write(telegram.person(), { chat: group, text: 'Hello' })
  const { message_id: ours } = await api.sendMessage(group, 'x')

  await api.deleteMessage(group, ours)

  await expect(api.deleteMessage(group, ours)).rejects.toThrow('message to delete not found')
  await expect(api.deleteMessage(group, theirs)).rejects.toThrow("message can't be deleted")
})
