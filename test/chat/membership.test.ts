import { describe, expect, test } from 'vitest'
import type { Chat, Reason } from '../../src/domain.ts'
import {
  buttonsOf,
  type ChatRoom,
  GROUP,
  labelsOf,
  openChatRoom,
  PRIVATE,
  READER,
  textOf,
} from './chat-room.ts'

const OWNER = { platform: 'test', id: 'olga' }

/** What waits to be sent to that chat. */
async function toldTo({ newsroom }: ChatRoom, id: string): Promise<readonly string[]> {
  const all = await newsroom.store.deliveries({ chat: { ...PRIVATE, id }, limit: 10 })
  return all.map(({ payload }) => payload.body)
}

const membership = (can: 'post' | 'not-post' | 'nothing', chat: Chat = GROUP, title?: string) =>
  ({ kind: 'membership', chat, can, ...(title !== undefined && { title }) }) as const

describe('a bot that may post', () => {
  test('puts before the one who added it what the chat could get', async () => {
    await using room = await openChatRoom({ admins: [READER.id] })
    await room.happens(membership('post', GROUP, 'Harbour News'))
    const [told] = await toldTo(room, READER.id)
    expect(told).toContain('I can post to Harbour News now.')
    expect(told).toContain('[Subscribe]')
  })

  test('posts nothing before it was subscribed to', async () => {
    await using room = await openChatRoom({ admins: [READER.id] })
    await room.happens(membership('post'))
    expect(await room.newsroom.store.subscriptions({ chat: GROUP })).toMatchObject([
      { owner: READER, pausedAt: expect.any(Number) },
    ])
    await room.press({ kind: 'subscribe', subscriptionId: 'u1' })
    expect((await room.newsroom.store.subscriptions({ chat: GROUP }))[0]).not.toHaveProperty('pausedAt')
  })

  test('begins where the chat has moved to since, by the button that was made before', async () => {
    await using room = await openChatRoom({ admins: [READER.id] })
    await room.happens(membership('post'))
    const moved: Chat = { ...GROUP, id: 'harbour-super' }
    await room.happens({ kind: 'moved', chat: GROUP, to: moved })
    await room.press({ kind: 'subscribe', subscriptionId: 'u1' })
    const [subscription] = await room.newsroom.store.subscriptions({ chat: moved })
    expect(subscription).toMatchObject({ id: 'u1', chat: moved })
    expect(subscription).not.toHaveProperty('pausedAt')
  })

  test('offers subscribing until it was done', async () => {
    await using room = await openChatRoom({ admins: [READER.id] })
    await room.happens(membership('post'))
    const ack = await room.press({ kind: 'set', subscriptionId: 'u1', field: 'points', value: '2' })
    const labels = ack?.kind === 'edit' ? buttonsOf(ack.message).map(({ label }) => label) : []
    expect(labels).toContain('Subscribe')
  })

  test('says that nothing is posted yet, whatever is chosen, and the preview can begin it', async () => {
    await using room = await openChatRoom({ admins: [READER.id] })
    await room.happens(membership('post'))
    const ack = await room.press({ kind: 'set', subscriptionId: 'u1', field: 'points', value: '2' })
    expect(ack?.kind === 'edit' && textOf(ack.message)).toContain('Nothing is posted yet.')
    const preview = await room.pressLater({ kind: 'preview', subscriptionId: 'u1' })
    expect(preview && labelsOf(preview)).toContain('Subscribe')

    await room.press({ kind: 'subscribe', subscriptionId: 'u1' })
    const again = await room.pressLater({ kind: 'preview', subscriptionId: 'u1' })
    expect(again && labelsOf(again)).not.toContain('Subscribe')
  })

  test('says nothing where something is subscribed to already', async () => {
    await using room = await openChatRoom()
    await room.newsroom.subscribe({ chat: GROUP, owner: OWNER })
    await room.happens(membership('post'))
    expect(await toldTo(room, READER.id)).toEqual([])
  })
})

describe('a bot that may no longer post', () => {
  test('pauses the chat and tells each owner once, with the button that mends it', async () => {
    await using room = await openChatRoom()
    await room.newsroom.subscribe({ chat: GROUP, owner: OWNER })
    await room.happens(membership('not-post'))
    await room.happens(membership('nothing'))
    expect(await room.newsroom.store.pausedChats()).toMatchObject([
      { chat: GROUP, reason: { class: 'no-right' } },
    ])
    const told = await toldTo(room, OWNER.id)
    expect(told).toHaveLength(1)
    expect(told[0]).toContain('[It is mended: go on]')
  })

  test('goes on by itself when it may post again', async () => {
    await using room = await openChatRoom()
    await room.newsroom.subscribe({ chat: GROUP, owner: OWNER })
    await room.happens(membership('nothing'))
    await room.happens(membership('post'))
    expect(await room.newsroom.store.pausedChats()).toEqual([])
  })

  test('does not go on where another reason holds', async () => {
    await using room = await openChatRoom()
    const closed: Reason = { kind: 'refused', class: 'topic', detail: 'closed' }
    await room.newsroom.store.pauseChat(GROUP, closed, [], 0)
    await room.happens(membership('post'))
    expect(await room.newsroom.store.pausedChats()).toHaveLength(1)
  })
})

test('who could not be written to, and says something in private, gets what waited for him', async () => {
  await using room = await openChatRoom()
  const never: Reason = { kind: 'refused', class: 'gone', detail: 'never started' }
  await room.newsroom.store.pauseChat(PRIVATE, never, [], 0)
  await room.say('/start')
  expect(await room.newsroom.store.pausedChats()).toEqual([])
})

test('a chat that moved keeps what it gets', async () => {
  await using room = await openChatRoom()
  await room.newsroom.subscribe({ chat: GROUP })
  const to: Chat = { ...GROUP, id: 'harbour-2' }
  await room.happens({ kind: 'moved', chat: GROUP, to })
  expect(await room.newsroom.store.subscriptions({ chat: to })).toHaveLength(1)
})

describe('/start', () => {
  test('says in private how to bring it into a channel', async () => {
    await using room = await openChatRoom()
    expect(await room.say('/start')).toContain('add me to it')
  })

  test('leads there by buttons', async () => {
    await using room = await openChatRoom()
    const buttons = buttonsOf(await room.message('/start'))
    expect(buttons.map(({ adds }) => adds)).toEqual(['channel', 'group'])
  })

  test('does not in a group', async () => {
    await using room = await openChatRoom()
    expect(await room.say('/start', GROUP)).not.toContain('add me to it')
  })
})

test('of a server that is lost only the places that get something are paused, and go on when it is back', async () => {
  await using room = await openChatRoom()
  const { newsroom } = room
  const subscription = await newsroom.subscribe({ chat: GROUP })
  const places = [GROUP, { ...GROUP, id: 'chatter' }]
  const server = { kind: 'membership', chat: { ...GROUP, id: 'server' }, places } as const
  await room.happens({ ...server, can: 'nothing' })
  expect((await newsroom.store.pausedChats()).map(({ chat }) => chat.id)).toEqual([subscription.chat.id])
  await room.happens({ ...server, can: 'post' })
  expect(await newsroom.store.pausedChats()).toEqual([])
})
