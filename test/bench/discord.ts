// A thousand channels on Discord due at once, at its own limits, with a connection that breaks in the middle, answers that get lost
// and a few refusals of haste, on a clock that jumps: what comes doubled, what never, and what was too fast.

import { MINUTE_MS } from '../../src/clock.ts'
import { deskWithServer, postsOf, SECOND_MS } from '../conformance/discord/desk.ts'
import { bridge, flood } from '../editions/articles.ts'
import { START } from '../editions/newsroom.ts'
import { POSTS } from '../fakes/discord/discord.ts'
import { DISCORD_LIMITS } from '../fakes/discord/rates.ts'
import { type Bench, quantile } from './bench.ts'

const CHANNELS = 1_000
const SLOT_IN_MS = 30 * MINUTE_MS
const MIDDLE_MS = 12 * SECOND_MS
const LONG_MS = 5 * MINUTE_MS
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
  await desk.pass(LONG_MS)
  const posts = channels.map((id) => postsOf(discord, id).length)
  const calls = discord.received(POSTS)
  const times = calls.map(({ at }) => (at - (calls[0]?.at ?? 0)) / SECOND_MS)
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
    { metric: 'until 99 in 100 were sent', value: quantile(times, 0.99), unit: 's' },
    {
      metric: 'until the last was, also after lost answers',
      value: Math.max(...times),
      unit: 's',
      reference: (performance.now() - startedAt) / 1_000,
      referenceName: 'real time it took',
    },
  ]
}
