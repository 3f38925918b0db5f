import { describe, expect, test } from 'vitest'
import type { Block, Chat, Message, Shown } from '../../src/domain.ts'
import { texts } from '../../src/message/texts.ts'
import type { Ack } from '../../src/ports.ts'
import { type ChatRoom, GROUP, labelsOf, openChatRoom, PRIVATE, READER, textOf } from './chat-room.ts'

const say = texts('en')
const CHANNEL: Chat = { platform: 'test', id: 'harbour-news', kind: 'channel' }
const FERRY = 'The Mora ferry resumed service on Monday. The repair of its engine cost 2 million euros.'
const BRIDGE = 'The Lindal bridge will close for eight weeks in April. Drivers have to use the tunnel.'

/** A desk that has posted an edition of two stories to a channel. */
async function deskWithEdition(options?: Parameters<typeof openChatRoom>[0]) {
  const room = await openChatRoom(options)
  await room.newsroom.publish(
    { externalId: 'ferry', title: 'Mora ferry resumes service', text: FERRY },
    { externalId: 'bridge', title: 'Lindal bridge closes in April', text: BRIDGE },
  )
  const subscription = await room.newsroom.subscribe()
  await room.newsroom.clock.advance(30 * 60_000)
  await room.newsroom.makeDue()
  const [edition] = await room.newsroom.store.editions({ subscriptionId: subscription.id, limit: 1 })
  if (!edition?.entries[0]) throw new Error('no edition was made')
  return { room, subscription, edition, brief: edition.entries[0].brief }
}

/** Of a form what is shown where there are none. */
function messageOf(ack: Ack | undefined): Message {
  if (ack?.kind === 'form') return ack.instead.message
  if (ack?.kind !== 'reply' && ack?.kind !== 'edit') throw new Error(`${ack?.kind} says nothing`)
  return ack.message
}

function blocksOf<K extends Block['kind']>({ blocks }: Message, kind: K): Extract<Block, { kind: K }>[] {
  return blocks.filter((block): block is Extract<Block, { kind: K }> => block.kind === kind)
}

describe('buttons', () => {
  test('stand below an edition: why each brief, ask in private, and the sources', async () => {
    const { room } = await deskWithEdition()
    await using newsroom = room.newsroom
    const [posted] = newsroom.messages
    expect(posted && labelsOf(posted)).toEqual(['Why 1?', 'Why 2?', 'Ask about this', 'Sources'])
    expect(posted?.blocks.at(-1)).toMatchObject({
      rows: [
        [{}, {}],
        [{ isPrivate: true }, {}],
      ],
    })
  })

  test('stand below an answer, not below a refusal', async () => {
    const { room } = await deskWithEdition()
    await using newsroom = room.newsroom
    expect(labelsOf(await room.message('What did the repair of the Mora ferry cost?'))).toEqual([
      'Sources',
      '👎',
    ])
    expect(labelsOf(await room.message('Who won the chess final in Vienna?'))).toEqual([])
    expect(newsroom.messages).toHaveLength(1)
  })

  test('of an edition that is only looked at ask about nothing', async () => {
    const { room } = await deskWithEdition()
    await using _newsroom = room.newsroom
    expect(labelsOf(await room.message('/brief'))).toEqual(['Why 1?', 'Why 2?', 'Sources'])
  })
})

describe('a press on why', () => {
  test('shows each point with the sentence it stands on, in its paragraph', async () => {
    const { room, brief } = await deskWithEdition()
    await using _newsroom = room.newsroom
    const message = messageOf(await room.press({ kind: 'why', briefId: brief.id }))
    expect(blocksOf(message, 'headline')).toMatchObject([{ text: brief.headline }])
    expect(blocksOf(message, 'point').map(({ text }) => text)).toEqual(brief.points.map(({ text }) => text))
    const [passage] = blocksOf(message, 'passage')
    const [start, end] = passage?.cited[0] ?? [0, 0]
    expect(passage?.text.slice(start, end)).toBe(brief.points[0]?.citations[0]?.quote)
  })

  test('is answered to the one who pressed alone where others read', async () => {
    const { room, brief } = await deskWithEdition()
    await using _newsroom = room.newsroom
    const ref = { kind: 'why', briefId: brief.id } as const
    expect(await room.press(ref, GROUP)).toMatchObject({ kind: 'reply', onlyTo: READER })
    expect(await room.press(ref, PRIVATE)).not.toHaveProperty('onlyTo')
  })

  test('is answered again when it is pressed again', async () => {
    const { room, brief } = await deskWithEdition()
    await using _newsroom = room.newsroom
    const ref = { kind: 'why', briefId: brief.id } as const
    expect(await room.press(ref)).toEqual(await room.press(ref))
  })
})

