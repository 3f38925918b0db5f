import { describe, expect } from 'vitest'
import type { Store } from '../../../src/ports.ts'
import { MINUTE_MS, NOW, newArticle, type StoreTest, save, saveOne } from './makers.ts'

export function storiesContract(test: StoreTest): void {
  describe('stories', () => {
    const place = async (
      store: Store,
      articleId: string,
      story: string | { newStory: string },
      more: object = {},
    ) =>
      store.placeArticles(
        [
          {
            articleId,
            revision: (await store.article(articleId))?.revision ?? 1,
            story,
            features: `features of ${articleId}`,
            representative: false,
            ...more,
          },
        ],
        NOW,
      )

    test('open, grow, and are headed by their representative', async ({ store }) => {
      const saved = await save(
        store,
        newArticle('x', 'One.', { publishedAt: NOW - 3 * MINUTE_MS }),
        newArticle('y', 'Two.', { publishedAt: NOW - MINUTE_MS, title: 'The better title' }),
      )
      const [x = '', y = ''] = saved.map(({ article }) => article.id)
      const [first] = await place(store, x, { newStory: 'k' }, { representative: true })
      await place(store, y, first?.storyId ?? '', { representative: true })
      const story = await store.story(first?.storyId ?? '')
      expect(story).toEqual({
        id: first?.storyId,
        headline: 'The better title',
        language: 'en',
        articleIds: [x, y],
        latestAt: NOW - MINUTE_MS,
      })
      expect((await store.article(x))?.storyId).toBe(first?.storyId)
    })

    test('opened under one key in one call are one story', async ({ store }) => {
      const saved = await save(store, newArticle('x', 'One.'), newArticle('y', 'Two.'))
      const placed = await store.placeArticles(
        saved.map(({ article }) => ({
          articleId: article.id,
          revision: article.revision,
          story: { newStory: 'k' },
          features: '',
          representative: true,
        })),
        NOW,
      )
      expect(new Set(placed.map(({ storyId }) => storyId)).size).toBe(1)
    })

    test('an article is due for placing until it is placed, and again when its text changes', async ({
      store,
    }) => {
      const { article } = await saveOne(store, newArticle('x', 'One.'))
      expect((await store.unplacedArticles(10)).map(({ id }) => id)).toEqual([article.id])
      await place(store, article.id, { newStory: 'k' })
      expect(await store.unplacedArticles(10)).toEqual([])
      await save(store, newArticle('x', 'Changed.'))
      expect((await store.unplacedArticles(10)).map(({ id }) => id)).toEqual([article.id])
    })

    test('an article that is due comes with the stems it was stored with', async ({ store }) => {
      await saveOne(store, newArticle('x', 'One.'))
      const [due] = await store.unplacedArticles(1)
      expect(new TextDecoder().decode(due?.stemHashes)).toBe('one.')
    })

    test('an article that changed while it was being placed stays due', async ({ store }) => {
      const { article } = await saveOne(store, newArticle('x', 'One.'))
      await save(store, newArticle('x', 'Changed meanwhile.'))
      await place(store, article.id, { newStory: 'k' }, { revision: article.revision })
      expect((await store.unplacedArticles(10)).map(({ id }) => id)).toEqual([article.id])
    })

    test('an article that moves leaves its old story, and an empty story disappears', async ({ store }) => {
      const saved = await save(store, newArticle('x', 'One.'), newArticle('y', 'Two.'))
      const [x = '', y = ''] = saved.map(({ article }) => article.id)
      const [old] = await place(store, x, { newStory: 'k' })
      const [other] = await place(store, y, { newStory: 'l' })
      await place(store, x, other?.storyId ?? '')
      expect(await store.story(old?.storyId ?? '')).toBeUndefined()
      expect((await store.story(other?.storyId ?? ''))?.articleIds).toEqual([x, y])
    })

    test('a copy joins the group of what it copies', async ({ store }) => {
      const saved = await save(store, newArticle('x', 'One.'), newArticle('y', 'Nearly one.'))
      const [x = '', y = ''] = saved.map(({ article }) => article.id)
      const [first] = await place(store, x, { newStory: 'k' })
      await place(store, y, first?.storyId ?? '', { duplicateOf: x })
      expect((await store.article(y))?.duplicateGroup).toBe(x)
    })

    test('a copy brings those along that are copies of it', async ({ store }) => {
      const saved = await save(
        store,
        newArticle('x', 'One.'),
        newArticle('y', 'Nearly one.'),
        newArticle('z', 'Nearly one.'),
      )
      const [x = '', y = '', z = ''] = saved.map(({ article }) => article.id)
      await place(store, y, { newStory: 'k' }, { duplicateOf: x })
      expect((await store.article(z))?.duplicateGroup).toBe(x)
      await place(store, z, { newStory: 'l' }, { duplicateOf: y })
      await place(store, x, { newStory: 'm' }, { duplicateOf: x })
      const groups = (await store.articles([x, y, z])).map(({ duplicateGroup }) => duplicateGroup)
      expect(groups).toEqual([x, x, x])
    })

    test('are headed by another article when their representative moves', async ({ store }) => {
      const saved = await save(store, newArticle('x', 'One.'), newArticle('y', 'Two.', { language: 'de' }))
      const [x = '', y = ''] = saved.map(({ article }) => article.id)
      const [first] = await place(store, x, { newStory: 'k' }, { representative: true })
      await place(store, y, first?.storyId ?? '')
      expect(await store.story(first?.storyId ?? '')).toMatchObject({
        headline: 'Title of x',
        language: 'en',
      })
      await place(store, x, { newStory: 'l' })
      expect(await store.story(first?.storyId ?? '')).toMatchObject({
        headline: 'Title of y',
        language: 'de',
      })
    })

    test('change their headline with the title of their representative', async ({ store }) => {
      const { article } = await saveOne(store, newArticle('x', 'One.'))
      const [placed] = await place(store, article.id, { newStory: 'k' }, { representative: true })
      await saveOne(store, newArticle('x', 'One.', { title: 'A better title' }))
      expect((await store.story(placed?.storyId ?? ''))?.headline).toBe('A better title')
    })

    test('that have disappeared are opened anew when an article joins them, under a new id', async ({
      store,
    }) => {
      const saved = await save(
        store,
        newArticle('x', 'One.'),
        newArticle('y', 'Two.'),
        newArticle('z', 'Three.'),
      )
      const [x = '', y = '', z = ''] = saved.map(({ article }) => article.id)
      const [gone] = await place(store, x, { newStory: 'k' })
      await place(store, x, { newStory: 'l' })
      const placed = await store.placeArticles(
        [y, z].map((articleId) => ({
          articleId,
          revision: 1,
          story: gone?.storyId ?? '',
          features: '',
          representative: false,
        })),
        NOW,
      )
      expect(placed[0]?.storyId).not.toBe(gone?.storyId)
      expect((await store.story(placed[0]?.storyId ?? ''))?.articleIds).toEqual([y, z])
      expect(await store.unplacedArticles(10)).toEqual([])
    })

    test('leave out articles and stories that do not exist', async ({ store }) => {
      expect(await place(store, 'a999', { newStory: 'k' })).toEqual([])
      expect(await place(store, 'nonsense', 's1')).toEqual([])
      expect(await store.stories(0, 10)).toEqual([])
      expect(await store.story('s1')).toBeUndefined()
      expect(await store.story('nonsense')).toBeUndefined()
    })

    test('take in unplaced articles from the oldest on', async ({ store }) => {
      await save(
        store,
        newArticle('x', 'One.', { publishedAt: NOW - 1 }),
        newArticle('y', 'Two.', { publishedAt: NOW - 3 }),
        newArticle('z', 'Three.', { publishedAt: NOW - 2 }),
      )
      expect((await store.unplacedArticles(2)).map(({ externalId }) => externalId)).toEqual(['y', 'z'])
    })

    test('are listed by period, latest first', async ({ store }) => {
      const saved = await save(
        store,
        newArticle('x', 'One.', { publishedAt: NOW - 60 * MINUTE_MS }),
        newArticle('y', 'Two.', { publishedAt: NOW - MINUTE_MS }),
        newArticle('z', 'Three.', { publishedAt: NOW - 2 * MINUTE_MS }),
      )
      for (const { article } of saved) await place(store, article.id, { newStory: article.id })
      const headlines = async (since: number, limit = 10) =>
        (await store.stories(since, limit)).map(({ headline }) => headline)
      expect(await headlines(NOW - 10 * MINUTE_MS)).toEqual(['Title of y', 'Title of z'])
      expect(await headlines(0, 1)).toEqual(['Title of y'])
    })

    test('placements tell what was compared, to a process that starts later', async ({ store }) => {
      const { article } = await saveOne(store, newArticle('x', 'One.', { publishedAt: NOW - MINUTE_MS }))
      const [placed] = await place(store, article.id, { newStory: 'k' })
      const placement = {
        articleId: article.id,
        storyId: placed?.storyId,
        duplicateGroup: article.id,
        features: `features of ${article.id}`,
        at: NOW - MINUTE_MS,
        placedAt: NOW,
      }
      expect(await store.placements({ since: 0, placedSince: 0 })).toEqual([placement])
      expect(await store.placements({ since: NOW, placedSince: 0 })).toEqual([])
      expect(await store.placements({ since: 0, until: placement.at, placedSince: 0 })).toEqual([placement])
      expect(await store.placements({ since: 0, until: placement.at - 1, placedSince: 0 })).toEqual([])
      expect(await store.placements({ since: 0, until: placement.at - 1, placedSince: NOW })).toEqual([])
      expect(await store.placements({ since: 0, placedSince: NOW })).toEqual([placement])
      expect(await store.placements({ since: 0, placedSince: NOW + 1 })).toEqual([])
    })
  })
}
