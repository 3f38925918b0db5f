// What Brevier promises of Telegram beyond the numbered list.

import { expect, test } from 'vitest'
import { MINUTE_MS } from '../../editions/newsroom.ts'
import { createFakeClock } from '../../fakes/clock.ts'
import { quiet } from '../../fakes/telegram/quiet.ts'
import { startTelegram } from '../../fakes/telegram/telegram.ts'
import { SECOND_MS, type TelegramDesk, telegramDesk } from './desk.ts'

async function deskWithGroup() {
  const desk = await telegramDesk()
  const owner = desk.telegram.person({ hasStarted: true })
  const group = desk.telegram.supergroup({ owner, bot: { status: 'administrator' } })
  const chat = desk.chat(group, 'group')
  await desk.subscribe(chat, { owner: { platform: 'telegram', id: String(owner) }, topics: 'bridges' })
  desk.telegram.write(owner, { text: '/settings', chat: group })
  await desk.pass(10 * SECOND_MS)
  return { desk, owner, group }
}

function tapLast({ telegram }: TelegramDesk, person: number, group: number, label: string) {
  const message = telegram.messages(group).at(-1)?.message_id ?? 0
  return telegram.tap(person, { chat: group, message }, label)
}

test('who is no admin changes nothing of a group, by a button or in words, and is told so', async () => {
  const { desk, group } = await deskWithGroup()
  await using _ = desk
  const member = desk.telegram.person()
  const press = tapLast(desk, member, group, 'Pause')
  await desk.pass(5 * SECOND_MS)
  expect(press?.answer).toMatchObject({ text: expect.stringContaining('admins') })
  desk.telegram.write(member, { text: '/edit u1 topics: football', chat: group })
  await desk.pass(10 * SECOND_MS)
  expect(desk.posts(group).at(-1)).toContain('admins')

  expect(await desk.app.store.subscriptions()).toMatchObject([{ topics: 'bridges' }])
  expect((await desk.app.store.subscriptions())[0]).not.toHaveProperty('pausedAt')
})

test('what an admin presses changes the message in place, without a preview of links', async () => {
  const { desk, owner, group } = await deskWithGroup()
  await using _ = desk
  const before = desk.posts(group).length
  tapLast(desk, owner, group, 'Pause')
  await desk.pass(5 * SECOND_MS)

  expect((await desk.app.store.subscriptions())[0]?.pausedAt).toBeDefined()
  expect(desk.posts(group)).toHaveLength(before)
  const edits = desk.telegram.received('editMessageText').map(({ params }) => params.link_preview_options)
  expect(edits).toEqual([{ is_disabled: true }])
})

test('commands are listed once, and what is asked for is what is heard', async () => {
  const clock = createFakeClock(undefined, async () => quiet(telegram))
  await using telegram = await startTelegram({ clock })
  const listed = () => telegram.received('setMyCommands').length
  for (const times of ['first', 'second']) {
    const before = listed()
    await using desk = await telegramDesk({ at: { telegram, clock } })
    await desk.pass(MINUTE_MS)
    if (times === 'first') expect(listed()).toBeGreaterThan(before)
    else expect(listed()).toBe(before)
  }
  const asked = telegram.received('getUpdates').map(({ params }) => params.allowed_updates)
  expect(asked[0]).toEqual(expect.arrayContaining(['my_chat_member', 'stopped_message_generation']))
})
