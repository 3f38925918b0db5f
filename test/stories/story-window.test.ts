import { expect, test } from 'vitest'
import type { StoryStore } from '../../src/ports.ts'
import { StoryWindow } from '../../src/stories/story-window.ts'

const DAY_MS = 86_400_000
type Query = Parameters<StoryStore['placements']>[0]

/** Articles of each of thirty days, and what was asked for. */
function window() {
  const asked: Query[] = []
  const placements: StoryStore['placements'] = async (query) => {
    asked.push(query)
    return Array.from({ length: 30 }, (_, day) => ({
      articleId: `a${day}`,
      storyId: `s${day}`,
      duplicateGroup: `a${day}`,
      at: day * DAY_MS,
      placedAt: 1,
      features: 'en 900 #\n',
    })).filter(
      ({ at, placedAt }) =>
        at >= query.since && at <= (query.until ?? Number.POSITIVE_INFINITY) && placedAt >= query.placedSince,
    )
  }
  const held = new StoryWindow({ placements })
  const days = () => Array.from({ length: 30 }, (_, day) => day).filter((day) => held.index.has(`a${day}`))
  const cover = (since: number, until: number) => held.cover(since * DAY_MS, until * DAY_MS)
  return { asked, days, cover }
}

test('a window that moves reads what is missing and forgets what lies behind', async () => {
  const { asked, days, cover } = window()
  await cover(10, 15)
  await cover(14, 18)
  expect(days()).toEqual([14, 15, 16, 17, 18])
  expect(asked.map(({ since, until }) => [since / DAY_MS, (until ?? 0) / DAY_MS])).toEqual([
    [10, 15],
    [15, 18],
    [14, 18],
  ])
})

test('a straggler is reached once: what was read for it stays for a while', async () => {
  const { asked, days, cover } = window()
  await cover(20, 29)
  await cover(18, 29)
  await cover(20, 29)
  await cover(18, 29)
  expect(days()[0]).toBe(18)
  expect(asked.filter(({ placedSince }) => placedSince === 0).map(({ since }) => since / DAY_MS)).toEqual([
    20, 18,
  ])
})

test('a window far from the last one is read anew', async () => {
  const { days, cover } = window()
  await cover(0, 4)
  await cover(20, 22)
  expect(days()).toEqual([20, 21, 22])
})
