// A model proves that it can judge by the bench `judge`: what is recorded of it is what it did.

import { expect, test } from 'vitest'
import { ModelError } from '../../src/errors.ts'
import type { Model } from '../../src/ports.ts'
import { isGoodEnough, isProvenJudge } from '../../src/summarizer/judge.ts'
import { ownPoints } from '../bench/faithful-points.ts'
import { judgeClaims, scoreOf } from '../bench/judge.ts'
import { prompts, scriptedModel } from '../fakes/scripted-model.ts'

const points = ownPoints().filter((_, at) => at % 10 === 0)
const faithful = new Set(points.map(({ text }) => text))

/** A model that says of each claim what it is told to. */
function judgeThat(supports: (claim: string, at: number) => boolean): Model {
  let at = 0
  return {
    ...scriptedModel(),
    async generate({ prompt, schema }) {
      const items = [...prompt.user.matchAll(/^Claim (\d+): (.*)$/gm)].map(([, id, claim = '']) => ({
        id: Number(id),
        evidence: [1],
        label: supports(claim, at++) ? 'supported' : 'unsupported',
        problem: 'It says something else.',
      }))
      const usage = { input: 1, cached: 0, cacheWrite: 0, output: 1, reasoning: 0, isEstimated: false }
      return { value: schema.parse({ items }), text: '', usage, model: 'judge-1' }
    },
  }
}

test('a judge that sees what is false is good enough', async () => {
  const judged = await judgeClaims(
    judgeThat((claim) => faithful.has(claim)),
    prompts,
    points,
  )
  expect(judged.filter(({ isFaithful }) => isFaithful)).toHaveLength(points.length)
  expect(judged.length).toBeGreaterThan(1.8 * points.length)
  // The words of a point that cites the wrong sentence are those of the right one.
  const byWords = judged.filter(({ kind }) => kind !== 'sentence cited that is of another fact')
  expect(scoreOf(byWords)).toEqual({ balancedAccuracy: 1, falseAlarms: 0 })
})

test.each([
  ['that tosses a coin', (_claim: string, at: number) => at % 3 === 0],
  ['that supports everything', () => true],
  ['that supports nothing', () => false],
])('one %s is not', async (_name, supports) => {
  const score = scoreOf(await judgeClaims(judgeThat(supports), prompts, points))
  expect(score.balancedAccuracy).toBeLessThan(0.7)
  expect(isGoodEnough(score)).toBe(false)
})

test('one that fails half-way has no score', async () => {
  const model = judgeThat((_claim, at) => {
    if (at > 20) throw new ModelError('unavailable', 'The server does not answer.')
    return true
  })
  await expect(judgeClaims(model, prompts, points)).rejects.toThrow('The server does not answer.')
})

test('the score counts for the model and the prompt that it was made with', () => {
  const scores = { 'judge-1': { balancedAccuracy: 0.8, falseAlarms: 0.05, prompt: 'p1' } }
  expect(isProvenJudge('judge-1', 'p1', scores)).toBe(true)
  expect(isProvenJudge('judge-1', 'p2', scores)).toBe(false)
  expect(isProvenJudge('judge-2', 'p1', scores)).toBe(false)
})
