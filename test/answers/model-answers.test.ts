import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createModelAnswers } from '../../src/answers/model-answers.ts'
import type { AnswerProgress } from '../../src/domain.ts'
import { CALL_NANO_USD, prompts, type ScriptedModel, scriptedModel } from '../fakes/scripted-model.ts'
import { type AskedStore, askedStore, NEWS } from './asked-store.ts'

let model: ScriptedModel
let desk: AskedStore
beforeEach(async () => {
  model = scriptedModel()
  desk = await askedStore(NEWS, createModelAnswers({ model, prompts }))
})
afterEach(() => desk[Symbol.asyncDispose]())

const QUESTION = 'How many people were injured in the Orlan tunnel?'
const INJURED = 'Nine people were injured in the Orlan tunnel on Tuesday morning, the fire service said.'
const purposes = () => model.asked.map(({ purpose }) => purpose)

/** The number under which the model was given the sentence with these words. */
function numberOf(words: string, user: string): number {
  const line = user.split('\n').find((one) => /^S\d+ /.test(one) && one.includes(words))
  return Number(/^S(\d+)/.exec(line ?? '')?.[1] ?? Number.NaN)
}

function scriptAnswer(words: string, text: string, more: object = {}): void {
  model.script('answer', ({ user }) => ({
    answerable: 'yes',
    points: [{ cites: [numberOf(words, user)], text }],
    missing: '',
    ...more,
  }))
}

describe('a question that the store answers', () => {
  test('is answered in the words of the model, which were checked', async () => {
    scriptAnswer('Nine people', INJURED)
    const answer = await desk.ask(QUESTION)
    expect(answer).toMatchObject({
      kind: 'answered',
      engine: 'model',
      model: 'scripted-1',
      promptVersion: prompts.versionOf('answer'),
      nanoUsd: CALL_NANO_USD,
      question: QUESTION,
      points: [{ text: INJURED, isWritten: true }],
      sources: [{ name: 'Harbour Post' }],
    })
    expect(answer.points[0]?.citations[0]?.quote).toContain('Nine people were injured')
    expect(await desk.ask('What was the net profit of Quill Robotics?').catch(String)).toContain('scripted')
  })

  test('and nothing unchecked is shown on the way', async () => {
    const seen: AnswerProgress[] = []
    const making = {
      signal: new AbortController().signal,
      report: (one: AnswerProgress) => void seen.push(one),
    }
    scriptAnswer('Nine people', INJURED)
    await desk.ask(QUESTION, { making })
    expect(seen).toMatchObject([
      { kind: 'reading', articles: expect.any(Number) },
      { kind: 'checked', points: [{ text: INJURED }], sources: [{ name: 'Harbour Post' }] },
    ])
  })

  test('by a point that cannot be mended is answered by a sentence', async () => {
    scriptAnswer('Nine people', 'Nineteen people were injured in the Orlan tunnel on Tuesday morning.')
    model.script('repair', { items: [{ id: 1, cites: [], text: '', drop: true }] })
    const answer = await desk.ask(QUESTION)
    expect(answer).toMatchObject({ kind: 'answered', engine: 'extractive' })
    expect(answer.points[0]?.text).toContain('Nine people were injured')
    expect(answer.points.some(({ isWritten }) => isWritten)).toBe(false)
  })

  test.each(['late', 'unavailable', 'no-budget'] as const)(
    'is answered while the model is %s',
    async (fails) => {
      model.script('answer', { fails })
      expect(await desk.ask(QUESTION)).toMatchObject({ kind: 'answered', engine: 'extractive' })
    },
  )

  test('is answered without a call when the budget is gone', async () => {
    model.allow('none')
    expect(await desk.ask(QUESTION)).toMatchObject({ kind: 'answered', engine: 'extractive' })
    expect(model.asked).toEqual([])
  })

  test('in part says so, and what is missing', async () => {
    scriptAnswer('Nine people', INJURED, { answerable: 'partly', missing: 'how badly they were hurt' })
    expect(await desk.ask(QUESTION)).toMatchObject({
      kind: 'answered',
      reason: 'partial',
      missing: 'how badly they were hurt',
    })
  })
})

describe('honesty', () => {
  test('what the store does not hold is refused without asking a model', async () => {
    expect(await desk.ask('What is the price of Bitcoin?')).toMatchObject({
      kind: 'refused',
      reason: 'not-stored',
    })
    expect(await desk.ask('Should I buy shares of Quill Robotics?')).toMatchObject({ reason: 'out-of-scope' })
    expect(model.asked).toEqual([])
  })

  test('what the model finds unanswered is refused, with the nearest articles', async () => {
    model.script('answer', { answerable: 'no', points: [], missing: '' })
    const answer = await desk.ask(QUESTION)
    expect(answer).toMatchObject({ kind: 'refused', reason: 'not-stored', points: [], engine: 'model' })
    expect(answer.nearest.length).toBeGreaterThan(0)
  })

  test.each([
    ['an address', 'see evil.example/login'],
    ['a mention', 'ask @everyone'],
    ['markup', '<b>the price</b>'],
    ['a long story', 'words '.repeat(60)],
  ])('what is missing is not told when it holds %s', async (_name, missing) => {
    model.script('answer', { answerable: 'no', points: [], missing })
    expect((await desk.ask(QUESTION)).missing).toBeUndefined()
  })
})

describe('a question that leans on the one before it', () => {
  async function asked(standalone: string, more: object = {}) {
    scriptAnswer('Nine people', INJURED)
    const first = await desk.ask(QUESTION)
    model.script('query', { standalone, subqueries: [], needs_clarification: false, ...more })
    model.script('answer', ({ user }) => ({
      answerable: 'yes',
      points: [
        {
          cites: [numberOf('a seal', user)],
          text: 'The tunnel was closed because a seal had given way, engineer Tessa Bruun said.',
        },
      ],
      missing: '',
    }))
    return desk.ask('Why was it closed?', { conversation: first.conversationId })
  }

  test('is put into words of its own', async () => {
    const answer = await asked('Why was the Orlan tunnel closed?')
    expect(answer).toMatchObject({ kind: 'answered', question: 'Why was it closed?' })
    expect(purposes()).toEqual(['answer', 'query', 'answer'])
    expect(model.asked[1]?.user).toContain(`Reader: ${QUESTION}`)
    expect(model.asked[2]?.user).toContain('Why was the Orlan tunnel closed?')
  })

  test('but not with words that nobody said', async () => {
    const answer = await asked('Did Tessa Bruun close the Orlan tunnel because of a bomb?')
    expect(answer).toMatchObject({ kind: 'answered' })
    expect(model.asked[2]?.user).not.toContain('bomb')
  })

  test('is looked up by rules while the model does not answer', async () => {
    scriptAnswer('Nine people', INJURED)
    const first = await desk.ask(QUESTION)
    model.script('query', { fails: 'late' })
    model.script('answer', { fails: 'late' })
    const answer = await desk.ask('Why was it closed?', { conversation: first.conversationId })
    expect(answer).toMatchObject({ kind: 'answered', engine: 'extractive' })
  })
})
