import { expect, test } from 'vitest'
import type { Block, InboundEvent } from '../../../src/domain.ts'
import { createFakeClock } from '../../fakes/clock.ts'
import { telegramApp, text } from './telegram-app.ts'

const said = (event: InboundEvent) =>
  event.kind === 'question'
    ? event.text
    : event.kind === 'command'
      ? [event.name, event.text]
      : event.kind === 'tap'
        ? `tap ${event.ref}`
        : event.kind

test('in private everything is a question, a command, or a tap on a link', async () => {
  await using app = await telegramApp()
  const person = app.telegram.person({ language: 'pt-br' })
  for (const words of [
    'How many?',
    '/sources 2',
    `/help@${app.telegram.bot.username}`,
    '/start abcdefghij',
    '/start',
  ])
    app.telegram.write(person, words)

  const events = await app.hear(5)

  expect(events.map(said)).toEqual([
    'How many?',
    ['sources', '2'],
    ['help', ''],
    'tap abcdefghij',
    ['start', ''],
  ])
  expect(events[0]).toMatchObject({
    chat: { platform: 'telegram', id: String(person), kind: 'private' },
    person: { platform: 'telegram', id: String(person) },
    language: 'pt',
  })
})

test('in groups the bot hears commands, mentions and replies to it, and nothing else', async () => {
  await using app = await telegramApp()
  const person = app.telegram.person()
  const group = app.telegram.supergroup({ owner: person, bot: { status: 'administrator' } })
  const name = app.telegram.bot.username
  await app.send(app.chat(group, 'group'), 'A post of ours.')
  const post = app.telegram.messages(group)[0]?.message_id ?? 0
  const write = (words: string, replyTo?: number) =>
    app.telegram.write(person, { text: words, chat: group, ...(replyTo !== undefined && { replyTo }) })
  const chatter = write('Nobody asks the bot.')
  write('Me neither.', chatter)
  write('/ask@another_bot Why?')
  write(`Hey @${name} why?`)
  write(`@${name}`)
  write('And then?', post)
  write('/ask Why?')

  const events = await app.hear(4)

  expect(events.map(said)).toEqual(['Hey why?', ['help', ''], 'And then?', ['ask', 'Why?']])
  expect(events[2]).toMatchObject({ replyTo: `${group}/${post}`, root: `message:${group}:${post}` })
})

test('a topic of a forum is a thread, and an anonymous admin is the group', async () => {
  await using app = await telegramApp()
  const person = app.telegram.person()
  const forum = app.telegram.supergroup({ isForum: true, owner: person, bot: { status: 'administrator' } })
  const topic = app.telegram.openTopic(person, forum, 'News')
  app.telegram.write(person, { text: '/settings', chat: forum, topic, as: forum })

  const [event] = await app.hear(1)

  expect(event).toMatchObject({
    chat: { id: String(forum), thread: String(topic), kind: 'thread' },
    person: { id: String(forum) },
  })
  expect(event && (await app.adapter.isAdmin?.(event.chat, event.person))).toBe(true)
})

test('the bot is told once what it can do in a chat, and where the chat has moved', async () => {
  await using app = await telegramApp()
  const person = app.telegram.person()
  const channel = app.telegram.channel({ owner: person })
  const group = app.telegram.group({ owner: person, bot: { status: 'member' } })
  const change = (standing: Parameters<typeof app.telegram.changeBot>[2]) =>
    app.telegram.changeBot(person, channel, standing)
  change({ status: 'administrator', can_post_messages: true })
  change({ status: 'administrator', can_post_messages: true, can_edit_messages: true })
  change({ status: 'administrator', can_post_messages: false })
  change({ status: 'kicked' })
  const moved = app.telegram.migrate(group)

  const events = await app.hear(5)

  expect(events.map((event) => (event.kind === 'membership' ? event.can : event.kind))).toEqual([
    'post',
    'not-post',
    'nothing',
    'moved',
    'moved',
  ])
  expect(events[0]).toMatchObject({ title: 'City News', person: { id: String(person) } })
  expect(events[3]).toMatchObject({ chat: { id: String(group) }, to: { id: String(moved) } })
  expect(events[4]?.key).toBe(events[3]?.key)
})

