// What Brevier promises of Telegram, a test each, named by its number.

import { expect, test } from 'vitest'
import { composeDesk } from '../../src/compose.ts'
import type { Message } from '../../src/domain.ts'
import { hookedApp, question, SECRET } from '../adapters/telegram/hooked-app.ts'
import { messageOf, postsOf, readTexts } from '../adapters/telegram/posts.ts'
import { text } from '../adapters/telegram/telegram-app.ts'
import { bridge, flood } from '../editions/articles.ts'
import { HOUR_MS, MINUTE_MS } from '../editions/newsroom.ts'
import type { Fault } from '../fakes/telegram/fault.ts'
import { parseHtml } from '../fakes/telegram/html.ts'
import { POSTING, type TelegramDesk, telegramDesk } from './telegram-desk.ts'

const SECOND_MS = 1_000
const LONG: Message = messageOf(
  ...Array.from({ length: 60 }, (_, at) => ({ kind: 'text' as const, text: `${at} ${'Word. '.repeat(30)}` })),
)
const refused = (code: number, words: string): Fault => ({ kind: 'refused', code, text: words })

async function deskWithChannel() {
  const desk = await telegramDesk()
  const owner = desk.telegram.person({ hasStarted: true })
  const channel = desk.telegram.channel({ owner, bot: POSTING })
  return { desk, owner, channel, chat: desk.chat(channel, 'channel') }
}

/** A post of the first slot, of which there is a subscription with an owner. */
async function deskWithEdition() {
  const at = await deskWithChannel()
  await at.desk.publish(flood, bridge)
  const subscription = await at.desk.subscribe(at.chat, {
    owner: { platform: 'telegram', id: String(at.owner) },
  })
  return { ...at, subscription, toSlot: () => at.desk.pass(31 * MINUTE_MS) }
}

const sends = ({ telegram }: TelegramDesk, chatId: number) =>
  telegram.received('sendMessage').filter(({ params }) => params.chat_id === chatId)

test('01 a long message goes out in parts that are cut at paragraphs and fit', () => {
  const posts = postsOf(LONG)
  expect(posts.length).toBeGreaterThan(1)
  for (const { text: html } of posts) {
    expect(parseHtml(html).text.length).toBeLessThanOrEqual(4096)
    expect(Buffer.byteLength(html)).toBeLessThanOrEqual(32_768)
    expect(html).toMatch(/^\d+ Word\. (?:.|\n)*Word\.$/)
  }
})

test('02 every part is well formed by itself, also when the cut falls inside bold in a quote', () => {
  const passage = 'A long cited sentence goes on. '.repeat(400)
  const posts = postsOf(messageOf({ kind: 'passage', text: passage, cited: [[0, passage.length]] }))
  expect(posts.length).toBeGreaterThan(1)
  for (const { text: html } of posts)
    expect(
      parseHtml(html)
        .entities.map(({ type }) => type)
        .sort(),
    ).toEqual(['blockquote', 'bold'])
})

test('03 no part ends in half a character, a flag or a family', () => {
  for (const letter of ['👩‍👩‍👧‍👦', '🇳🇴', '👍🏽']) {
    const posts = postsOf(messageOf({ kind: 'text', text: letter.repeat(3_000) }))
    expect(posts.length).toBeGreaterThan(1)
    for (const { text: html } of posts) expect(html.replaceAll(letter, '')).toBe('')
  }
})

test('04 the visible text of all parts is the text', () => {
  const words = Array.from({ length: 2_000 }, (_, at) => `word${at}.`).join(' ')
  expect(readTexts(postsOf(messageOf({ kind: 'text', text: words }))).join(' ')).toBe(words)
})

test('05 only the last part has buttons, later parts are silent, and none is sent before the one ahead arrived', async () => {
  const { desk, channel, chat } = await deskWithChannel()
  await using _ = desk
  desk.telegram.script('sendMessage', { kind: 'too-many', retryAfter: 7 })
  await desk.say(chat, {
    ...LONG,
    blocks: [...LONG.blocks, { kind: 'buttons', rows: [[{ label: 'Why', ref: 'abcdefghij' }]] }],
  })

  await desk.pass(5 * SECOND_MS)
  expect(sends(desk, channel)).toHaveLength(1)
  await desk.pass(MINUTE_MS)

  const parts = sends(desk, channel).slice(1)
  expect(
    parts.map(({ params }) => [params.disable_notification === true, params.reply_markup !== undefined]),
  ).toEqual(parts.map((_part, at) => [at > 0, at === parts.length - 1]))
})

