import { expect, test } from 'vitest'
import type { ArticleSource } from '../../src/articles/to-article.ts'
import type { Message } from '../../src/domain.ts'
import { bridge, flood } from '../editions/articles.ts'
import { type ChatRoom, GROUP, labelsOf, openChatRoom, PRIVATE, textOf } from './chat-room.ts'

const QUESTION = 'What did Ines Calloway say?'

async function newsroom(...news: readonly Partial<ArticleSource>[]): Promise<ChatRoom> {
  const room = await openChatRoom()
  await room.newsroom.publish(flood, ...news)
  return room
}

/** What is said to whoever comes to ask about the first edition of a chat with so many points a brief. */
async function cameToAsk(room: ChatRoom, points: number): Promise<Message | undefined> {
  const { id } = await room.newsroom.subscribe({ chat: GROUP, points })
  await room.newsroom.clock.advance(30 * 60_000)
  await room.newsroom.makeDue()
  const [edition] = await room.newsroom.store.editions({ subscriptionId: id, limit: 1 })
  return room.pressLater({ kind: 'ask', editionId: edition?.id ?? '' })
}

test('below an answer stands what else can be asked about it, and not what it said', async () => {
  await using room = await newsroom(bridge)
  const told = await room.message('Why was the Ellery Bridge closed?')
  expect(labelsOf(told)).toContain(QUESTION)
  expect(labelsOf(await room.message(QUESTION))).not.toContain(QUESTION)
})

test('a press on it is that question, whatever was talked about before, and its answer says which', async () => {
  await using room = await newsroom(bridge)
  await room.message('How many people were injured in the flood?')
  const said = await room.pressLater({ kind: 'say', text: QUESTION })
  expect(said?.blocks[0]).toEqual({ kind: 'headline', text: QUESTION })
  expect(said && textOf(said)).toContain('ferry with four boats')

  const conversation = await room.newsroom.store.conversationOf('test:ada test:ada', 0)
  expect(conversation.turns.map(({ question }) => question)).toEqual([
    'How many people were injured in the flood?',
    QUESTION,
  ])
})

test('who comes to ask about an edition is shown questions that it leaves open, without a sound', async () => {
  await using room = await newsroom(bridge)
  const said = await cameToAsk(room, 1)
  expect(said?.isSilent).toBe(true)
  expect(said && labelsOf(said)).toContain(QUESTION)
})

test('who comes to ask about an edition that said it all is shown none', async () => {
  await using room = await newsroom()
  expect(await cameToAsk(room, 3)).toBeUndefined()
})

test('nothing is suggested where nothing is stored', async () => {
  await using room = await openChatRoom()
  expect(labelsOf(await room.message('How many people were injured?', PRIVATE))).toEqual([])
})
