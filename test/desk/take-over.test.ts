import { expect, test } from 'vitest'
import { toArticle } from '../../src/articles/to-article.ts'
import { takeOver } from '../../src/compose.ts'
import { openDesk, START } from './open-desk.ts'

test('articles that a dead desk had stored and not placed are placed by the next one', async () => {
  await using desk = await openDesk()
  const article = await toArticle({
    title: 'Night market opens',
    text: 'The night market of Tarn opened on Tuesday. It has forty stalls.',
    publishedAt: START,
    language: 'en',
  })
  await desk.app.store.saveArticles([article], START)
  await takeOver(desk.app)

  expect(await desk.app.store.unplacedArticles(9)).toEqual([])
})

test('what a dead desk had claimed is due at once', async () => {
  await using desk = await openDesk()
  await desk.app.store.addFeed({ url: 'https://courier.example/feed' }, START)
  await desk.app.store.claimFeeds(START, 1_000_000, 9)
  await takeOver(desk.app)

  expect(await desk.app.store.claimFeeds(START, 1_000_000, 9)).toHaveLength(1)
})
