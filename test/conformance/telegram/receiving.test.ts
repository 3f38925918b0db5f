// What Brevier promises of Telegram, a test each, named by its number: how updates come in.

import { expect, test } from 'vitest'
import { hookedApp, question, SECRET } from '../../adapters/telegram/hooked-app.ts'
import { flood } from '../../editions/articles.ts'
import { MINUTE_MS } from '../../editions/newsroom.ts'
import { deskWithChannel, refused, SECOND_MS, sends, telegramDesk } from './desk.ts'

test('31 an update that comes twice is answered once', async () => {
  const desk = await telegramDesk()
  await using _ = desk
  await desk.publish(flood)
  const reader = desk.telegram.person()
  desk.telegram.write(reader, 'How many people were injured in the Vessen flood?')
  await desk.pass(5 * SECOND_MS)
  expect(desk.posts(reader)).toHaveLength(1)
  desk.telegram.world.updates.repeat(500_001)
  await desk.pass(5 * SECOND_MS)
  expect(desk.posts(reader)).toHaveLength(1)
})

test('32 an update of a smaller number than the last is handled', async () => {
  const desk = await telegramDesk()
  await using _ = desk
  const reader = desk.telegram.person()
  desk.telegram.write(reader, '/help')
  await desk.pass(40 * SECOND_MS)
  desk.telegram.world.updates.continueAt(100)
  desk.telegram.write(reader, '/help')
  await desk.pass(40 * SECOND_MS)
  expect(desk.posts(reader)).toHaveLength(2)
})

test('33 another poller keeps the desk alive and waiting, and its going is noticed', async () => {
  const desk = await telegramDesk()
  await using _ = desk
  const conflict = refused(
    409,
    'terminated by other getUpdates request; make sure that only one bot instance is running',
  )
  desk.telegram.script('getUpdates', conflict, conflict, conflict)
  await desk.pass(SECOND_MS)
  expect(desk.desk.health().isReady).toBe(false)
  await desk.pass(3 * MINUTE_MS)
  const times = desk.telegram
    .received('getUpdates')
    .filter(({ status }) => status === 409)
    .map(({ at }) => at)
  expect(times).toHaveLength(3)
  expect((times[1] ?? 0) - (times[0] ?? 0)).toBeGreaterThanOrEqual(5 * SECOND_MS)
  expect((times[2] ?? 0) - (times[1] ?? 0)).toBeGreaterThan((times[1] ?? 0) - (times[0] ?? 0))

  const reader = desk.telegram.person()
  desk.telegram.write(reader, '/help')
  await desk.pass(5 * SECOND_MS)
  expect(desk.posts(reader)).toHaveLength(1)
})

test('34 a refused token stops polling and sending, the desk is not ready, and no line of the log has the token', async () => {
  const { desk, channel, chat } = await deskWithChannel()
  await using _ = desk
  await desk.pass(40 * SECOND_MS)
  expect(desk.desk.health().isReady).toBe(true)
  desk.telegram.revokeToken()
  await desk.pass(40 * SECOND_MS)
  for (const words of ['First.', 'Second.']) await desk.say(chat, words)
  await desk.pass(20 * SECOND_MS)
  const before = desk.telegram.received().length
  await desk.pass(2 * MINUTE_MS)

  expect(desk.telegram.received().length).toBe(before)
  expect(sends(desk, channel).length).toBeLessThanOrEqual(1)
  expect(desk.posts(channel)).toEqual([])
  expect(desk.desk.health().isReady).toBe(false)
  expect(desk.log.join()).not.toContain(desk.telegram.token)
})

test('35 a poll that never returns is given up, and polling goes on', async () => {
  const desk = await telegramDesk()
  await using _ = desk
  desk.telegram.script('getUpdates', { kind: 'silent', isAccepted: false })
  await desk.pass(40 * SECOND_MS)
  const reader = desk.telegram.person()
  desk.telegram.write(reader, '/help')
  await desk.pass(80 * SECOND_MS)
  expect(desk.posts(reader)).toHaveLength(1)
})

test('36 a webhook takes nothing without its secret, and answers at once with it, however long the answer takes', async () => {
  await using it = await hookedApp()
  const update = question(it.app.telegram.person({ hasStarted: true }))
  expect([await it.post(update), await it.post(update, 'another-secret-123')]).toEqual([401, 401])
  expect(it.heard).toEqual([])
  expect(await it.post(update, SECRET)).toBe(200)
  expect(it.heard).toHaveLength(1)
  expect(it.app.telegram.received('sendMessage')).toEqual([])
})
