import { describe, expect } from 'vitest'
import { MINUTE_MS, NOW, newArticle, type StoreTest, save, saveOne, searchText } from './makers.ts'

export function articlesContract(test: StoreTest): void {
  describe('articles', () => {
    test('come back as they were stored', async ({ store }) => {
      const article = newArticle('x', 'One sentence.\n\nAnother.', {
        url: 'https://courier.example/x',
        byline: 'Ada Brook',
        publisher: 'Meridian',
        site: 'Courier',
        publishedAt: NOW - MINUTE_MS,
        publishedAtInferred: true,
        categories: ['harbour', 'cité'],
        kind: 'snippet',
      })
      const saved = await saveOne(store, article)
      expect(saved.status).toBe('stored')
      expect(await store.article(saved.article.id)).toEqual(saved.article)
      expect(saved.article).toEqual({
        ...article,
        id: saved.article.id,
        revision: 1,
        storedAt: NOW,
        updatedAt: NOW,
        duplicateGroup: saved.article.id,
      })
    })

    test('are listed in the order asked for, unknown ids left out', async ({ store }) => {
      const saved = await save(store, newArticle('x', 'One.'), newArticle('y', 'Two.'))
      const [x, y] = saved.map(({ article }) => article.id)
      const found = await store.articles([y ?? '', 'a999', 'nonsense', x ?? ''])
      expect(found.map(({ id }) => id)).toEqual([y, x])
      expect(await store.articles([])).toEqual([])
      expect(await store.article("a1' or 1=1 --")).toBeUndefined()
    })

    test('of the same identity and text change nothing', async ({ store }) => {
      const first = await saveOne(store, newArticle('x', 'One.'))
      const again = await saveOne(store, newArticle('x', 'One.'))
      expect(again).toEqual({ status: 'duplicate', article: first.article })
      expect(await store.articleCount()).toBe(1)
    })

    test('of the same identity with new text are a new revision, and the old one still opens its sentences', async ({
      store,
    }) => {
      const first = await saveOne(store, newArticle('x', 'Twelve were injured.\n\nTwo died.'))
      const second = await saveOne(store, newArticle('x', 'Nineteen were injured.'))
      expect(second.status).toBe('updated')
      expect(second.article).toMatchObject({
        id: first.article.id,
        revision: 2,
        text: 'Nineteen were injured.',
      })
      const old = await store.revision(first.article.id, 1)
      expect(old?.sentences.map(({ start, end }) => old.text.slice(start, end))).toEqual([
        'Twelve were injured.',
        'Two died.',
      ])
      expect((await store.revision(first.article.id, 2))?.text).toBe('Nineteen were injured.')
      expect(await store.revision(first.article.id, 3)).toBeUndefined()
    })

    test('of the same identity with a new title are a new revision too', async ({ store }) => {
      const first = await saveOne(store, newArticle('x', 'One.'))
      const second = await saveOne(store, newArticle('x', 'One.', { title: 'Another title' }))
      expect(second.status).toBe('updated')
      expect((await store.revision(first.article.id, 1))?.title).toBe('Title of x')
    })

    test('with one text under two identities are both stored, in one duplicate group', async ({ store }) => {
      const [first, second] = await save(store, newArticle('x', 'One.'), newArticle('y', 'One.'))
      expect(second?.status).toBe('duplicate')
      expect(second?.article.id).not.toBe(first?.article.id)
      expect(second?.article.duplicateGroup).toBe(first?.article.id)
      expect(await store.articleCount()).toBe(2)
    })

    test('that change their text leave their duplicate group', async ({ store }) => {
      await save(store, newArticle('x', 'One.'), newArticle('y', 'One.'))
      const { article } = await saveOne(store, newArticle('y', 'Something else.'))
      expect(article.duplicateGroup).toBe(article.id)
    })

    test('that change their title only stay in their duplicate group', async ({ store }) => {
      const [first] = await save(store, newArticle('x', 'One.'), newArticle('y', 'One.'))
      const { article, status } = await saveOne(store, newArticle('y', 'One.', { title: 'Another title' }))
      expect(status).toBe('updated')
      expect(article.duplicateGroup).toBe(first?.article.id)
    })

    test('that say the same as another after a change join its duplicate group', async ({ store }) => {
      const [first] = await save(store, newArticle('x', 'One.'), newArticle('y', 'Two.'))
      const { article, status } = await saveOne(store, newArticle('y', 'One.'))
      expect(status).toBe('updated')
      expect(article.duplicateGroup).toBe(first?.article.id)
    })

    test('that were the first of their group hand it on when they change', async ({ store }) => {
      const saved = await save(
        store,
        newArticle('x', 'One.'),
        newArticle('y', 'One.'),
        newArticle('z', 'One.'),
      )
      const [x = '', y = '', z = ''] = saved.map(({ article }) => article.id)
      await saveOne(store, newArticle('x', 'Something else.'))
      const groups = (await store.articles([x, y, z])).map(({ duplicateGroup }) => duplicateGroup)
      expect(groups).toEqual([x, y, y])
      const { article } = await saveOne(store, newArticle('w', 'One.'))
      expect(article.duplicateGroup).toBe(y)
    })

    test('of one identity in one batch are revisions of one article', async ({ store }) => {
      const saved = await save(
        store,
        newArticle('x', 'One.'),
        newArticle('x', 'Two.'),
        newArticle('x', 'Two.'),
      )
      expect(saved.map(({ status }) => status)).toEqual(['stored', 'updated', 'duplicate'])
      expect(new Set(saved.map(({ article }) => article.id)).size).toBe(1)
      expect(saved[2]?.article.revision).toBe(2)
      expect(await store.articleCount()).toBe(1)
    })

    test('keep the time they were stored, and their story, when they change', async ({ store }) => {
      const { article } = await saveOne(store, newArticle('x', 'One.'))
      const [placed] = await store.placeArticles(
        [
          {
            articleId: article.id,
            revision: 1,
            story: { newStory: 'k' },
            features: '',
            representative: true,
          },
        ],
        NOW,
      )
      const changed = { article: newArticle('x', 'Two.'), searchText: searchText() }
      const [saved] = await store.saveArticles([changed], NOW + MINUTE_MS)
      expect(saved?.article).toMatchObject({
        storedAt: NOW,
        updatedAt: NOW + MINUTE_MS,
        storyId: placed?.storyId,
      })
      expect(await store.article(article.id)).toEqual(saved?.article)
    })

    test('keep every earlier text, so that a citation of any revision opens its sentence', async ({
      store,
    }) => {
      const texts = ['Three boats sank.', 'Four boats sank.\n\nNobody drowned.', 'Five boats sank.']
      const saved = await save(store, ...texts.map((text) => newArticle('x', text)))
      const id = saved[0]?.article.id ?? ''
      const firstSentences = await Promise.all(
        texts.map(async (_, at) => {
          const found = await store.revision(id, at + 1)
          return found?.text.slice(found.sentences[0]?.start, found.sentences[0]?.end)
        }),
      )
      expect(firstSentences).toEqual(['Three boats sank.', 'Four boats sank.', 'Five boats sank.'])
      expect(await store.revision('a999', 1)).toBeUndefined()
      expect(await store.revision('x', 1)).toBeUndefined()
    })

    test('are all stored, or none', async ({ store }) => {
      const broken = { ...newArticle('y', 'Two.'), title: undefined as unknown as string }
      await expect(
        store.saveArticles(
          [newArticle('x', 'One.'), broken].map((article) => ({
            article,
            searchText: searchText(),
          })),
          NOW,
        ),
      ).rejects.toThrow()
      expect(await store.articleCount()).toBe(0)
    })

    test('are known by their identities', async ({ store }) => {
      await save(store, newArticle('x', 'One.'))
      expect(await store.knownIdentities(['id:x', 'id:y'])).toEqual(new Set(['id:x']))
      expect(await store.knownIdentities([])).toEqual(new Set())
    })

    test('are not known yet while they are fresh snippets, where somebody asks so', async ({ store }) => {
      await save(store, newArticle('x', 'One.'), newArticle('y', 'Two.', { kind: 'snippet' }))
      const known = (snippetsUntil: number) => store.knownIdentities(['id:x', 'id:y'], { snippetsUntil })
      expect(await known(NOW - 1)).toEqual(new Set(['id:x']))
      expect(await known(NOW)).toEqual(new Set(['id:x', 'id:y']))
    })
  })
}
