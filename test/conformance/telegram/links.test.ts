// What Brevier promises of Telegram, a test each, named by its number: from a post into the private chat.

import { expect, test } from 'vitest'
import { deskWithEdition, SECOND_MS } from './desk.ts'

test('10 a link into the private chat says nothing by itself, and an unknown one is answered kindly', async () => {
  const { desk, channel, toSlot } = await deskWithEdition()
  await using _ = desk
  await toSlot()
  const buttons = desk.telegram.messages(channel).at(-1)?.reply_markup?.inline_keyboard?.flat() ?? []
  const links = buttons.flatMap(({ url }) => url ?? [])
  expect(links.length).toBeGreaterThan(0)
  for (const link of links) expect(link).toMatch(/^https:\/\/t\.me\/\w+\?start=[A-Za-z0-9_-]{1,64}$/)

  const reader = desk.telegram.person()
  desk.telegram.write(reader, '/start b_nowhere')
  await desk.pass(5 * SECOND_MS)
  expect(desk.posts(reader)).toHaveLength(1)
})

test('11 who came by the link of an edition asks about that edition', async () => {
  const { desk, channel, toSlot } = await deskWithEdition()
  await using _ = desk
  await toSlot()
  const post = desk.telegram.messages(channel).at(-1)
  const link = post?.reply_markup?.inline_keyboard?.flat().find(({ url }) => url !== undefined)?.url ?? ''
  const reader = desk.telegram.person()
  desk.telegram.follow(reader, link)
  await desk.pass(5 * SECOND_MS)
  expect(desk.posts(reader)[0]).toContain('You are reading this')

  desk.telegram.write(reader, 'How many people were injured?')
  await desk.pass(5 * SECOND_MS)

  expect(desk.posts(reader).at(-1)).toContain('Twelve people were injured')
})
