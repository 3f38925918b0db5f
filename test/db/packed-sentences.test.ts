import { expect, test } from 'vitest'
import { packSentences, unpackSentences } from '../../db/packed-sentences.ts'
import type { Sentence } from '../../src/domain.ts'

/** Numbers that look random and are the same in every run. */
function randomNumbers(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

function randomSentences(seed: number): readonly Sentence[] {
  const random = randomNumbers(seed)
  let end = 0
  let paragraph = 1
  return Array.from({ length: random(60) }, (_, at) => {
    if (random(3) === 0) paragraph += 1 + random(3)
    const start = end + random(4)
    end = start + random(random(2) === 0 ? 40 : 4000)
    return { ordinal: at + 1, paragraph, start, end }
  })
}

test('sentences come out of the column as they went in', () => {
  for (let seed = 0; seed < 500; seed++) {
    const sentences = randomSentences(seed)
    expect(unpackSentences(packSentences(sentences)), `seed ${seed}`).toEqual(sentences)
  }
})

test('an article without sentences has none', () => {
  expect(packSentences([])).toBe('')
  expect(unpackSentences('')).toEqual([])
})

test('the sentences of a long article take little room', () => {
  let end = 0
  const sentences = Array.from({ length: 1000 }, (_, at) => {
    const start = end + 1
    end = start + 120
    return { ordinal: at + 1, paragraph: 1 + Math.floor(at / 3), start, end }
  })
  expect(packSentences(sentences).length / sentences.length).toBeLessThan(6)
})
