import { expect, test } from 'vitest'
import type { Chat } from '../../../src/domain.ts'
import type { Fault } from '../../fakes/telegram/fault.ts'
import { telegramApp, text } from './telegram-app.ts'

const refused = (code: number, words: string): Fault => ({ kind: 'refused', code, text: words })
const gone = { kind: 'refused', class: 'gone' }
const ended = { kind: 'refused', class: 'ended' }
const noRight = { kind: 'refused', class: 'no-right' }
const topic = { kind: 'refused', class: 'topic' }
const content = { kind: 'refused', class: 'content' }
const token = { kind: 'refused', class: 'token' }

test.each<readonly [Fault, object]>([
  [refused(403, 'bot was blocked by the user'), gone],
  [refused(403, 'user is deactivated'), ended],
  [refused(403, 'bot was kicked from the channel chat'), gone],
  [refused(403, 'bot is not a member of the channel chat'), gone],
  [refused(403, 'the group chat was deleted'), ended],
  [refused(403, "bot can't initiate conversation with a user"), gone],
  [refused(403, 'something new'), gone],
  [refused(400, 'chat not found'), gone],
  [refused(400, 'have no write access to the chat'), noRight],
  [refused(400, 'CHAT_WRITE_FORBIDDEN'), noRight],
  [refused(400, 'need administrator rights in the channel chat'), noRight],
  [refused(400, 'not enough rights to send text messages to the chat'), noRight],
  [refused(400, 'message thread not found'), topic],
  [refused(400, 'TOPIC_CLOSED'), topic],
  [refused(400, 'TOPIC_DELETED'), topic],
  [refused(400, "can't parse entities: Unclosed start tag at byte offset 3"), content],
  [refused(400, 'message is too long'), content],
  [refused(400, 'BUTTON_DATA_INVALID'), content],
  [refused(400, 'message text is empty'), content],
  [refused(400, 'message to be replied not found'), content],
  [refused(400, 'something new'), content],
  [refused(401, 'unauthorized'), token],
  [refused(404, 'not found'), token],
  [
    { kind: 'too-many', retryAfter: 7 },
    { kind: 'later', retryAfterMs: 7_000 },
  ],
  [{ kind: 'broken', as: 'json', isAccepted: true }, { kind: 'unknown' }],
  [{ kind: 'broken', as: 'html', isAccepted: true }, { kind: 'unknown' }],
  [{ kind: 'broken', as: 'nonsense', isAccepted: true }, { kind: 'unknown' }],
  [{ kind: 'dropped', isAccepted: true }, { kind: 'unknown' }],
])('of %j comes %j, with a sentence and without the token', async (fault, outcome) => {
  await using app = await telegramApp()
  const channel = app.telegram.channel({ bot: { status: 'administrator', can_post_messages: true } })
  app.telegram.script('sendMessage', fault)

  const got = await app.send(app.chat(channel, 'channel'), 'Good morning.')

  expect(got).toMatchObject({ ...outcome, reason: expect.stringMatching(/^[A-Z].*\.$/) })
  expect(JSON.stringify(got)).not.toContain(app.telegram.token)
})

test('what never left because nobody listens there is tried again later', async () => {
  await using app = await telegramApp({ env: { TELEGRAM_API_ROOT: 'http://127.0.0.1:9' } })
  expect(await app.send(app.chat(7), 'Good morning.')).toEqual({
    kind: 'later',
    reason: 'Telegram could not be reached (ECONNREFUSED).',
  })
})

test('a send that is cut off may have arrived', async () => {
  await using app = await telegramApp()
  const person = app.telegram.person({ hasStarted: true })
  app.telegram.script('sendMessage', { kind: 'silent', isAccepted: true })
  const stop = new AbortController()
  const [payload] = app.adapter.render(text('Good morning.'), app.chat(person))

  const sent = app.adapter.send(app.chat(person), payload ?? { body: '' }, { key: 'k', signal: stop.signal })
  await expect.poll(() => app.telegram.received('sendMessage')).toHaveLength(1)
  stop.abort()

  expect(await sent).toMatchObject({ kind: 'unknown' })
})

