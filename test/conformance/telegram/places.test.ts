// What Brevier promises of Telegram, a test each, named by its number: topics, groups and comments.

import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { text } from '../../adapters/telegram/telegram-app.ts'
import { flood } from '../../editions/articles.ts'
import { MINUTE_MS } from '../../editions/newsroom.ts'
import type { UpdateBody } from '../../fakes/telegram/wire.ts'
import { POSTING, SECOND_MS, sends, type TelegramDesk, telegramDesk } from './desk.ts'

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

  // A chain of replies in a group without topics has a number too, and it is not sent back.
  const group = desk.telegram.supergroup({ owner, bot: { status: 'administrator' } })
  const first = desk.telegram.write(owner, { text: 'Hello all.', chat: group })
  desk.telegram.write(owner, { text: '/help', chat: group, replyTo: first })
  desk.telegram.write(owner, { text: '/help', chat: forum, topic })
  await desk.pass(MINUTE_MS)
  expect(sends(desk, group).map(({ params }) => params.message_thread_id)).toEqual([undefined])
  expect(sends(desk, forum).at(-1)?.params.message_thread_id).toBe(topic)

  desk.telegram.deleteTopic(forum, topic)
  await desk.say(desk.chat(forum, 'thread', topic), 'Gone.')
  await desk.pass(MINUTE_MS)
  expect(await desk.app.store.pausedChats()).toMatchObject([{ reason: { class: 'topic' } }])
})

test('40 copies of posts, other bots and chatter cause no request and are not stored, and a question in a comment is answered as a reply to it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'brevier-chatter-'))
  try {
    await using desk = await telegramDesk({ database: `sqlite:${join(folder, 'desk.db')}` })
    const owner = desk.telegram.person({ hasStarted: true })
    const channel = desk.telegram.channel({ owner, bot: POSTING })
    await desk.publish(flood)
    const group = desk.telegram.supergroup({ owner, bot: { status: 'administrator' } })
    desk.telegram.link(channel, group)
    await desk.say(desk.chat(channel, 'channel'), text('The post.'))
    await desk.pass(SECOND_MS)
    const before = desk.telegram.received().length
    const copy = desk.telegram.messages(group)[0]?.message_id ?? 0
    const [reader, other] = [desk.telegram.person(), desk.telegram.person({ isBot: true })]
    const stranger = desk.telegram.channel()
    desk.telegram.write(reader, { text: 'Chatter: what a night!', chat: group, replyTo: copy })
    desk.telegram.write(reader, { text: 'Chatter: is it?', chat: group })
    desk.telegram.write(reader, { text: 'Chatter: of an anonymous admin.', chat: group, as: group })
    desk.telegram.write(reader, { text: 'Chatter: of a channel.', chat: group, as: stranger, replyTo: copy })
    desk.telegram.world.updates.push(said(desk, group, other, 'Chatter: /ask of another bot?'))
    desk.telegram.write(owner, { text: 'Chatter: of the channel itself.', chat: channel })
    await desk.pass(5 * SECOND_MS)
    expect(desk.telegram.received().length).toBe(before)
    expect(filesIn(folder)).toContain('The post.')
    expect(filesIn(folder)).not.toContain('Chatter')

    const words = `@${desk.telegram.bot.username} How many people were injured in the Vessen flood?`
    const comment = desk.telegram.write(reader, { text: words, chat: group, replyTo: copy })
    await desk.pass(5 * SECOND_MS)
    expect(
      sends(desk, group).map(({ params }) => [params.reply_parameters, params.message_thread_id]),
    ).toEqual([[{ message_id: comment, allow_sending_without_reply: true }, undefined]])
  } finally {
    rmSync(folder, { recursive: true })
  }
})

/** A message that Telegram does not show to bots. */
function said({ telegram }: TelegramDesk, chatId: number, by: number, words: string): UpdateBody {
  const [shown] = telegram.messages(chatId)
  const from = telegram.world.people.get(by)
  if (!shown || !from) throw new Error('nobody said anything yet')
  return { message: { message_id: 9_999, date: shown.date, chat: shown.chat, from, text: words } }
}

function filesIn(folder: string): string {
  return readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), 'latin1'))
    .join()
}
