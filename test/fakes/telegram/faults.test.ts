import { HttpError } from 'grammy'
import { expect, test } from 'vitest'
import { createFakeClock } from '../clock.ts'
import { apiOf } from './api-of.ts'
import type { Fault } from './fault.ts'
import { quiet } from './quiet.ts'
import { TELEGRAM_LIMITS } from './rates.ts'
import { startTelegram } from './telegram.ts'

test.each<[Fault, messages: number]>([
  [{ kind: 'dropped', isAccepted: false }, 0],
  [{ kind: 'dropped', isAccepted: true }, 1],
  [{ kind: 'broken', as: 'html', isAccepted: false }, 0],
  [{ kind: 'broken', as: 'html', isAccepted: true }, 1],
  [{ kind: 'broken', as: 'nonsense', isAccepted: true }, 1],
])('%o leaves the sender in doubt', async (fault, messages) => {
  await using telegram = await startTelegram()
  const reader = telegram.person({ hasStarted: true })
  telegram.script('sendMessage', fault)

  await expect(apiOf(telegram).sendMessage(reader, 'x')).rejects.toThrow(HttpError)

  expect(telegram.messages(reader)).toHaveLength(messages)
})

test('an error of the server in JSON leaves in doubt, too', async () => {
  await using telegram = await startTelegram()
  const reader = telegram.person({ hasStarted: true })
  telegram.script('sendMessage', { kind: 'broken', as: 'json', isAccepted: true })

  await expect(apiOf(telegram).sendMessage(reader, 'x')).rejects.toMatchObject({ error_code: 500 })

  expect(telegram.messages(reader)).toHaveLength(1)
})

test('who hears nothing hangs up himself', async () => {
  await using telegram = await startTelegram()
  const reader = telegram.person({ hasStarted: true })
  telegram.script('sendMessage', { kind: 'silent', isAccepted: true })
  const signal = AbortSignal.timeout(100) as never

  await expect(apiOf(telegram).sendMessage(reader, 'x', {}, signal)).rejects.toThrow()

  expect(telegram.received('sendMessage')).toMatchObject([{ params: { text: 'x' } }])
  expect(telegram.received('sendMessage')[0]).not.toHaveProperty('status')
})

test('a slow answer comes when its time has come', async () => {
  const clock = createFakeClock()
  await using telegram = await startTelegram({ clock })
  const reader = telegram.person({ hasStarted: true })
  telegram.script('sendMessage', { kind: 'slow', ms: 60_000 })

  const sent = apiOf(telegram).sendMessage(reader, 'x')
  await expect.poll(() => telegram.messages(reader).length).toBe(1)
  await clock.advance(60_000)

  await expect(sent).resolves.toMatchObject({ text: 'x' })
})

test('a fault hits the calls of its chat alone, in the order in which it was scripted', async () => {
  await using telegram = await startTelegram()
  const api = apiOf(telegram)
  const [ada, bob] = [telegram.person({ hasStarted: true }), telegram.person({ hasStarted: true })]
  telegram.script(
    { method: 'sendMessage', chat: bob },
    { kind: 'ok' },
    { kind: 'refused', code: 403, text: 'user is deactivated' },
    { kind: 'too-many', retryAfter: 7 },
  )

  await api.sendMessage(ada, 'x')
  await api.sendMessage(bob, 'x')

  await expect(api.sendMessage(bob, 'y')).rejects.toMatchObject({
    description: 'Forbidden: user is deactivated',
  })
  await expect(api.sendMessage(bob, 'z')).rejects.toMatchObject({
    error_code: 429,
    description: 'Too Many Requests: retry after 7',
    parameters: { retry_after: 7 },
  })
})

test('a fault that nothing ran into fails the test on closing', async () => {
  const telegram = await startTelegram()
  telegram.script('sendMessage', { kind: 'dropped', isAccepted: true })

  await expect(async () => telegram[Symbol.asyncDispose]()).rejects.toThrow('sendMessage: dropped')
})

test('with limits on, a chat takes one message a second, a group twenty a minute', async () => {
  const clock = createFakeClock()
  await using telegram = await startTelegram({ clock, limits: TELEGRAM_LIMITS })
  const api = apiOf(telegram)
  const group = telegram.group({ bot: { status: 'member' } })
  await api.sendMessage(group, 'x')

  await expect(api.sendMessage(group, 'x')).rejects.toMatchObject({ parameters: { retry_after: 1 } })
  for (let sent = 1; sent < 20; sent += 1) {
    await clock.advance(1000)
    await api.sendMessage(group, 'x')
  }
  await clock.advance(1000)

  await expect(api.sendMessage(group, 'x')).rejects.toMatchObject({ parameters: { retry_after: 40 } })
})

test('with limits on, all chats together take thirty messages a second', async () => {
  const clock = createFakeClock()
  await using telegram = await startTelegram({ clock, limits: TELEGRAM_LIMITS })
  const readers = Array.from({ length: 31 }, () => telegram.person({ hasStarted: true }))

  const sent = await Promise.allSettled(readers.map((reader) => apiOf(telegram).sendMessage(reader, 'x')))

  expect(sent.filter(({ status }) => status === 'fulfilled')).toHaveLength(30)
})

test('on a clock that waits for the server, no time passes while a call is under way', async () => {
  const clock = createFakeClock(0, () => quiet(telegram))
  const telegram = await startTelegram({ clock, limits: TELEGRAM_LIMITS })
  await using _telegram = telegram
  const reader = telegram.person({ hasStarted: true })
  const timeouts: number[] = []
  const send = async () => {
    for (let sent = 0; sent < 50; sent += 1) {
      void clock.sleep(60_000).then(() => timeouts.push(clock.now()))
      await apiOf(telegram).sendMessage(reader, 'x')
      await clock.sleep(1000)
    }
  }

  await clock.during(send())

  expect(telegram.received('sendMessage').map(({ at }) => at)).toEqual(
    Array.from({ length: 50 }, (_, sent) => sent * 1000),
  )
  expect(timeouts).toEqual([])
})
