// What Telegram does not say, and what others say in its name: nothing breaks, nothing is stored, one line tells of it.

import { once } from 'node:events'
import { request } from 'node:http'
import { connect } from 'node:net'
import { expect, test } from 'vitest'
import { HOUR_MS } from '../../../src/clock.ts'
import { createFakeClock } from '../../fakes/clock.ts'
import { quiet } from '../../fakes/telegram/quiet.ts'
import type { UpdateBody } from '../../fakes/telegram/wire.ts'
import { hookedApp, question, SECRET } from './hooked-app.ts'
import { telegramApp } from './telegram-app.ts'

const chat = { id: 7, type: 'private', first_name: 'Ada' }
const from = { id: 7, is_bot: false, first_name: 'Ada' }
const message = { message_id: 1, date: 1, chat, from, text: 'Hello?' }
const group = { id: -1_000_000_000_123, type: 'supergroup', title: 'Talk' }
const channel = { id: -1_000_000_000_456, type: 'channel', title: 'News' }
const bot = { id: 7_000_001, is_bot: true, first_name: 'Brevier' }
const press = { id: 'p', from, chat_instance: 'x', data: 'v1|abcdefghij' }
const join = { chat: group, from, date: 1, old_chat_member: { user: bot, status: 'left' } }

const unreadable: readonly (readonly [string, object])[] = [
  ['a message without a chat', { message: { ...message, chat: undefined } }],
  ['a message without a date', { message: { ...message, date: undefined } }],
  ['a message of the year 400,000', { message: { ...message, date: 1e13 } }],
  ['a message before all time', { message: { ...message, date: -1 } }],
  ['a message of a number beyond all numbers', { message: { ...message, message_id: 1e300 } }],
  ['a chat of a number beyond all numbers', { message: { ...message, chat: { ...chat, id: 2 ** 60 } } }],
  ['a chat of a kind that is not known', { message: { ...message, chat: { ...chat, type: 'planet' } } }],
  ['a chat whose number is a word', { message: { ...message, chat: { ...chat, id: '7; DROP TABLE' } } }],
  ['a text that is a list', { message: { ...message, text: ['Hello?'] } }],
  [
    'an entity before the beginning',
    { message: { ...message, entities: [{ type: 'mention', offset: -1 }] } },
  ],
  ['a press by nobody', { callback_query: { ...press, from: undefined } }],
  ['a press whose message is in no chat', { callback_query: { ...press, message: { message_id: 1 } } }],
  ['a press that says too much', { callback_query: { ...press, message, data: 'x'.repeat(300) } }],
  [
    'a place in a chat that is not known',
    { my_chat_member: { ...join, new_chat_member: { status: 'king' } } },
  ],
  ['a place in a chat of nobody', { my_chat_member: { ...join, from: undefined } }],
  ['a number that is none', { update_id: 'first', message }],
]

test.each(unreadable)('%s is not stored, and one line says so without its words', async (_name, body) => {
  await using it = await hookedApp()

  expect(await it.post({ update_id: 1, ...body }, SECRET)).toBe(200)

  expect(it.heard).toEqual([])
  expect(it.app.log.filter((line) => line.includes('an update could not be read'))).toHaveLength(1)
  expect(it.app.log.join()).not.toMatch(/Hello|DROP TABLE/)
})

const unheard: readonly (readonly [string, object])[] = [
  ['an update of a kind that is not known', { moon_phase: { phase: 'full' } }],
  ['an update of nothing', {}],
  ['a message that was edited', { edited_message: { ...message, edit_date: 2 } }],
  [
    'a channel post with a signature',
    { channel_post: { ...message, chat: channel, author_signature: 'Ed' } },
  ],
  ['a press below a message of inline mode', { callback_query: { ...press, inline_message_id: 'abc' } }],
  ['a press in a game', { callback_query: { ...press, data: undefined, game_short_name: 'g', message } }],
  [
    'somebody who came into a group',
    { message: { ...message, chat: group, text: undefined, new_chat_members: [from] } },
  ],
  ['a pinned message', { message: { ...message, text: undefined, pinned_message: message } }],
  ['a picture without words', { message: { ...message, text: undefined, photo: [] } }],
  ['chatter of an anonymous admin', { message: { ...message, chat: group, sender_chat: group } }],
  ['another bot', { message: { ...message, from: { ...from, is_bot: true } } }],
  [
    'a place in a group that changed nothing',
    { my_chat_member: { ...join, new_chat_member: { user: bot, status: 'kicked' } } },
  ],
]

test.each(unheard)('%s is nobody’s business: nothing is stored and nothing said', async (_name, body) => {
  await using it = await hookedApp()

  expect(await it.post({ update_id: 1, ...body }, SECRET)).toBe(200)

  expect(it.heard).toEqual([])
  expect(it.app.log).toEqual([])
  expect(it.app.telegram.received().map(({ method }) => method)).toEqual(['getMe', 'setWebhook'])
})

