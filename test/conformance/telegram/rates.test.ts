// What Brevier promises of Telegram, a test each, named by its number: how fast, and what is asked to wait.

import { expect, test } from 'vitest'
import { HOUR_MS, MINUTE_MS } from '../../editions/newsroom.ts'
import { deskWithChannel, deskWithEdition, POSTING, SECOND_MS, sends, telegramDesk } from './desk.ts'

test('23 a chat that was asked to wait waits as long, others go on, and it is sent once', async () => {
  const { desk, channel, chat } = await deskWithChannel()
  await using _ = desk
  const other = desk.telegram.channel({ bot: POSTING })
  desk.telegram.script({ method: 'sendMessage', chat: channel }, { kind: 'too-many', retryAfter: 7 })
  const start = desk.clock.now()
  await desk.say(chat, 'First.')
  await desk.say(desk.chat(other, 'channel'), 'Other.')

  await desk.pass(MINUTE_MS)

  const times = (id: number) => sends(desk, id).map(({ at }) => at - start)
  expect(times(channel)).toHaveLength(2)
  expect((times(channel)[1] ?? 0) - (times(channel)[0] ?? 0)).toBeGreaterThanOrEqual(7 * SECOND_MS)
  expect(times(other)).toEqual([expect.toSatisfy((ms: number) => ms < 7 * SECOND_MS)])
  expect(desk.posts(channel)).toEqual(['First.'])
})

test('23 a chat that was asked to wait hears nothing at once either, until it has waited', async () => {
  const desk = await telegramDesk()
  await using _ = desk
  const reader = desk.telegram.person({ hasStarted: true })
  desk.telegram.script('sendMessage', { kind: 'too-many', retryAfter: 30 })
  await desk.say(desk.chat(reader), 'First.')
  await desk.pass(20 * SECOND_MS)
  desk.telegram.write(reader, '/start nowhere-any-more')
  await desk.pass(2 * MINUTE_MS)

  const [asked, ...others] = sends(desk, reader)
  expect(asked?.status).toBe(429)
  expect(others.map(({ status }) => status)).toEqual([200, 200])
  for (const { at } of others) expect(at - (asked?.at ?? 0)).toBeGreaterThanOrEqual(30 * SECOND_MS)
})

test('24 a chat that was asked to wait for an hour keeps nobody else waiting, and its owner reads that it comes late', async () => {
  const { desk, owner, channel, chat, toSlot } = await deskWithEdition()
  await using _ = desk
  const others = Array.from({ length: 40 }, () => desk.telegram.channel({ bot: POSTING }))
  desk.telegram.script({ method: 'sendMessage', chat: channel }, { kind: 'too-many', retryAfter: 3_600 })
  await toSlot()
  for (const other of others) await desk.say(desk.chat(other, 'channel'), 'Other.')

  await desk.pass(MINUTE_MS)
  expect(others.flatMap((other) => desk.posts(other))).toHaveLength(40)
  expect(await desk.deliveries(chat)).toMatchObject([{ state: 'pending', reason: { kind: 'later' } }])
  expect(desk.posts(owner)).toEqual([expect.stringMatching(/comes late to .*\n.*wait until \d\d:\d\d/)])
  await desk.pass(HOUR_MS)
  expect(desk.posts(channel)).toHaveLength(1)
  expect(sends(desk, channel)).toHaveLength(2)
})

test('25 no more than 1 message a second goes to a person, 20 a minute to a channel, 25 a second in all', async () => {
  const { desk, channel, chat } = await deskWithChannel()
  await using _ = desk
  const readers = Array.from({ length: 60 }, () => desk.telegram.person({ hasStarted: true }))
  for (let at = 0; at < 25; at += 1) await desk.say(chat, `Post ${at}.`)
  for (const reader of readers) for (const words of ['One.', 'Two.']) await desk.say(desk.chat(reader), words)

  await desk.pass(3 * MINUTE_MS)

  const most = (id: number | undefined, ms: number) => {
    const times = desk.telegram
      .received('sendMessage')
      .filter(({ params }) => id === undefined || params.chat_id === id)
      .map(({ at }) => at)
    return Math.max(...times.map((from) => times.filter((at) => at >= from && at < from + ms).length))
  }
  expect(desk.telegram.received('sendMessage')).toHaveLength(145)
  expect(most(undefined, SECOND_MS)).toBeLessThanOrEqual(25)
  expect(most(channel, MINUTE_MS)).toBeLessThanOrEqual(20)
  expect(Math.max(...readers.map((reader) => most(reader, SECOND_MS)))).toBe(1)
})
