import { expect, test } from 'vitest'
import { feedUrl } from '../../src/feeds/feed-url.ts'
import { starterLanguages, starterList, starterTopics } from '../../src/feeds/starter.ts'

test('the list holds each feed once, under the address that it is stored under', () => {
  const urls = starterList().map(({ url }) => url)
  expect(new Set(urls.map(feedUrl))).toEqual(new Set(urls))
  expect(urls.length).toBe(new Set(urls).size)
})

test('every language that the software speaks has news of the world', () => {
  for (const language of ['en', 'de', 'es', 'fr', 'ru']) {
    expect(starterLanguages).toContain(language)
    expect(starterList({ topic: 'world', language }).length).toBeGreaterThan(2)
  }
  expect(starterTopics).toContain('science')
})
