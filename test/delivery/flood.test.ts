import { expect, test } from 'vitest'
import { createFlood } from '../../src/delivery/flood.ts'
import type { Chat } from '../../src/domain.ts'
import { createFakeClock } from '../fakes/clock.ts'

const chat = (id: string, more: Partial<Chat> = {}): Chat => ({
  platform: 'test',
  id,
  kind: 'group',
  ...more,
})

test('three chats that are asked to wait within five seconds hold their platform for the longest of the waits', async () => {
  const clock = createFakeClock()
  const flood = createFlood(clock)
  expect(flood.note(chat('a'), 30_000)).toBe(0)
  await clock.advance(4_000)
  expect([flood.note(chat('b'), 7_000), flood.note(chat('c'), 1_000)]).toEqual([0, 30_000])
})

test('one chat with its threads, another platform, and what was long ago hold nothing', async () => {
  const clock = createFakeClock()
  const flood = createFlood(clock)
  const waits = [
    chat('a'),
    chat('a', { thread: '2' }),
    chat('a', { thread: '3' }),
    chat('x', { platform: 'y' }),
  ]
  expect(waits.map((each) => flood.note(each, 1_000))).toEqual([0, 0, 0, 0])
  await clock.advance(5_000)
  expect([flood.note(chat('b'), 1_000), flood.note(chat('c'), 1_000)]).toEqual([0, 0])
})
