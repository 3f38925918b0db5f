// Which conversation an event belongs to, and what it is about before anything was asked.

import { freshFocus } from '../answers/follow-up.ts'
import type { Brief, Chat, Conversation, Focus, InboundEvent, SaidEvent, SlotEdition } from '../domain.ts'
import { chatAddress } from '../message/chat-address.ts'
import type { Clock, Store } from '../ports.ts'
import { findNames } from '../text/names.ts'
import { contentStems } from '../text/tokens.ts'

interface ConversationParts {
  readonly store: Store
  readonly clock: Clock
}

/** Whoever replies to an older post begins anew. */
const MOST_POSTS = 100
const MOST_NAMES = 4
const MOST_STEMS = 10

export function conversationOf(
  { store, clock }: ConversationParts,
  event: InboundEvent,
): Promise<Conversation> {
  return store.conversationOf(conversationKey(event), clock.now())
}

/** The same; who replies to an edition, or comments on it, talks about that edition. In a thread below it that is so until
 *  something else was talked about. */
export async function conversationOfWords(parts: ConversationParts, event: SaidEvent): Promise<Conversation> {
  const conversation = await conversationOf(parts, event)
  const post = await postTalkedAbout(parts, event, conversation)
  const briefs = post ? await briefsOfPost(parts, post) : []
  if (briefs.length === 0) return conversation
  await turnTo(parts, conversation, briefs)
  return conversationOf(parts, event)
}

async function postTalkedAbout(
  parts: ConversationParts,
  { chat, replyTo, below }: SaidEvent,
  conversation: Conversation,
): Promise<SaidEvent['below']> {
  const replied = replyTo === undefined ? undefined : { chat, receipt: replyTo }
  if (chat.kind !== 'thread') return replied ?? below
  if (replied && (await editionOfPost(parts, replied))) return replied
  return freshFocus(conversation, parts.clock.now()) ? undefined : below
}

/** The one that everybody in a thread shares. */
export function conversationInThread(
  { store, clock }: ConversationParts,
  thread: Chat,
): Promise<Conversation> {
  return store.conversationOf(chatAddress(thread), clock.now())
}

async function briefsOfPost(
  parts: ConversationParts,
  post: NonNullable<SaidEvent['below']>,
): Promise<readonly Brief[]> {
  const edition = await editionOfPost(parts, post)
  return edition?.entries.map(({ brief }) => brief) ?? []
}

/** The edition that a post told, if it was one of the last posts of its chat. */
export async function editionOfPost(
  { store }: Pick<ConversationParts, 'store'>,
  { chat, receipt }: NonNullable<SaidEvent['below']>,
): Promise<SlotEdition | undefined> {
  const posts = await store.deliveries({ chat, states: ['delivered'], limit: MOST_POSTS })
  const editionId = posts.find((post) => post.receipt === receipt)?.editionId
  return editionId === undefined ? undefined : store.edition(editionId)
}

/** One reader's words never reach another reader's answer outside a thread or a chain of replies that they share. */
function conversationKey({ chat: saidIn, replyIn, person, root, key }: InboundEvent): string {
  const chat = replyIn ?? saidIn
  const place = chatAddress(chat)
  switch (chat.kind) {
    case 'private':
      return `${place} ${person.platform}:${person.id}`
    case 'thread':
      return place
    case 'group':
    case 'channel':
      return `${place} ${root ?? key}`
  }
}

/** From now on the conversation is about these briefs, and marks are theirs. */
export async function turnTo(
  { store, clock }: ConversationParts,
  { id }: Conversation,
  briefs: readonly Brief[],
): Promise<void> {
  const ids = briefs.map((brief) => brief.id)
  await store.setShown(id, { kind: 'briefs', ids }, focusOn(briefs, clock.now()))
}

/** Of several briefs nobody knows whose words a question leaves out. */
function focusOn(briefs: readonly Brief[], at: number): Focus {
  const [only, another] = briefs
  const spoken = only && !another ? only : undefined
  return {
    storyIds: unique(briefs.flatMap(({ storyId }) => storyId ?? [])),
    articleIds: unique(briefs.flatMap(({ sources }) => sources.map(({ articleId }) => articleId))),
    names: spoken
      ? unique(findNames(spoken.headline, spoken.language).map(({ text }) => text)).slice(0, MOST_NAMES)
      : [],
    questionStems: spoken ? contentStems(spoken.headline, spoken.language).slice(0, MOST_STEMS) : [],
    at,
  }
}

function unique(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)]
}
