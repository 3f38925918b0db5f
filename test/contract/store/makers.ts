// What the tests of every noun are made of: a store for each test, and small nouns to put into it.

import { type TestAPI, test } from 'vitest'
import type {
  Brief,
  Chat,
  Delivery,
  Edition,
  InboundEvent,
  NewAnswer,
  NewArticle,
  NewBrief,
  NewDelivery,
  NewSubscription,
  Sentence,
  SlotEdition,
  Subscription,
} from '../../../src/domain.ts'
import type { SavedArticle, SearchText, Store } from '../../../src/ports.ts'

export const NOW = Date.UTC(2026, 2, 3, 12)
export const MINUTE_MS = 60_000
/** Every lease in these tests. */
export const LEASE_MS = MINUTE_MS

export type StoreTest = TestAPI<{ readonly store: Store }>

/** A test that gets an empty store of its own. */
export function storeTest(open: () => Promise<Store>): StoreTest {
  return test.extend<{ readonly store: Store }>({
    // biome-ignore lint/correctness/noEmptyPattern: a fixture names those it stands on, and this one stands on none
    store: async ({}, use) => {
      const store = await open()
      await use(store)
      await store.close()
    },
  })
}

/** An article of one-sentence paragraphs. */
export function newArticle(id: string, text: string, more: Partial<NewArticle> = {}): NewArticle {
  return {
    identity: `id:${id}`,
    externalId: id,
    title: `Title of ${id}`,
    language: 'en',
    kind: 'full',
    text,
    sentences: sentencesOf(text),
    bodyHash: `hash of ${text}`,
    ...more,
  }
}

function sentencesOf(text: string): readonly Sentence[] {
  let start = 0
  return text.split('\n\n').map((paragraph, at) => {
    const sentence = { ordinal: at + 1, paragraph: at + 1, start, end: start + paragraph.length }
    start += paragraph.length + 2
    return sentence
  })
}

export function brief(more: Partial<NewBrief> = {}): NewBrief {
  const citation = { articleId: 'a1', revision: 1, sentence: 1, start: 0, end: 5, quote: 'A "q"' }
  return {
    headline: 'A headline',
    points: [{ text: 'A point', citations: [citation] }],
    sources: [{ articleId: 'a1', name: 'Courier', title: 'T', language: 'en', kind: 'full' }],
    language: 'en',
    engine: 'extractive',
    findings: [],
    inputs: [{ articleId: 'a1', revision: 1 }],
    ...more,
  }
}

export function answer(question: string, more: Partial<NewAnswer> = {}): NewAnswer {
  const { points, sources } = brief()
  return {
    question,
    kind: 'answered',
    points,
    sources,
    nearest: [],
    score: 0.5,
    language: 'en',
    engine: 'extractive',
    ...more,
  }
}

export function event(key: string, chat = 'one'): InboundEvent {
  return {
    key,
    chat: { platform: 'test', id: chat, kind: 'private' },
    person: { platform: 'test', id: 'reader' },
    at: NOW,
    kind: 'question',
    text: `Question ${key}?`,
  }
}

export function searchText(title = '', body = ''): SearchText {
  return { title, body, stemHashes: new TextEncoder().encode(body) }
}

/** Stores articles whose search text is their own words. */
export function save(store: Store, ...articles: readonly NewArticle[]): Promise<readonly SavedArticle[]> {
  return store.saveArticles(
    articles.map((article) => ({
      article,
      searchText: searchText(article.title.toLowerCase(), article.text.toLowerCase()),
    })),
    NOW,
  )
}

export async function saveOne(store: Store, article: NewArticle): Promise<SavedArticle> {
  const [saved] = await save(store, article)
  if (!saved) throw new Error('nothing was stored')
  return saved
}

export function group(id: string, thread?: string): Chat {
  return { platform: 'test', id, kind: 'group', ...(thread !== undefined && { thread }) }
}

export function newSubscription(more: Partial<NewSubscription> = {}): NewSubscription {
  return {
    chat: group('one'),
    topics: 'harbour -football',
    language: 'en',
    points: 3,
    briefs: 5,
    schedule: { text: 'at noon', crons: ['0 12 * * *'], zone: 'Europe/Berlin' },
    afterDownTime: 'late',
    whenUnknown: 'once',
    whenEmpty: 'nothing',
    nextEditionAt: NOW,
    ...more,
  }
}

export function newDelivery(messageKey: string, more: Partial<NewDelivery> = {}): NewDelivery {
  return {
    messageKey,
    part: 1,
    parts: 1,
    chat: group('one'),
    payload: { body: `Body of ${messageKey}` },
    dueAt: NOW,
    expiresAt: NOW + 1000 * MINUTE_MS,
    whenUnknown: 'once',
    ...more,
  }
}

/** All parts of one message. */
export function newParts(
  messageKey: string,
  parts: number,
  more: Partial<NewDelivery> = {},
): readonly NewDelivery[] {
  return Array.from({ length: parts }, (_, at) => newDelivery(messageKey, { part: at + 1, parts, ...more }))
}

export function edition(more: Partial<Edition> = {}): Edition {
  return { entries: [], leftOut: [], composedAt: NOW, ...more }
}

/** Opens the edition of a slot of a subscription, and sets the next slot a day later. */
export async function openSlot(
  store: Store,
  subscription: Pick<Subscription, 'id'>,
  slot = NOW,
): Promise<SlotEdition> {
  const opened = await store.openEdition(
    { subscriptionId: subscription.id, slot, missed: [], nextEditionAt: slot + 24 * 60 * MINUTE_MS },
    slot,
  )
  if (!opened) throw new Error('the slot has its edition already')
  return opened
}

/** A made edition with one message of so many parts to the subscription's chat, named after the edition. */
export async function makeEdition(
  store: Store,
  subscription: Subscription,
  {
    slot = NOW,
    briefs = [],
    parts = 1,
  }: { readonly slot?: number; readonly briefs?: readonly Brief[]; readonly parts?: number } = {},
): Promise<SlotEdition> {
  const { id } = await openSlot(store, subscription, slot)
  await store.completeEdition(id, {
    state: 'made',
    edition: edition({ entries: briefs.map((one) => ({ brief: one })), composedAt: slot }),
    deliveries: newParts(id, parts, { chat: subscription.chat, editionId: id }),
  })
  const made = await store.edition(id)
  if (!made) throw new Error('the edition is gone')
  return made
}

export function claim(store: Store, now = NOW, limit = 100): Promise<readonly Delivery[]> {
  return store.claimDeliveries({ platforms: ['test'], limit }, now, LEASE_MS)
}

export async function claimOne(store: Store, now = NOW): Promise<Delivery> {
  const [claimed] = await claim(store, now, 1)
  if (!claimed) throw new Error('no delivery is due')
  return claimed
}

/** Claims the delivery that is longest due, and begins to send it. */
export async function sendOne(store: Store, now = NOW): Promise<Delivery> {
  const claimed = await claimOne(store, now)
  await store.startSending(claimed.id, now, LEASE_MS)
  return claimed
}

/** Claims, sends and delivers the delivery that is longest due. */
export async function deliverOne(store: Store, now = NOW): Promise<Delivery> {
  const sent = await sendOne(store, now)
  await store.settleDelivery(sent.id, { state: 'delivered', receipt: `receipt of ${sent.id}` }, now)
  return sent
}

/** What the deliveries are called in these tests: their message and part. */
export function namesOf(deliveries: readonly Delivery[]): readonly string[] {
  return deliveries.map(({ messageKey, part }) => `${messageKey}.${part}`)
}
