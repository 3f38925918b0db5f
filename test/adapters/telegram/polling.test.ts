import { expect, test } from 'vitest'
import { createFakeClock } from '../../fakes/clock.ts'
import type { Fault } from '../../fakes/telegram/fault.ts'
import { telegramApp } from './telegram-app.ts'

async function listeningApp(...faults: readonly Fault[]) {
  const clock = createFakeClock()
  const app = await telegramApp({ clock })
  app.telegram.script('getUpdates', ...faults)
  const stop = new AbortController()
  const heard: string[] = []
  const listening = app.adapter.listen(async ({ key }) => {
    heard.push(key)
    return { kind: 'later' }
  }, stop.signal)
  const polls = () => app.telegram.received('getUpdates')
  return {
    app,
    clock,
    heard,
    polls,
    async [Symbol.asyncDispose]() {
      stop.abort()
      await clock.during(listening)
      await app[Symbol.asyncDispose]()
    },
  }
}

const conflict: Fault = {
  kind: 'refused',
  code: 409,
  text: 'terminated by other getUpdates request; make sure that only one bot instance is running',
}

test('another process that polls too is waited for, longer each time, and its going is noticed', async () => {
  await using it = await listeningApp(conflict, conflict)
  await expect.poll(() => it.app.log.join()).toContain('409')
  await it.clock.advance(4_999)
  expect(it.polls()).toHaveLength(1)
  await it.clock.advance(1)
  await expect.poll(() => it.polls()[1]?.status).toBe(409)
  it.app.telegram.write(it.app.telegram.person(), 'Still there?')
  await it.clock.advance(10_000)
  await expect.poll(() => it.heard).toHaveLength(1)
})

test('a request that is never answered is given up, and listening goes on', async () => {
  await using it = await listeningApp({ kind: 'silent', isAccepted: false })
  await expect.poll(() => it.polls()).toHaveLength(1)
  it.app.telegram.write(it.app.telegram.person(), 'Hello?')
  await it.clock.advance(75_000)
  await expect.poll(() => it.app.log.join()).toContain('No answer came')
  await it.clock.advance(1_000)
  await expect.poll(() => it.heard).toHaveLength(1)
})

test('a refused token is not asked with again for five minutes, and stands in no line of the log', async () => {
  await using it = await listeningApp({ kind: 'refused', code: 401, text: 'Unauthorized' })
  await expect.poll(() => it.app.log.join()).toContain('401')
  await it.clock.advance(299_000)
  expect(it.polls()).toHaveLength(1)
  expect(it.app.log.join()).not.toContain(it.app.telegram.token)
})

test('a webhook that somebody left is removed', async () => {
  await using it = await listeningApp({
    kind: 'refused',
    code: 409,
    text: "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
  })
  await expect.poll(() => it.app.telegram.received('deleteWebhook')).toHaveLength(1)
})

test('what is asked for are messages, presses and memberships, and everything taken is confirmed at the end', async () => {
  await using app = await telegramApp()
  app.telegram.write(app.telegram.person(), 'Hello?')
  await app.hear(1)
  const polls = app.telegram.received('getUpdates').map(({ params }) => params)
  expect(polls[0]).toEqual({
    limit: 100,
    timeout: 30,
    allowed_updates: ['message', 'callback_query', 'my_chat_member', 'stopped_message_generation'],
  })
  expect(polls[1]).toMatchObject({ timeout: 0, offset: expect.any(Number) })
})

test('an update of a smaller number than the last is heard', async () => {
  await using it = await listeningApp()
  const { telegram } = it.app
  const person = telegram.person()
  telegram.write(person, 'First?')
  await expect.poll(() => it.heard).toHaveLength(1)
  telegram.world.updates.continueAt(100)
  telegram.write(person, 'Second?')
  await expect.poll(() => it.heard).toHaveLength(2)
})
