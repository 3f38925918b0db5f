import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openSqlite } from '../../db/sqlite.ts'
import { toArticle } from '../../src/articles/to-article.ts'
import { systemClock } from '../../src/clock.ts'
import { composeEdition, type EditionQuery } from '../../src/editions/compose-edition.ts'
import type { Store } from '../../src/ports.ts'
import { createPlaceArticles } from '../../src/stories/place-articles.ts'
import { DEFAULT_LENGTH } from '../../src/summarizer/engine.ts'
import { createExtractiveEngine } from '../../src/summarizer/extractive.ts'

const NOW = Date.UTC(2026, 2, 3, 12)
const HOUR_MS = 3_600_000
const clock = { ...systemClock, now: () => NOW }

let store: Store
beforeEach(async () => {
  store = await openSqlite({ file: ':memory:' })
})
afterEach(() => store.close())

const TEXTS = {
  mill: 'A fire destroyed the old grain mill of Corvin on Sunday night and injured six people, the fire service said. Fire chief Dana Osric said that the roof of the mill had fallen in.',
  dryer:
    'An overheated dryer caused the fire that destroyed the grain mill of Corvin, investigators believe. Fire chief Dana Osric expects that the mill square can be opened on Thursday.',
  ferry:
    'The boat between Hale and Lindau will not run again before April, the operator Blue Lake Boats said on Monday. Some 900 commuters have to take the bus, manager Rosa Tell said.',
  kelp: 'Sea otters have helped the kelp off Cape Morrow to recover, marine biologist Nadia Farouk reports. The kelp now covers 61 square kilometres of the coast.',
  streik:
    'Die Lokführer der Nordbahn wollen von Donnerstag an für 48 Stunden streiken, sagte Karla Thomsen. Rund 1.800 Züge fallen nach Angaben der Nordbahn aus.',
}
type Name = keyof typeof TEXTS

async function publish(ages: Partial<Record<Name, number>>, more: { text?: string } = {}): Promise<void> {
  for (const [name, hours] of Object.entries(ages)) {
    const prepared = await toArticle({
      externalId: name,
      title: `The story of ${name}`,
      text: more.text ?? TEXTS[name as Name],
      publisher: `Publisher of ${name}`,
      publishedAt: NOW - hours * HOUR_MS,
      language: name === 'streik' ? 'de' : 'en',
    })
    await store.saveArticles([prepared], NOW)
  }
  await createPlaceArticles({ store, clock })()
}

function compose(query: Partial<EditionQuery> = {}) {
  return composeEdition(
    { store, engine: createExtractiveEngine(), clock },
    { since: NOW - 24 * HOUR_MS, limit: 10, length: DEFAULT_LENGTH, ...query },
  )
}

async function headlines(query: Partial<EditionQuery> = {}): Promise<readonly string[]> {
  return (await compose(query)).briefs.map(({ headline }) => headline.replace('The story of ', ''))
}

describe('an edition', () => {
  test('has one brief of each story, the one more sources tell first, then the newer', async () => {
    await publish({ kelp: 9, ferry: 2, mill: 4, dryer: 2 })
    const [first, ...others] = await headlines()
    expect(['mill', 'dryer']).toContain(first)
    expect(others).toEqual(['ferry', 'kelp'])
  })

  test('keeps to its limit', async () => {
    await publish({ kelp: 3, ferry: 1, mill: 2 })
    expect(await headlines({ limit: 2 })).toEqual(['ferry', 'mill'])
  })

  test('leaves out stories without an article in the period', async () => {
    await publish({ kelp: 30, ferry: 1 })
    expect(await headlines()).toEqual(['ferry'])
    expect(await headlines({ since: NOW - 48 * HOUR_MS })).toEqual(['ferry', 'kelp'])
  })

  test('tells a story of the period from its beginning', async () => {
    await publish({ mill: 30, dryer: 1 })
    const [brief] = (await compose()).briefs
    expect(brief?.inputs).toHaveLength(2)
  })

  test('is stored brief by brief, under the time of the clock', async () => {
    await publish({ kelp: 2 })
    const edition = await compose()
    const [brief] = edition.briefs
    expect(edition.composedAt).toBe(NOW)
    expect(brief?.writtenAt).toBe(NOW)
    expect(await store.brief(brief?.id ?? '')).toEqual(brief)
    expect(await store.story(brief?.storyId ?? '')).toMatchObject({ headline: 'The story of kelp' })
  })

  test('has briefs of the length asked for', async () => {
    await publish({ kelp: 2 })
    const [brief] = (await compose({ length: { points: 1 } })).briefs
    expect(brief?.points).toHaveLength(1)
  })

  test('may be empty', async () => {
    expect(await compose()).toEqual({ briefs: [], composedAt: NOW })
  })

  test('has no brief of a story without a word', async () => {
    await publish({ kelp: 2 }, { text: '…' })
    await publish({ ferry: 2 })
    expect((await compose({ limit: 1 })).briefs).toHaveLength(1)
    expect(await headlines()).toEqual(['ferry'])
  })

  test('ends where it is told to stop', async () => {
    await publish({ kelp: 2, ferry: 1 })
    expect(await headlines({ signal: AbortSignal.abort() })).toEqual([])
  })
})

describe('with a topic an edition', () => {
  test('has the stories that hold one of its words in any form', async () => {
    await publish({ kelp: 3, ferry: 1, mill: 2 })
    expect(await headlines({ topic: 'otter' })).toEqual(['kelp'])
    expect(await headlines({ topic: 'boats or mills' })).toEqual(['ferry', 'mill'])
  })

  test('has stories in every language', async () => {
    await publish({ streik: 3, ferry: 1 })
    expect(await headlines({ topic: 'Streiken' })).toEqual(['streik'])
  })

  test('has a story whose earlier article alone holds the word', async () => {
    await publish({ mill: 30, dryer: 1 })
    expect(await headlines({ topic: 'roof' })).toHaveLength(1)
  })

  test('does not look beyond its period', async () => {
    await publish({ kelp: 30 })
    expect(await headlines({ topic: 'otter' })).toEqual([])
  })

  test.each(['parliament', 'the of and', ''])('is empty when no story holds "%s"', async (topic) => {
    await publish({ kelp: 3 })
    expect(await headlines({ topic })).toEqual([])
  })

  test('fills its limit with stories of the topic', async () => {
    await publish({ ferry: 1, mill: 2, kelp: 3 })
    expect(await headlines({ topic: 'otters', limit: 1 })).toEqual(['kelp'])
  })
})
