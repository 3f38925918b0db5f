// What Brevier promises of Telegram, a test each, named by its number: from a post into the private chat.

import { expect, test } from 'vitest'
import { HOUR_MS } from '../../editions/newsroom.ts'
import { deskWithEdition, SECOND_MS, type TelegramDesk } from './desk.ts'

/** The payloads of the links into the private chat below the last post of a chat. */
function payloadsBelow({ telegram }: TelegramDesk, chatId: number): readonly string[] {
  const buttons = telegram.messages(chatId).at(-1)?.reply_markup?.inline_keyboard?.flat() ?? []
  const links = buttons.flatMap(({ url }) => url ?? [])
  return links.map((link) => /^https:\/\/t\.me\/\w+\?start=(.*)$/.exec(link)?.[1] ?? link)
}

test('10 a link into the private chat says nothing by itself and means one edition, and an unknown one is answered kindly', async () => {
  const { desk, channel, subscription, toSlot } = await deskWithEdition()
  await using _ = desk
  await toSlot()
  const payloads = payloadsBelow(desk, channel)
  expect(payloads.length).toBeGreaterThan(0)
  for (const payload of payloads) {
    expect(payload).toMatch(/^[A-Za-z0-9_-]{1,64}$/)
    const [edition] = await desk.app.store.editions({ subscriptionId: subscription.id, limit: 1 })
    expect(await desk.app.store.ref(payload)).toMatchObject({ kind: 'ask', editionId: edition?.id })
    expect(payload).not.toContain(edition?.id)
  }

  const reader = desk.telegram.person()
  for (const unknown of ['b_nowhere', 'x'.repeat(64), '-'])
    desk.telegram.follow(reader, `https://t.me/${desk.telegram.bot.username}?start=${unknown}`)
  await desk.pass(HOUR_MS)
  expect(desk.posts(reader)).toEqual(
    Array(3).fill(expect.stringMatching(/^This is no longer here\. The latest/)),
  )
  expect(desk.log.filter((line) => / error /.test(line))).toEqual([])
})

test('11 who came by the link of an edition asks about that edition, in private and in a group', async () => {
  const { desk, channel, toSlot } = await deskWithEdition()
  await using _ = desk
  await toSlot()
  const [payload = ''] = payloadsBelow(desk, channel)
  const reader = desk.telegram.person()
  desk.telegram.follow(reader, `https://t.me/${desk.telegram.bot.username}?start=${payload}`)
  await desk.pass(5 * SECOND_MS)
  expect(desk.posts(reader)[0]).toContain('You are reading this')

  desk.telegram.write(reader, 'How many people were injured?')
  await desk.pass(5 * SECOND_MS)
  expect(desk.posts(reader).at(-1)).toContain('Twelve people were injured')

  for (const place of ['group', 'supergroup'] as const) {
    const group = desk.telegram[place]({ bot: { status: 'member' } })
    const words = `/start@${desk.telegram.bot.username} ${payload}`
    desk.telegram.write(reader, { text: words, chat: group })
    await desk.pass(5 * SECOND_MS)
    const said = desk.telegram.messages(group).at(-1)?.message_id ?? 0
    desk.telegram.write(reader, { text: 'How many people were injured?', chat: group, replyTo: said })
    await desk.pass(5 * SECOND_MS)
    expect(desk.posts(group).at(-1)).toContain('Twelve people were injured')
  }
})