describe('a press on sources', () => {
  test('names all sources, and offers the sentences of each', async () => {
    const { room, edition } = await deskWithEdition()
    await using _newsroom = room.newsroom
    const of: Shown = { kind: 'briefs', ids: edition.entries.map(({ brief }) => brief.id) }
    const message = messageOf(await room.press({ kind: 'sources', of }))
    expect(blocksOf(message, 'sources')[0]?.sources.map(({ mark }) => mark)).toEqual([1, 2])
    expect(labelsOf(message)).toEqual(['[1]', '[2]'])
  })

  test('of one mark shows its sentences', async () => {
    const { room, brief } = await deskWithEdition()
    await using _newsroom = room.newsroom
    const of: Shown = { kind: 'briefs', ids: [brief.id] }
    const message = messageOf(await room.press({ kind: 'sources', of, mark: 1 }))
    expect(blocksOf(message, 'passage')[0]?.text).toContain(brief.points[0]?.text)
  })
})

describe('a press on ask', () => {
  test('says what is talked about, and lets choose one brief of several', async () => {
    const { room, edition } = await deskWithEdition()
    await using _newsroom = room.newsroom
    const message = messageOf(await room.press({ kind: 'ask', editionId: edition.id }))
    expect(textOf(message)).toContain(edition.entries[1]?.brief.headline)
    expect(labelsOf(message)).toEqual(['1', '2'])
  })

  test('lets a question lean on the brief', async () => {
    const { room, edition } = await deskWithEdition()
    await using _newsroom = room.newsroom
    const ferry = edition.entries.find(({ brief }) => brief.headline.includes('ferry'))?.brief
    await room.press({ kind: 'ask', editionId: edition.id, briefId: ferry?.id ?? '' })
    expect(await room.say('How much did the repair cost?')).toContain('2 million euros')
  })

  test('lasts half an hour', async () => {
    const { room, edition, brief } = await deskWithEdition()
    await using newsroom = room.newsroom
    await room.press({ kind: 'ask', editionId: edition.id, briefId: brief.id })
    await newsroom.clock.advance(31 * 60_000)
    expect(await room.say('Why?')).toContain(say.ambiguous)
  })
})

describe('the form of a press on ask', () => {
  test('asks for a question, and which brief of several it is about', async () => {
    const { room, edition } = await deskWithEdition()
    await using _newsroom = room.newsroom
    const ack = await room.press({ kind: 'ask', editionId: edition.id })
    expect(ack).toMatchObject({
      kind: 'form',
      form: {
        title: say.buttons.ask,
        fields: [
          {
            kind: 'choice',
            isRequired: false,
            choices: [{ label: expect.stringMatching(/^1\. ./) }, { label: expect.stringMatching(/^2\. ./) }],
          },
          { kind: 'words', name: 'question', isRequired: true },
        ],
      },
    })
    const one = await room.press({
      kind: 'ask',
      editionId: edition.id,
      briefId: edition.entries[0]?.brief.id ?? '',
    })
    expect(one).toMatchObject({ kind: 'form', form: { fields: [{ name: 'question' }] } })
  })

  test('is answered about the brief that was chosen', async () => {
    const { room, edition } = await deskWithEdition()
    await using _newsroom = room.newsroom
    const ack = await room.press({ kind: 'ask', editionId: edition.id })
    const ferry = edition.entries.find(({ brief }) => brief.headline.includes('ferry'))?.brief
    const fields = { brief: ferry?.id ?? '', question: 'How much did the repair cost?' }
    const ref = ack?.kind === 'form' ? ack.form.ref : ''
    const answer = await room.happens({ kind: 'form', chat: GROUP, replyIn: PRIVATE, ref, fields })
    expect(answer && textOf(answer)).toContain('2 million euros')
  })

  test('says so when what it was about is no longer here', async () => {
    await using room = await openChatRoom()
    const answer = await room.happens({
      kind: 'form',
      chat: PRIVATE,
      ref: 'nothing',
      fields: { question: 'Why?' },
    })
    expect(answer && textOf(answer)).toContain(say.notHereAnyMore)
  })
})

