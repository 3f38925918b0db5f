// What Brevier promises of Discord, a test each, named by its number: threads, and questions in them.

import { expect, test } from 'vitest'
import { POSTS } from '../../fakes/discord/discord.ts'
import { shownIn } from '../../fakes/discord/messages.ts'
import type { FakeInteraction } from '../../fakes/discord/world.ts'
import { deskWithEdition, SECOND_MS } from './desk.ts'

const THREADS = 'POST /channels/:channel/messages/:message/threads'
const QUESTION = 'How many people were injured in the flood?'

type At = Awaited<ReturnType<typeof deskWithEdition>>

async function askAndShare(
  { desk, discord, reader, channel }: At,
  question = QUESTION,
): Promise<FakeInteraction> {
  const asked = discord.command(reader, channel, 'ask', { options: { question } })
  await desk.pass(5 * SECOND_MS)
  if (!asked.original) throw new Error('there is no answer')
  const shared = discord.press(reader, asked.original, 'Share in thread')
  await desk.pass(5 * SECOND_MS)
  return shared
}

const saidTo = ({ original }: FakeInteraction) => original && shownIn(original)

test('33 in a thread, a message without a mention causes no request; one with a mention or a reply that pings gets one reply', async () => {
  const at = await deskWithEdition()
  const { desk, discord, reader, channel } = at
  await using _ = desk
  const thread = discord.openThread(channel, 'Q&A')
  await desk.pass(SECOND_MS)
  const before = discord.received().length
  discord.write(reader, thread, 'I wonder how many were injured.')
  await desk.pass(5 * SECOND_MS)
  expect(discord.received().slice(before)).toEqual([])

  discord.write(reader, thread, `<@${discord.bot.id}> ${QUESTION}`)
  await desk.pass(5 * SECOND_MS)
  expect(desk.posts(thread)).toEqual([expect.stringContaining('Twelve people were injured')])

  const [reply] = discord.messages(thread).filter(({ author }) => author.id === discord.bot.id)
  discord.write(reader, thread, 'Who called it the worst flood?', { replyTo: reply?.id ?? '' })
  await desk.pass(5 * SECOND_MS)
  expect(desk.posts(thread)).toEqual([expect.any(String), expect.stringContaining('Ada Brook')])
  discord.write(reader, thread, 'Thanks.', { replyTo: reply?.id ?? '', isSilentReply: true })
  await desk.pass(5 * SECOND_MS)
  expect(desk.posts(thread)).toHaveLength(2)
})

test('34 a thread is begun when an answer is first shared, one for each post, and the next one goes into the same', async () => {
  const at = await deskWithEdition()
  const { desk, discord, channel, post } = at
  await using _ = desk
  expect(discord.received(THREADS)).toEqual([])
  const shared = await askAndShare(at)
  expect(saidTo(shared)).toBe('Shared. Whoever mentions me there, or replies to me, can ask on.')
  expect(desk.posts(post.id)).toEqual([expect.stringContaining(QUESTION)])
  expect(desk.posts(post.id)[0]).toContain('Twelve people were injured')

  await askAndShare(at, 'What did Ada Brook say?')
  expect(desk.posts(post.id)).toHaveLength(2)
  expect(discord.received(THREADS)).toHaveLength(1)
  expect(desk.posts(channel)).toHaveLength(1)
})

test('34 a thread that somebody else has begun is taken', async () => {
  const at = await deskWithEdition()
  const { desk, discord, post } = at
  await using _ = desk
  discord.script(THREADS, { kind: 'broken', isAccepted: true })
  expect(saidTo(await askAndShare(at))).toContain('It could not be shared.')
  const shared = await askAndShare(at)
  expect(saidTo(shared)).toContain('Shared.')
  expect(discord.received(THREADS).map(({ code }) => code)).toEqual([0, 160_004])
  expect(desk.posts(post.id)).toHaveLength(1)
})

test('34 of a locked thread only the one who pressed is told', async () => {
  const at = await deskWithEdition()
  const { desk, discord, post } = at
  await using _ = desk
  await askAndShare(at)
  const thread = discord.world.channels.get(post.id)
  if (thread) thread.isLocked = true
  const posts = discord.received(POSTS).length
  const shared = await askAndShare(at, 'What did Ada Brook say?')
  expect(saidTo(shared)).toBe('The thread is closed, so nothing can be shared there.')
  expect(shared.original?.flags).toBe(64 | 32_768)
  expect(discord.received(POSTS)).toHaveLength(posts)
})

test('an answer is shared once, however often that is pressed, and who replies to it in the thread goes on from it', async () => {
  const at = await deskWithEdition()
  const { desk, discord, reader, channel, post } = at
  await using _ = desk
  const asked = discord.command(reader, channel, 'ask', { options: { question: QUESTION } })
  await desk.pass(5 * SECOND_MS)
  if (!asked.original) throw new Error('there is no answer')
  discord.press(reader, asked.original, 'Share in thread')
  discord.press(reader, asked.original, 'Share in thread')
  await desk.pass(5 * SECOND_MS)
  expect(desk.posts(post.id)).toHaveLength(1)

  discord.write(
    reader,
    post.id,
    `<@${discord.bot.id}> And how many residents spent the night in the gymnasium?`,
  )
  await desk.pass(5 * SECOND_MS)
  expect(desk.posts(post.id)[1]).toContain('400')
})
