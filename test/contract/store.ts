// What every store must do, whatever it stands on. A store's own test file calls this with how to open an empty one.

import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { InboundEvent, NewAnswer, NewArticle, NewBrief, Sentence } from '../../src/domain.ts'
import type { SavedArticle, Store } from '../../src/ports.ts'

const NOW = Date.UTC(2026, 2, 3, 12)
const MINUTE_MS = 60_000

/** An article of one-sentence paragraphs. */
function newArticle(id: string, text: string, more: Partial<NewArticle> = {}): NewArticle {
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

function brief(more: Partial<NewBrief> = {}): NewBrief {
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

function answer(question: string, more: Partial<NewAnswer> = {}): NewAnswer {
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

function event(key: string, chat = 'one'): InboundEvent {
  return {
    key,
    chat: { platform: 'test', id: chat, kind: 'private' },
    person: { platform: 'test', id: 'reader' },
    at: NOW,
    kind: 'question',
    text: `Question ${key}?`,
  }
}

export function storeContract(name: string, open: () => Promise<Store>): void {
  describe(name, () => {
    let store: Store
    beforeEach(async () => {
      store = await open()
    })
    afterEach(() => store.close())

    /** Stores articles whose search text is their own words. */
    async function save(...articles: readonly NewArticle[]): Promise<readonly SavedArticle[]> {
      return store.saveArticles(
        articles.map((article) => ({
          article,
          searchText: { title: article.title.toLowerCase(), body: article.text.toLowerCase() },
        })),
        NOW,
      )
    }

    async function saveOne(article: NewArticle): Promise<SavedArticle> {
      const [saved] = await save(article)
      if (!saved) throw new Error('nothing was stored')
      return saved
    }

    describe('articles', () => {
      test('come back as they were stored', async () => {
        const article = newArticle('x', 'One sentence.\n\nAnother.', {
          url: 'https://courier.example/x',
          byline: 'Ada Brook',
          publisher: 'Meridian',
          site: 'Courier',
          publishedAt: NOW - MINUTE_MS,
          publishedAtInferred: true,
          kind: 'snippet',
        })
        const saved = await saveOne(article)
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

      test('are listed in the order asked for, unknown ids left out', async () => {
        const saved = await save(newArticle('x', 'One.'), newArticle('y', 'Two.'))
        const [x, y] = saved.map(({ article }) => article.id)
        const found = await store.articles([y ?? '', 'a999', 'nonsense', x ?? ''])
        expect(found.map(({ id }) => id)).toEqual([y, x])
        expect(await store.articles([])).toEqual([])
        expect(await store.article("a1' or 1=1 --")).toBeUndefined()
      })

      test('of the same identity and text change nothing', async () => {
        const first = await saveOne(newArticle('x', 'One.'))
        const again = await saveOne(newArticle('x', 'One.'))
        expect(again).toEqual({ status: 'duplicate', article: first.article })
        expect(await store.articleCount()).toBe(1)
      })

      test('of the same identity with new text are a new revision, and the old one still opens its sentences', async () => {
        const first = await saveOne(newArticle('x', 'Twelve were injured.\n\nTwo died.'))
        const second = await saveOne(newArticle('x', 'Nineteen were injured.'))
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

      test('of the same identity with a new title are a new revision too', async () => {
        const first = await saveOne(newArticle('x', 'One.'))
        const second = await saveOne(newArticle('x', 'One.', { title: 'Another title' }))
        expect(second.status).toBe('updated')
        expect((await store.revision(first.article.id, 1))?.title).toBe('Title of x')
      })

      test('with one text under two identities are both stored, in one duplicate group', async () => {
        const [first, second] = await save(newArticle('x', 'One.'), newArticle('y', 'One.'))
        expect(second?.status).toBe('duplicate')
        expect(second?.article.id).not.toBe(first?.article.id)
        expect(second?.article.duplicateGroup).toBe(first?.article.id)
        expect(await store.articleCount()).toBe(2)
      })

      test('that change their text leave their duplicate group', async () => {
        await save(newArticle('x', 'One.'), newArticle('y', 'One.'))
        const { article } = await saveOne(newArticle('y', 'Something else.'))
        expect(article.duplicateGroup).toBe(article.id)
      })

      test('that change their title only stay in their duplicate group', async () => {
        const [first] = await save(newArticle('x', 'One.'), newArticle('y', 'One.'))
        const { article, status } = await saveOne(newArticle('y', 'One.', { title: 'Another title' }))
        expect(status).toBe('updated')
        expect(article.duplicateGroup).toBe(first?.article.id)
      })

      test('that say the same as another after a change join its duplicate group', async () => {
        const [first] = await save(newArticle('x', 'One.'), newArticle('y', 'Two.'))
        const { article, status } = await saveOne(newArticle('y', 'One.'))
        expect(status).toBe('updated')
        expect(article.duplicateGroup).toBe(first?.article.id)
      })

      test('that were the first of their group hand it on when they change', async () => {
        const saved = await save(newArticle('x', 'One.'), newArticle('y', 'One.'), newArticle('z', 'One.'))
        const [x = '', y = '', z = ''] = saved.map(({ article }) => article.id)
        await saveOne(newArticle('x', 'Something else.'))
        const groups = (await store.articles([x, y, z])).map(({ duplicateGroup }) => duplicateGroup)
        expect(groups).toEqual([x, y, y])
        const { article } = await saveOne(newArticle('w', 'One.'))
        expect(article.duplicateGroup).toBe(y)
      })

      test('of one identity in one batch are revisions of one article', async () => {
        const saved = await save(newArticle('x', 'One.'), newArticle('x', 'Two.'), newArticle('x', 'Two.'))
        expect(saved.map(({ status }) => status)).toEqual(['stored', 'updated', 'duplicate'])
        expect(new Set(saved.map(({ article }) => article.id)).size).toBe(1)
        expect(saved[2]?.article.revision).toBe(2)
        expect(await store.articleCount()).toBe(1)
      })

      test('keep the time they were stored, and their story, when they change', async () => {
        const { article } = await saveOne(newArticle('x', 'One.'))
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
        const changed = { article: newArticle('x', 'Two.'), searchText: { title: '', body: '' } }
        const [saved] = await store.saveArticles([changed], NOW + MINUTE_MS)
        expect(saved?.article).toMatchObject({
          storedAt: NOW,
          updatedAt: NOW + MINUTE_MS,
          storyId: placed?.storyId,
        })
        expect(await store.article(article.id)).toEqual(saved?.article)
      })

      test('keep every earlier text, so that a citation of any revision opens its sentence', async () => {
        const texts = ['Three boats sank.', 'Four boats sank.\n\nNobody drowned.', 'Five boats sank.']
        const saved = await save(...texts.map((text) => newArticle('x', text)))
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

      test('are all stored, or none', async () => {
        const broken = { ...newArticle('y', 'Two.'), title: undefined as unknown as string }
        await expect(
          store.saveArticles(
            [newArticle('x', 'One.'), broken].map((article) => ({
              article,
              searchText: { title: '', body: '' },
            })),
            NOW,
          ),
        ).rejects.toThrow()
        expect(await store.articleCount()).toBe(0)
      })

      test('are known by their identities', async () => {
        await save(newArticle('x', 'One.'))
        expect(await store.knownIdentities(['id:x', 'id:y'])).toEqual(new Set(['id:x']))
        expect(await store.knownIdentities([])).toEqual(new Set())
      })

      test('are not known yet while they are fresh snippets, where somebody asks so', async () => {
        await save(newArticle('x', 'One.'), newArticle('y', 'Two.', { kind: 'snippet' }))
        const known = (snippetsUntil: number) => store.knownIdentities(['id:x', 'id:y'], { snippetsUntil })
        expect(await known(NOW - 1)).toEqual(new Set(['id:x']))
        expect(await known(NOW)).toEqual(new Set(['id:x', 'id:y']))
      })
    })

    describe('search', () => {
      test('finds articles by any of the stems, those with rarer ones first', async () => {
        await save(
          newArticle('bridge', 'the bridge is closed', { title: 'a' }),
          newArticle('both', 'the bridge and the kelp', { title: 'b' }),
          newArticle('other', 'nothing of that', { title: 'c' }),
          newArticle('third', 'a bridge again', { title: 'd' }),
        )
        const matches = await store.matchArticles({ anyOf: ['bridge', 'kelp'], limit: 10 })
        expect(matches.map(({ article }) => article.externalId)[0]).toBe('both')
        expect(matches).toHaveLength(3)
        expect(matches.every(({ score }, at) => at === 0 || score <= (matches[at - 1]?.score ?? 0))).toBe(
          true,
        )
        expect(await store.matchArticles({ anyOf: ['bridge', 'kelp'], limit: 1 })).toHaveLength(1)
      })

      test('weighs a stem in the title more', async () => {
        await save(
          newArticle('body', 'kelp kelp', { title: 'other words' }),
          newArticle('title', 'other words', { title: 'kelp' }),
          newArticle('none', 'neither', { title: 'nor this' }),
        )
        const [first] = await store.matchArticles({ anyOf: ['kelp'], limit: 2 })
        expect(first?.article.externalId).toBe('title')
      })

      test('keeps to a period and to a source', async () => {
        await save(
          newArticle('old', 'bridge one', { publishedAt: NOW - 100 * MINUTE_MS, publisher: 'Courier' }),
          newArticle('new', 'bridge two', {
            publishedAt: NOW - MINUTE_MS,
            site: 'The Ledger',
            url: 'https://www.ledger.example/2',
          }),
        )
        const ids = async (query: Partial<Parameters<Store['matchArticles']>[0]>) =>
          (await store.matchArticles({ anyOf: ['bridge'], limit: 10, ...query })).map(
            ({ article }) => article.externalId,
          )
        expect(await ids({ since: NOW - 2 * MINUTE_MS })).toEqual(['new'])
        expect(await ids({ until: NOW - 2 * MINUTE_MS })).toEqual(['old'])
        expect(await ids({ sourceName: 'courier' })).toEqual(['old'])
        expect(await ids({ sourceName: 'the ledger' })).toEqual(['new'])
        expect(await ids({ sourceName: 'ledger.example' })).toEqual(['new'])
        expect(await ids({ sourceName: '%' })).toEqual([])
      })

      test.each([
        '"',
        '""',
        '*',
        'brid*',
        'a AND b',
        'NEAR(',
        "x' --",
        '^',
        'title:bridge',
        '',
        '  ',
        '\0',
        '-',
        '{',
        '\ud800',
      ])('takes %j as a word, not as syntax', async (word) => {
        await save(newArticle('y', 'the bridge'))
        expect(await store.matchArticles({ anyOf: [word], limit: 10 })).toEqual([])
      })

      test('finds a stem whatever stands beside it in the query', async () => {
        await save(newArticle('y', 'the bridge covid-19 l\'eau "q"'))
        for (const stem of ['covid-19', "l'eau", '"q"', 'bri\0dge']) {
          expect(await store.matchArticles({ anyOf: ['"', stem, 'NOT'], limit: 10 })).toHaveLength(1)
        }
        expect(await store.matchArticles({ anyOf: ['covid'], limit: 10 })).toEqual([])
      })

      test('compares names of sources without case in every script, and whole', async () => {
        await save(newArticle('x', 'bridge', { publisher: 'ÉCHO DE LA BAIE', site: 'Вестник' }))
        const found = async (sourceName: string) =>
          (await store.matchArticles({ anyOf: ['bridge'], limit: 10, sourceName })).length
        expect(await found('écho de la baie')).toBe(1)
        expect(await found('ВЕСТНИК')).toBe(1)
        expect(await found('écho')).toBe(0)
        expect(await found('')).toBe(0)
      })

      test('takes the time of storing where there is none of publication', async () => {
        await save(newArticle('x', 'bridge'))
        expect(
          await store.matchArticles({ anyOf: ['bridge'], limit: 1, since: NOW, until: NOW }),
        ).toHaveLength(1)
        expect(await store.matchArticles({ anyOf: ['bridge'], limit: 1, since: NOW + 1 })).toEqual([])
      })

      test('hands out no more than asked for, also within a period', async () => {
        await save(
          newArticle('x', 'bridge one'),
          newArticle('y', 'bridge two'),
          newArticle('z', 'bridge three'),
        )
        expect(await store.matchArticles({ anyOf: ['bridge'], limit: 2, since: 0 })).toHaveLength(2)
        expect(await store.matchArticles({ anyOf: ['bridge'], limit: 0 })).toEqual([])
      })

      test('finds the new text of a changed article, and no longer the old', async () => {
        await save(newArticle('x', 'bridge'))
        await save(newArticle('x', 'kelp'))
        expect(await store.matchArticles({ anyOf: ['bridge'], limit: 10 })).toEqual([])
        expect(await store.matchArticles({ anyOf: ['kelp'], limit: 10 })).toHaveLength(1)
      })

      test('counts in how many articles a stem occurs', async () => {
        await save(
          newArticle('x', 'bridge bridge', { title: 'k' }),
          newArticle('y', 'bridge kelp', { title: 'k' }),
        )
        expect(await store.stemCounts(['bridge', 'kelp', 'absent'])).toEqual({
          articles: 2,
          counts: new Map([
            ['bridge', 2],
            ['kelp', 1],
          ]),
        })
      })

      test('counts a stem with a mark or a sign in it, and follows a change of text', async () => {
        await save(newArticle('x', 'covid-19 हिन्दी bridge', { title: 'k' }))
        expect((await store.stemCounts(['covid-19', 'हिन्दी', 'covid'])).counts).toEqual(
          new Map([
            ['covid-19', 1],
            ['हिन्दी', 1],
          ]),
        )
        await save(newArticle('x', 'kelp', { title: 'k' }))
        expect((await store.stemCounts(['bridge', 'kelp'])).counts).toEqual(new Map([['kelp', 1]]))
      })

      test('lists the names under which articles were published', async () => {
        await save(
          newArticle('x', 'One.', { publisher: 'Meridian', site: 'Courier' }),
          newArticle('y', 'Two.', { publisher: 'Courier' }),
          newArticle('z', 'Three.'),
        )
        expect([...(await store.sourceNames())].sort()).toEqual(['Courier', 'Meridian'])
      })
    })

    describe('stories', () => {
      const place = async (articleId: string, story: string | { newStory: string }, more: object = {}) =>
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

      test('open, grow, and are headed by their representative', async () => {
        const saved = await save(
          newArticle('x', 'One.', { publishedAt: NOW - 3 * MINUTE_MS }),
          newArticle('y', 'Two.', { publishedAt: NOW - MINUTE_MS, title: 'The better title' }),
        )
        const [x = '', y = ''] = saved.map(({ article }) => article.id)
        const [first] = await place(x, { newStory: 'k' }, { representative: true })
        await place(y, first?.storyId ?? '', { representative: true })
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

      test('opened under one key in one call are one story', async () => {
        const saved = await save(newArticle('x', 'One.'), newArticle('y', 'Two.'))
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

      test('an article is due for placing until it is placed, and again when its text changes', async () => {
        const { article } = await saveOne(newArticle('x', 'One.'))
        expect((await store.unplacedArticles(10)).map(({ id }) => id)).toEqual([article.id])
        await place(article.id, { newStory: 'k' })
        expect(await store.unplacedArticles(10)).toEqual([])
        await save(newArticle('x', 'Changed.'))
        expect((await store.unplacedArticles(10)).map(({ id }) => id)).toEqual([article.id])
      })

      test('an article that changed while it was being placed stays due', async () => {
        const { article } = await saveOne(newArticle('x', 'One.'))
        await save(newArticle('x', 'Changed meanwhile.'))
        await place(article.id, { newStory: 'k' }, { revision: article.revision })
        expect((await store.unplacedArticles(10)).map(({ id }) => id)).toEqual([article.id])
      })

      test('an article that moves leaves its old story, and an empty story disappears', async () => {
        const saved = await save(newArticle('x', 'One.'), newArticle('y', 'Two.'))
        const [x = '', y = ''] = saved.map(({ article }) => article.id)
        const [old] = await place(x, { newStory: 'k' })
        const [other] = await place(y, { newStory: 'l' })
        await place(x, other?.storyId ?? '')
        expect(await store.story(old?.storyId ?? '')).toBeUndefined()
        expect((await store.story(other?.storyId ?? ''))?.articleIds).toEqual([x, y])
      })

      test('a copy joins the group of what it copies', async () => {
        const saved = await save(newArticle('x', 'One.'), newArticle('y', 'Nearly one.'))
        const [x = '', y = ''] = saved.map(({ article }) => article.id)
        const [first] = await place(x, { newStory: 'k' })
        await place(y, first?.storyId ?? '', { duplicateOf: x })
        expect((await store.article(y))?.duplicateGroup).toBe(x)
      })

      test('a copy brings those along that are copies of it', async () => {
        const saved = await save(
          newArticle('x', 'One.'),
          newArticle('y', 'Nearly one.'),
          newArticle('z', 'Nearly one.'),
        )
        const [x = '', y = '', z = ''] = saved.map(({ article }) => article.id)
        await place(y, { newStory: 'k' }, { duplicateOf: x })
        expect((await store.article(z))?.duplicateGroup).toBe(x)
        await place(z, { newStory: 'l' }, { duplicateOf: y })
        await place(x, { newStory: 'm' }, { duplicateOf: x })
        const groups = (await store.articles([x, y, z])).map(({ duplicateGroup }) => duplicateGroup)
        expect(groups).toEqual([x, x, x])
      })

      test('are headed by another article when their representative moves', async () => {
        const saved = await save(newArticle('x', 'One.'), newArticle('y', 'Two.', { language: 'de' }))
        const [x = '', y = ''] = saved.map(({ article }) => article.id)
        const [first] = await place(x, { newStory: 'k' }, { representative: true })
        await place(y, first?.storyId ?? '')
        expect(await store.story(first?.storyId ?? '')).toMatchObject({
          headline: 'Title of x',
          language: 'en',
        })
        await place(x, { newStory: 'l' })
        expect(await store.story(first?.storyId ?? '')).toMatchObject({
          headline: 'Title of y',
          language: 'de',
        })
      })

      test('change their headline with the title of their representative', async () => {
        const { article } = await saveOne(newArticle('x', 'One.'))
        const [placed] = await place(article.id, { newStory: 'k' }, { representative: true })
        await saveOne(newArticle('x', 'One.', { title: 'A better title' }))
        expect((await store.story(placed?.storyId ?? ''))?.headline).toBe('A better title')
      })

      test('that have disappeared are opened anew when an article joins them, under a new id', async () => {
        const saved = await save(newArticle('x', 'One.'), newArticle('y', 'Two.'), newArticle('z', 'Three.'))
        const [x = '', y = '', z = ''] = saved.map(({ article }) => article.id)
        const [gone] = await place(x, { newStory: 'k' })
        await place(x, { newStory: 'l' })
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

      test('leave out articles and stories that do not exist', async () => {
        expect(await place('a999', { newStory: 'k' })).toEqual([])
        expect(await place('nonsense', 's1')).toEqual([])
        expect(await store.stories(0, 10)).toEqual([])
        expect(await store.story('s1')).toBeUndefined()
        expect(await store.story('nonsense')).toBeUndefined()
      })

      test('take in unplaced articles from the oldest on', async () => {
        await save(
          newArticle('x', 'One.', { publishedAt: NOW - 1 }),
          newArticle('y', 'Two.', { publishedAt: NOW - 3 }),
          newArticle('z', 'Three.', { publishedAt: NOW - 2 }),
        )
        expect((await store.unplacedArticles(2)).map(({ externalId }) => externalId)).toEqual(['y', 'z'])
      })

      test('are listed by period, latest first', async () => {
        const saved = await save(
          newArticle('x', 'One.', { publishedAt: NOW - 60 * MINUTE_MS }),
          newArticle('y', 'Two.', { publishedAt: NOW - MINUTE_MS }),
          newArticle('z', 'Three.', { publishedAt: NOW - 2 * MINUTE_MS }),
        )
        for (const { article } of saved) await place(article.id, { newStory: article.id })
        const headlines = async (since: number, limit = 10) =>
          (await store.stories(since, limit)).map(({ headline }) => headline)
        expect(await headlines(NOW - 10 * MINUTE_MS)).toEqual(['Title of y', 'Title of z'])
        expect(await headlines(0, 1)).toEqual(['Title of y'])
      })

      test('placements tell what was compared, to a process that starts later', async () => {
        const { article } = await saveOne(newArticle('x', 'One.', { publishedAt: NOW - MINUTE_MS }))
        const [placed] = await place(article.id, { newStory: 'k' })
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

    test('briefs come back as they were stored', async () => {
      const plain = await store.saveBrief(brief(), NOW)
      const full = await store.saveBrief(
        brief({ engine: 'model', model: 'm', promptVersion: 'p', storyId: 's7' }),
        NOW,
      )
      expect(await store.brief(plain.id)).toEqual(plain)
      expect(await store.brief(full.id)).toEqual(full)
      expect(plain).toEqual({ ...brief(), id: plain.id, writtenAt: NOW })
      expect(await store.brief('b99')).toBeUndefined()
    })

    describe('conversations', () => {
      const focus = {
        storyIds: ['s1'],
        articleIds: ['a1'],
        names: ['ada'],
        questionStems: ['bridg'],
        at: NOW,
      }

      test('belong to their key', async () => {
        const one = await store.conversationOf('chat person', NOW)
        expect((await store.conversationOf('chat person', NOW)).id).toBe(one.id)
        expect((await store.conversationOf('chat other', NOW)).id).not.toBe(one.id)
      })

      test('opened on the command line have their id as their key', async () => {
        const [one, other] = [await store.openConversation(NOW), await store.openConversation(NOW)]
        expect(one.key).toBe(one.id)
        expect(other.id).not.toBe(one.id)
        expect(await store.conversation(one.id)).toEqual({ id: one.id, key: one.id, turns: [] })
      })

      test('keep their last ten turns, their focus, and what was shown', async () => {
        const { id } = await store.openConversation(NOW)
        for (let turn = 1; turn <= 12; turn++)
          await store.saveAnswer(id, answer(`Question ${turn}?`), focus, NOW + turn)
        const conversation = await store.conversation(id)
        expect(conversation?.turns.map(({ question }) => question)).toEqual(
          [3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map((turn) => `Question ${turn}?`),
        )
        expect(conversation?.focus).toEqual(focus)
        expect(conversation?.shown).toEqual({ kind: 'answer', id: conversation?.turns.at(-1)?.answerId })
      })

      test('answers come back as they were stored', async () => {
        const { id } = await store.openConversation(NOW)
        const saved = await store.saveAnswer(
          id,
          answer('Why?', { kind: 'refused', reason: 'not-stored', points: [] }),
          undefined,
          NOW,
        )
        expect(await store.answer(saved.id)).toEqual(saved)
        expect(saved).toMatchObject({ conversationId: id, answeredAt: NOW, reason: 'not-stored' })
      })

      test('that nobody knows give nothing', async () => {
        expect(await store.conversation('c999')).toBeUndefined()
        expect(await store.conversation('a1')).toBeUndefined()
        expect(await store.answer('q999')).toBeUndefined()
        await store.setShown('c999', { kind: 'briefs', ids: [] }, undefined)
      })

      test('remember the briefs shown in them', async () => {
        const { id } = await store.openConversation(NOW)
        await store.setShown(id, { kind: 'briefs', ids: ['b1', 'b2'] }, focus)
        expect(await store.conversation(id)).toMatchObject({
          shown: { kind: 'briefs', ids: ['b1', 'b2'] },
          focus,
        })
      })
    })

    describe('feeds', () => {
      const url = 'https://courier.example/feed'

      test('are added once', async () => {
        const feed = await store.addFeed({ url, title: 'Courier' }, NOW)
        expect(feed).toEqual({ id: feed?.id, url, title: 'Courier', addedAt: NOW, nextPollAt: NOW })
        expect(await store.addFeed({ url }, NOW)).toBeUndefined()
        expect(await store.feeds()).toEqual([feed])
      })

      test('are removed by id or by address', async () => {
        const feed = await store.addFeed({ url }, NOW)
        expect(await store.removeFeed('f99')).toBeUndefined()
        expect(await store.removeFeed(feed?.id ?? '')).toEqual(feed)
        await store.addFeed({ url }, NOW)
        expect((await store.removeFeed(url))?.url).toBe(url)
        expect(await store.feeds()).toEqual([])
      })

      test('never get the id of one that was removed', async () => {
        const feed = await store.addFeed({ url }, NOW)
        await store.removeFeed(feed?.id ?? '')
        expect((await store.addFeed({ url }, NOW))?.id).not.toBe(feed?.id)
      })

      test('are claimed in the order in which they are due, as many as asked for', async () => {
        for (const minutes of [3, 1, 2])
          await store.addFeed({ url: `${url}/${minutes}` }, NOW + minutes * MINUTE_MS)
        const claimed = await store.claimFeeds(NOW + 5 * MINUTE_MS, MINUTE_MS, 2)
        expect(claimed.map((feed) => feed.url)).toEqual([`${url}/1`, `${url}/2`])
      })

      test('are claimed when due, once, until the lease ends or they are settled', async () => {
        const feed = await store.addFeed({ url }, NOW)
        expect(await store.claimFeeds(NOW - 1, MINUTE_MS, 8)).toEqual([])
        expect(await store.claimFeeds(NOW, MINUTE_MS, 8)).toHaveLength(1)
        expect(await store.claimFeeds(NOW, MINUTE_MS, 8)).toEqual([])
        expect(await store.claimFeeds(NOW + MINUTE_MS, MINUTE_MS, 8)).toHaveLength(1)
        await store.settleFeed(feed?.id ?? '', {
          polledAt: NOW,
          nextPollAt: NOW + 5 * MINUTE_MS,
          etag: 'e',
          title: 'New',
        })
        expect(await store.claimFeeds(NOW + 2 * MINUTE_MS, MINUTE_MS, 8)).toEqual([])
        expect(await store.claimFeeds(NOW + 5 * MINUTE_MS, MINUTE_MS, 0)).toEqual([])
        expect(await store.claimFeeds(NOW + 5 * MINUTE_MS, MINUTE_MS, 8)).toMatchObject([
          { etag: 'e', title: 'New' },
        ])
      })

      test('forget a problem after a good poll, and keep their title', async () => {
        const feed = await store.addFeed({ url, title: 'Courier' }, NOW)
        const id = feed?.id ?? ''
        await store.settleFeed(id, { polledAt: NOW, nextPollAt: NOW, problem: 'It answered 500.' })
        expect((await store.feeds())[0]?.problem).toBe('It answered 500.')
        await store.settleFeed(id, { polledAt: NOW, nextPollAt: NOW })
        expect((await store.feeds())[0]).toEqual({
          id,
          url,
          title: 'Courier',
          addedAt: NOW,
          polledAt: NOW,
          nextPollAt: NOW,
        })
      })
    })

    describe('inbox', () => {
      test('an event is accepted once', async () => {
        expect(await store.acceptEvent(event('1'))).toBe(true)
        expect(await store.acceptEvent(event('1'))).toBe(false)
        expect(await store.claimEvents(NOW, MINUTE_MS, 8)).toMatchObject([{ event: event('1'), attempt: 1 }])
      })

      test('events of one chat are handled one at a time, in order; other chats do not wait', async () => {
        await store.acceptEvent(event('1', 'one'))
        await store.acceptEvent(event('2', 'one'))
        await store.acceptEvent(event('3', 'two'))
        const claimed = await store.claimEvents(NOW, MINUTE_MS, 8)
        expect(claimed.map((one) => one.event.key)).toEqual(['1', '3'])
        expect(await store.claimEvents(NOW, MINUTE_MS, 8)).toEqual([])
        await store.settleEvent(claimed[0]?.id ?? '', NOW)
        expect((await store.claimEvents(NOW, MINUTE_MS, 8)).map((one) => one.event.key)).toEqual(['2'])
      })

      test('one key of two platforms is two events, and threads of a chat do not wait for each other', async () => {
        const other = event('1')
        expect(await store.acceptEvent(event('1'))).toBe(true)
        expect(await store.acceptEvent({ ...other, chat: { ...other.chat, platform: 'other' } })).toBe(true)
        expect(await store.acceptEvent({ ...event('2'), chat: { ...other.chat, thread: 't' } })).toBe(true)
        expect(await store.claimEvents(NOW, MINUTE_MS, 8)).toHaveLength(3)
      })

      test('no more events are claimed than asked for, and a settled one never again', async () => {
        for (const key of ['1', '2', '3']) await store.acceptEvent(event(key, key))
        expect(await store.claimEvents(NOW, MINUTE_MS, 0)).toEqual([])
        const [first] = await store.claimEvents(NOW, MINUTE_MS, 1)
        await store.settleEvent(first?.id ?? '', NOW, 'The chat is gone.')
        await store.settleEvent('i999', NOW)
        const later = await store.claimEvents(NOW + 2 * MINUTE_MS, MINUTE_MS, 8)
        expect(later.map((one) => one.event.key)).toEqual(['2', '3'])
      })

      test('an event whose handler died is claimed again, and the attempt is counted', async () => {
        await store.acceptEvent(event('1'))
        await store.claimEvents(NOW, MINUTE_MS, 8)
        expect(await store.claimEvents(NOW + MINUTE_MS, MINUTE_MS, 8)).toMatchObject([{ attempt: 2 }])
      })
    })

    test('calls that are made at the same time do not disturb each other', async () => {
      const drafts = Array.from({ length: 20 }, (_, at) => newArticle(`n${at}`, `Text ${at}.`))
      const calls = drafts.flatMap((draft, at) => [
        save(draft),
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
  })
}