test('06 what looks like markup in a headline appears as it is, and an address is escaped once', () => {
  const words = 'A<B & "C" &mdash; D'
  const url = 'https://courier.example/?a=1&b=2'
  const [post] = postsOf(
    messageOf(
      { kind: 'headline', text: words },
      {
        kind: 'sources',
        sources: [
          {
            mark: 1,
            source: { articleId: 'a', name: 'Courier', title: '', url, language: 'en', kind: 'full' },
          },
        ],
      },
    ),
  )
  const read = parseHtml(post?.text ?? '')
  expect(read.text.split('\n')[0]).toBe(words)
  expect(read.entities.find(({ type }) => type === 'text_link')?.url).toBe(url)
})

test('07 an address that is neither http nor https is no link', () => {
  const [post] = postsOf(
    messageOf({
      kind: 'sources',
      sources: [
        {
          mark: 1,
          source: {
            articleId: 'a',
            name: 'Courier',
            title: '',
            url: 'tg://user?id=7',
            language: 'en',
            kind: 'full',
          },
        },
      ],
    }),
  )
  expect(post?.text).toBe('[1] Courier')
})

test('08 what cannot be parsed is sent once more without markup, and noted as a defect', async () => {
  const { desk, channel, chat } = await deskWithChannel()
  await using _ = desk
  const cannotParse = refused(400, "can't parse entities: Unexpected end tag at byte offset 3")
  desk.telegram.script('sendMessage', cannotParse, cannotParse)
  await desk.say(chat, messageOf({ kind: 'headline', text: 'A < B' }))

  await desk.pass(HOUR_MS)

  expect(sends(desk, channel).map(({ params }) => [params.text, params.parse_mode])).toEqual([
    ['<b>A &lt; B</b>', 'HTML'],
    ['A < B', undefined],
  ])
  expect((await desk.deliveries(chat)).map(({ state }) => state)).toEqual(['refused'])
})

test('09 what a button gives back has 1 to 64 bytes, and its label is not empty', () => {
  const [post] = postsOf(
    messageOf(
      { kind: 'text', text: 'x' },
      {
        kind: 'buttons',
        rows: [
          [
            { label: 'W'.repeat(200), ref: 'a'.repeat(61) },
            { label: 'Too long', ref: 'a'.repeat(62) },
            { label: ' ', ref: 'a' },
          ],
        ],
      },
    ),
  )
  const keys = post?.keyboard?.flat() ?? []
  expect(keys.map((key) => 'data' in key && Buffer.byteLength(key.data))).toEqual([64])
  expect(keys[0]?.label.length).toBeLessThanOrEqual(60)
})

test('10 a link into the private chat says nothing by itself, and an unknown one is answered kindly', async () => {
  const { desk, channel, toSlot } = await deskWithEdition()
  await using _ = desk
  await toSlot()
  const buttons = desk.telegram.messages(channel).at(-1)?.reply_markup?.inline_keyboard?.flat() ?? []
  const links = buttons.flatMap(({ url }) => url ?? [])
  expect(links.length).toBeGreaterThan(0)
  for (const link of links) expect(link).toMatch(/^https:\/\/t\.me\/\w+\?start=[A-Za-z0-9_-]{1,64}$/)

  const reader = desk.telegram.person()
  desk.telegram.write(reader, '/start b_nowhere')
  await desk.pass(5 * SECOND_MS)
  expect(desk.posts(reader)).toHaveLength(1)
})

test('11 who came by the link of an edition asks about that edition', async () => {
  const { desk, channel, toSlot } = await deskWithEdition()
  await using _ = desk
  await toSlot()
  const post = desk.telegram.messages(channel).at(-1)
  const link = post?.reply_markup?.inline_keyboard?.flat().find(({ url }) => url !== undefined)?.url ?? ''
  const reader = desk.telegram.person()
  desk.telegram.follow(reader, link)
  await desk.pass(5 * SECOND_MS)
  expect(desk.posts(reader)).toHaveLength(1)

  desk.telegram.write(reader, 'How many people were injured?')
  await desk.pass(5 * SECOND_MS)

  expect(desk.posts(reader).at(-1)).toContain('Twelve people were injured')
})

