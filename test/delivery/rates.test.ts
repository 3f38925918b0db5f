import { describe, expect, test } from 'vitest'
import { createRates, type Rates } from '../../src/delivery/rates.ts'
import type { Chat } from '../../src/domain.ts'
import type { Rate } from '../../src/ports.ts'
import { createFakeClock, type FakeClock } from '../fakes/clock.ts'
import { createFarEnd } from '../fakes/far-end.ts'
import { lots } from '../fakes/lots.ts'
import { createScriptedAdapter } from '../fakes/scripted-adapter.ts'

const UNLIMITED: Rate = { sends: 1_000_000, perMs: 1 }
const { signal: never } = new AbortController()
const chat = (id: string): Chat => ({ platform: 'test', id, kind: 'channel' })

function ratesOf(clock: FakeClock, platform: Rate, perChat: Rate = UNLIMITED): Rates {
  const rates = { platform, chat: () => perChat }
  return createRates({ clock, adapters: [createScriptedAdapter({ farEnd: createFarEnd({ clock }), rates })] })
}

/** The most sends that any span of `perMs` holds, its beginning counted and its end not. */
function busiest(times: readonly number[], perMs: number): number {
  const sorted = times.toSorted((a, b) => a - b)
  return Math.max(...sorted.map((from) => sorted.filter((at) => at >= from && at < from + perMs).length))
}

describe('whatever comes when, no span holds more than its rate, of the platform and of each chat', () => {
  test.each(Array.from({ length: 24 }, (_, at) => at + 1))('as drawn by lot %d', async (seed) => {
    const [clock, lot] = [createFakeClock(), lots(seed)]
    const platform = { sends: 1 + Math.floor(lot() * 9), perMs: 200 + Math.floor(lot() * 2_000) }
    const perChat = { sends: 1 + Math.floor(lot() * 3), perMs: 200 + Math.floor(lot() * 2_000) }
    const rates = ratesOf(clock, platform, perChat)
    const sent: { readonly id: string; readonly at: number }[] = []

    await clock.during(
      Promise.all(
        Array.from({ length: 200 }, async () => {
          const id = `c${Math.floor(lot() * 12)}`
          await clock.sleep(Math.floor(lot() * 20_000))
          while (!(await rates.take(chat(id), never))) await clock.sleep(rates.delayMs(chat(id)))
          sent.push({ id, at: clock.now() })
        }),
      ),
    )

    expect(sent).toHaveLength(200)
    expect(
      busiest(
        sent.map(({ at }) => at),
        platform.perMs,
      ),
    ).toBeLessThanOrEqual(platform.sends)
    for (const times of Map.groupBy(sent, ({ id }) => id).values())
      expect(
        busiest(
          times.map(({ at }) => at),
          perChat.perMs,
        ),
      ).toBeLessThanOrEqual(perChat.sends)
  })
})

test('ten thousand waiting chats get at least 95 % of what the platform takes', async () => {
  const clock = createFakeClock()
  const rates = ratesOf(clock, { sends: 25, perMs: 1_000 }, { sends: 1, perMs: 1_000 })
  const begun = clock.now()
  await clock.during(
    Promise.all(Array.from({ length: 10_000 }, (_, id) => rates.take(chat(`c${id}`), never))),
  )
  expect((clock.now() - begun) / 1_000).toBeLessThanOrEqual(10_000 / 25 / 0.95)
})

test('chats get their turns in the order in which they asked', async () => {
  const clock = createFakeClock()
  const rates = ratesOf(clock, { sends: 1, perMs: 100 })
  const served: string[] = []
  const ids = ['a', 'b', 'c', 'a', 'd', 'b']
  await clock.during(Promise.all(ids.map((id) => rates.take(chat(id), never).then(() => served.push(id)))))
  // The second of a chat stands behind those who have had nothing yet.
  expect(served).toEqual(['a', 'b', 'c', 'd', 'a', 'b'])
})

test('what somebody waits for goes ahead of those who asked before, and counts like them', async () => {
  const clock = createFakeClock()
  const rates = ratesOf(clock, { sends: 1, perMs: 100 })
  const served: string[] = []
  const take = (id: string, isUrgent: boolean) =>
    rates.take(chat(id), never, { isUrgent }).then(() => served.push(`${id} ${clock.now() - begun}`))
  const begun = clock.now()
  await clock.during(Promise.all([take('a', false), take('b', false), take('c', true), take('d', true)]))
  expect(served).toEqual(['a 0', 'c 100', 'd 200', 'b 300'])
})

