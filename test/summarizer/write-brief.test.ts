import { afterEach, beforeEach, expect, test } from 'vitest'
import { openSqlite } from '../../db/sqlite.ts'
import { toArticle } from '../../src/articles/to-article.ts'
import { systemClock } from '../../src/clock.ts'
import type { Store } from '../../src/ports.ts'
import { DEFAULT_LENGTH } from '../../src/summarizer/engine.ts'
import { createExtractiveEngine } from '../../src/summarizer/extractive.ts'
import { type WriteParts, writeArticleBrief, writeStoryBrief } from '../../src/summarizer/write-brief.ts'
import { HOUR_MS, NOW } from './articles.ts'

const options = { length: DEFAULT_LENGTH }

let store: Store
let parts: WriteParts
beforeEach(async () => {
  store = await openSqlite({ file: ':memory:' })
  parts = { store, engine: createExtractiveEngine(), clock: { ...systemClock, now: () => NOW } }
})
afterEach(() => store.close())

async function save(id: string, text: string, hoursAgo = 0): Promise<string> {
  const publishedAt = NOW - hoursAgo * HOUR_MS
  const prepared = await toArticle({
    externalId: id,
    title: `Title of ${id}`,
    text,
    publishedAt,
    language: 'en',
  })
  const [saved] = await store.saveArticles([prepared], NOW)
  return saved?.article.id ?? ''
}

/** Puts the articles into one story and gives its id; the representative's title heads it. */
async function storyOf(ids: readonly string[], representative = ids[0]): Promise<string> {
  const placements = ids.map((articleId) => ({
    articleId,
    revision: 1,
    story: { newStory: 'one' },
    features: 'en 1\n\n\n',
    representative: articleId === representative,
  }))
  const [placed] = await store.placeArticles(placements, NOW)
  return placed?.storyId ?? ''
}

test('the brief of an article is stored with its engine, inputs and time', async () => {
  const id = await save('tram', 'The tram line in Harrow will close on 9 March, Harrow Lines said.')
  const brief = await writeArticleBrief(parts, id, options)
  expect(brief).toMatchObject({
    engine: 'extractive',
    headline: 'Title of tram',
    inputs: [{ articleId: id, revision: 1 }],
    writtenAt: NOW,
  })
  expect(await store.brief(brief?.id ?? '')).toEqual(brief)
})

test('the brief of a changed article is made from its latest revision', async () => {
  const id = await save('tram', 'The tram line in Harrow will close on 9 March, Harrow Lines said.')
  await save('tram', 'The tram line in Harrow will close on 16 March, Harrow Lines said.')
  const brief = await writeArticleBrief(parts, id, options)
  expect(brief?.inputs).toEqual([{ articleId: id, revision: 2 }])
  expect(brief?.points[0]?.citations).toMatchObject([
    { revision: 2, quote: expect.stringContaining('16 March') },
  ])
})

test('the brief of a story names the story and has its headline', async () => {
  const first = await save('tram', 'The tram line in Harrow will close on 9 March, Harrow Lines said.', 2)
  const second = await save('bus', 'Thirty buses will run instead of the Harrow trams until May.', 1)
  const storyId = await storyOf([first, second], second)
  const brief = await writeStoryBrief(parts, storyId, options)
  expect(brief).toMatchObject({ storyId, headline: 'Title of bus' })
  expect(brief?.points[0]?.citations[0]?.articleId).toBe(second)
})

test('of a very large story the latest forty articles are taken', async () => {
  const ids: string[] = []
  for (let hour = 45; hour > 0; hour--)
    ids.push(await save(`h${hour}`, `Hour ${hour}: the tram waits.`, hour))
  const brief = await writeStoryBrief(parts, await storyOf(ids), options)
  expect(brief?.inputs.map(({ articleId }) => articleId)).toEqual(ids.slice(5))
})

test('what does not exist has no brief', async () => {
  expect(await writeArticleBrief(parts, 'a999', options)).toBeUndefined()
  expect(await writeStoryBrief(parts, 's999', options)).toBeUndefined()
})