describe('a message that somebody points at', () => {
  test('is asked about by a form when it is an edition', async () => {
    const { room, subscription } = await deskWithEdition()
    await using newsroom = room.newsroom
    const [post] = await newsroom.store.deliveries({ chat: subscription.chat, limit: 1 })
    await newsroom.store.settleDelivery(
      post?.id ?? '',
      { state: 'delivered', receipt: 'r1' },
      newsroom.clock.now(),
    )
    const event = { kind: 'about', chat: subscription.chat, text: 'x', receipt: 'r1' } as const
    expect(await room.atOnce(event)).toMatchObject({ kind: 'form' })
    expect(await room.happens(event)).toBeUndefined()
  })

  test('is a question in its own words when it is anything else', async () => {
    const { room } = await deskWithEdition()
    await using _newsroom = room.newsroom
    const event = { kind: 'about', chat: GROUP, text: 'What did the repair of the Mora ferry cost?' } as const
    expect(await room.atOnce(event)).toBeUndefined()
    const answer = await room.happens(event)
    expect(answer && textOf(answer)).toContain('2 million euros')
  })
})

test('a topic that is being written is completed from the stories, and the rest is nothing', async () => {
  const { room } = await deskWithEdition()
  await using _newsroom = room.newsroom
  const typed = (text: string) => room.atOnce({ kind: 'typing', chat: GROUP, command: 'brief', text })
  expect(await typed('FERRY')).toEqual({
    kind: 'choices',
    choices: [{ label: 'Mora ferry resumes service', value: 'Mora ferry resumes service' }],
  })
  expect(await typed('chess')).toEqual({ kind: 'choices', choices: [] })
})

describe('a press on 👎', () => {
  const of: Shown = { kind: 'answer', id: 'q1' }

  test('asks what is wrong', async () => {
    await using room = await openChatRoom()
    const message = messageOf(await room.press({ kind: 'rate', of, isGood: false }))
    expect(textOf(message)).toContain(say.whatIsWrong)
    expect(labelsOf(message)).toEqual(['Too long', 'Not my topic', 'Wrong'])
  })

  test('with a reason is thanked for in a few words', async () => {
    await using room = await openChatRoom()
    const ack = await room.press({ kind: 'rate', of, isGood: false, reason: 'wrong' })
    expect(ack).toMatchObject({ kind: 'reply', isNotice: true })
    expect(textOf(messageOf(ack))).toBe(say.thanks)
  })
})

describe('a press on what is gone', () => {
  test('is answered with the latest stories', async () => {
    const { room, brief } = await deskWithEdition()
    await using _newsroom = room.newsroom
    const said = textOf(messageOf(await room.press('abcdefghij')))
    expect(said).toContain(say.notHereAnyMore)
    expect(said).toContain(brief.headline)
  })

  test('is answered so for what was known once, too', async () => {
    await using room = await openChatRoom()
    expect(textOf(messageOf(await room.press({ kind: 'why', briefId: 'b99' })))).toContain(say.notHereAnyMore)
  })
})

describe('what takes an engine', () => {
  test('is left to the desk: words are answered as if they had been written', async () => {
    const { room } = await deskWithEdition()
    await using _newsroom = room.newsroom
    const ref = { kind: 'say', text: 'What did the repair of the Mora ferry cost?' } as const
    expect(await room.press(ref)).toBeUndefined()
    expect(textOf((await room.pressLater(ref)) ?? { language: 'en', blocks: [] })).toContain(
      '2 million euros',
    )
  })

  test('and what was answered at once is not answered again', async () => {
    const { room, brief } = await deskWithEdition()
    await using _newsroom = room.newsroom
    expect(await room.pressLater({ kind: 'why', briefId: brief.id })).toBeUndefined()
  })
})

