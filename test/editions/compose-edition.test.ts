import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Edition } from '../../src/domain.ts'
import { composeEdition } from '../../src/editions/compose-edition.ts'
import { parseTopics } from '../../src/editions/topics.ts'
import { bridge, flood, floodCopy, floodNews, kelp, museum } from './articles.ts'
import { aQuery, CHAT, DAY_MS, HOUR_MS, MINUTE_MS, type Newsroom, openNewsroom } from './newsroom.ts'

let newsroom: Newsroom
beforeEach(async () => {
  newsroom = await openNewsroom()
})
afterEach(() => newsroom[Symbol.asyncDispose]())

const compose = (more: Parameters<typeof aQuery>[1] = {}) =>
  composeEdition(newsroom.parts, aQuery(newsroom, more))
const headlines = ({ entries }: Edition) => entries.map(({ brief }) => brief.headline).sort()
const reasons = ({ leftOut }: Edition) => leftOut.map(({ reason }) => reason.kind)
const said = ({ entries }: Edition) =>
  entries.flatMap(({ brief }) => brief.points.map(({ text }) => text)).join(' ')

/** The subscription's edition of this morning. */
async function tellTheChat(): Promise<void> {
  await newsroom.subscribe()
  await newsroom.clock.advance(30 * MINUTE_MS)
  await newsroom.makeDue()
}

describe('an edition', () => {
  test('holds the stories of its period that fit the topics', async () => {
    await newsroom.publish(flood, bridge, kelp)
    const edition = await compose({ topics: parseTopics('bridge, kelp') })
    expect(headlines(edition)).toEqual([bridge.title, kelp.title])
    expect(edition.leftOut).toEqual([])
    expect(edition.reason).toBeUndefined()
  })

  test('keeps to the categories that articles came with', async () => {
    await newsroom.publish(flood, bridge, kelp)
    expect(headlines(await compose({ topics: parseTopics('category:business') }))).toEqual([kelp.title])
  })

  test('says which stories had no room', async () => {
    await newsroom.publish(flood, bridge, kelp, museum)
    const edition = await compose({ limit: 1 })
    expect(edition.entries).toHaveLength(1)
    expect(reasons(edition)).toEqual(['no-room', 'no-room', 'no-room'])
  })

  test('without a story says that none came', async () => {
    expect((await compose()).reason).toEqual({ kind: 'no-stories' })
    await newsroom.publish(flood)
    await newsroom.clock.advance(2 * DAY_MS)
    expect((await compose()).reason).toEqual({ kind: 'no-stories' })
  })

  test('without a story on its topics says how many were looked at', async () => {
    await newsroom.publish(flood, bridge)
    expect((await compose({ topics: parseTopics('chess') })).reason).toEqual({
      kind: 'off-topic',
      stories: 2,
    })
  })

  test('sees articles that were placed since the last one, and texts that changed', async () => {
    await newsroom.publish(flood)
    await compose()
    await newsroom.publish(bridge, { ...flood, title: 'Vessen flood: the water falls' })
    expect(headlines(await compose())).toEqual([bridge.title, 'Vessen flood: the water falls'].sort())
  })

  test('is rejected when the signal aborts', async () => {
    await newsroom.publish(flood)
    await expect(compose({ signal: AbortSignal.abort() })).rejects.toThrow()
  })
})

