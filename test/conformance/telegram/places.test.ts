// What Brevier promises of Telegram, a test each, named by its number: topics, groups and comments.

import { expect, test } from 'vitest'
import { text } from '../../adapters/telegram/telegram-app.ts'
import { flood } from '../../editions/articles.ts'
import { MINUTE_MS } from '../../editions/newsroom.ts'
import { deskWithChannel, SECOND_MS, sends, telegramDesk } from './desk.ts'

test('39 a topic is named only where there is one, and one that is gone pauses with that reason', async () => {
  const desk = await telegramDesk()
  await using _ = desk
  const owner = desk.telegram.person()
  const forum = desk.telegram.supergroup({ isForum: true, owner, bot: { status: 'administrator' } })
  const topic = desk.telegram.openTopic(owner, forum, 'News')
  const places = [desk.chat(forum, 'group'), desk.chat(forum, 'thread', 1), desk.chat(forum, 'thread', topic)]
  for (const place of places) await desk.say(place, 'x')
  await desk.pass(MINUTE_MS)
  expect(sends(desk, forum).map(({ params }) => params.message_thread_id)).toEqual([
    undefined,
    undefined,
    topic,
  ])

  desk.telegram.deleteTopic(forum, topic)
  await desk.say(desk.chat(forum, 'thread', topic), 'Gone.')
  await desk.pass(MINUTE_MS)
  expect(await desk.app.store.pausedChats()).toMatchObject([{ reason: { class: 'topic' } }])
})

test('40 copies of posts, other bots and chatter cause nothing, and a question in a comment is answered as a reply to it', async () => {
  const { desk, owner, channel, chat } = await deskWithChannel()
  await using _ = desk
  await desk.publish(flood)
  const group = desk.telegram.supergroup({ owner, bot: { status: 'administrator' } })
  desk.telegram.link(channel, group)
  await desk.say(chat, text('The post.'))
  await desk.pass(SECOND_MS)
  const reader = desk.telegram.person()
  const copy = desk.telegram.messages(group)[0]?.message_id ?? 0
  desk.telegram.write(reader, { text: 'What a night!', chat: group, replyTo: copy })
  await desk.pass(5 * SECOND_MS)
  expect(sends(desk, group)).toEqual([])

  const words = `@${desk.telegram.bot.username} How many people were injured in the Vessen flood?`
  const comment = desk.telegram.write(reader, { text: words, chat: group, replyTo: copy })
  await desk.pass(5 * SECOND_MS)
  expect(sends(desk, group).map(({ params }) => params.reply_parameters)).toEqual([
    { message_id: comment, allow_sending_without_reply: true },
  ])
})