test('a chat that has to wait for its own pace keeps nobody else waiting', async () => {
  const clock = createFakeClock()
  const rates = ratesOf(clock, UNLIMITED, { sends: 1, perMs: 3_000 })
  await rates.take(chat('slow'), never)
  const begun = clock.now()
  const slow = rates.take(chat('slow'), never)
  await clock.during(rates.take(chat('other'), never))
  expect(clock.now() - begun).toBe(0)
  await clock.during(slow)
  expect(clock.now() - begun).toBe(3_000)
})

test('who would wait long for the pace of a chat is sent away, and told for how long', async () => {
  const clock = createFakeClock()
  const rates = ratesOf(clock, UNLIMITED, { sends: 1, perMs: 60_000 })
  await rates.take(chat('a'), never)
  await clock.advance(10_000)
  expect(await rates.take(chat('a'), never)).toBe(false)
  expect(rates.delayMs(chat('a'))).toBe(50_000)
})

test('threads of a chat share its pace', async () => {
  const clock = createFakeClock()
  const rates = ratesOf(clock, UNLIMITED, { sends: 1, perMs: 60_000 })
  await rates.take({ ...chat('a'), thread: '1' }, never)
  expect(await rates.take({ ...chat('a'), thread: '2' }, never)).toBe(false)
})

test('a platform that is held sends everybody away, also those who wait already, and lets them in afterwards', async () => {
  const clock = createFakeClock()
  const rates = ratesOf(clock, { sends: 1, perMs: 1_000 })
  await rates.take(chat('a'), never)
  const waiting = [rates.take(chat('b'), never), rates.take(chat('c'), never)]
  expect(rates.hold('test', 300_000)).toBe(true)
  expect(rates.hold('test', 300_000)).toBe(false)
  expect(await clock.during(Promise.all(waiting))).toEqual([false, false])
  await clock.advance(rates.delayMs(chat('b')))
  expect(await rates.take(chat('b'), never)).toBe(true)
})

test('who is asked to stop gets no turn and takes none', async () => {
  const clock = createFakeClock()
  const rates = ratesOf(clock, { sends: 1, perMs: 1_000 })
  const stop = new AbortController()
  await rates.take(chat('a'), never)
  const [stopped, other] = [rates.take(chat('b'), stop.signal), rates.take(chat('c'), never)]
  stop.abort()
  expect(await stopped).toBe(false)
  expect(await clock.during(other)).toBe(true)
})

test('a clock that is set back an hour stops nothing for longer than the rate asks', async () => {
  const clock = createFakeClock()
  const rates = ratesOf(clock, { sends: 1, perMs: 2_000 })
  await rates.take(chat('a'), never)
  clock.set(clock.now() - 3_600_000)
  const begun = clock.now()
  expect(await clock.during(rates.take(chat('a'), never))).toBe(true)
  expect(clock.now() - begun).toBe(2_000)
})

test('a chat is forgotten once its rate allows anything again', async () => {
  const clock = createFakeClock()
  const asked: string[] = []
  const perChat = (to: Chat) => {
    asked.push(to.id)
    return { sends: 1, perMs: 1_000 }
  }
  const rates = { platform: UNLIMITED, chat: perChat }
  const adapters = [createScriptedAdapter({ farEnd: createFarEnd({ clock }), rates })]
  const { take } = createRates({ clock, adapters })
  for (const id of ['a', 'b', 'a']) await clock.during(take(chat(id), never))
  expect(asked).toEqual(['a', 'b'])
  await clock.advance(1_000)
  for (const id of ['c', 'a']) await clock.during(take(chat(id), never))
  expect(asked).toEqual(['a', 'b', 'c', 'a'])
})

test('an adapter without rates is not slowed down', async () => {
  const clock = createFakeClock()
  const adapters = [createScriptedAdapter({ farEnd: createFarEnd({ clock }) })]
  const rates = createRates({ clock, adapters })
  const begun = clock.now()
  await clock.during(Promise.all(Array.from({ length: 1_000 }, () => rates.take(chat('a'), never))))
  expect(clock.now()).toBe(begun)
})

test('a chat that is held waits, and others do not', async () => {
  const clock = createFakeClock()
  const rates = createRates({ clock, adapters: [] })
  const [held, other] = (['a', 'b'] as const).map((id) => ({ platform: 'test', id, kind: 'group' as const }))
  if (!held || !other) throw new Error('there are two chats')
  const { signal } = new AbortController()
  rates.holdChat(held, 30_000)
  expect([await rates.take(held, signal), await rates.take(other, signal)]).toEqual([false, true])
  expect(rates.delayMs(held)).toBe(30_000)
  await clock.advance(30_000)
  expect(await rates.take(held, signal)).toBe(true)
})
