import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openSqlite } from '../../db/sqlite.ts'
import { type ArticleSource, toArticle } from '../../src/articles/to-article.ts'
import { systemClock } from '../../src/clock.ts'
import type { Store } from '../../src/ports.ts'
import { createPlaceArticles } from '../../src/stories/place-articles.ts'

const NOW = Date.UTC(2026, 2, 3, 12)
const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const clock = { ...systemClock, now: () => NOW }

const FIRE = {
  title: 'Fire destroys grain mill in Corvin',
  text: 'A fire destroyed the old grain mill of Corvin on Sunday night and injured six people, the fire service said.\n\nThe fire broke out in the drying room of the mill, which was built in 1887. Ninety firefighters fought it until the morning. Fire chief Dana Osric said that the roof had fallen in and that the walls of the mill might follow.',
}
const CAUSE = {
  title: 'Dryer caused mill fire in Corvin, police say',
  text: 'An overheated dryer caused the fire that destroyed the grain mill of Corvin, investigators believe.\n\nThe machine had been repaired in January, police spokeswoman Ilse Maro said. Fire chief Dana Osric expects that the mill square can be opened on Thursday.',
}
const FERRY = {
  title: 'Ferry to Lindau stops for the winter',
  text: 'The ferry between Hale and Lindau will not run again before April, the operator Blue Lake Boats said on Monday.\n\nThe engine of the ship is to be replaced. Some 900 commuters have to take the bus, said manager Rosa Tell.',
}
const OTHER_FIRE = {
  title: 'Fire in Belmont school kitchen put out',
  text: 'A fire in the kitchen of the Belmont school was put out within minutes on Monday, and nobody was injured, headmaster Igor Planck said.\n\nLessons went on in the gymnasium. A pan with oil had caught fire.',
}
const BRAND = {
  title: 'Feuer zerstört Mühle in Corvin',
  text: 'Ein Feuer hat in der Nacht zum Montag die alte Mühle von Corvin zerstört. Sechs Menschen wurden verletzt, teilte die Feuerwehr mit. Einsatzleiterin Dana Osric sagte, das Dach sei eingestürzt.',
  language: 'de',
}

let store: Store
beforeEach(async () => {
  store = await openSqlite({ file: ':memory:' })
})
afterEach(() => store.close())

/** Stores the text under the id; the same id with another text is an update. Gives the id of the article. */
async function save(externalId: string, source: ArticleSource): Promise<string> {
  const prepared = await toArticle({ publishedAt: NOW, language: 'en', ...source, externalId })
  const [saved] = await store.saveArticles([prepared], NOW)
  return saved?.article.id ?? ''
}

const place = () => createPlaceArticles({ store, clock })()

async function stories(): Promise<readonly (readonly (string | undefined)[])[]> {
  const found = await store.stories(0, 100)
  const members = found.map(async ({ articleIds }) =>
    (await store.articles(articleIds)).map(({ externalId }) => externalId),
  )
  return (await Promise.all(members)).map((ids) => ids.toSorted()).toSorted()
}

