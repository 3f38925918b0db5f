// Whatever the far end answers: nothing is lost, nothing is doubled, and what nobody can know is listed.

import { expect, test } from 'vitest'
import type { Answer } from '../fakes/far-end.ts'
import { lots } from '../fakes/lots.ts'
import { chat, HOUR_MS, type Outbox, type OutboxOptions, openOutbox } from './outbox.ts'

const CHATS = ['a', 'b', 'c', 'd']
const SEEDS = [1, 2, 3]
const lost = { kind: 'unknown', reason: 'The connection broke.' } as const

const TROUBLES: readonly Answer[] = [
  { says: { kind: 'later', reason: 'Not connected.' } },
  { says: { kind: 'later', retryAfterMs: 5_000, reason: 'Too many.' } },
  { says: lost, arrives: true },
  { says: lost, arrives: false },
  { says: new Error('It broke.'), arrives: true },
  { says: new Error('It broke.'), arrives: false },
  { says: 'nothing', arrives: true },
  { says: 'nothing', arrives: false },
  { says: { kind: 'delivered', receipt: 'slow' }, afterMs: 50_000 },
  { says: { kind: 'delivered', receipt: 'too slow' }, afterMs: 70_000 },
  { says: { kind: 'delivered', receipt: 'at once' } },
  { says: { kind: 'delivered', receipt: 'at once' } },
]

/** Four chats with three messages of two parts each, and eight answers drawn by lot for each chat. */
async function troubled(seed: number, options: OutboxOptions): Promise<Outbox> {
  const lot = lots(seed)
  const outbox = await openOutbox(options)
  for (const id of CHATS) {
    for (const name of ['One', 'Two', 'Three'])
      await outbox.publish(chat(id), [`${name}, first.`, `${name}, second.`])
    const answers = Array.from({ length: 8 }, () => TROUBLES[Math.floor(lot() * TROUBLES.length)])
    outbox.farEnd.script(id, ...answers.filter((answer) => answer !== undefined))
  }
  await outbox.work(HOUR_MS)
  return outbox
}

const everything = ['One', 'Two', 'Three'].flatMap((name) => [`*${name}, first.*`, `*${name}, second.*`])

test.each(SEEDS)('a far end that knows its keys shows everything once, drawn by lot %d', async (seed) => {
  await using outbox = await troubled(seed, { knowsKeys: true, resendSafeMs: Number.POSITIVE_INFINITY })
  for (const id of CHATS) expect(outbox.farEnd.shown(id).toSorted()).toEqual(everything.toSorted())
})

test.each(SEEDS)('a far end that can be looked at shows everything once, drawn by lot %d', async (seed) => {
  await using outbox = await troubled(seed, { evidence: 'seen' })
  for (const id of CHATS) expect(outbox.farEnd.shown(id).toSorted()).toEqual(everything.toSorted())
})

test.each(SEEDS)('a far end that can do neither shows nothing twice, drawn by lot %d', async (seed) => {
  await using outbox = await troubled(seed, {})
  for (const id of CHATS) expect(new Set(outbox.farEnd.shown(id)).size).toBe(outbox.farEnd.shown(id).length)
})

test.each(SEEDS)(
  'and of what it was sent lists each doubt, and asks about it, drawn by lot %d',
  async (seed) => {
    await using outbox = await troubled(seed, {})
    const posts = await outbox.posts()
    const doubts = posts.filter(({ state }) => state === 'unknown')
    const shown = CHATS.reduce((sum, id) => sum + outbox.farEnd.shown(id).length, 0)
    const delivered = posts.filter(({ state }) => state === 'delivered').length
    expect(shown - delivered).toBeGreaterThanOrEqual(0)
    expect(shown - delivered).toBeLessThanOrEqual(doubts.length)
    expect(await outbox.notices()).toHaveLength(doubts.length)
  },
)

test.each(SEEDS)('a second part never stands before its first, drawn by lot %d', async (seed) => {
  await using outbox = await troubled(seed, { evidence: 'seen' })
  for (const id of CHATS) {
    const shown = outbox.farEnd.shown(id)
    for (const name of ['One', 'Two', 'Three'])
      expect(shown.indexOf(`*${name}, first.*`)).toBeLessThan(shown.indexOf(`*${name}, second.*`))
  }
})
