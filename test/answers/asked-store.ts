// A store of a few invented articles, and somebody who asks it.

import { openSqlite } from '../../db/sqlite.ts'
import { type AnswerQuestion, answerQuestion } from '../../src/answers/answer.ts'
import { type ArticleSource, toArticle } from '../../src/articles/to-article.ts'
import { DAY_MS, systemClock } from '../../src/clock.ts'
import type { Answer, Article, Conversation } from '../../src/domain.ts'
import type { Making, Store } from '../../src/ports.ts'
import { createPlaceArticles } from '../../src/stories/place-articles.ts'

/** A Wednesday. */
export const NOW = Date.UTC(2026, 4, 6, 12)

export const TUNNEL: ArticleSource = {
  externalId: 'tunnel',
  publisher: 'Harbour Post',
  title: 'Flood closes Orlan tunnel, nine injured',
  publishedAt: NOW - DAY_MS,
  text: 'Nine people were injured when water broke into the Orlan tunnel on Tuesday morning, the fire service said.\n\nThe tunnel was closed because a seal between two segments had given way, engineer Tessa Bruun said. "Nobody will drive through here before July," she told reporters. About 31,000 cars use it every day.',
}
export const QUILL: ArticleSource = {
  externalId: 'quill',
  publisher: 'Kest Ledger',
  title: 'Quill Robotics more than doubles its profit',
  publishedAt: NOW - 2 * DAY_MS,
  text: 'Quill Robotics made a net profit of 42 million crowns in its last financial year, after 17 million crowns the year before.\n\nProfit grew because hospitals ordered twice as many surgical arms, chief executive Ivo Marrane said. The shares of the company rose 6 percent in Kest.\n\nQuill Robotics wants to hire 400 people in Dunmore.',
}
export const VARN: ArticleSource = {
  externalId: 'varn',
  publisher: 'Kest Ledger',
  title: 'Varn Motors ends the year with a loss',
  publishedAt: NOW - 3 * DAY_MS,
  text: 'Varn Motors made a net loss of 88 million crowns last year, the carmaker said on Sunday.\n\nIt will close its oldest factory in Ashby in autumn. The union of metalworkers called the decision short-sighted.',
}
export const TRADE: ArticleSource = {
  externalId: 'trade',
  publisher: 'Harbour Post',
  title: 'Norvia and Tamsin talk about fish and steel',
  publishedAt: NOW - 4 * DAY_MS,
  text: 'Trade ministers of Norvia and Tamsin met on Saturday to talk about duties on fish and steel.\n\nTamsin is the largest market of Norvia and takes 27 percent of its exports, the statistical office said.\n\nTamsin is also the second source of imports, with 9 percent of what Norvia brings in.\n\nThe talks go on in June.',
}
export const BEES: ArticleSource = {
  externalId: 'bees',
  publisher: 'Open Meadow',
  title: 'Wild bees return to the dunes of Corrow',
  publishedAt: NOW - 40 * DAY_MS,
  text: 'Wild bees have returned to the dunes of Corrow, where none had been seen since 1994, biologists report.\n\nThe team of Lena Ostrow counted 61 nests. It explains the return by the end of spraying in the fields nearby.',
}
export const TRAM: ArticleSource = {
  externalId: 'tram',
  publisher: 'Tagblatt Holm',
  title: 'Neue Straßenbahn in Holm fährt ab Juni',
  publishedAt: NOW - 5 * DAY_MS,
  language: 'de',
  text: 'Die neue Straßenbahn in Holm fährt vom 7. Juni an, teilten die Stadtwerke mit.\n\nDer Bau hat 140 Millionen Kronen gekostet. Die Linie verbindet den Bahnhof mit der Universität.',
}
export const NEWS: readonly ArticleSource[] = [TUNNEL, QUILL, VARN, TRADE, BEES, TRAM]

export interface AskedStore extends AsyncDisposable {
  readonly store: Store
  /** In a conversation of its own, unless one is named; what is said is stored there. */
  ask(
    question: string,
    o?: { readonly conversation?: string; readonly now?: number; readonly making?: Making },
  ): Promise<Answer>
  conversation(id: string): Promise<Conversation | undefined>
}

export async function askedStore(
  news: readonly ArticleSource[] = NEWS,
  answering: AnswerQuestion = answerQuestion,
): Promise<AskedStore> {
  const store = await openSqlite({ file: ':memory:' })
  const clock = { ...systemClock, now: () => NOW }
  await store.saveArticles(
    await Promise.all(news.map((source) => toArticle({ language: 'en', ...source }))),
    NOW,
  )
  await createPlaceArticles({ store, clock })()
  return {
    store,
    async ask(question, { conversation: id, now = NOW, making } = {}) {
      const conversation = (id && (await store.conversation(id))) || (await store.openConversation(now))
      const { answer, focus } = await answering(
        { store, clock },
        { question, conversation, now, ...(making && { making }) },
      )
      return store.saveAnswer(conversation.id, answer, focus, now)
    },
    conversation: (id) => store.conversation(id),
    [Symbol.asyncDispose]: () => store.close(),
  }
}

/** The ids that the cited articles came with, in the order of the points. */
export function citedIn({ points, sources }: Answer): readonly (string | undefined)[] {
  return points.flatMap(({ citations }) =>
    citations.map(({ articleId }) => sources.find((source) => source.articleId === articleId)?.externalId),
  )
}

/** What is said first. */
export function firstOf({ points }: Answer): string {
  return points[0]?.text ?? ''
}

/** The sentence a citation names, as that article holds it. */
export function sentenceOf(article: Pick<Article, 'text' | 'sentences'>, ordinal: number): string {
  const sentence = article.sentences.find((one) => one.ordinal === ordinal)
  return sentence ? article.text.slice(sentence.start, sentence.end) : ''
}
