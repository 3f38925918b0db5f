import { expect, test } from 'vitest'
import { toArticle } from '../../src/articles/to-article.ts'
import { featuresOf, readArticle } from '../../src/stories/features.ts'
import { packFeatures, unpackFeatures } from '../../src/stories/packed-features.ts'
import { type TermVector, VectorWeights } from '../../src/stories/term-vector.ts'
import type { Frequencies } from '../../src/text/frequencies.ts'
import { hashOfStem } from '../../src/text/stem-hashes.ts'

const NOTHING_INDEXED: Frequencies<number> = { documents: 0, count: () => 0 }

async function dueArticle(title: string, text: string) {
  const { article, searchText } = await toArticle({ title, text, language: 'en' })
  const stored = { id: 'a1', revision: 1, storedAt: 0, updatedAt: 0, duplicateGroup: 'a1' }
  return { ...article, ...stored, stemHashes: searchText.stemHashes }
}

const termsOf = (vector: TermVector) => Array.from({ length: vector.size }, (_, at) => vector.termAt(at))
const sentence = (number: number) => `Ferry ${number} of the Aldmoor line was moored at pier ${number * 7}.`
const ferries = Array.from({ length: 90 }, (_, number) => sentence(number)).join(' ')

test('an article that was stored before its stems were is read alike', async () => {
  const article = await dueArticle('Aldmoor line moors its ferries', ferries)
  const { stemHashes, ...before } = article
  expect(stemHashes.length).toBeGreaterThan(0)
  expect(readArticle(before)).toEqual(readArticle(article))
})

test('of a text its beginning is read, to the end of a sentence, and the title twice', async () => {
  const beginning = 'Rain fell. '.repeat(226)
  const { terms, importances } = readArticle(
    await dueArticle('Sirens', `${beginning}The dam overflowed. Sirens wailed. Helpers came.`),
  )
  const importanceOf = (stem: string) => importances[terms.indexOf(hashOfStem(stem))]
  const expected = [1 + Math.log(226), 1, 1 + Math.log(2), undefined]
  expect(['rain', 'dam', 'siren', 'helper'].map(importanceOf)).toEqual(expected)
})

test('a word that many of the indexed articles have weighs less', async () => {
  const reading = readArticle(await dueArticle('Dams hold', 'The dams held.'))
  const dam = hashOfStem('dam')
  const weightAt = (count: number) =>
    new VectorWeights(
      featuresOf(reading, { documents: 100, count: (term) => (term === dam ? count : 0) }).terms,
    ).weightOf(dam)
  expect(weightAt(90)).toBeLessThan(weightAt(0))
})

test('features survive being stored', async () => {
  const reading = readArticle(await dueArticle('Aldmoor line moors its ferries', ferries))
  const features = featuresOf(reading, NOTHING_INDEXED)
  const back = unpackFeatures(packFeatures(features))
  expect(back).toMatchObject({ language: 'en', characters: ferries.length })
  expect(termsOf(back.terms)).toEqual(termsOf(features.terms))
  expect(back.terms.length).toBeCloseTo(features.terms.length, 1)
})

test('what was stored when terms were words is compared by those of its text', () => {
  const { terms } = unpackFeatures('en 900\ndam 700\ndam 612 flood 500\naldmoor 800')
  expect(termsOf(terms)).toEqual([hashOfStem('dam'), hashOfStem('flood')])
  expect(terms.weightAt(0)).toBeCloseTo(6.12)
})