describe('a story that the chat was told', () => {
  test('is not told again when nothing has come since', async () => {
    await newsroom.publish(flood)
    await tellTheChat()
    await newsroom.clock.advance(HOUR_MS)
    const edition = await compose({ chat: CHAT, since: newsroom.clock.now() - 7 * DAY_MS })
    expect(edition.entries).toEqual([])
    expect(edition.reason).toEqual({ kind: 'all-told', stories: 1 })
    expect(edition.leftOut[0]).toMatchObject({
      headline: flood.title,
      reason: { kind: 'told', at: newsroom.clock.now() - HOUR_MS },
    })
  })

  test('is told to another chat all the same', async () => {
    await newsroom.publish(flood)
    await tellTheChat()
    expect((await compose({ chat: { ...CHAT, id: 'elsewhere' } })).entries).toHaveLength(1)
    expect((await compose()).entries).toHaveLength(1)
  })

  test('is no news when a copy of it comes', async () => {
    await newsroom.publish(flood)
    await tellTheChat()
    await newsroom.clock.advance(DAY_MS)
    await newsroom.publish(floodCopy)
    expect((await compose({ chat: CHAT })).reason?.kind).toBe('all-told')
  })

  test('comes as an update with only what is new when an outlet reports a new figure', async () => {
    await newsroom.publish(flood)
    await tellTheChat()
    const toldAt = newsroom.clock.now()
    await newsroom.clock.advance(DAY_MS)
    await newsroom.publish(floodNews)
    const edition = await compose({ chat: CHAT })
    expect(edition.entries).toMatchObject([{ update: { at: toldAt }, brief: { headline: floodNews.title } }])
    expect(said(edition)).toContain('Nineteen people')
    expect(said(edition)).not.toContain('worst flood since 1978')
  })

  test('comes as an update when its own article changes, and not when only its spelling does', async () => {
    await newsroom.publish(flood)
    await tellTheChat()
    await newsroom.clock.advance(DAY_MS)
    const text = flood.text ?? ''
    await newsroom.publish({ ...flood, text: text.replace('called it', 'has called it') })
    expect((await compose({ chat: CHAT, since: newsroom.clock.now() - 7 * DAY_MS })).reason?.kind).toBe(
      'all-told',
    )
    await newsroom.publish({ ...flood, text: text.replace('About 400', 'About 650') })
    const edition = await compose({ chat: CHAT, since: newsroom.clock.now() - 7 * DAY_MS })
    expect(edition.entries[0]?.update).toBeDefined()
    expect(said(edition)).toContain('About 650 residents')
    expect(said(edition)).not.toContain('worst flood')
  })

  test('says in the update where it was told before', async () => {
    await newsroom.publish(flood)
    await tellTheChat()
    const [delivery] = await newsroom.store.claimDeliveries(
      { platforms: ['test'], limit: 1 },
      newsroom.clock.now(),
      MINUTE_MS,
    )
    await newsroom.store.startSending(delivery?.id ?? '', newsroom.clock.now(), MINUTE_MS)
    await newsroom.store.settleDelivery(
      delivery?.id ?? '',
      { state: 'delivered', receipt: 'post 55' },
      newsroom.clock.now(),
    )
    await newsroom.publish(floodNews)
    expect((await compose({ chat: CHAT })).entries[0]?.update?.receipt).toBe('post 55')
  })

  test('does not come a third time with what the update told', async () => {
    await newsroom.publish(flood)
    await tellTheChat()
    await newsroom.clock.advance(2 * HOUR_MS)
    await newsroom.publish(floodNews)
    await newsroom.clock.advance(22 * HOUR_MS)
    await newsroom.makeDue()
    expect((await newsroom.store.toldTo(CHAT, 0)).length).toBe(2)
    await newsroom.publish({ ...floodNews, externalId: 'third', publisher: 'Sundmark Radio' })
    expect((await compose({ chat: CHAT })).reason?.kind).toBe('all-told')
  })
})

describe('briefs', () => {
  test('are written once for all who ask for the same, at once or later', async () => {
    await newsroom.publish(flood, bridge)
    const editions = await Promise.all(Array.from({ length: 20 }, () => compose()))
    newsroom.parts.recentBriefs?.clear()
    editions.push(await compose())
    expect(newsroom.written).toHaveLength(2)
    expect(new Set(editions.flatMap(({ entries }) => entries.map(({ brief }) => brief.id))).size).toBe(2)
  })

  test('of another length, language or text are other briefs', async () => {
    await newsroom.publish(flood)
    await compose()
    await compose({ length: { points: 1 } })
    await compose({ language: 'de' })
    await newsroom.publish({ ...flood, text: `${flood.text}\n\nThe water fell on Monday.` })
    await compose()
    expect(newsroom.written).toHaveLength(4)
  })

  test('that failed to be written are tried again', async () => {
    await newsroom.publish(flood)
    newsroom.failWriting(1)
    await expect(compose()).rejects.toThrow('out of ink')
    expect((await compose()).entries).toHaveLength(1)
  })
})
