// What Brevier promises of Telegram, a test each, named by its number: how updates come in.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Ack } from '../../../src/ports.ts'
import { hookedApp, question, SECRET } from '../../adapters/telegram/hooked-app.ts'
import { text } from '../../adapters/telegram/telegram-app.ts'
import { flood } from '../../editions/articles.ts'
import { MINUTE_MS, START } from '../../editions/newsroom.ts'
import { createFakeClock } from '../../fakes/clock.ts'
import type { Fault } from '../../fakes/telegram/fault.ts'
import { quiet } from '../../fakes/telegram/quiet.ts'
import { startTelegram } from '../../fakes/telegram/telegram.ts'
import { deskWithChannel, refused, SECOND_MS, sends, telegramDesk } from './desk.ts'

const INJURED = 'How many people were injured in the Vessen flood?'

test('31 an update that comes twice is answered once', async () => {
  const desk = await telegramDesk()
  await using _ = desk
  await desk.publish(flood)
  const reader = desk.telegram.person()
  desk.telegram.write(reader, INJURED)
  await desk.pass(5 * SECOND_MS)
  expect(desk.posts(reader)).toHaveLength(1)
  desk.telegram.world.updates.repeat(500_001)
  await desk.pass(5 * SECOND_MS)
  expect(desk.posts(reader)).toHaveLength(1)
})

test('31 what was answered before a crash and comes again after it is answered once, by one making of the answer', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'brevier-replay-'))
  const database = `sqlite:${join(folder, 'desk.db')}`
  const clock = createFakeClock(START, async () => quiet(telegram))
  const telegram = await startTelegram({ clock })
  const reader = telegram.person()
  const dropped: Fault = { kind: 'dropped', isAccepted: false }
  try {
    const first = await telegramDesk({ database, at: { telegram, clock } })
    await first.publish(flood)
    await first.pass(SECOND_MS)
    // What is asked for after the question never arrives, so that nothing confirms it.
    telegram.script('getUpdates', ...Array(8).fill(dropped))
    telegram.write(reader, INJURED)
    await first.pass(5 * SECOND_MS)
    expect(first.posts(reader)).toHaveLength(1)
    await first[Symbol.asyncDispose]()
    expect(telegram.world.updates.pending()).toHaveLength(1)

    await using second = await telegramDesk({ database, at: { telegram, clock } })
    await second.pass(10 * MINUTE_MS)

    expect(telegram.world.updates.pending()).toEqual([])
    expect(second.posts(reader)).toHaveLength(1)
    expect(await second.app.store.answer('q1')).toMatchObject({ question: INJURED })
    expect(await second.app.store.answer('q2')).toBeUndefined()
  } finally {
    await telegram[Symbol.asyncDispose]()
    rmSync(folder, { recursive: true })
  }
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

  expect(desk.desk.health().isReady).toBe(true)
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
  const asked = () => desk.telegram.received().length + desk.telegram.received('getUpdates').length
  const before = asked()
  await desk.pass(2 * MINUTE_MS)

  expect(asked()).toBe(before)
  expect(sends(desk, channel).length).toBeLessThanOrEqual(1)
  expect(desk.posts(channel)).toEqual([])
  expect(desk.desk.health().isReady).toBe(false)
  expect(desk.log.join()).not.toContain(desk.telegram.token)
})

test('35 a poll that never returns is given up after 75 seconds, and polling goes on', async () => {
  const desk = await telegramDesk()
  await using _ = desk
  desk.telegram.script('getUpdates', { kind: 'silent', isAccepted: false })
  await desk.pass(10 * SECOND_MS)
  const reader = desk.telegram.person()
  desk.telegram.write(reader, '/help')
  // Twice the 30 seconds that it asks to be answered within, and 15; then a second of rest.
  await desk.pass(66 * SECOND_MS)
  expect(desk.telegram.received('getUpdates').length).toBeGreaterThan(1)
  await desk.pass(5 * SECOND_MS)
  expect(desk.posts(reader)).toHaveLength(1)
})

test('36 a webhook takes nothing without its secret, and with it answers before the answer to the reader is made', async () => {
  let answer: (ack: Ack) => void = () => {}
  await using it = await hookedApp((stored) => {
    stored()
    return new Promise((resolve) => {
      answer = resolve
    })
  })
  const update = question(it.app.telegram.person({ hasStarted: true }))
  expect([await it.post(update), await it.post(update, ''), await it.post(update, `${SECRET}x`)]).toEqual([
    401, 401, 401,
  ])
  expect(it.heard).toEqual([])

  // It would wait here for as long as the answer takes.
  expect(await it.post(update, SECRET)).toBe(200)

  expect(it.heard).toEqual(['Hello?'])
  expect(it.app.telegram.received('sendMessage')).toEqual([])
  answer({ kind: 'reply', message: text('Hello.') })
  await expect.poll(() => it.app.telegram.received('sendMessage')).toHaveLength(1)
})