test('12 a press is answered before anything else, also while a message of the same chat is under way', async () => {
  const desk = await telegramDesk()
  await using _ = desk
  const reader = desk.telegram.person({ hasStarted: true })
  const button = { kind: 'buttons' as const, rows: [[{ label: 'Why', ref: 'abcdefghij' }]] }
  await desk.say(desk.chat(reader), messageOf({ kind: 'text', text: 'x' }, button))
  await desk.pass(5 * SECOND_MS)
  desk.telegram.script('sendMessage', { kind: 'slow', ms: 30 * SECOND_MS })
  await desk.say(desk.chat(reader), 'Slow.')
  await desk.pass(20 * SECOND_MS)
  const before = desk.telegram.received().length
  const pressedAt = desk.clock.now()
  const message = desk.telegram.messages(reader)[0]?.message_id ?? 0
  desk.telegram.tap(reader, { chat: reader, message }, 'Why')

  await desk.pass(SECOND_MS)

  const [first] = desk.telegram.received().slice(before)
  expect(first?.method).toBe('answerCallbackQuery')
  expect((first?.at ?? 0) - pressedAt).toBeLessThan(SECOND_MS)
})

test('13 a press that is too old is let go without a word', async () => {
  const { desk } = await deskWithChannel()
  await using _ = desk
  const reader = desk.telegram.person({ hasStarted: true })
  await desk.say(
    desk.chat(reader),
    messageOf(
      { kind: 'text', text: 'x' },
      { kind: 'buttons', rows: [[{ label: 'Why', ref: 'abcdefghij' }]] },
    ),
  )
  await desk.pass(SECOND_MS)
  desk.telegram.script(
    'answerCallbackQuery',
    refused(400, 'query is too old and response timeout expired or query ID is invalid'),
  )
  const message = desk.telegram.messages(reader)[0]?.message_id ?? 0
  desk.telegram.tap(reader, { chat: reader, message }, 'Why')

  await desk.pass(MINUTE_MS)

  expect(desk.telegram.received('answerCallbackQuery')).toHaveLength(1)
  expect(desk.posts(reader)).toEqual(['x'])
  expect(desk.log.filter((line) => / error /.test(line))).toEqual([])
})

test('14 a press of another version, or of what is gone, gets words', async () => {
  const { desk, channel, chat } = await deskWithChannel()
  await using _ = desk
  await desk.say(chat, 'x')
  await desk.pass(SECOND_MS)
  const at = { chat: channel, message: desk.telegram.messages(channel)[0]?.message_id ?? 0 }
  for (const data of ['v9|why|abc', 'v1|abcdefghij']) desk.telegram.press(desk.telegram.person(), at, data)

  await desk.pass(SECOND_MS)

  const answers = desk.telegram.received('answerCallbackQuery').map(({ params }) => String(params.text ?? ''))
  expect(answers).toHaveLength(2)
  for (const answer of answers) expect(answer).toMatch(/\w/)
})

test('15 a channel that threw the bot out is paused, its owner told once, and nothing more is sent there', async () => {
  const { desk, owner, channel, chat, toSlot } = await deskWithEdition()
  await using _ = desk
  desk.telegram.script(
    { method: 'sendMessage', chat: channel },
    refused(403, 'bot was kicked from the channel chat'),
  )

  await toSlot()
  await desk.say(chat, 'Another.')
  await desk.pass(10 * MINUTE_MS)

  expect(sends(desk, channel)).toHaveLength(1)
  expect(desk.posts(owner)).toHaveLength(1)
  expect(await desk.app.store.pausedChats()).toHaveLength(1)
})

test('16 who blocked the bot is paused, and nothing is sent to him about it', async () => {
  const desk = await telegramDesk()
  await using _ = desk
  const reader = desk.telegram.person({ hasStarted: true })
  await desk.publish(flood)
  await desk.subscribe(desk.chat(reader), { owner: { platform: 'telegram', id: String(reader) } })
  desk.telegram.script('sendMessage', refused(403, 'bot was blocked by the user'))

  await desk.pass(31 * MINUTE_MS)
  await desk.say(desk.chat(reader), 'Another.')
  await desk.pass(10 * MINUTE_MS)

  expect(sends(desk, reader)).toHaveLength(1)
  expect(await desk.app.store.pausedChats()).toMatchObject([{ chat: { id: String(reader) } }])
})

test('18 a chat that is not found is paused, and others get their edition', async () => {
  const { desk, channel, toSlot } = await deskWithEdition()
  await using _ = desk
  await desk.subscribe(desk.chat(-1_009_999, 'channel'))

  await toSlot()

  expect(desk.posts(channel)).toHaveLength(1)
  expect(await desk.app.store.pausedChats()).toMatchObject([{ chat: { id: '-1009999' } }])
})

