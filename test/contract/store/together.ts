import { expect } from 'vitest'
import { event, NOW, newArticle, type StoreTest, save } from './makers.ts'

export function togetherContract(test: StoreTest): void {
  test('calls that are made at the same time do not disturb each other', async ({ store }) => {
    const drafts = Array.from({ length: 20 }, (_, at) => newArticle(`n${at}`, `Text ${at}.`))
    const calls = drafts.flatMap((draft, at) => [
      save(store, draft),
      store.addFeed({ url: `https://courier.example/${at}` }, NOW),
      store.acceptEvent(event(`${at}`)),
      store.matchArticles({ anyOf: ['text'], limit: 5 }),
      store.conversationOf('one key', NOW),
      store.stories(0, 5),
    ])
    await Promise.all(calls)
    expect(await store.articleCount()).toBe(20)
    expect(await store.feeds()).toHaveLength(20)
  })
}
