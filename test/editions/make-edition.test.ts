import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Block, SlotEdition, Subscription } from '../../src/domain.ts'
import { makeEdition } from '../../src/editions/make-edition.ts'
import { previewEdition } from '../../src/editions/preview-edition.ts'
import { bridge, flood, floodNews, kelp } from './articles.ts'
import { CHAT, DAY_MS, HOUR_MS, MINUTE_MS, type Newsroom, openNewsroom, START } from './newsroom.ts'

const SLOT = START + 30 * MINUTE_MS
const signal = new AbortController().signal

let newsroom: Newsroom
beforeEach(async () => {
  newsroom = await openNewsroom()
})
afterEach(() => newsroom[Symbol.asyncDispose]())

/** Latest slot first. */
const editions = (): Promise<readonly SlotEdition[]> => newsroom.store.editions({ chat: CHAT, limit: 100 })
const deliveries = () => newsroom.store.deliveries({ chat: CHAT, limit: 100 })
const textOf = (kind: Block['kind'], at = -1) =>
  newsroom.messages
    .at(at)
    ?.blocks.flatMap((block) => (block.kind === kind && 'text' in block ? block.text : []))
    .join(' | ')

/** Makes what is due at that time. */
async function makeAt(time: number): Promise<void> {
  newsroom.clock.set(time)
  await newsroom.makeDue()
}

test('a slot that has come gets its edition, with the rows that post it', async () => {
  await newsroom.publish(flood, bridge)
  await newsroom.subscribe()
  await makeAt(SLOT)
  expect(await editions()).toMatchObject([{ slot: SLOT, state: 'made', missed: [] }])
  expect(await deliveries()).toMatchObject([
    { state: 'pending', dueAt: SLOT, expiresAt: SLOT + 12 * HOUR_MS, whenUnknown: 'once' },
  ])
  expect(textOf('title')).toBe('Brevier · Monday, 2 March 2026, 07:30')
  expect(textOf('quiet')).toBe('')
})

test('a slot of a chat that no adapter speaks to is skipped, with that reason', async () => {
  await newsroom.publish(flood)
  await newsroom.subscribe({ chat: { platform: 'pigeon', id: 'loft', kind: 'channel' } })
  await makeAt(SLOT)
  const [edition] = await newsroom.parts.store.editions({ subscriptionId: 'u1', limit: 1 })
  expect(edition).toMatchObject({ state: 'skipped', reason: { kind: 'no-adapter', platform: 'pigeon' } })
})

test('its title tells the time of its zone', async () => {
  await newsroom.publish(flood)
  const schedule = { text: '', crons: ['30 18 * * *'], zone: 'Asia/Kolkata' }
  const slot = Date.UTC(2026, 2, 2, 13)
  await newsroom.subscribe({ schedule, nextEditionAt: slot })
  await makeAt(slot)
  expect(textOf('title')).toBe('Brevier · Monday, 2 March 2026, 18:30')
})

test('posts expire sooner where editions come more often, but not within the hour', async () => {
  await newsroom.publish(flood)
  const hourly = { text: '', crons: ['0 * * * *'], zone: 'UTC' }
  const often = { text: '', crons: ['*/5 * * * *'], zone: 'UTC' }
  await newsroom.subscribe({ schedule: hourly, nextEditionAt: START + HOUR_MS })
  await newsroom.subscribe({
    schedule: often,
    nextEditionAt: START + HOUR_MS,
    chat: { ...CHAT, id: 'busy' },
  })
  await makeAt(START + HOUR_MS)
  const all = await newsroom.store.deliveries({ limit: 10 })
  expect(all.map(({ expiresAt }) => expiresAt - START - HOUR_MS).sort()).toEqual([HOUR_MS, 2 * HOUR_MS])
})

describe('without news', () => {
  test('nothing is sent, and why is stored', async () => {
    await newsroom.subscribe()
    await makeAt(SLOT)
    expect(await editions()).toMatchObject([{ state: 'empty', reason: { kind: 'no-stories' } }])
    expect(await deliveries()).toEqual([])
  })

  test('one line is sent if the owner wishes, with how many stories were looked at', async () => {
    await newsroom.publish(flood, bridge)
    await newsroom.subscribe({ topics: 'chess', whenEmpty: 'line' })
    await makeAt(SLOT)
    expect(await editions()).toMatchObject([{ state: 'empty', reason: { kind: 'off-topic', stories: 2 } }])
    expect(textOf('text')).toBe('Nothing new: 2 stories have come in, and none fits the topics.')
    expect(await deliveries()).toHaveLength(1)
  })
})

