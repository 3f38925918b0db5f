import { expect, test } from 'vitest'
import { toArticle } from '../../src/articles/to-article.ts'
import { featuresOf } from '../../src/stories/features.ts'
import { packFeatures, unpackFeatures } from '../../src/stories/packed-features.ts'
import type { Frequencies } from '../../src/text/frequencies.ts'
import { hashOfStem } from '../../src/text/stem-hashes.ts'

const NOTHING_INDEXED: Frequencies<number> = { documents: 0, count: () => 0 }

async function dueArticle(title: string, text: string) {
  const { article, searchText } = await toArticle({ title, text, language: 'en' })
  const stored = { id: 'a1', revision: 1, storedAt: 0, updatedAt: 0, duplicateGroup: 'a1' }
  return { ...article, ...stored, stemHashes: searchText.stemHashes }
}

const sentence = (number: number) => `Ferry ${number} of the Aldmoor line was moored at pier ${number * 7}.`
const ferries = Array.from({ length: 90 }, (_, number) => sentence(number)).join(' ')

test('an article that was stored before its stems were has the same features', async () => {
  const article = await dueArticle('Aldmoor line moors its ferries', ferries)
  const { stemHashes, ...before } = article
  expect(stemHashes.length).toBeGreaterThan(0)
  expect(featuresOf(before, NOTHING_INDEXED)).toEqual(featuresOf(article, NOTHING_INDEXED))
})

test('only the beginning of a text is read, up to the middle of a sentence', async () => {
  const beginning = `${'Rain fell. '.repeat(226)}The dam `
  expect(beginning.length).toBeLessThan(2500)
  const { body } = featuresOf(
    await dueArticle('Rain', `${beginning}overflowed. Sirens wailed.`),
    NOTHING_INDEXED,
  )
  const isRead = (stem: string) => body.weights.has(hashOfStem(stem))
  expect(['rain', 'dam', 'siren'].map(isRead)).toEqual([true, true, false])
})

test('a word that many of the indexed articles have weighs less', async () => {
  const article = await dueArticle('Dams hold', 'The dams held.')
  const dam = hashOfStem('dam')
  const weightAt = (count: number) =>
    featuresOf(article, { documents: 100, count: (term) => (term === dam ? count : 0) }).body.weights.get(dam)
  expect(weightAt(90)).toBeLessThan(weightAt(0) ?? 0)
})

test('a country of two words is one name, also when it was stored', async () => {
  const text = 'Ferries left for South Korea. Sailors of South Korea were aboard.'
  const features = featuresOf(await dueArticle('Ferries leave', text), NOTHING_INDEXED)
  const korea = hashOfStem('south korea')
  expect(unpackFeatures(packFeatures(features)).names.weights.get(korea)).toBeCloseTo(
    features.names.weights.get(korea) ?? Number.NaN,
    2,
  )
})
