import { describe, expect, test } from 'vitest'
import type { Features } from '../../src/stories/features.ts'
import { LIKELY_SCORE, type Member, StoryIndex } from '../../src/stories/story-index.ts'
import { TermVector } from '../../src/stories/term-vector.ts'
import { hashOfStem } from '../../src/text/stem-hashes.ts'

const DAY_MS = 86_400_000
const newIndex = () => new StoryIndex()

function evenVector(words: string, weight: number) {
  const terms = words.split(' ').map(hashOfStem)
  return new TermVector(
    terms,
    terms.map(() => weight),
  )
}

function features(words: string, language = 'en'): Features {
  return { language, characters: 900, terms: evenVector(words, 7) }
}

function member(articleId: string, of: Features, at = 0): Member {
  return { articleId, duplicateGroup: articleId, at, features: of }
}

const fire = features('fire mill dryer roof wall corvin osric')
const ferry = features('ferry winter engine bus commuter lindau tell')

describe('an article belongs to the story', () => {
  test('that shares words with it', () => {
    const index = newIndex()
    index.add(member('ferry', ferry))
    const story = index.add(member('fire', fire))
    const cause = features('dryer cause fire mill police corvin maro')
    expect(index.find(member('cause', cause), LIKELY_SCORE)).toBe(story)
  })

  test('that is likeliest, when it could belong to two', () => {
    const index = newIndex()
    index.add(member('far', features('fire shop wall window street corvin renn')))
    const near = index.add(member('near', fire))
    expect(index.find(member('new', fire), LIKELY_SCORE)).toBe(near)
  })

  test('that all its articles are like, rather than the one that has one like it', () => {
    const index = newIndex()
    const mixed = index.add(member('ferry', ferry))
    index.add(member('fire', fire), mixed)
    const whole = index.add(member('blaze', features('fire mill dryer roof court judge')))
    expect(index.find(member('new', features('fire mill dryer roof')), LIKELY_SCORE)).toBe(whole)
  })

  test('only when they share more than two short texts do by chance', () => {
    const index = newIndex()
    for (let number = 0; number < 500; number++) index.add(member(`n${number}`, features(`other${number}`)))
    const light = (words: string): Features => {
      return { language: 'en', characters: 60, terms: evenVector(words, 2) }
    }
    index.add(member('short', light('council vote')))
    expect(index.find(member('brief', light('council vote')), LIKELY_SCORE)).toBeUndefined()
  })

  test('only when it is told in its language', () => {
    const index = newIndex()
    index.add(member('fire', fire))
    expect(index.find(member('feuer', { ...fire, language: 'de' }), LIKELY_SCORE)).toBeUndefined()
  })

  test('only within five days of its latest article', () => {
    const index = newIndex()
    const story = index.add(member('fire', fire))
    expect(index.find(member('soon', fire, 4 * DAY_MS), LIKELY_SCORE)).toBe(story)
    expect(index.find(member('late', fire, 5 * DAY_MS), LIKELY_SCORE)).toBeUndefined()
  })

  test('only while it has fewer than sixty, unless it is nearly a copy', () => {
    const index = newIndex()
    const story = index.add(member('first', fire))
    for (let number = 1; number < 60; number++) index.add(member(`n${number}`, fire), story)
    const alike = features('fire mill dryer roof market square bakery school')
    expect(index.find(member('next', alike), LIKELY_SCORE)).toBeUndefined()
    expect(index.find(member('copy', fire), LIKELY_SCORE)).toBe(story)
  })
})

describe('an article that is taken out', () => {
  test('is no longer what its story is found by', () => {
    const index = newIndex()
    const story = index.add(member('ferry', ferry))
    index.add(member('fire', fire), story)
    index.remove('fire')
    expect(index.has('fire')).toBe(false)
    expect(index.find(member('cause', fire), LIKELY_SCORE)).toBeUndefined()
    expect(index.find(member('boat', ferry), LIKELY_SCORE)).toBe(story)
  })

  test('does not make its words look common to all stories', () => {
    const index = newIndex()
    for (let number = 0; number < 160; number++) {
      const story = index.add(member(`ferry ${number}`, ferry))
      index.add(member(`fire ${number}`, fire), story)
      index.remove(`fire ${number}`)
    }
    const story = index.add(member('fire', fire))
    expect(index.find(member('cause', fire), LIKELY_SCORE)).toBe(story)
  })

  test('gives the id of its story when it was the last of it, and of none otherwise', () => {
    const index = newIndex()
    const story = index.add(member('fire', fire))
    index.setId(story, 's1')
    index.add(member('cause', fire), story)
    expect(index.remove('cause')).toBeUndefined()
    expect(index.remove('fire')).toBe('s1')
    expect(index.withId('s1')).toBeUndefined()
    expect(index.remove('fire')).toBeUndefined()
  })
})

describe('what is forgotten', () => {
  test('is found no more, however its articles came and went', () => {
    const index = newIndex()
    const story = index.add(member('ferry', ferry))
    index.setId(story, 's1')
    index.add(member('fire', fire), story)
    index.remove('fire')
    index.forgetOutside(1, Infinity)
    expect(index.find(member('cause', fire), LIKELY_SCORE)).toBeUndefined()
    expect(index.find(member('boat', ferry), LIKELY_SCORE)).toBeUndefined()
    expect(index.withId('s1')).toBeUndefined()
    expect(index.has('ferry')).toBe(false)
  })

  test('is a story whose latest article is older', () => {
    const index = newIndex()
    index.add(member('old', fire, 0))
    const story = index.add(member('ferry', ferry, 0))
    index.add(member('boat', ferry, DAY_MS), story)
    index.forgetOutside(DAY_MS, Infinity)
    expect([index.has('old'), index.has('ferry'), index.has('boat')]).toEqual([false, true, true])
  })

  test('does not count among the frequencies any more', () => {
    const index = newIndex()
    index.add(member('fire', fire, 0))
    index.add(member('cause', fire, 0))
    index.add(member('ferry', ferry, DAY_MS))
    expect(index.frequencies.count(hashOfStem('corvin'))).toBe(2)
    index.remove('cause')
    expect(index.frequencies.count(hashOfStem('corvin'))).toBe(1)
    index.forgetOutside(DAY_MS, Infinity)
    expect(index.frequencies.count(hashOfStem('corvin'))).toBe(0)
    expect(index.frequencies.documents).toBe(1)
  })
})
