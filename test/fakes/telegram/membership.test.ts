import { expect, test } from 'vitest'
import { apiOf } from './api-of.ts'
import { startTelegram, type Telegram } from './telegram.ts'

const member = { status: 'member' } as const

/** Everything the bot has not yet heard, without the ids. */
async function heard(telegram: Telegram) {
  return (await apiOf(telegram).getUpdates()).map(({ update_id: _, ...update }) => update)
}

test('a link with rights adds the bot to a channel, of which it hears by its membership alone', async () => {
  await using telegram = await startTelegram()
  const owner = telegram.person()
  const channel = telegram.channel({ owner, title: 'City News' })

  telegram.follow(
    owner,
    'https://t.me/brevier_test_bot?startchannel&admin=post_messages+edit_messages',
    channel,
  )

  expect(await heard(telegram)).toMatchObject([
    {
      my_chat_member: {
        chat: { id: channel, title: 'City News' },
        from: { id: owner },
        old_chat_member: { status: 'left' },
        new_chat_member: { status: 'administrator', can_post_messages: true, can_edit_messages: true },
      },
    },
  ])
})

test('a link with a payload adds the bot to a group and says it there', async () => {
  await using telegram = await startTelegram()
  const owner = telegram.person()
  const group = telegram.group({ owner })

  telegram.follow(owner, 'https://t.me/brevier_test_bot?startgroup=b_X', group)

  expect(await heard(telegram)).toMatchObject([
    { message: { new_chat_members: [{ id: telegram.bot.id }] } },
    { my_chat_member: { new_chat_member: { status: 'member' } } },
    { message: { text: '/start@brevier_test_bot b_X' } },
  ])
})

test('who blocks the bot is no longer written to, and the bot hears of it', async () => {
  await using telegram = await startTelegram()
  const reader = telegram.person({ hasStarted: true })

  telegram.block(reader)
  telegram.unblock(reader)

  expect(await heard(telegram)).toMatchObject([
    { my_chat_member: { old_chat_member: { status: 'member' }, new_chat_member: { status: 'kicked' } } },
    { my_chat_member: { old_chat_member: { status: 'kicked' }, new_chat_member: { status: 'member' } } },
  ])
  await expect(apiOf(telegram).sendMessage(reader, 'x')).resolves.toBeDefined()
})

test('a right that is taken away is missed at once', async () => {
  await using telegram = await startTelegram()
  const owner = telegram.person()
  const channel = telegram.channel({ owner, bot: { status: 'administrator', can_post_messages: true } })
  await apiOf(telegram).sendMessage(channel, 'x')

  telegram.changeBot(owner, channel, { status: 'administrator', can_post_messages: false })

  await expect(apiOf(telegram).sendMessage(channel, 'y')).rejects.toThrow('need administrator rights')
})

test('a group that became a supergroup answers where it went, and both places tell of it', async () => {
  await using telegram = await startTelegram()
  const group = telegram.group({ title: 'Neighbours', bot: member })

  const supergroup = telegram.migrate(group)

  await expect(apiOf(telegram).sendMessage(group, 'x')).rejects.toMatchObject({
    error_code: 400,
    description: 'Bad Request: group chat was upgraded to a supergroup chat',
    parameters: { migrate_to_chat_id: supergroup },
  })
  expect(await heard(telegram)).toMatchObject([
    { message: { chat: { id: group }, migrate_to_chat_id: supergroup } },
    { message: { chat: { id: supergroup, title: 'Neighbours' }, migrate_from_chat_id: group } },
  ])
  await expect(apiOf(telegram).sendMessage(supergroup, 'x')).resolves.toBeDefined()
})