test('19 a right that was taken is named to the owner, and given back the channel goes on', async () => {
  const { desk, owner, channel, toSlot } = await deskWithEdition()
  await using _ = desk
  desk.telegram.script(
    { method: 'sendMessage', chat: channel },
    refused(400, 'need administrator rights in the channel chat'),
  )
  await toSlot()
  expect(desk.posts(owner).join()).toContain('administrator rights')

  desk.telegram.changeBot(owner, channel, { status: 'administrator', can_post_messages: false })
  await desk.pass(MINUTE_MS)
  desk.telegram.changeBot(owner, channel, POSTING)
  await desk.pass(MINUTE_MS)

  expect(desk.posts(channel)).toHaveLength(1)
})

test('20 a group that became a supergroup is renamed everywhere, and gets what was waiting once', async () => {
  const desk = await telegramDesk()
  await using _ = desk
  const owner = desk.telegram.person()
  const group = desk.telegram.group({ owner, bot: { status: 'member' } })
  await desk.subscribe(desk.chat(group, 'group'))
  const moved = desk.telegram.migrate(group, [])
  await desk.say(desk.chat(group, 'group'), 'For the group.')

  await desk.pass(MINUTE_MS)

  expect(desk.posts(moved)).toEqual(['For the group.'])
  expect((await desk.app.store.subscriptions()).map(({ chat }) => chat.id)).toEqual([String(moved)])
})

test.each([[['old', 'new']], [['new', 'old']], [['old', 'old', 'new']]] as const)(
  '21 the messages that tell of a move, %j, leave one subscription, at the new address',
  async (announced) => {
    const desk = await telegramDesk()
    await using _ = desk
    const owner = desk.telegram.person()
    const group = desk.telegram.group({ owner, bot: { status: 'member' } })
    await desk.subscribe(desk.chat(group, 'group'))
    const moved = desk.telegram.migrate(group, announced)

    await desk.pass(5 * SECOND_MS)

    expect((await desk.app.store.subscriptions()).map(({ chat }) => chat.id)).toEqual([String(moved)])
  },
)

test('22 what waits for a chat is not sent once the bot was thrown out', async () => {
  const { desk, owner, channel, chat } = await deskWithChannel()
  await using _ = desk
  await desk.say(chat, 'Later.', { dueAt: desk.clock.now() + MINUTE_MS })
  desk.telegram.changeBot(owner, channel, { status: 'kicked' })

  await desk.pass(HOUR_MS)

  expect(sends(desk, channel)).toEqual([])
})

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