test('a group that became a supergroup has moved there', async () => {
  await using app = await telegramApp()
  const person = app.telegram.person()
  const group = app.telegram.group({ owner: person, bot: { status: 'member' } })
  const id = app.telegram.migrate(group)
  expect(await app.send(app.chat(group, 'group'), 'Good morning.')).toEqual({
    kind: 'moved',
    to: { platform: 'telegram', id: String(id), kind: 'group' },
  })
})

test('a post names its chat and itself in the receipt, has no link preview, and is silent when asked', async () => {
  await using app = await telegramApp()
  const channel = app.telegram.channel({ bot: { status: 'administrator', can_post_messages: true } })
  const outcome = await app.send(app.chat(channel, 'channel'), { ...text('x'), isSilent: true })
  const [call] = app.telegram.received('sendMessage')
  expect(outcome).toEqual({
    kind: 'delivered',
    receipt: `${channel}/${app.telegram.messages(channel)[0]?.message_id}`,
  })
  expect(call?.params).toEqual({
    chat_id: channel,
    text: 'x',
    parse_mode: 'HTML',
    link_preview_options: { is_disabled: true },
    disable_notification: true,
  })
})

test('a button into the private chat is a link that names the bot', async () => {
  await using app = await telegramApp()
  const channel = app.telegram.channel({ bot: { status: 'administrator', can_post_messages: true } })
  await app.send(app.chat(channel, 'channel'), {
    language: 'en',
    blocks: [
      { kind: 'text', text: 'x' },
      { kind: 'buttons', rows: [[{ label: 'Ask', ref: 'abcdefghij', isPrivate: true }]] },
    ],
  })
  expect(app.telegram.messages(channel)[0]?.reply_markup?.inline_keyboard).toEqual([
    [{ text: 'Ask', url: `https://t.me/${app.telegram.bot.username}?start=abcdefghij` }],
  ])
})

test.each([
  ['channel', 'startchannel&admin=post_messages+edit_messages'],
  ['group', 'startgroup&admin=manage_chat'],
] as const)('a button that adds the bot to a %s asks for the rights it needs there', async (adds, query) => {
  await using app = await telegramApp()
  const owner = app.telegram.person({ hasStarted: true })
  const chat = app.telegram[adds]({ owner })
  const link = `https://t.me/${app.telegram.bot.username}?${query}`
  await app.send(app.chat(owner), {
    language: 'en',
    blocks: [
      { kind: 'text', text: 'x' },
      { kind: 'buttons', rows: [[{ label: 'Add', ref: '', adds }]] },
    ],
  })
  expect(app.telegram.messages(owner)[0]?.reply_markup?.inline_keyboard).toEqual([
    [{ text: 'Add', url: link }],
  ])
  app.telegram.follow(owner, link, chat)
  expect(await app.hear(1)).toMatchObject([{ kind: 'membership', can: 'post' }])
})

test('a message is changed in place, and one that is so already counts as changed', async () => {
  await using app = await telegramApp()
  const person = app.telegram.person({ hasStarted: true })
  const chat = app.chat(person)
  const sent = await app.send(chat, 'Before.')
  const receipt = sent.kind === 'delivered' ? sent.receipt : ''
  const [payload] = app.adapter.render(text('After.'), chat)
  const edit = () =>
    app.adapter.edit?.(chat, receipt, payload ?? { body: '' }, { signal: new AbortController().signal })

  expect([await edit(), await edit()]).toEqual([
    { kind: 'delivered', receipt },
    { kind: 'delivered', receipt },
  ])
  expect(app.telegram.messages(person).map((message) => message.text)).toEqual(['After.'])
  expect(app.telegram.received('editMessageText')[0]?.params).toMatchObject({
    link_preview_options: { is_disabled: true },
  })
})

test('the general topic of a forum is not named, any other is', async () => {
  await using app = await telegramApp()
  const person = app.telegram.person()
  const forum = app.telegram.supergroup({ isForum: true, owner: person, bot: { status: 'member' } })
  app.telegram.write(person, { text: 'The first message of all.', chat: forum })
  const topicId = app.telegram.openTopic(person, forum, 'News')
  const places: readonly Chat[] = [app.chat(forum, 'thread', 1), app.chat(forum, 'thread', topicId)]
  for (const place of places) expect(await app.send(place, 'x')).toMatchObject({ kind: 'delivered' })
  expect(app.telegram.received('sendMessage').map(({ params }) => params.message_thread_id)).toEqual([
    undefined,
    topicId,
  ])
})
