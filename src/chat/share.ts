// An answer that only the asker has seen is shown to everybody where he asked: in the thread below the edition it is about, in the
// thread he asked in, or in the chat itself.

import { DAY_MS, HOUR_MS } from '../clock.ts'
import { deliveriesOf } from '../delivery/enqueue.ts'
import { adapterOf } from '../delivery/parts.ts'
import type { Answer, Chat, Delivery, InboundEvent, Message, Ref } from '../domain.ts'
import { withButtons } from '../message/buttons.ts'
import { chatAddress } from '../message/chat-address.ts'
import { shortDate } from '../message/dates.ts'
import { messageFromAnswer } from '../message/from-answer.ts'
import { messageFromText } from '../message/from-text.ts'
import { answerOffers, type Shareable } from '../message/offers.ts'
import { texts } from '../message/texts.ts'
import type { Thread } from '../ports.ts'
import { missingIn, missingMessage } from './begin.ts'
import type { ChatParts } from './chat-command.ts'
import { conversationInThread } from './conversation.ts'
import { languageOf } from './language-of.ts'

const LIMIT_MS = 20_000
const KEPT_MS = HOUR_MS
/** A question in a chat belongs to its latest edition, as long as that is news. */
const LATEST_MS = DAY_MS
const MOST_POSTS = 20

/** Undefined where others see the answer anyway, or nobody else is there. */
export async function shareableOf(
  parts: ChatParts,
  { chat, replyIn }: InboundEvent,
  editionId?: string,
): Promise<Shareable | undefined> {
  if (!replyIn || chat.kind === 'private' || !adapterOf(parts, chat.platform).openThread) return undefined
  const post = chat.kind === 'thread' ? undefined : await postOf(parts, chat, editionId)
  return post?.receipt === undefined ? {} : { below: post.receipt }
}

/** The last part of that edition in the chat, or of its latest one; the buttons stand below it. */
async function postOf(
  { store, clock }: ChatParts,
  chat: Chat,
  editionId: string | undefined,
): Promise<Delivery | undefined> {
  const query = { chat, states: ['delivered'], limit: MOST_POSTS } as const
  if (editionId !== undefined) return (await store.deliveries({ ...query, editionId }))[0]
  const posts = await store.deliveries(query)
  const since = clock.now() - LATEST_MS
  return posts.find(({ editionId: of, settledAt = 0 }) => of !== undefined && settledAt > since)
}

export async function shareAnswer(
  parts: ChatParts,
  { answerId, below }: Extract<Ref, { kind: 'share' }>,
  event: InboundEvent,
): Promise<Message> {
  const language = languageOf(event)
  const say = texts(language)
  const answer = await parts.store.answer(answerId)
  if (!answer) return messageFromText(say.notHereAnyMore, language)
  const name = say.threadOf(shortDate(parts.clock.now(), language))
  const thread = await threadFor(
    parts,
    { chat: event.chat, ...(below !== undefined && { receipt: below }) },
    name,
  )
  switch (thread.kind) {
    case 'closed':
      return messageFromText(say.threadClosed, language)
    case 'refused':
      return messageFromText(say.notShared(thread.reason), language)
    case 'open': {
      const missing = await missingIn(parts, thread.chat)
      if (missing.length > 0) return missingMessage(thread.chat, missing, language)
      await share(parts, { answer, chat: thread.chat, language })
      return messageFromText(say.shared, language)
    }
  }
}

/** What is no thread and has no post to begin one below is written to as it is. */
async function threadFor(
  { adapters, clock }: ChatParts,
  where: { readonly chat: Chat; readonly receipt?: string },
  name: string,
): Promise<Thread> {
  const { chat, receipt } = where
  const adapter = adapterOf({ adapters }, chat.platform)
  if (!adapter.openThread || (chat.kind !== 'thread' && receipt === undefined)) return { kind: 'open', chat }
  const over = new AbortController()
  const late = clock.sleep(LIMIT_MS, over.signal).then(() => over.abort())
  try {
    return await adapter.openThread(where, name, over.signal)
  } finally {
    over.abort()
    await late
  }
}

/** Once, however often it is pressed. Who asks on in a thread goes on from this answer. */
async function share(
  parts: ChatParts,
  { answer, chat, language }: { readonly answer: Answer; readonly chat: Chat; readonly language: string },
): Promise<void> {
  const { store, clock } = parts
  const { blocks } = messageFromAnswer(answer, language)
  const asked: Message = { language, blocks: [{ kind: 'headline', text: answer.question }, ...blocks] }
  const message = await withButtons(parts, asked, answerOffers(answer, language))
  const now = clock.now()
  await store.enqueue(
    deliveriesOf(adapterOf(parts, chat.platform), message, {
      messageKey: `share ${answer.id} ${chatAddress(chat)}`,
      chat,
      dueAt: now,
      expiresAt: now + KEPT_MS,
      whenUnknown: 'once',
    }),
    now,
  )
  if (chat.kind !== 'thread') return
  const here = await conversationInThread(parts, chat)
  const asking = await store.conversation(answer.conversationId)
  await store.setShown(here.id, { kind: 'answer', id: answer.id }, asking?.focus)
}