test('what could not be stored comes again, and nothing after it comes before it', async () => {
  const clock = createFakeClock()
  await using app = await telegramApp({ clock })
  const person = app.telegram.person()
  app.telegram.write(person, 'First?')
  app.telegram.write(person, 'Second?')
  const stop = new AbortController()
  const heard: unknown[] = []

  const listening = app.adapter.listen(async (event) => {
    heard.push(said(event))
    if (heard.length === 1) throw new Error('the disk is full')
    if (heard.length === 3) stop.abort()
    return { kind: 'later' }
  }, stop.signal)
  await expect.poll(() => heard).toHaveLength(1)
  await expect.poll(() => app.log.join()).toContain('the disk is full')
  await clock.advance(1_000)
  await listening

  expect(heard).toEqual(['First?', 'First?', 'Second?'])
})

const buttons = (...labels: readonly string[]): Block => ({
  kind: 'buttons',
  rows: [labels.map((label) => ({ label, ref: 'abcdefghij' }))],
})

test.each([
  ['nothing to say yet', { kind: 'later' }, {}],
  [
    'few words for one',
    { kind: 'reply', message: text('No.'), onlyTo: true },
    { text: 'No.', show_alert: true },
  ],
  ['a notice', { kind: 'reply', message: text('Noted.'), isNotice: true }, { text: 'Noted.' }],
  [
    'many words for one',
    { kind: 'reply', message: text('Word. '.repeat(50)), onlyTo: true },
    { url: 'https://t.me/brevier_test_bot?start=abcdefghij' },
  ],
] as const)('a press is answered with %s', async (_name, ack, answer) => {
  await using app = await telegramApp()
  const person = app.telegram.person()
  const group = app.telegram.supergroup({ owner: person, bot: { status: 'member' } })
  await app.send(app.chat(group, 'group'), { language: 'en', blocks: [...text('x').blocks, buttons('Why')] })
  const message = app.telegram.messages(group).at(-1)?.message_id ?? 0
  const press = app.telegram.tap(person, { chat: group, message }, 'Why')

  const [event] = await app.hear(1, ({ person: asker }) =>
    'onlyTo' in ack ? { ...ack, onlyTo: asker } : ack,
  )

  expect(event).toMatchObject({ kind: 'tap', ref: 'abcdefghij', receipt: `${group}/${message}` })
  expect(app.telegram.received('answerCallbackQuery').map(({ params }) => params)).toEqual([
    { callback_query_id: press?.id, ...answer },
  ])
})

test('a press that is answered by a message is answered first', async () => {
  await using app = await telegramApp()
  const person = app.telegram.person({ hasStarted: true })
  await app.send(app.chat(person), { language: 'en', blocks: [...text('x').blocks, buttons('Why')] })
  const message = app.telegram.messages(person).at(-1)?.message_id ?? 0
  app.telegram.tap(person, { chat: person, message }, 'Why')

  await app.hear(1, () => ({ kind: 'reply', message: text('Because.') }))

  expect(app.telegram.received().map(({ method }) => method)).toEqual([
    'sendMessage',
    'getMe',
    'answerCallbackQuery',
    'sendMessage',
  ])
})

test('a reply in place changes the message that was pressed', async () => {
  await using app = await telegramApp()
  const person = app.telegram.person({ hasStarted: true })
  await app.send(app.chat(person), { language: 'en', blocks: [...text('x').blocks, buttons('More')] })
  const message = app.telegram.messages(person).at(-1)?.message_id ?? 0
  app.telegram.tap(person, { chat: person, message }, 'More')

  await app.hear(1, () => ({ kind: 'edit', message: text('Changed.') }))

  expect(app.telegram.messages(person).map((one) => one.text)).toEqual(['Changed.'])
})