test('24 a chat that was asked to wait for an hour keeps nobody else waiting', async () => {
  const { desk, channel, chat } = await deskWithChannel()
  await using _ = desk
  const others = Array.from({ length: 40 }, () => desk.telegram.channel({ bot: POSTING }))
  desk.telegram.script({ method: 'sendMessage', chat: channel }, { kind: 'too-many', retryAfter: 3_600 })
  await desk.say(chat, 'First.')
  for (const other of others) await desk.say(desk.chat(other, 'channel'), 'Other.')

  await desk.pass(MINUTE_MS)
  expect(others.flatMap((other) => desk.posts(other))).toHaveLength(40)
  expect(await desk.deliveries(chat)).toMatchObject([{ state: 'pending', reason: { kind: 'later' } }])
  await desk.pass(HOUR_MS)
  expect(desk.posts(channel)).toEqual(['First.'])
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

test.each<readonly [string, Fault]>([
  [
    '26 a connection that broke after the post was taken sends nothing twice, and the owner is asked',
    { kind: 'dropped', isAccepted: true },
  ],
  [
    '27 a server that broke after the post was taken likewise: HTML',
    { kind: 'broken', as: 'html', isAccepted: true },
  ],
  [
    '27 a server that broke after the post was taken likewise: JSON',
    { kind: 'broken', as: 'json', isAccepted: true },
  ],
])('%s', async (_name, fault) => {
  const { desk, owner, channel, chat, toSlot } = await deskWithEdition()
  await using _ = desk
  desk.telegram.script({ method: 'sendMessage', chat: channel }, fault)

  await toSlot()
  await desk.pass(30 * MINUTE_MS)

  expect(sends(desk, channel)).toHaveLength(1)
  expect(await desk.deliveries(chat)).toMatchObject([{ state: 'unknown' }])
  expect(desk.posts(owner)).toHaveLength(1)
})

test('28 a process that died while it sent sends nothing twice', async () => {
  const { desk, channel, chat } = await deskWithChannel()
  await using _ = desk
  await desk.say(chat, 'Once.', { dueAt: desk.clock.now() + HOUR_MS })
  await desk.clock.advance(0)
  const [waiting] = await desk.deliveries(chat)
  const { store } = desk.app
  // What the dead one did: claimed it, began, and the bytes left.
  const now = desk.clock.now() + HOUR_MS
  const [claimed] = await store.claimDeliveries({ platforms: ['telegram'], limit: 1 }, now, MINUTE_MS)
  await store.startSending(claimed?.id ?? '', now, MINUTE_MS)
  await desk.adapter.send(chat, waiting?.payload ?? { body: '' }, {
    key: 'k',
    signal: new AbortController().signal,
  })
  await store.endLeases(now)

  await desk.pass(2 * HOUR_MS)

  expect(sends(desk, channel)).toHaveLength(1)
  expect(await desk.deliveries(chat)).toMatchObject([{ state: 'unknown' }])
})

test('29 the copy in the discussion group tells that a post arrived, and nobody is asked', async () => {
  const { desk, owner, channel, chat, toSlot } = await deskWithEdition()
  await using _ = desk
  desk.telegram.link(channel, desk.telegram.supergroup({ owner, bot: { status: 'administrator' } }))
  desk.telegram.script({ method: 'sendMessage', chat: channel }, { kind: 'dropped', isAccepted: true })

  await toSlot()
  await desk.pass(5 * MINUTE_MS)

  const id = desk.telegram.messages(channel).at(-1)?.message_id
  expect(await desk.deliveries(chat)).toMatchObject([{ state: 'delivered', receipt: `${channel}/${id}` }])
  expect(desk.posts(owner)).toEqual([])
})

test('30 two schedulers make one post of one slot', async () => {
  const { desk, channel, toSlot } = await deskWithEdition()
  await using _ = desk
  const other = await composeDesk(desk.app, [{ ...desk.adapter, listen: async () => {} }])
  await desk.clock.advance(29 * MINUTE_MS)
  await Promise.all([desk.pass(2 * MINUTE_MS), desk.clock.sleep(MINUTE_MS).then(() => other.tick())])
  await toSlot()
  expect(desk.posts(channel)).toHaveLength(1)
})

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

test('39 a topic is named only where there is one, and one that is gone pauses with that reason', async () => {
  const desk = await telegramDesk()
  await using _ = desk
  const owner = desk.telegram.person()
  const forum = desk.telegram.supergroup({ isForum: true, owner, bot: { status: 'administrator' } })
  const topic = desk.telegram.openTopic(owner, forum, 'News')
  const places = [desk.chat(forum, 'group'), desk.chat(forum, 'thread', 1), desk.chat(forum, 'thread', topic)]
  for (const place of places) await desk.say(place, 'x')
  await desk.pass(MINUTE_MS)
  expect(sends(desk, forum).map(({ params }) => params.message_thread_id)).toEqual([
    undefined,
    undefined,
    topic,
  ])

  desk.telegram.deleteTopic(forum, topic)
  await desk.say(desk.chat(forum, 'thread', topic), 'Gone.')
  await desk.pass(MINUTE_MS)
  expect(await desk.app.store.pausedChats()).toMatchObject([{ reason: { class: 'topic' } }])
})

test('40 copies of posts, other bots and chatter cause nothing, and a question in a comment is answered as a reply to it', async () => {
  const { desk, owner, channel, chat } = await deskWithChannel()
  await using _ = desk
  await desk.publish(flood)
  const group = desk.telegram.supergroup({ owner, bot: { status: 'administrator' } })
  desk.telegram.link(channel, group)
  await desk.say(chat, text('The post.'))
  await desk.pass(SECOND_MS)
  const reader = desk.telegram.person()
  const copy = desk.telegram.messages(group)[0]?.message_id ?? 0
  desk.telegram.write(reader, { text: 'What a night!', chat: group, replyTo: copy })
  await desk.pass(5 * SECOND_MS)
  expect(sends(desk, group)).toEqual([])

  const words = `@${desk.telegram.bot.username} How many people were injured in the Vessen flood?`
  const comment = desk.telegram.write(reader, { text: words, chat: group, replyTo: copy })
  await desk.pass(5 * SECOND_MS)
  expect(sends(desk, group).map(({ params }) => params.reply_parameters)).toEqual([
    { message_id: comment, allow_sending_without_reply: true },
  ])
})
