// A thousand channels on Discord due at once, at its own limits, with a connection that breaks in the middle, answers that get lost
// and a few refusals of haste, on a clock that jumps: what comes doubled, what never, and what was too fast.

import { MINUTE_MS } from '../../src/clock.ts'
import { deskWithServer, postsOf, SECOND_MS } from '../conformance/discord/desk.ts'
import { bridge, flood } from '../editions/articles.ts'
import { START } from '../editions/newsroom.ts'
import { POSTS } from '../fakes/discord/discord.ts'
import { DISCORD_LIMITS } from '../fakes/discord/rates.ts'
import type { Bench } from './bench.ts'

const CHANNELS = 1_000
const SLOT_IN_MS = 30 * MINUTE_MS
const MIDDLE_MS = 12 * SECOND_MS
const MOST_MINUTES = 30
const REFUSED = 5
const LOST = 5

export const run: Bench = async () => {
  const { desk, discord, guild } = await deskWithServer({ limits: DISCORD_LIMITS })
  await using _ = desk
  await desk.publish(flood, bridge)
  const channels = Array.from({ length: CHANNELS }, () => discord.channel(guild))
  for (const id of channels) await desk.subscribe(desk.chat(id), { nextEditionAt: START + SLOT_IN_MS })
  const startedAt = performance.now()
  await desk.pass(SLOT_IN_MS + MIDDLE_MS - (desk.clock.now() - START))
  const before = channels.filter((id) => postsOf(discord, id).length > 0).length
  discord.script(POSTS, ...Array(REFUSED).fill({ kind: 'too-many', retryAfter: 2 }))
  discord.script(POSTS, ...Array(LOST).fill({ kind: 'dropped', isAccepted: true }))
  discord.gateway.close()
  const done = async () => {
    const { pending, claimed, sending, unknown } = await desk.app.store.deliveryCounts()
    return pending + claimed + sending + unknown === 0
  }
  const edited = () => channels.filter((id) => postsOf(discord, id).length > 0).length
  for (let minutes = 0; minutes < MOST_MINUTES; minutes += 1) {
    const seen = edited()
    await desk.pass(MINUTE_MS)
    if (edited() === seen && (await done())) break
  }
  const posts = channels.map((id) => postsOf(discord, id).length)
  const calls = discord.received(POSTS)
  const times = calls.map(({ at }) => at)
  return [
    {
      metric: 'channels with their edition',
      value: posts.filter((each) => each > 0).length,
      reference: CHANNELS,
      referenceName: 'due',
    },
    { metric: 'of these before the connection broke', value: before },
    { metric: 'doubled', value: posts.filter((each) => each > 1).length },
    {
      metric: 'refused for haste (429)',
      value: calls.filter(({ status }) => status === 429).length,
      reference: REFUSED,
      referenceName: 'scripted',
    },
    { metric: 'answers lost on the way', value: LOST },
    { metric: 'connections', value: discord.gateway.identified.length + discord.gateway.resumed.length },
    {
      metric: 'most posts within a second',
      value: mostWithin(times, SECOND_MS),
      reference: DISCORD_LIMITS.perSecond,
      referenceName: 'what Discord takes',
    },
    { metric: 'real time it took', value: (performance.now() - startedAt) / 1_000, unit: 's' },
  ]
}

function mostWithin(times: readonly number[], spanMs: number): number {
  return Math.max(...times.map((from) => times.filter((at) => at >= from && at < from + spanMs).length))
}