describe('articles about one event', () => {
  test('become one story, those about others stories of their own', async () => {
    await save('fire', FIRE)
    await save('cause', CAUSE)
    await save('ferry', FERRY)
    await save('school', OTHER_FIRE)
    await place()
    expect(await stories()).toEqual([['cause', 'fire'], ['ferry'], ['school']])
  })

  test('stand with those they are likest, also where these came later with them', async () => {
    const told = (words: string) => ({ title: words, text: `${words}.` })
    const [quarry, pits] = [
      'granite quarry selwick',
      'tamm owners closed northern pits drought miners shafts flooded wages inspector union talks delayed cranes',
    ]
    const pilots = 'harbour pilots ostmark refused night shifts unpaid bonuses tugs moored'
    await save('quarry', told(`${quarry} ${pits}`))
    await save('between', told(`${pilots} ${quarry}`))
    await save('pilots', told(pilots))
    await place()
    expect(await stories()).toEqual([['between', 'pilots'], ['quarry']])
  })

  test('come together when they arrive one after another', async () => {
    const placeNew = createPlaceArticles({ store, clock })
    for (const [id, source] of [
      ['fire', FIRE],
      ['ferry', FERRY],
      ['cause', CAUSE],
    ] as const) {
      await save(id, source)
      expect(await placeNew()).toHaveLength(1)
    }
    expect(await stories()).toEqual([['cause', 'fire'], ['ferry']])
  })

  test('come together across a restart', async () => {
    await save('fire', FIRE)
    await place()
    await save('cause', CAUSE)
    await place()
    expect(await stories()).toEqual([['cause', 'fire']])
  })

  test('come together when another process has placed the first', async () => {
    const ours = createPlaceArticles({ store, clock })
    await save('ferry', FERRY)
    await ours()
    await save('fire', FIRE)
    await place()
    await save('cause', CAUSE)
    await ours()
    expect(await stories()).toEqual([['cause', 'fire'], ['ferry']])
  })

  test('are two stories in two languages', async () => {
    await save('fire', FIRE)
    await save('brand', BRAND)
    await place()
    expect(await stories()).toEqual([['brand'], ['fire']])
  })

  test('are two stories when weeks lie between them', async () => {
    await save('fire', { ...FIRE, publishedAt: NOW - 21 * DAY_MS })
    await save('cause', CAUSE)
    await place()
    expect(await stories()).toEqual([['cause'], ['fire']])
  })

  test('come together with one that is older than what was placed before', async () => {
    const ours = createPlaceArticles({ store, clock })
    await save('ferry', FERRY)
    await save('cause', { ...CAUSE, publishedAt: NOW - 9 * DAY_MS })
    await ours()
    await save('fire', { ...FIRE, publishedAt: NOW - 10 * DAY_MS })
    await ours()
    expect(await stories()).toEqual([['cause', 'fire'], ['ferry']])
  })
})

describe('an article that comes long after its time', () => {
  /** The store, and how many placements were read from it. */
  function counted() {
    const read = { count: 0 }
    const placements: Store['placements'] = async (query) => {
      const found = await store.placements(query)
      read.count += found.length
      return found
    }
    return { read, placeNew: createPlaceArticles({ store: { ...store, placements }, clock }) }
  }

  test('is compared with those of its own time alone', async () => {
    const { read, placeNew } = counted()
    for (let day = 0; day < 30; day++) {
      await save(`ferry ${day}`, { ...FERRY, publishedAt: NOW - 10 * DAY_MS * day })
    }
    await placeNew()
    read.count = 0
    await save('old', { ...FIRE, publishedAt: 0 })
    await placeNew()
    expect(read.count).toBe(0)
  })

  test('is placed with those of its time when the newest comes first', async () => {
    const { placeNew } = counted()
    const told = [
      { id: 'ferry', source: FERRY, daysAgo: 0 },
      { id: 'cause', source: CAUSE, daysAgo: 20 },
      { id: 'school', source: OTHER_FIRE, daysAgo: 21 },
      { id: 'fire', source: FIRE, daysAgo: 22 },
    ]
    for (const { id, source, daysAgo } of told) {
      await save(id, { ...source, publishedAt: NOW - daysAgo * DAY_MS })
      await placeNew()
    }
    expect(await stories()).toEqual([['cause', 'fire'], ['ferry'], ['school']])
  })

  test('does not part two of these days', async () => {
    const { placeNew } = counted()
    await save('fire', FIRE)
    await placeNew()
    await save('old', { ...FERRY, publishedAt: 0 })
    await save('cause', CAUSE)
    await placeNew()
    expect(await stories()).toEqual([['cause', 'fire'], ['old']])
  })
})