test('a story told on Monday is not told on Tuesday, and comes on Wednesday with what is new', async () => {
  await newsroom.publish(flood)
  await newsroom.subscribe()
  await makeAt(SLOT)
  await newsroom.publish(bridge)
  await makeAt(SLOT + DAY_MS)
  expect(textOf('headline')).toBe(bridge.title)
  newsroom.clock.set(SLOT + DAY_MS + 6 * HOUR_MS)
  await newsroom.publish(floodNews)
  await makeAt(SLOT + 2 * DAY_MS)
  expect(textOf('headline')).toBe(floodNews.title)
  expect(textOf('update')).toBe('Update: what is new since Monday.')
  expect(textOf('point')).toContain('Nineteen people')
  expect(textOf('point')).not.toContain('worst flood')
})

describe('after down time', () => {
  const back = SLOT + 3 * DAY_MS + 3 * HOUR_MS
  const missed = [SLOT + DAY_MS, SLOT + 2 * DAY_MS]

  /** Monday's edition is made; then nobody is there until Thursday at half past ten. */
  async function wasDown(more: Partial<Subscription>): Promise<void> {
    await newsroom.publish(flood)
    await newsroom.subscribe(more)
    await makeAt(SLOT)
    newsroom.clock.set(SLOT + HOUR_MS)
    await newsroom.publish(bridge)
    newsroom.clock.set(SLOT + 3 * DAY_MS)
    await newsroom.publish(kelp)
    await makeAt(back)
  }

  test('late sends the last missed edition alone, and says that it is late', async () => {
    await wasDown({ afterDownTime: 'late' })
    expect((await editions())[0]).toMatchObject({ slot: SLOT + 3 * DAY_MS, state: 'made', missed })
    expect(textOf('title')).toBe('Brevier · Thursday, 5 March 2026, 07:30')
    expect(textOf('quiet')).toBe(
      'Late: this edition was due at 07:30. The 2 editions before it could not be made and are left out.',
    )
    expect(textOf('headline')).toBe(kelp.title)
  })

  test('merge tells in one edition what came since the last', async () => {
    await wasDown({ afterDownTime: 'merge' })
    expect((await editions())[0]).toMatchObject({ slot: SLOT + 3 * DAY_MS, state: 'made', missed })
    expect(textOf('quiet')).toBe(
      'Late: this edition was due at 07:30. It stands for the 2 editions before it too, which could not be made.',
    )
    expect(textOf('headline')).toContain(kelp.title)
    expect(textOf('headline')).toContain(bridge.title)
  })

  test('skip sends nothing, stores that it was missed, and goes on with the next slot', async () => {
    await wasDown({ afterDownTime: 'skip' })
    expect((await editions())[0]).toMatchObject({
      slot: SLOT + 3 * DAY_MS,
      state: 'skipped',
      missed,
      reason: { kind: 'missed', policy: 'skip' },
    })
    expect(newsroom.messages).toHaveLength(1)
    await makeAt(SLOT + 4 * DAY_MS)
    expect((await editions())[0]).toMatchObject({ slot: SLOT + 4 * DAY_MS, state: 'made', missed: [] })
    expect(textOf('headline')).not.toContain(bridge.title)
  })

  test('skip sends the slot that has just come', async () => {
    await newsroom.subscribe({ afterDownTime: 'skip' })
    newsroom.clock.set(SLOT + HOUR_MS)
    await newsroom.publish(flood)
    await makeAt(SLOT + DAY_MS)
    expect((await editions()).map(({ slot, state }) => [slot, state])).toEqual([
      [SLOT + DAY_MS, 'made'],
      [SLOT, 'skipped'],
    ])
  })

  test('a late edition that falls into quiet hours waits for their end', async () => {
    await wasDown({ quietHours: { from: '09:00', to: '12:00', effect: 'move' } })
    expect((await deliveries())[0]?.dueAt).toBe(Date.UTC(2026, 2, 5, 12))
  })
})

test('in quiet hours that silence, it makes no sound', async () => {
  await newsroom.publish(flood)
  await newsroom.subscribe({ quietHours: { from: '22:00', to: '08:00', effect: 'silence' } })
  await makeAt(SLOT)
  expect(newsroom.messages.map(({ isSilent }) => isSilent)).toEqual([true])
})

