// What Brevier shows, made by what makes it, of words from anywhere in Unicode: editions, answers, sentences, subscriptions,
// status and notices.

import type { Brief, Delivery, EditionEntry, Feed, Message, Source } from '../../../src/domain.ts'
import { messageFromAnswer } from '../../../src/message/from-answer.ts'
import { messageFromEdition } from '../../../src/message/from-edition.ts'
import { messageFromNotice, type Notice } from '../../../src/message/from-notice.ts'
import { messageFromPassages } from '../../../src/message/from-passages.ts'
import { messageFromStatus } from '../../../src/message/from-status.ts'
import { messageFromSubscription } from '../../../src/message/from-subscription.ts'
import { spokenLanguages } from '../../../src/message/texts.ts'
import { aSubscription } from '../../editions/newsroom.ts'
import { aBrief, aCitation, anAnswer, aSource } from '../../message/examples.ts'
import { type Generator, generatorOf } from '../terminal/generated-text.ts'
import { CHANNEL } from './posts.ts'
import { randomText } from './random-message.ts'

const AT = Date.UTC(2026, 2, 3, 8)

/** The same for a seed in every run. */
export function randomShown(seed: number): Message {
  const random = generatorOf(seed)
  const language = spokenLanguages[random.number(spokenLanguages.length)] ?? 'en'
  const kinds: readonly ((random: Generator, language: string) => Message)[] = [
    edition,
    answer,
    passages,
    subscription,
    status,
    notice,
  ]
  const kind = kinds[random.number(kinds.length)] ?? edition
  return kind(random, language)
}

function source(random: Generator, id: string): Source {
  const [name, title, author] = [randomText(random), randomText(random), randomText(random)]
  const url = random.number(2) === 0 ? `https://a.example/${encodeURIComponent(title.toWellFormed())}` : name
  return aSource(id, { name, title, url, ...(random.number(2) === 0 && { author }), publishedAt: AT })
}

function brief(random: Generator, id: string): Brief {
  const made = aBrief(id, [['a1'], ['a2', 'a1'], ['a3']])
  return {
    ...made,
    headline: randomText(random),
    points: made.points.map((point) => ({ ...point, text: randomText(random) })),
    sources: made.sources.map(({ articleId }) => source(random, articleId)),
  }
}

function edition(random: Generator, language: string): Message {
  const entries = Array.from(
    { length: 1 + random.number(20) },
    (_, at): EditionEntry => ({
      brief: brief(random, `b${at}`),
      ...(random.number(3) === 0 && { update: { at: AT, receipt: `${CHANNEL.id}/${at + 1}` } }),
    }),
  )
  return messageFromEdition({ entries, leftOut: [], composedAt: AT }, language)
}

function answer(random: Generator, language: string): Message {
  const { points, sources } = brief(random, 'b1')
  return messageFromAnswer(
    anAnswer({ question: randomText(random), points, sources, kind: 'answered' }),
    language,
  )
}

function passages(random: Generator, language: string): Message {
  const text = `${randomText(random)} ${randomText(random)}`
  const end = 1 + random.number(text.length)
  const revision = { text, sentences: [{ ordinal: 1, start: 0, end: text.length, paragraph: 1 }] }
  const citations = [{ ...aCitation('a1'), start: random.number(end), end, quote: text }]
  return messageFromPassages({ mark: 1, source: source(random, 'a1'), revision, citations }, language)
}

function subscribed(random: Generator) {
  const made = { ...aSubscription({ chat: CHANNEL, topics: randomText(random) }), id: 'u1', createdAt: AT }
  return { subscription: made, fields: [{ term: randomText(random), text: randomText(random) }] }
}

function subscription(random: Generator, language: string): Message {
  return messageFromSubscription(subscribed(random), { face: 'chat', language })
}

function status(random: Generator, language: string): Message {
  const reason = { kind: 'refused', class: 'gone', detail: randomText(random) } as const
  const feed: Feed = {
    id: 'f1',
    url: 'https://a.example/',
    title: randomText(random),
    addedAt: AT,
    nextPollAt: AT,
  }
  const lost: Delivery = {
    id: 'd1',
    state: 'unknown',
    reason: { kind: 'unknown', detail: randomText(random) },
    chat: CHANNEL,
    messageKey: 'k',
    part: 1,
    parts: 1,
    payload: { body: '' },
    attempt: 1,
    dueAt: AT,
    createdAt: AT,
    expiresAt: AT,
    whenUnknown: 'once',
    isResent: false,
    isPlain: false,
    isMoved: false,
  }
  return messageFromStatus(
    {
      database: randomText(random),
      isDeskRunning: true,
      feeds: [feed],
      subscriptions: [subscribed(random)],
      subscriptionCount: 1,
      pausedCount: 0,
      pausedChats: [{ pause: { chat: CHANNEL, reason, since: AT } }],
      deliveries: {
        pending: 0,
        claimed: 0,
        sending: 0,
        delivered: 1,
        refused: 0,
        unknown: 1,
        expired: 0,
      },
      unknown: [lost],
      stuck: [],
    },
    language,
  )
}

function notice(random: Generator, language: string): Message {
  const chat = randomText(random)
  const detail = randomText(random)
  const slot = { at: AT, zone: 'Europe/Berlin' }
  const notices: readonly Notice[] = [
    { kind: 'chat-paused', chat, cause: 'no-right', subscriptionId: 'u1', detail, slot },
    { kind: 'may-have-arrived', chat, deliveryId: 'd1', part: 1, parts: 2, slot },
    { kind: 'late', chat, slot, until: AT, detail },
  ]
  return messageFromNotice(notices[random.number(notices.length)] ?? (notices[0] as Notice), language)
}
