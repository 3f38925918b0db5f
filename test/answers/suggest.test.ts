import { expect, test } from 'vitest'
import { openSqlite } from '../../db/sqlite.ts'
import { answerQuestion } from '../../src/answers/answer.ts'
import { AFRESH, type Suggesting, suggestQuestions } from '../../src/answers/suggest.ts'
import { type ArticleSource, toArticle } from '../../src/articles/to-article.ts'
import { createPlaceArticles } from '../../src/stories/place-articles.ts'
import { createFakeClock } from '../fakes/clock.ts'
import { NEWS, NOW, QUILL, TUNNEL } from './asked-store.ts'

const STRIKE: ArticleSource = {
  externalId: 'strike',
  title: 'Lokführer streiken',
  language: 'de',
  publishedAt: NOW,
  text: '„Wir haben sieben Mal verhandelt“, sagte Gewerkschaftschefin Karla Thomsen am Dienstag. Gestreikt wird in Holm.',
}
const BAKERS: ArticleSource = {
  externalId: 'bakers',
  title: 'Bakers of Ashby meet',
  publishedAt: NOW,
  text: 'Twelve ovens were mended. The guild met in Ashby. It was cold.',
}

async function suggested(news: readonly ArticleSource[], of: Partial<Suggesting> = {}, slowMs = 0) {
  const clock = createFakeClock(NOW)
  const store = await openSqlite({ file: ':memory:' })
  await store.saveArticles(await Promise.all(news.map((each) => toArticle({ language: 'en', ...each }))), NOW)
  await createPlaceArticles({ store, clock })()
  const asked: string[] = []
  const parts = {
    store,
    clock,
    answerQuestion: async (...[answerParts, ask]: Parameters<typeof answerQuestion>) => {
      asked.push(ask.question)
      await clock.advance(slowMs)
      return answerQuestion(answerParts, ask)
    },
  }
  const articleIds = news.map((_, at) => `a${at + 1}`)
  const questions = await suggestQuestions(parts, { articleIds, told: [], language: 'en', ...of })
  const kinds = await Promise.all(
    questions.map(
      async (question) => (await answerQuestion(parts, { question, conversation: AFRESH })).answer.kind,
    ),
  )
  await store.close()
  return { questions, kinds, asked }
}

test('who said something, and how many there were, is asked, and every question is answered', async () => {
  const { questions, kinds } = await suggested(NEWS)
  expect(questions).toEqual([
    'How many people were injured?',
    'What did Ivo Marrane say?',
    'What did Tessa Bruun say?',
  ])
  expect(kinds).toEqual(['answered', 'answered', 'answered'])
})

test('what was told already and who was asked about is not asked for again', async () => {
  const told = [{ articleId: 'a1', revision: 1, sentence: 1, start: 0, end: 1, quote: '' }]
  const asked = 'What did Ivo Marrane say?'
  expect((await suggested([TUNNEL, QUILL], { told, asked: [asked] })).questions).toEqual([
    'What did Tessa Bruun say?',
  ])
})

test('a question is put in the language of the reader where the answer is found so, else not at all', async () => {
  expect((await suggested([STRIKE], { language: 'de' })).questions).toEqual([
    'Was sagte Gewerkschaftschefin Karla Thomsen?',
  ])
  expect((await suggested([STRIKE], { language: 'en' })).questions).toEqual([])
})

test('where no sentence fits a form, nothing is offered', async () => {
  expect((await suggested([{ ...BAKERS, text: 'The guild met in Ashby. It was cold.' }])).questions).toEqual(
    [],
  )
})

test('so few are tried, and none after the time is over', async () => {
  const many = Array.from({ length: 9 }, (_, at) => ({
    ...STRIKE,
    externalId: `s${at}`,
    text: STRIKE.text?.replace('Karla', `Karla${'abcdefghi'[at]}`) ?? '',
  }))
  expect((await suggested(many)).asked.length).toBeLessThanOrEqual(6)
  expect((await suggested(NEWS, {}, 100)).asked).toHaveLength(2)
})
