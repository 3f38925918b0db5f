import { expect, test } from 'vitest'
import { createFakeClock } from '../clock.ts'
import { apiOf } from './api-of.ts'
import { startTelegram, type Telegram } from './telegram.ts'

test('what is fetched comes again until a later offset confirms it', async () => {
  await using telegram = await startTelegram({ clock: createFakeClock() })
  const api = apiOf(telegram)
  const reader = telegram.person()
  telegram.write(reader, 'one')
  telegram.write(reader, 'two')

  const first = await api.getUpdates()
  const again = await api.getUpdates({ offset: first[0]?.update_id ?? 0 })
  const last = await api.getUpdates({ offset: first.at(-1)?.update_id ?? 0 })
  const none = await api.getUpdates({ offset: 1 + (first.at(-1)?.update_id ?? 0) })

  expect([first, again, last, none].map((list) => list.map(({ message }) => message?.text))).toEqual([
    ['one', 'two'],
    ['one', 'two'],
    ['two'],
    [],
  ])
})

test('who asks at once for the same again gets one at a time', async () => {
  await using telegram = await startTelegram({ clock: createFakeClock() })
  const api = apiOf(telegram)
  const reader = telegram.person()
  telegram.write(reader, 'one')
  telegram.write(reader, 'two')

  await api.getUpdates()

  expect(await api.getUpdates()).toHaveLength(1)
})

test('a negative offset leaves only the last', async () => {
  await using telegram = await startTelegram()
  const reader = telegram.person()
  for (const text of ['one', 'two', 'three']) telegram.write(reader, text)

  const updates = await apiOf(telegram).getUpdates({ offset: -1 })

  expect(updates).toMatchObject([{ message: { text: 'three' } }])
})

test('a poll waits for what comes, on the clock of the test', async () => {
  const clock = createFakeClock()
  await using telegram = await startTelegram({ clock })
  const api = apiOf(telegram)
  const reader = telegram.person()
  const waiting = api.getUpdates({ timeout: 30 })
  await polled(telegram, 1)

  telegram.write(reader, 'one')
  const [update] = await waiting
  const empty = api.getUpdates({ offset: 1 + (update?.update_id ?? 0), timeout: 30 })
  await polled(telegram, 2)
  await clock.advance(30_000)

  expect(update).toMatchObject({ message: { text: 'one' } })
  expect(await empty).toEqual([])
})

test('a second poller ends the first', async () => {
  await using telegram = await startTelegram({ clock: createFakeClock() })
  const api = apiOf(telegram)
  const first = api.getUpdates({ timeout: 30 }).catch((error: unknown) => error)
  await polled(telegram, 1)

  const second = api.getUpdates({ timeout: 30 })
  await polled(telegram, 2)
  telegram.write(telegram.person(), 'one')

  expect(await first).toMatchObject({
    error_code: 409,
    description:
      'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
  })
  expect(await second).toHaveLength(1)
})

test('kinds that nobody asked for do not come, and what was asked for stays asked for', async () => {
  await using telegram = await startTelegram()
  const api = apiOf(telegram)
  const [reader, group] = [telegram.person(), telegram.group({ bot: { status: 'administrator' } })]

  telegram.changeMember(group, reader, { status: 'member' })
  const byDefault = await api.getUpdates({ allowed_updates: ['chat_member'] })
  telegram.changeMember(group, reader, { status: 'left' })
  telegram.write(reader, 'one')

  expect(byDefault).toEqual([])
  expect((await api.getUpdates({ offset: 1 })).map((update) => Object.keys(update)[1])).toEqual([
    'chat_member',
  ])
})

test('a press is kept for 150 seconds, everything else for a day', async () => {
  const clock = createFakeClock()
  await using telegram = await startTelegram({ clock })
  const api = apiOf(telegram)
  const reader = telegram.person()
  const message = telegram.write(reader, 'one')
  telegram.press(reader, { chat: reader, message }, 'x')

  await clock.advance(150_000)
  const later = await api.getUpdates()
  await clock.advance(24 * 3_600_000)

  expect(later).toHaveLength(1)
  expect(await api.getUpdates()).toEqual([])
})

test('ids may begin again somewhere else, and an offset from before is from the future then', async () => {
  await using telegram = await startTelegram()
  const api = apiOf(telegram)
  const reader = telegram.person()
  telegram.write(reader, 'one')
  await api.getUpdates({ offset: 500_002 })
  telegram.world.updates.continueAt(7)
  telegram.write(reader, 'two')

  const updates = await api.getUpdates({ offset: 500_002 })
  const none = await api.getUpdates({ offset: 8 })

  expect(updates).toMatchObject([{ update_id: 7, message: { text: 'two' } }])
  expect(none).toEqual([])
})

test('an update that was confirmed may come again all the same', async () => {
  await using telegram = await startTelegram()
  const api = apiOf(telegram)
  telegram.write(telegram.person(), 'one')
  await api.getUpdates({ offset: 500_002 })

  telegram.world.updates.repeat(500_001)

  expect(await api.getUpdates()).toMatchObject([{ update_id: 500_001 }])
})

/** So many polls have reached the server. */
async function polled(telegram: Telegram, count: number): Promise<void> {
  await expect.poll(() => telegram.received('getUpdates').length).toBe(count)
}
