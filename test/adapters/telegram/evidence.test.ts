import { expect, test } from 'vitest'
import type { Delivery, Message } from '../../../src/domain.ts'
import { createFakeClock } from '../../fakes/clock.ts'
import { telegramApp, text } from './telegram-app.ts'

const POST_RIGHTS = { status: 'administrator', can_post_messages: true } as const
const { signal } = new AbortController()

const withButton: Message = {
  language: 'en',
  blocks: [
    ...text('The 08:00 edition.').blocks,
    { kind: 'buttons', rows: [[{ label: 'Why', ref: 'abcdefghij' }]] },
  ],
}

async function unknownPost(env: Readonly<Record<string, string>> = {}) {
  const clock = createFakeClock()
  const app = await telegramApp({ clock, env })
  const person = app.telegram.person()
  const channel = app.telegram.channel({ owner: person, bot: POST_RIGHTS })
  const group = app.telegram.supergroup({ owner: person, bot: { status: 'administrator' } })
  const chat = app.chat(channel, 'channel')
  await app.send(chat, 'An earlier post.')
  app.telegram.script('sendMessage', { kind: 'dropped', isAccepted: true })
  const post = async () => {
    expect(await app.send(chat, withButton)).toMatchObject({ kind: 'unknown' })
    return app.telegram.messages(channel).at(-1)?.message_id ?? 0
  }
  const [payload] = app.adapter.render(withButton, chat)
  const delivery = { chat, payload, createdAt: clock.now(), sendingAt: clock.now(), isPlain: false }
  return { app, clock, person, channel, group, post, delivery: delivery as unknown as Delivery }
}

test('the copy in the discussion group proves that a post arrived, and names it', async () => {
  const { app, channel, group, post, delivery } = await unknownPost()
  await using _ = app
  app.telegram.link(channel, group)
  const id = await post()
  app.telegram.write(app.telegram.person(), 'A question, to stop listening.')
  await app.hear(1)
  expect(await app.adapter.evidence?.(delivery, signal)).toEqual({ receipt: `${channel}/${id}` })
})

test('a press below a post proves that it arrived', async () => {
  const { app, person, channel, post, delivery } = await unknownPost()
  await using _ = app
  const message = await post()
  app.telegram.tap(person, { chat: channel, message }, 'Why')
  await app.hear(1)
  expect(await app.adapter.evidence?.(delivery, signal)).toEqual({ receipt: `${channel}/${message}` })
})

test('where no copies are made nothing is waited for, and nothing is known', async () => {
  const { app, post, delivery } = await unknownPost()
  await using _ = app
  await post()
  expect(await app.adapter.evidence?.(delivery, signal)).toBe('unknown')
})

test('a copy that does not come within a minute proves nothing', async () => {
  const { app, clock, channel, group, post, delivery } = await unknownPost()
  await using _ = app
  app.telegram.link(channel, group)
  await post()
  const looking = app.adapter.evidence?.(delivery, signal)
  await expect.poll(() => app.telegram.received('getChat')).toHaveLength(1)
  const since = clock.now()
  expect(await clock.during(looking ?? Promise.reject(new Error('no evidence')))).toBe('unknown')
  expect(clock.now() - since).toBeLessThan(60_000)
})

test('the probe of numbers finds a post, when it is turned on', async () => {
  const { app, channel, post, delivery } = await unknownPost({ TELEGRAM_ID_PROBE: 'yes' })
  await using _ = app
  const id = await post()
  expect(await app.adapter.evidence?.(delivery, signal)).toEqual({ receipt: `${channel}/${id}` })
  expect(app.telegram.received('editMessageReplyMarkup').map(({ params }) => params.message_id)).toEqual([id])
})
