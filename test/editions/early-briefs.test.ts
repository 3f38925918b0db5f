import { afterEach, beforeEach, expect, test } from 'vitest'
import { writeEarly } from '../../src/editions/early-briefs.ts'
import type { BriefOptions } from '../../src/summarizer/engine.ts'
import { bridge, flood, kelp } from './articles.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS, type Newsroom, openNewsroom, START } from './newsroom.ts'

/** Half past seven of the next day. */
const SLOT = START + DAY_MS + 30 * MINUTE_MS
const AHEAD_MS = 40 * MINUTE_MS

let newsroom: Newsroom
let asked: BriefOptions[]
let stop: AbortController
let ended: Promise<void>

beforeEach(async () => {
  newsroom = await openNewsroom()
  asked = []
  stop = new AbortController()
})
afterEach(async () => {
  stop.abort()
  await ended
  await newsroom[Symbol.asyncDispose]()
})

/** Lets it run from then on. */
async function beginAt(time: number): Promise<void> {
  newsroom.clock.set(time)
  const { engine } = newsroom.parts
  const watched = {
    ...engine,
    brief(subject: Parameters<typeof engine.brief>[0], options: BriefOptions) {
      asked.push(options)
      return engine.brief(subject, options)
    },
  }
  ended = writeEarly({ ...newsroom.parts, engine: watched }, stop.signal)
  await newsroom.clock.advance(0)
}

test('briefs are written forty minutes ahead, at leisure until the slot, and the edition finds them', async () => {
  await newsroom.subscribe({ nextEditionAt: SLOT })
  await newsroom.publish(
    { ...flood, publishedAt: SLOT - HOUR_MS },
    { ...bridge, publishedAt: SLOT - HOUR_MS },
  )
  await beginAt(SLOT - AHEAD_MS - MINUTE_MS)
  expect(asked).toHaveLength(0)
  await newsroom.clock.advance(MINUTE_MS)
  const atLeisure = { deadlineAt: SLOT, canWait: true }
  expect(asked).toMatchObject([atLeisure, atLeisure])
  stop.abort()
  await ended
  newsroom.clock.set(SLOT)
  await newsroom.makeDue()
  expect(newsroom.messages).toHaveLength(1)
  expect(newsroom.written).toHaveLength(2)
})

test('a slot is written for once, and news that comes then is left to the edition', async () => {
  await newsroom.subscribe({ nextEditionAt: SLOT })
  await newsroom.publish({ ...flood, publishedAt: SLOT - HOUR_MS })
  await beginAt(SLOT - AHEAD_MS)
  await newsroom.publish({ ...kelp, publishedAt: SLOT - HOUR_MS })
  await newsroom.clock.advance(10 * MINUTE_MS)
  expect(asked).toHaveLength(1)
})

test('nothing is written for what is paused, far away, or due', async () => {
  const { id } = await newsroom.subscribe({ nextEditionAt: SLOT })
  await newsroom.subscribe({ nextEditionAt: SLOT + DAY_MS })
  await newsroom.subscribe({ nextEditionAt: SLOT - AHEAD_MS })
  await newsroom.store.pauseSubscription(id, START)
  await newsroom.publish({ ...flood, publishedAt: SLOT - HOUR_MS })
  await beginAt(SLOT - AHEAD_MS)
  await newsroom.clock.advance(5 * MINUTE_MS)
  expect(asked).toHaveLength(0)
})

test('a brief that cannot be written ahead keeps nothing from going on', async () => {
  await newsroom.subscribe({ nextEditionAt: SLOT })
  await newsroom.publish({ ...flood, publishedAt: SLOT - HOUR_MS })
  newsroom.failWriting(1)
  await beginAt(SLOT - AHEAD_MS)
  stop.abort()
  await ended
  newsroom.clock.set(SLOT)
  await newsroom.makeDue()
  expect(newsroom.messages).toHaveLength(1)
})
