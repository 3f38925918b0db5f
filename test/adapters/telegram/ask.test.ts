// `/ask` in every kind of chat, before a Bot API server on this machine.

import { expect, test } from 'vitest'
import { POSTING, telegramDesk } from '../../conformance/telegram/desk.ts'
import { bridge, flood } from '../../editions/articles.ts'
import { MINUTE_MS } from '../../editions/newsroom.ts'

const SECOND_MS = 1_000
const INJURED = 'Twelve people were injured'

test('/ask alone asks for the question where it is written, and the reply is answered', async () => {
  await using desk = await telegramDesk()
  await desk.publish(flood)
  const reader = desk.telegram.person({ language: 'de' })
  const group = desk.telegram.supergroup({ bot: { status: 'member' } })
  const command = desk.telegram.write(reader, { text: `/ask@${desk.telegram.bot.username}`, chat: group })
  await desk.pass(5 * SECOND_MS)

  const [prompt] = desk.telegram.received('sendMessage')
  expect(prompt?.params).toMatchObject({
    text: 'Was möchtest du wissen?',
    reply_markup: { force_reply: true, selective: true, input_field_placeholder: 'Deine Frage' },
    reply_parameters: { message_id: command },
  })
  const { message_id: replyTo = 0 } = desk.telegram.messages(group).at(-1) ?? {}
  desk.telegram.write(reader, { text: 'How many people were injured in the flood?', chat: group, replyTo })
  await desk.pass(5 * SECOND_MS)
  expect(desk.posts(group).at(-1)).toContain(INJURED)
})

test('/ask with its question is answered in private, in groups and in topics', async () => {
  await using desk = await telegramDesk()
  await desk.publish(flood)
  const reader = desk.telegram.person()
  const group = desk.telegram.group({ bot: { status: 'member' } })
  const forum = desk.telegram.supergroup({ isForum: true, bot: { status: 'member' } })
  const topic = desk.telegram.openTopic(reader, forum, 'Weather')
  const text = '/ask How many people were injured in the flood?'
  desk.telegram.write(reader, text)
  desk.telegram.write(reader, { text, chat: group })
  desk.telegram.write(reader, { text, chat: forum, topic })
  await desk.pass(10 * SECOND_MS)
  for (const chat of [reader, group, forum]) expect(desk.posts(chat).join()).toContain(INJURED)
  const [inTopic] = desk.telegram.received('sendMessage').filter(({ params }) => params.chat_id === forum)
  expect(inTopic?.params.message_thread_id).toBe(topic)
})

test('a comment on a channel post asks about the edition of that post, also as a reply to another comment', async () => {
  await using desk = await telegramDesk()
  const owner = desk.telegram.person({ hasStarted: true })
  const channel = desk.telegram.channel({ owner, bot: POSTING })
  const group = desk.telegram.supergroup({ owner, bot: { status: 'member' } })
  desk.telegram.link(channel, group)
  await desk.publish(flood, bridge)
  await desk.subscribe(desk.chat(channel, 'channel'))
  await desk.pass(31 * MINUTE_MS)
  const copy = desk.telegram.messages(group)[0]?.message_id ?? 0
  const [ada, ben] = [desk.telegram.person(), desk.telegram.person()]
  const remark = desk.telegram.write(ada, { text: 'What a night!', chat: group, replyTo: copy })

  for (const replyTo of [copy, remark]) {
    const comment = desk.telegram.write(ben, { text: '/ask How many were injured?', chat: group, replyTo })
    await desk.pass(10 * SECOND_MS)
    const answer = desk.telegram.received('sendMessage').at(-1)?.params
    expect(answer).toMatchObject({ chat_id: group, reply_parameters: { message_id: comment } })
    expect(answer?.text).toContain(INJURED)
  }
  const sources = desk.telegram.write(ben, { text: '/sources 1', chat: group, replyTo: copy })
  await desk.pass(10 * SECOND_MS)
  expect(desk.telegram.received('sendMessage').at(-1)?.params).toMatchObject({
    reply_parameters: { message_id: sources },
    text: expect.stringContaining('<blockquote>'),
  })
})
