import { afterEach, beforeEach, expect, test } from 'vitest'
import { createCandidates } from '../../src/editions/candidates.ts'
import type { Store } from '../../src/ports.ts'
import { bridge, flood, floodCopy, kelp } from './articles.ts'
import { DAY_MS, MINUTE_MS, type Newsroom, openNewsroom } from './newsroom.ts'

let newsroom: Newsroom
beforeEach(async () => {
  newsroom = await openNewsroom()
})
afterEach(() => newsroom[Symbol.asyncDispose]())

const since = () => newsroom.parts.candidates.since(newsroom.clock.now() - DAY_MS)
const headlines = async () => (await since()).stories.map(({ story }) => story.headline)

/** The candidates of a process that counts how often it reads the stories. */
function counting() {
  let loads = 0
  const store: Store = {
    ...newsroom.store,
    stories: (...asked) => {
      loads += 1
      return newsroom.store.stories(...asked)
    },
  }
  return { candidates: createCandidates({ store, clock: newsroom.clock }), loads: () => loads }
}

test('stories are read once for all who ask within a minute', async () => {
  await newsroom.publish(flood)
  const { candidates, loads } = counting()
  const time = newsroom.clock.now() - DAY_MS
  await Promise.all(Array.from({ length: 50 }, () => candidates.since(time)))
  expect(loads()).toBe(1)
  await newsroom.clock.advance(MINUTE_MS)
  await candidates.since(time)
  expect(loads()).toBe(2)
})

test('a longer period than the one at hand is read anew', async () => {
  await newsroom.publish({ ...flood, publishedAt: newsroom.clock.now() - 3 * DAY_MS }, kelp)
  expect(await headlines()).toEqual([kelp.title])
  const { stories } = await newsroom.parts.candidates.since(newsroom.clock.now() - 7 * DAY_MS)
  expect(stories).toHaveLength(2)
  expect(await headlines()).toEqual([kelp.title])
})

test('what another process placed is seen within a minute, changed texts and groups too', async () => {
  const { candidates } = counting()
  const read = async () => (await candidates.since(newsroom.clock.now() - DAY_MS)).stories
  await newsroom.publish(flood)
  const [before] = await read()
  await newsroom.clock.advance(MINUTE_MS)
  await newsroom.publish({ ...flood, text: `${flood.text}\n\nThe water fell on Monday.` }, floodCopy, bridge)
  const after = await read()
  expect(before?.articles.map(({ revision }) => revision)).toEqual([1])
  expect(after.flatMap(({ articles }) => articles.map(({ revision }) => revision)).sort()).toEqual([1, 1, 2])
})

test('a failed read is not kept', async () => {
  await newsroom.publish(flood)
  let failures = 1
  const store: Store = {
    ...newsroom.store,
    stories: (...asked) =>
      failures-- > 0 ? Promise.reject(new Error('the disk is gone')) : newsroom.store.stories(...asked),
  }
  const candidates = createCandidates({ store, clock: newsroom.clock })
  const time = newsroom.clock.now() - DAY_MS
  await expect(candidates.since(time)).rejects.toThrow('the disk is gone')
  expect((await candidates.since(time)).stories).toHaveLength(1)
})

test('stories are found by the stems they say', async () => {
  await newsroom.publish(flood, bridge, kelp)
  const { saying } = await since()
  expect(
    saying(['kelp', 'ferry'])
      .map(({ story }) => story.headline)
      .sort(),
  ).toEqual([bridge.title, kelp.title])
  expect(saying(['chess'])).toEqual([])
})