describe('placing', () => {
  test('tells the story of each article it placed, and of no other', async () => {
    const fire = await save('fire', FIRE)
    const placeNew = createPlaceArticles({ store, clock })
    const placed = await placeNew()
    expect([...placed.keys()]).toEqual([fire])
    expect((await store.story(placed.get(fire) ?? ''))?.articleIds).toEqual([fire])
    expect(await placeNew()).toEqual(new Map())
  })

  test('takes more than one batch in one call', async () => {
    const prepared = await Promise.all(
      Array.from({ length: 230 }, (_, at) =>
        toArticle({
          externalId: `n${at}`,
          title: `Note ${at}`,
          text: `Note number ${at} of the clerk.`,
          language: 'en',
        }),
      ),
    )
    await store.saveArticles(prepared, NOW)
    expect(await place()).toHaveLength(230)
    expect(await store.unplacedArticles(1)).toEqual([])
  })

  test('heads a story with the title of an article in it', async () => {
    await save('fire', FIRE)
    await save('cause', CAUSE)
    await place()
    const [story] = await store.stories(0, 1)
    expect([FIRE.title, CAUSE.title]).toContain(story?.headline)
  })
})

describe('a copy', () => {
  const COPY = {
    title: 'Mill burns',
    text: `CORVIN (Meridian Press) - ${FIRE.text}`,
    publisher: 'Copyist Daily',
  }

  test('joins the story and the duplicate group of its original', async () => {
    const fire = await save('fire', FIRE)
    const copy = await save('copy', COPY)
    await place()
    expect(await stories()).toEqual([['copy', 'fire']])
    expect(await store.articles([fire, copy])).toMatchObject([
      { duplicateGroup: fire },
      { duplicateGroup: fire },
    ])
  })

  test('of the very same words does so too', async () => {
    const fire = await save('fire', FIRE)
    const copy = await save('copy', FIRE)
    await place()
    expect(await store.article(copy)).toMatchObject({ duplicateGroup: fire })
    expect(await stories()).toEqual([['copy', 'fire']])
  })

  test('is found across a restart', async () => {
    const fire = await save('fire', FIRE)
    await place()
    const copy = await save('copy', COPY)
    await place()
    expect(await store.article(copy)).toMatchObject({ duplicateGroup: fire })
  })

  test('is no report of the same event in other words', async () => {
    await save('fire', FIRE)
    const cause = await save('cause', CAUSE)
    await place()
    expect(await store.article(cause)).toMatchObject({ duplicateGroup: cause })
  })
})

describe('an update', () => {
  test('that tells of another event moves the article', async () => {
    await save('fire', FIRE)
    await save('cause', CAUSE)
    await save('ferry', FERRY)
    const placeNew = createPlaceArticles({ store, clock })
    await placeNew()
    await save('cause', {
      title: 'Ferry to Lindau stops',
      text: `${FERRY.text}\n\nThe buses leave every hour.`,
    })
    await placeNew()
    expect(await stories()).toEqual([['cause', 'ferry'], ['fire']])
  })

  test('of the only article leaves the story its id', async () => {
    await save('fire', FIRE)
    const placeNew = createPlaceArticles({ store, clock })
    await placeNew()
    const [before] = await store.stories(0, 1)
    await save('fire', { ...FIRE, text: `${FIRE.text}\n\nThe number of injured people has risen to nine.` })
    await placeNew()
    expect(await store.stories(0, 9)).toMatchObject([{ id: before?.id, articleIds: before?.articleIds }])
  })

  test('leaves the story its id also after a restart', async () => {
    await save('fire', FIRE)
    await place()
    const [before] = await store.stories(0, 1)
    await save('fire', FERRY)
    await place()
    expect(await store.stories(0, 9)).toMatchObject([{ id: before?.id, headline: FERRY.title }])
  })

  test('is found by its new words, no longer by its old ones', async () => {
    const placeNew = createPlaceArticles({ store, clock })
    await save('moving', FIRE)
    await placeNew()
    await save('moving', FERRY)
    await placeNew()
    await save('cause', CAUSE)
    await placeNew()
    expect(await stories()).toEqual([['cause'], ['moving']])
  })
})
