// Sources that give different figures for the same thing: told where little else can be meant.

import { describe, expect, test } from 'vitest'
import type { Article } from '../../src/domain.ts'
import { messageFromBrief } from '../../src/message/from-brief.ts'
import { createExtractiveEngine } from '../../src/summarizer/extractive.ts'
import { anArticle, HOUR_MS, NOW } from './articles.ts'

const brief = (articles: readonly Article[]) =>
  createExtractiveEngine().brief({ articles }, { points: 3, now: NOW })

const FIRST = 'A bus crashed near Tarn on Monday morning and injured 19 people, the police said.'
const SECOND = 'The bus that crashed near Tarn on Monday morning injured 23 people, the hospital said.'

const told = (first: string, second: string, more: Parameters<typeof anArticle>[2] = {}) =>
  Promise.all([
    anArticle('first', first, { publisher: 'Tarn Post', publishedAt: NOW - 2 * HOUR_MS }),
    anArticle('second', second, { publisher: 'Radio Osmund', publishedAt: NOW - HOUR_MS, ...more }),
  ])

test('figures that two sources do not agree on are told, the latest first, each with its sentence', async () => {
  const made = await brief(await told(FIRST, SECOND))
  expect(made.difference).toMatchObject([
    { text: '23 people', source: 'Radio Osmund', citation: { articleId: 'second', quote: SECOND } },
    { text: '19 people', source: 'Tarn Post', citation: { articleId: 'first', quote: FIRST } },
  ])
  expect(made.sources.map(({ articleId }) => articleId).toSorted()).toEqual(['first', 'second'])
  const { blocks } = messageFromBrief({ ...made, id: 'b1', writtenAt: NOW }, 'en')
  expect(blocks).toContainEqual({
    kind: 'point',
    text: 'Figures differ: 23 people (Radio Osmund), 19 people (Tarn Post).',
    marks: [1, 2],
  })
})

test.each([
  [
    'de',
    'Ein Bus verunglückte am Montag bei Tarn und verletzte 19 Menschen.',
    'Der Bus, der am Montag bei Tarn verunglückte, verletzte 23 Menschen.',
  ],
  [
    'es',
    'Un autobús volcó el lunes cerca de Tarn e hirió a 19 personas.',
    'El autobús que volcó el lunes cerca de Tarn hirió a 23 personas.',
  ],
  [
    'fr',
    'Un bus s’est renversé lundi près de Tarn et a blessé 19 personnes.',
    'Le bus qui s’est renversé lundi près de Tarn a blessé 23 personnes.',
  ],
  [
    'ru',
    'Автобус перевернулся в понедельник под Тарном, ранены 19 человек.',
    'В автобусе, который перевернулся в понедельник под Тарном, ранены 23 человека.',
  ],
])('in the words of the reader: %s', async (language, first, second) => {
  const articles = await Promise.all([
    anArticle('first', first, { publisher: 'Tarn Post', language }),
    anArticle('second', second, { publisher: 'Radio Osmund', language, publishedAt: NOW + HOUR_MS }),
  ])
  const made = await createExtractiveEngine().brief({ articles }, { points: 1, now: NOW, language })
  expect(made.difference?.map(({ text }) => text.slice(0, 2))).toEqual(['23', '19'])
  const { blocks } = messageFromBrief({ ...made, id: 'b1', writtenAt: NOW }, language)
  expect(JSON.stringify(blocks)).toMatch(/23 .* \(Radio Osmund\), 19 .* \(Tarn Post\)/)
})

describe('nothing is said', () => {
  test.each([
    ['of a rounded figure', FIRST.replace('19', '1,912'), SECOND.replace('23', 'about 1,900')],
    ['of other things', FIRST, SECOND.replace('23 people', '23 sheep')],
    ['of a sum', FIRST.replace('19 people', '12 people on the road and 11 people in a house'), SECOND],
    [
      'of a figure that was before',
      FIRST,
      `${SECOND.replace('23', '23')} On Sunday it was said that it injured 19 people.`,
    ],
    [
      'of measures',
      FIRST.replace('19 people', '19 square metres'),
      SECOND.replace('23 people', '23 square metres'),
    ],
    [
      'of parts of a longer number',
      FIRST.replace('19 people', '903-935 people'),
      SECOND.replace('23 people', '903-925 people'),
    ],
  ])('%s', async (_name, first, second) => {
    expect((await brief(await told(first, second))).difference).toBeUndefined()
  })

  test('of one source that corrects itself', async () => {
    expect((await brief(await told(FIRST, SECOND, { publisher: 'Tarn Post' }))).difference).toBeUndefined()
  })

  test('of a copy', async () => {
    expect((await brief(await told(FIRST, SECOND, { duplicateGroup: 'first' }))).difference).toBeUndefined()
  })

  test('of what lies more than a day apart', async () => {
    const late = await told(FIRST, SECOND, { publishedAt: NOW + 30 * HOUR_MS })
    expect((await brief(late)).difference).toBeUndefined()
  })
})
