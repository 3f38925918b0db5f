import { expect, test } from 'vitest'
import { makerInWorker } from '../../src/articles/article-maker.ts'
import { toArticle } from '../../src/articles/to-article.ts'

const source = {
  text: 'The ferry stops on Monday. It carried 1,200 people a day.\n\nNobody knows why.',
  title: 'The ferry stops',
  url: 'https://harbour.example/ferry',
  publishedAt: Date.UTC(2026, 2, 1),
}

test('an article made elsewhere is the one that is made here', async () => {
  expect(await makerInWorker()(source)).toEqual(await toArticle(source))
})

test('a text that breaks it takes no other with it', async () => {
  const make = makerInWorker()
  const broken = make({ ...source, text: 7 as never })
  const sound = make(source)
  await expect(broken).rejects.toThrow(/text/)
  expect((await sound).article.title).toBe('The ferry stops')
})

test('what cannot be sent is refused, and the next is made', async () => {
  await expect(makerInWorker()({ ...source, title: (() => 'no text') as never })).rejects.toThrow(
    /could not be cloned/,
  )
  expect((await makerInWorker()(source)).article.sentences).toHaveLength(3)
})
