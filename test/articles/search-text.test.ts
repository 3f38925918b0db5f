import { expect, test } from 'vitest'
import { searchTextOf } from '../../src/articles/search-text.ts'
import { splitSentences } from '../../src/text/sentences.ts'
import { packStems } from '../../src/text/stem-hashes.ts'
import { contentStems, searchText } from '../../src/text/tokens.ts'

const TEXTS = [
  [
    'en',
    'The U.S.-built ferry stops on Sunday. "Nobody sails," Dr. Holm said!\n\nIt may return in April, at 3.5 knots.',
  ],
  ['de', 'Die Fähre fährt ab 7. Juni nicht mehr. Das teilten die Stadtwerke mit.\n\nGrund ist ein Leck.'],
  ['en', 'The word 港口 means harbour. So does 항구, they say.\n\nThe ferry stops.'],
  ['ja', '港のフェリーは日曜日に止まる。再開は四月になるという。'],
] as const

test.for(TEXTS)('an article in %s is found by the words of its whole text', ([language, text]) => {
  const sentences = splitSentences(text, language)
  const found = searchTextOf({ title: 'Ferries stop', text, language, sentences })
  expect(sentences.length).toBeGreaterThan(1)
  expect(found.body).toBe(searchText(text, language))
  expect(found.title).toBe(searchText('Ferries stop', language))
})

test('the hashes are those of the title and of each sentence', () => {
  const text = 'The ferry stops. It may return.'
  const sentences = splitSentences(text, 'en')
  const { stemHashes } = searchTextOf({ title: 'Ferries', text, language: 'en', sentences })
  const lists = ['Ferries', 'The ferry stops.', 'It may return.'].map((part) => contentStems(part, 'en'))
  expect(stemHashes).toEqual(packStems(lists))
})
