// What Brevier promises of Telegram, a test each, named by its number: chats that are lost, and come back.

import { expect, test } from 'vitest'
import { flood } from '../../editions/articles.ts'
import { HOUR_MS, MINUTE_MS } from '../../editions/newsroom.ts'
import { deskWithChannel, deskWithEdition, POSTING, refused, sends, telegramDesk } from './desk.ts'

test('15 a channel that threw the bot out is paused, its owner told once, and nothing more is sent there', async () => {
  const { desk, owner, channel, chat, toSlot } = await deskWithEdition()
  await using _ = desk
  desk.telegram.script(
    { method: 'sendMessage', chat: channel },
    refused(403, 'bot was kicked from the channel chat'),
  )

  await toSlot()
  await desk.say(chat, 'Another.')
  await desk.pass(10 * MINUTE_MS)

  expect(desk.telegram.received().filter(({ params }) => params.chat_id === channel)).toHaveLength(1)
  expect(desk.posts(owner)).toHaveLength(1)
  expect(await desk.app.store.pausedChats()).toHaveLength(1)
})

test('16 who blocked the bot is paused, and nothing is sent to him about it', async () => {
  const desk = await telegramDesk()
  await using _ = desk
  const reader = desk.telegram.person({ hasStarted: true })
  await desk.publish(flood)
  await desk.subscribe(desk.chat(reader), { owner: { platform: 'telegram', id: String(reader) } })
  desk.telegram.script('sendMessage', refused(403, 'bot was blocked by the user'))

  await desk.pass(31 * MINUTE_MS)
  await desk.say(desk.chat(reader), 'Another.')
  await desk.pass(10 * MINUTE_MS)

  expect(sends(desk, reader)).toHaveLength(1)
  expect(await desk.app.store.pausedChats()).toMatchObject([{ chat: { id: String(reader) } }])
})

test('18 a chat that is not found is paused, and others get their edition', async () => {
  const { desk, channel, toSlot } = await deskWithEdition()
  await using _ = desk
  await desk.subscribe(desk.chat(-1_009_999, 'channel'))

  await toSlot()

  expect(desk.posts(channel)).toHaveLength(1)
  expect(await desk.app.store.pausedChats()).toMatchObject([{ chat: { id: '-1009999' } }])
})

test('19 a right that was taken is named to the owner, and given back the channel goes on', async () => {
  const { desk, owner, channel, toSlot } = await deskWithEdition()
  await using _ = desk
  desk.telegram.script(
    { method: 'sendMessage', chat: channel },
    refused(400, 'need administrator rights in the channel chat'),
  )
  await toSlot()
  expect(desk.posts(owner).join()).toContain('administrator rights')

  desk.telegram.changeBot(owner, channel, { status: 'administrator', can_post_messages: false })
  await desk.pass(MINUTE_MS)
  desk.telegram.changeBot(owner, channel, POSTING)
  await desk.pass(MINUTE_MS)

  expect(desk.posts(channel)).toHaveLength(1)
})

test.each(['kicked', 'left'] as const)(
  '22 what waits for a chat is not sent once the bot is out of it: %s',
  async (status) => {
    const { desk, owner, channel, chat } = await deskWithChannel()
    await using _ = desk
    await desk.say(chat, 'Later.', { dueAt: desk.clock.now() + MINUTE_MS })
    desk.telegram.changeBot(owner, channel, { status })

    await desk.pass(HOUR_MS)

    expect(sends(desk, channel)).toEqual([])
  },
)