test('with privacy on, the bot sees of a group what is meant for it', async () => {
  await using telegram = await startTelegram()
  const group = telegram.supergroup({ bot: member })
  const reader = telegram.person()
  const { message_id: ours } = await apiOf(telegram).sendMessage(group, 'x')
  const say = (text: string, replyTo?: number) =>
    telegram.write(reader, { chat: group, text, ...(replyTo !== undefined && { replyTo }) })

  say('chatter')
  say('@brevier_test_bot hello')
  say('/ask@another_bot why')
  say('/ask why')
  say('/ask@brevier_test_bot why')
  say('why?', ours)

  expect((await heard(telegram)).map(({ message }) => message?.text)).toEqual([
    '/ask why',
    '/ask@brevier_test_bot why',
    'why?',
  ])
})

test('an administrator, or a bot without privacy, sees everything', async () => {
  await using telegram = await startTelegram()
  const group = telegram.supergroup({ bot: { status: 'administrator' } })
  telegram.write(telegram.person(), { chat: group, text: 'chatter' })

  expect(await heard(telegram)).toHaveLength(1)
})

test('bots do not hear each other, but an administrator who stays anonymous', async () => {
  await using telegram = await startTelegram()
  const group = telegram.supergroup({ bot: { status: 'administrator' } })
  telegram.write(telegram.person({ isBot: true }), { chat: group, text: '/ask why' })
  telegram.write(telegram.person(), { chat: group, text: '/settings', as: group })

  expect(await heard(telegram)).toMatchObject([
    { message: { text: '/settings', from: { username: 'GroupAnonymousBot' }, sender_chat: { id: group } } },
  ])
})

test('what a channel posts appears in its discussion group, and comments are a thread below it', async () => {
  await using telegram = await startTelegram()
  const channel = telegram.channel({ bot: { status: 'administrator', can_post_messages: true } })
  const group = telegram.supergroup({ bot: { status: 'administrator' } })
  telegram.link(channel, group)

  await apiOf(telegram).sendMessage(channel, 'Brief')
  const [copy] = telegram.messages(group)
  telegram.write(telegram.person(), { chat: group, text: 'Why?', replyTo: copy?.message_id ?? 0 })

  expect(await heard(telegram)).toMatchObject([
    {
      message: {
        chat: { id: group },
        sender_chat: { id: channel },
        is_automatic_forward: true,
        forward_origin: { type: 'channel', message_id: 1 },
        text: 'Brief',
      },
    },
    { message: { text: 'Why?', message_thread_id: 1, reply_to_message: { message_id: 1 } } },
  ])
  expect(await apiOf(telegram).getChat(channel)).toMatchObject({ linked_chat_id: group })
})

test('a topic takes messages until it is closed or gone, and the General one is not named', async () => {
  await using telegram = await startTelegram()
  const api = apiOf(telegram)
  const owner = telegram.person()
  const forum = telegram.supergroup({ isForum: true, owner, bot: member })
  const topic = telegram.openTopic(owner, forum, 'News')
  const inTopic = { message_thread_id: topic }

  expect(await api.sendMessage(forum, 'x', inTopic)).toMatchObject({ ...inTopic, is_topic_message: true })
  await expect(api.sendMessage(forum, 'x', { message_thread_id: 99 })).rejects.toThrow('thread not found')
  await expect(api.sendMessage(forum, 'x', { message_thread_id: 1 })).rejects.toThrow('thread not found')
  telegram.closeTopic(owner, forum, topic)
  await expect(api.sendMessage(forum, 'x', inTopic)).rejects.toThrow('Bad Request: TOPIC_CLOSED')
  telegram.deleteTopic(forum, topic)
  await expect(api.sendMessage(forum, 'x', inTopic)).rejects.toThrow('Bad Request: message thread not found')
})

test('the bot makes topics where it may', async () => {
  await using telegram = await startTelegram()
  const api = apiOf(telegram)
  const forum = telegram.supergroup({
    isForum: true,
    bot: { status: 'administrator', can_manage_topics: true },
  })

  const { message_thread_id: topic } = await api.createForumTopic(forum, 'News')

  await api.closeForumTopic(forum, topic)
  await expect(api.createForumTopic(forum, 'x'.repeat(129))).rejects.toThrow('TOPIC_TITLE_INVALID')
})
