// What can be done with a desk before any platform.

import { type ArticleSource, toArticle } from '../../src/articles/to-article.ts'
import type { App } from '../../src/compose.ts'
import { deliveriesOf } from '../../src/delivery/enqueue.ts'
import type { Chat, Delivery, Message, NewDelivery, NewSubscription, Subscription } from '../../src/domain.ts'
import { messageFromText } from '../../src/message/from-text.ts'
import type { ChatAdapter } from '../../src/ports.ts'
import { aSubscription, HOUR_MS } from '../editions/newsroom.ts'
import type { FakeClock } from '../fakes/clock.ts'

export interface DeskActs {
  /** Listens and works while so much time passes. */
  pass(ms: number): Promise<void>
  publish(...articles: readonly Partial<ArticleSource>[]): Promise<void>
  subscribe(chat: Chat, more?: Partial<NewSubscription>): Promise<Subscription>
  /** Hands a message to the outbox. */
  say(chat: Chat, message: Message | string, more?: Partial<NewDelivery>): Promise<void>
  deliveries(chat: Chat): Promise<readonly Delivery[]>
}

export function deskActs(app: App, adapter: ChatAdapter, clock: FakeClock): DeskActs {
  let said = 0
  return {
    pass: (ms) => clock.advance(ms),
    async publish(...articles) {
      const now = clock.now()
      const made = articles.map((article) =>
        toArticle({ publishedAt: now, language: 'en', ...article, text: article.text ?? '' }),
      )
      await app.store.saveArticles(await Promise.all(made), now)
      await app.placeArticles()
    },
    subscribe: (to, more = {}) =>
      app.store.addSubscription(aSubscription({ chat: to, ...more }), clock.now()),
    async say(to, message, more = {}) {
      said += 1
      const now = clock.now()
      const words = typeof message === 'string' ? messageFromText(message, 'en') : message
      const rendered = deliveriesOf(adapter, words, {
        messageKey: `said ${said}`,
        chat: to,
        dueAt: now,
        expiresAt: now + 24 * HOUR_MS,
        whenUnknown: 'once',
        ...more,
      })
      await app.store.enqueue(rendered, now)
    },
    async deliveries(to) {
      return (await app.store.deliveries({ chat: to, limit: 50 })).toReversed()
    },
  }
}
