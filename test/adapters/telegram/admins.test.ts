import { expect, test } from 'vitest'
import type { Person } from '../../../src/domain.ts'
import { createFakeClock } from '../../fakes/clock.ts'
import { telegramApp } from './telegram-app.ts'

const somebody = (id: number): Person => ({ platform: 'telegram', id: String(id) })

test('who is an admin is asked of Telegram, and believed for a minute', async () => {
  const clock = createFakeClock()
  await using app = await telegramApp({ clock })
  const [owner, member] = [app.telegram.person(), app.telegram.person()]
  const group = app.telegram.supergroup({ owner, bot: { status: 'member' } })
  const chat = app.chat(group, 'group')
  app.telegram.changeMember(group, member, { status: 'member' })
  const ask = (id: number) => app.adapter.isAdmin?.(chat, somebody(id))

  expect([await ask(owner), await ask(member), await ask(member)]).toEqual([true, false, false])
  app.telegram.changeMember(group, member, { status: 'administrator' })
  expect(await ask(member)).toBe(false)
  await clock.advance(60_000)
  expect(await ask(member)).toBe(true)
  expect(app.telegram.received('getChatMember')).toHaveLength(3)
})

test('in private everybody is his own admin, and nobody else is', async () => {
  await using app = await telegramApp()
  expect(await app.adapter.isAdmin?.(app.chat(7), somebody(7))).toBe(true)
  expect(await app.adapter.isAdmin?.(app.chat(7), somebody(8))).toBe(false)
})

test('where Telegram does not say, nobody is an admin this time', async () => {
  await using app = await telegramApp()
  const owner = app.telegram.person()
  const chat = app.chat(app.telegram.supergroup({ owner, bot: { status: 'member' } }), 'group')
  app.telegram.script('getChatMember', { kind: 'broken', as: 'html', isAccepted: false })
  expect(await app.adapter.isAdmin?.(chat, somebody(owner))).toBe(false)
  expect(await app.adapter.isAdmin?.(chat, somebody(owner))).toBe(true)
})