test('nothing is made for a chat that is paused, and why is stored', async () => {
  await newsroom.publish(flood)
  await newsroom.subscribe()
  const reason = { kind: 'refused', class: 'gone', detail: 'kicked' } as const
  await newsroom.store.pauseChat(CHAT, reason, [], START)
  await makeAt(SLOT)
  expect(await editions()).toMatchObject([
    { state: 'skipped', reason: { kind: 'chat-paused', since: START } },
  ])
  expect(newsroom.written).toEqual([])
})

describe('a crash', () => {
  test('between opening an edition and completing it gives exactly one edition', async () => {
    await newsroom.publish(flood)
    const { id } = await newsroom.subscribe()
    newsroom.clock.set(SLOT)
    await newsroom.claim()
    await newsroom.store.openEdition(
      { subscriptionId: id, slot: SLOT, missed: [], nextEditionAt: SLOT + DAY_MS },
      SLOT,
    )
    await makeAt(SLOT + 6 * MINUTE_MS)
    await makeAt(SLOT + 12 * MINUTE_MS)
    expect(await editions()).toMatchObject([{ slot: SLOT, state: 'made' }])
    expect(await deliveries()).toHaveLength(1)
  })

  test('after completing it, before the process knew, changes nothing', async () => {
    await newsroom.publish(flood)
    await newsroom.subscribe()
    newsroom.clock.set(SLOT)
    const [claimed] = await newsroom.claim()
    if (!claimed) throw new Error('nothing was due')
    await makeEdition(newsroom.parts, claimed, signal)
    await makeEdition(newsroom.parts, claimed, signal)
    expect(await editions()).toHaveLength(1)
    expect(await deliveries()).toHaveLength(1)
  })
})

describe('an edition that cannot be composed', () => {
  test('is tried again when its lease ends', async () => {
    await newsroom.publish(flood)
    await newsroom.subscribe()
    newsroom.failWriting(2)
    for (const minutes of [0, 6, 12]) await makeAt(SLOT + minutes * MINUTE_MS)
    expect(await editions()).toMatchObject([{ slot: SLOT, state: 'made' }])
  })

  test('is skipped after three tries, with what went wrong, and the next slot is served', async () => {
    await newsroom.publish(flood)
    await newsroom.subscribe()
    newsroom.failWriting(3)
    for (const minutes of [0, 6, 12]) await makeAt(SLOT + minutes * MINUTE_MS)
    expect(await editions()).toMatchObject([
      { slot: SLOT, state: 'skipped', reason: { kind: 'failed', detail: 'the engine is out of ink' } },
    ])
    await makeAt(SLOT + DAY_MS)
    expect((await editions())[0]).toMatchObject({ slot: SLOT + DAY_MS, state: 'made' })
    expect(textOf('headline')).toBe(flood.title)
  })

  test('is skipped untried when ten processes have ended over it', async () => {
    await newsroom.publish(flood)
    await newsroom.subscribe()
    newsroom.clock.set(SLOT)
    const [claimed] = await newsroom.claim()
    if (!claimed) throw new Error('nothing was due')
    await makeEdition(newsroom.parts, { ...claimed, attempt: 11 }, signal)
    expect(newsroom.written).toEqual([])
    expect(await editions()).toMatchObject([{ state: 'skipped', reason: { kind: 'failed' } }])
  })
})

describe('a preview', () => {
  test('shows what would be sent now, and stores no edition and no delivery', async () => {
    await newsroom.publish(flood)
    const subscription = await newsroom.subscribe({ points: 1 })
    const { blocks } = (await previewEdition(newsroom.parts, subscription)).message
    expect(blocks.map(({ kind }) => kind)).toEqual(['title', 'headline', 'point', 'sources'])
    expect(await editions()).toEqual([])
    expect(await deliveries()).toEqual([])
  })

  test('leaves out what the chat was told', async () => {
    await newsroom.publish(flood)
    const subscription = await newsroom.subscribe()
    await makeAt(SLOT)
    const { blocks } = (await previewEdition(newsroom.parts, subscription)).message
    expect(blocks.slice(1)).toEqual([
      {
        kind: 'quiet',
        text: 'This would not be sent: the subscription says nothing when there is nothing new.',
      },
      { kind: 'text', text: 'Nothing new: one story fits, and it was told here already.' },
    ])
  })
})
