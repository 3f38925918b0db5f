// A store in memory, the stages that fill it, and the parts that make editions, on a clock of the test's.

import { openSqlite } from '../../db/sqlite.ts'
import { type ArticleSource, toArticle } from '../../src/articles/to-article.ts'
import type { Chat, Message, NewDelivery, NewSubscription, Subscription } from '../../src/domain.ts'
import { createCandidates } from '../../src/editions/candidates.ts'
import type { EditionQuery } from '../../src/editions/compose-edition.ts'
import { type MakeParts, makeEdition } from '../../src/editions/make-edition.ts'
import { createLog } from '../../src/log.ts'
import type { ClaimedSubscription, Store } from '../../src/ports.ts'
import { createPlaceArticles } from '../../src/stories/place-articles.ts'
import type { BriefSubject } from '../../src/summarizer/engine.ts'
import { createExtractiveEngine } from '../../src/summarizer/extractive.ts'
import { createFakeClock, type FakeClock } from '../fakes/clock.ts'

export const MINUTE_MS = 60_000
export const HOUR_MS = 60 * MINUTE_MS
export const DAY_MS = 24 * HOUR_MS
/** A Monday. */
export const START = Date.UTC(2026, 2, 2, 7)
export const CHAT: Chat = { platform: 'test', id: 'harbour-news', kind: 'channel' }

export interface Newsroom extends AsyncDisposable {
  readonly store: Store
  readonly clock: FakeClock
  readonly parts: MakeParts
  /** What the engine was asked to write. */
  readonly written: readonly BriefSubject[]
  /** What was handed to the outbox, in order. */
  readonly messages: readonly Message[]
  /** The next so many writes fail. */
  failWriting(times: number): void
  /** Stores articles and places them into stories; their texts may be written in lines. */
  publish(...articles: readonly Partial<ArticleSource>[]): Promise<void>
  subscribe(more?: Partial<NewSubscription>): Promise<Subscription>
  /** Everything that is due is made; what fails is due again when its lease ends. */
  makeDue(): Promise<void>
  claim(): Promise<readonly ClaimedSubscription[]>
}

const LEASE_MS = 5 * MINUTE_MS

export async function openNewsroom(start = START): Promise<Newsroom> {
  const clock = createFakeClock(start)
  const store = await openSqlite({ file: ':memory:' })
  const place = createPlaceArticles({ store, clock })
  const candidates = createCandidates({ store, clock })
  const messages: Message[] = []
  const written: BriefSubject[] = []
  const extractive = createExtractiveEngine()
  let failures = 0
  const parts: MakeParts = {
    store,
    clock,
    candidates,
    engine: {
      name: 'extractive',
      async brief(subject, options) {
        written.push(subject)
        if (failures-- > 0) throw new Error('the engine is out of ink')
        return extractive.brief(subject, options)
      },
    },
    log: createLog({ level: 'error', json: false, write: () => undefined, now: clock.now }),
    recentBriefs: new Map(),
    platforms: ['test'],
    writesFirst: [],
    deliveriesOf(message, to): readonly NewDelivery[] {
      messages.push(message)
      return [{ ...to, part: 1, parts: 1, payload: { body: JSON.stringify(message) } }]
    },
  }

  const claim = () => store.claimSubscriptions(clock.now(), LEASE_MS, 10)

  return {
    store,
    clock,
    parts,
    written,
    messages,
    claim,
    failWriting(times) {
      failures = times
    },
    async publish(...articles) {
      const prepared = await Promise.all(
        articles.map((article) =>
          toArticle({ publishedAt: clock.now(), language: 'en', ...article, text: article.text ?? '' }),
        ),
      )
      await store.saveArticles(prepared, clock.now())
      await place()
      candidates.renew()
    },
    subscribe: (more = {}) => store.addSubscription(aSubscription(more), clock.now()),
    async makeDue() {
      for (;;) {
        const claimed = await claim()
        if (claimed.length === 0) return
        for (const one of claimed) {
          await makeEdition(parts, one, new AbortController().signal).catch(() => undefined)
        }
      }
    },
    [Symbol.asyncDispose]: () => store.close(),
  }
}

/** Every day at 7:30 UTC, everything. */
export function aSubscription(more: Partial<NewSubscription> = {}): NewSubscription {
  return {
    chat: CHAT,
    topics: '',
    language: 'en',
    points: 3,
    briefs: 5,
    schedule: { text: 'every day at 7:30', crons: ['30 7 * * *'], zone: 'UTC' },
    afterDownTime: 'late',
    whenUnknown: 'once',
    whenEmpty: 'nothing',
    nextEditionAt: START + 30 * MINUTE_MS,
    ...more,
  }
}

export function aQuery(newsroom: Newsroom, more: Partial<EditionQuery> = {}): EditionQuery {
  return { since: newsroom.clock.now() - DAY_MS, limit: 5, length: { points: 3 }, ...more }
}