test('a press below a message that is no longer there is heard', async () => {
  await using it = await hookedApp()
  const pressed = { ...press, message: { chat: group, message_id: 1, date: 0 } }
  expect(await it.post({ update_id: 1, callback_query: pressed }, SECRET)).toBe(200)
  expect(it.heard).toEqual(['tap'])
  await expect.poll(() => it.app.telegram.received('answerCallbackQuery')).toHaveLength(1)
})

test('of 64 KB no more is stored than anybody can write', async () => {
  await using it = await hookedApp()
  const long = { ...message, text: `${'é'.repeat(65_536)}` }
  expect(await it.post({ update_id: 1, message: long }, SECRET)).toBe(200)
  expect(it.heard.map(({ length }) => length)).toEqual([8_192])
})

test('what cannot be read does not keep what comes after it waiting', async () => {
  const clock = createFakeClock(undefined, async () => quiet(app.telegram))
  await using app = await telegramApp({ clock })
  for (const [, body] of unreadable)
    if (!('update_id' in body)) app.telegram.world.updates.push(body as UpdateBody)
  app.telegram.write(app.telegram.person(), 'How many?')

  const hearing = app.hear(1)
  await clock.advance(HOUR_MS)

  expect(await hearing).toMatchObject([{ kind: 'question', text: 'How many?' }])
  expect(app.log.filter((line) => line.includes('could not be read'))).toHaveLength(unreadable.length - 1)
})

/** A request as somebody sends it who is not Telegram. */
function raw(port: number, body: string, headers: Readonly<Record<string, string>>, method = 'POST') {
  return new Promise<number>((resolve, reject) => {
    const sent = request({ port, host: '127.0.0.1', method, headers }, (response) => {
      response.resume()
      resolve(response.statusCode ?? 0)
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

const secret = { 'x-telegram-bot-api-secret-token': SECRET }
const update = JSON.stringify(question(7))

test.each([
  ['no POST', 405, '', secret, 'PUT'],
  ['no secret', 401, update, {}],
  ['half of the secret', 401, update, { 'x-telegram-bot-api-secret-token': SECRET.slice(0, -1) }],
  ['the secret in other letters', 401, update, { 'x-telegram-bot-api-secret-token': SECRET.toUpperCase() }],
  ['a form', 400, 'update_id=1', { ...secret, 'content-type': 'application/x-www-form-urlencoded' }],
  ['half of an update', 400, update.slice(0, -2), secret],
  ['nothing', 400, '', secret],
  ['a word', 400, '"update_id"', secret],
  ['null', 400, 'null', secret],
  ['a depth without end', 400, '['.repeat(900_000), secret],
])('a webhook refuses %s with %i, once in the log', async (_name, status, body, headers, method = 'POST') => {
  await using it = await hookedApp()

  expect(await raw(it.port, body, headers, method)).toBe(status)
  expect(await raw(it.port, body, headers, method)).toBe(status)

  expect(it.heard).toEqual([])
  expect(it.app.log).toEqual([
    expect.stringMatching(new RegExp(`a request to the webhook was refused.*${status}`)),
  ])
  expect(it.app.log.join()).not.toContain(SECRET)
})

test('a webhook does not take 10 MB, whether they are announced or not', async () => {
  await using it = await hookedApp()
  const announced = request({
    port: it.port,
    host: '127.0.0.1',
    method: 'POST',
    headers: { ...secret, 'content-length': '10000000' },
  })
  announced.on('error', () => undefined)
  announced.flushHeaders()
  const [early] = (await once(announced, 'response')) as [{ statusCode: number }]
  expect(early.statusCode).toBe(413)

  const streamed = request({ port: it.port, host: '127.0.0.1', method: 'POST', headers: secret })
  streamed.on('error', () => undefined)
  streamed.write('x'.repeat(1_000_001))
  const [late] = (await once(streamed, 'response')) as [{ statusCode: number }]
  expect(late.statusCode).toBe(413)
  streamed.destroy()
  expect(it.heard).toEqual([])
})

test('a webhook that somebody speaks to without end can be stopped, and takes what it was given', async () => {
  const it = await hookedApp()
  const endless = connect(it.port, '127.0.0.1')
  endless.on('error', () => undefined)
  await once(endless, 'connect')
  endless.write(
    `POST / HTTP/1.1\r\nhost: x\r\nx-telegram-bot-api-secret-token: ${SECRET}\r\ncontent-length: 10\r\n\r\n{`,
  )
  expect(await it.post(question(7), SECRET)).toBe(200)

  await it[Symbol.asyncDispose]()

  expect(it.heard).toEqual(['Hello?'])
})