describe('settings', () => {
  const settle = (room: ChatRoom, id: string, more: { field: string; value?: string }, chat = GROUP) =>
    room.press({ kind: 'set', subscriptionId: id, ...more }, chat)

  test('are shown with a button for each', async () => {
    await using room = await openChatRoom()
    await room.say('/subscribe')
    const labels = labelsOf(await room.message('/settings'))
    expect(labels).toEqual(
      expect.arrayContaining(['Topics', 'Times', 'Time zone', 'Pause', 'Preview', 'Remove …']),
    )
  })

  test('are changed in place', async () => {
    await using room = await openChatRoom({ admins: [READER.id] })
    await room.say('/subscribe', GROUP)
    expect(labelsOf(messageOf(await settle(room, 'u1', { field: 'points' })))).toEqual([
      '1',
      '2',
      '3',
      '5',
      'Back',
    ])
    const changed = await settle(room, 'u1', { field: 'points', value: '2' })
    expect(changed?.kind).toBe('edit')
    expect(textOf(messageOf(changed))).toContain('u1 is changed.')
    expect(await room.newsroom.store.subscription('u1')).toMatchObject({ points: 2 })
  })

  test('offer what the feeds are about as topics', async () => {
    await using room = await openChatRoom()
    await room.newsroom.store.addFeed({ url: 'https://courier.example/feed', category: 'harbour' }, 0)
    await room.say('/subscribe')
    const labels = labelsOf(messageOf(await settle(room, 'u1', { field: 'topics' }, PRIVATE)))
    expect(labels).toEqual(['everything', 'category:harbour', 'Back'])
  })

  test('are no business of whoever is no admin', async () => {
    await using room = await openChatRoom({ admins: [] })
    await room.newsroom.subscribe({ chat: GROUP })
    const ack = await settle(room, 'u1', { field: 'points', value: '2' })
    expect(ack).toMatchObject({ kind: 'reply', isNotice: true, onlyTo: READER })
    expect(await room.newsroom.store.subscription('u1')).toMatchObject({ points: 3 })
  })

  test('pause, go on and remove by buttons, and ask before they remove', async () => {
    await using room = await openChatRoom()
    await room.say('/subscribe')
    await room.press({ kind: 'pause', subscriptionId: 'u1' })
    expect(await room.newsroom.store.subscription('u1')).toHaveProperty('pausedAt')
    await room.press({ kind: 'resume', subscriptionId: 'u1' })
    expect(await room.newsroom.store.subscription('u1')).not.toHaveProperty('pausedAt')
    const question = messageOf(await settle(room, 'u1', { field: 'remove' }, PRIVATE))
    expect(labelsOf(question)).toEqual(['Yes, remove it', 'Back'])
    await room.press({ kind: 'remove', subscriptionId: 'u1' })
    expect(await room.newsroom.store.subscriptions()).toEqual([])
  })

  test('of several subscriptions let choose one', async () => {
    await using room = await openChatRoom()
    await room.say('/subscribe ferries')
    await room.say('/subscribe bridges')
    expect(labelsOf(await room.message('/settings'))).toEqual(['u1', 'u2'])
  })
})

test('a post that may have arrived is settled by a press', async () => {
  await using room = await openChatRoom()
  const { store, clock } = room.newsroom
  const now = clock.now()
  await store.enqueue(
    [
      {
        messageKey: 'm',
        part: 1,
        parts: 1,
        chat: PRIVATE,
        payload: { body: 'm' },
        dueAt: now,
        expiresAt: now + 60_000,
        whenUnknown: 'once',
      },
    ],
    now,
  )
  await store.claimDeliveries({ platforms: ['test'], limit: 1 }, now, 1_000)
  await store.startSending('d1', now, 1_000)
  await store.settleDelivery('d1', { state: 'unknown', reason: { kind: 'process-ended' } }, now)
  expect(textOf(messageOf(await room.press({ kind: 'settle', deliveryId: 'd1', as: 'arrived' })))).toBe(
    say.settledAs.arrived('d1'),
  )
  expect(await store.delivery('d1')).toMatchObject({ state: 'delivered' })
})

test('the channel of an edition is not where its readers ask', async () => {
  const { room, edition } = await deskWithEdition()
  await using newsroom = room.newsroom
  await room.press({ kind: 'ask', editionId: edition.id })
  const conversation = await newsroom.store.conversationOf('test:ada test:ada', newsroom.clock.now())
  expect(conversation.focus?.storyIds).toHaveLength(2)
  expect(edition.chat).toEqual(CHANNEL)
})

test('who replies to an edition in a group talks about it', async () => {
  await using room = await openChatRoom()
  const { store, clock } = room.newsroom
  await room.newsroom.publish({ externalId: 'ferry', title: 'Mora ferry resumes service', text: FERRY })
  await room.newsroom.subscribe({ chat: GROUP })
  await clock.advance(30 * 60_000)
  await room.newsroom.makeDue()
  await store.claimDeliveries({ platforms: ['test'], limit: 1 }, clock.now(), 1_000)
  await store.startSending('d1', clock.now(), 1_000)
  await store.settleDelivery('d1', { state: 'delivered', receipt: '77' }, clock.now())
  const question = { kind: 'question', chat: GROUP, text: 'How much did the repair cost?' } as const
  const said = await room.happens({ ...question, replyTo: '77' })
  expect(said && textOf(said)).toContain('2 million euros')
})
